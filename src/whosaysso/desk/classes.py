"""A whole class, graded: every file read once, one person's files put together, and what looks like a copy told."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from whosaysso.desk.copies import Shared
from whosaysso.desk.files import Handed, files_in
from whosaysso.desk.gathered import Gathered
from whosaysso.desk.grading import Graded, Grader, How, Refusal
from whosaysso.desk.many import Came, get_ready, in_turn
from whosaysso.desk.plain import plain
from whosaysso.work.course import Course
from whosaysso.work.hand_in import HandIn

Progress = Callable[[Iterable[Handed], int], Iterable[Handed]]
Turn = Callable[[Iterable[Handed], int, Grader], Iterable[Came]]


@dataclass
class Class:
    """What came of a folder or a zip."""

    course: Course
    rows: dict[int, Graded] = field(default_factory=dict)
    """By number; once all are graded they stand in the order of the names."""
    refused: list[Refusal] = field(default_factory=list)
    system: list[str] = field(default_factory=list)
    """Files that a computer put there by itself, which nobody handed in."""
    gathered: Gathered = field(default_factory=Gathered)

    @property
    def complete(self) -> bool:
        """Whether everything that was handed in is graded."""
        return bool(self.rows) and not self.refused and not any(each.row.ungraded for each in self.rows.values())


def grade_class(
    source: Path,
    how: How,
    passed: frozenset[Path] = frozenset(),
    progress: Progress = lambda files, _: files,
    turn: Turn = in_turn,
) -> Class:
    """Grade every file in a folder or a zip.

    ``passed`` are files in it that nobody handed in: our own tables, the list of codes. Nothing else is left out
    without a word. ``turn`` gives what came of each file, in their order: here by the processors of this computer.
    """
    system: list[str] = []
    files: list[Handed] = []
    names = {path.name for path in passed}
    for handed in files_in(source):
        if handed.system:
            system.append(handed.path)
        elif not (source.is_dir() and handed.name in names and (source / handed.path).resolve() in passed):
            files.append(handed)
    if turn is in_turn:
        get_ready(len(files))
    grader = Grader(how)
    found = Class(grader.course, system=system)
    for number, came in enumerate(turn(progress(files, len(files)), len(files), grader)):
        if isinstance(came, Refusal):
            found.refused.append(came)
        else:
            _keep(found, number, came)
    _put_together(found, grader, {handed.path: handed for handed in files})
    _tell_copies(found)
    found.rows = dict(sorted(found.rows.items(), key=lambda one: (one[1].person.shown.casefold(), one[1].paths)))
    return found


def _keep(found: Class, number: int, graded: Graded) -> None:
    if graded.more:
        found.gathered.add(number, graded.more)
        graded.more = None
    found.rows[number] = graded


def _put_together(found: Class, grader: Grader, files: dict[str, Handed]) -> None:
    """One row for the files of one person, where the LMS or the files themselves say that it is one."""
    same: dict[str, list[int]] = defaultdict(list)
    for number, graded in found.rows.items():
        if graded.person.key:
            same[graded.person.key].append(number)
    free = max(found.rows, default=0) + 1
    for numbers in same.values():
        if len(numbers) == 1:
            continue
        groups = _of_one_reader(numbers, found.rows, grader, files)
        for group, work in groups:
            old = [found.rows[number] for number in group]
            if len(group) > 1:
                for number in group:
                    del found.rows[number]
                found.gathered.drop(group)
                paths = [path for each in old for path in each.paths]
                _keep(found, free, grader.counted(paths, work))
                found.rows[free].row.notes.append(f"{len(paths)} files, put together: {_listed(paths)}")
                group[:] = [free]
                free += 1
        if len(groups) > 1:
            kept = [found.rows[group[0]] for group, _ in groups]
            for each in kept:
                each.alone = False
                others = [path for other in kept if other is not each for path in other.paths]
                each.row.notes.append(f"somebody else’s file has the same code: {_listed(others)}")


def _of_one_reader(
    numbers: list[int], rows: dict[int, Graded], grader: Grader, files: dict[str, Handed]
) -> list[tuple[list[int], HandIn]]:
    """The rows in groups that are one reader's, with the work of each group together."""
    groups: list[tuple[list[int], HandIn]] = []
    vouched = all(rows[number].person.vouched for number in numbers)
    for number in numbers:
        (path,) = rows[number].paths
        again = grader.read(path, files[path].read())
        work = again if isinstance(again, HandIn) else HandIn()  # it was one a moment ago
        for at, (group, other) in enumerate(groups):
            if vouched or work.is_of(other):
                groups[at] = ([*group, number], work.merged(other))
                break
        else:
            groups.append(([number], work))
    return groups


def _tell_copies(found: Class) -> None:
    """Say in both rows where one holds answers, or was begun in a place, that belong to another's."""
    told: dict[int, dict[str, list[Shared]]] = defaultdict(lambda: defaultdict(list))
    for what, ids in (("attempts", found.gathered.attempts), ("readers", found.gathered.readers)):
        for shared in ids.shared():
            told[shared.row][what].append(shared)
            told[shared.first][what].append(Shared(shared.first, shared.row, shared.many))
        ids.clear()
    for number, by_what in told.items():
        for what in ("attempts", "readers")[: 1 if "attempts" in by_what else 2]:
            if found_here := by_what.get(what):
                names = _listed([path for each in found_here for path in found.rows[each.first].paths[:1]])
                many = max(each.many for each in found_here)
                said = f"{many} of these answers are" if many > 1 else "one of these answers is"
                found.rows[number].row.notes.append(
                    f"{said} in another’s file too: {names}"
                    if what == "attempts"
                    else f"begun in the same place as another’s file: {names}"
                )


def _listed(paths: list[str]) -> str:
    more = f" and {len(paths) - 3} more" if len(paths) > 3 else ""
    return ", ".join(plain(path) for path in paths[:3]) + more
