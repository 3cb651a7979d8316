"""Grading a folder of handed-in files: every answer is graded again here;
what a student's machine claimed is only compared.
"""

import csv
import io
from dataclasses import dataclass, field
from pathlib import Path

from whosaysso import EDITION
from whosaysso.authored.fault import Fault, Faulty
from whosaysso.exercises.sets import set_of
from whosaysso.exercises.topics import read_topics
from whosaysso.kinds.grading import grade
from whosaysso.kinds.kind import Question
from whosaysso.work.hand_in import Attempt, read_hand_in


@dataclass
class Graded:
    """One hand-in, graded: the score of the attempt that counts at each exercise, and what a teacher should know."""

    file: str
    code: str = ""
    form: str = ""
    scores: dict[str, float] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


def grade_folder(folder: Path) -> tuple[list[Graded], list[Fault]]:
    """Every ``*.json`` below ``folder``, graded; and the files that are no hand-ins, which stop nothing."""
    exercises = _exercises()
    every, faults = [], []
    for path in sorted(folder.rglob("*.json")):
        try:
            work = read_hand_in(path)
        except (Faulty, OSError) as error:
            faults += (
                error.faults
                if isinstance(error, Faulty)
                else [Fault(str(path), 0, error.strerror or "cannot be read", "look at the file")]
            )
            continue
        graded = Graded(path.relative_to(folder).as_posix(), work.code, work.form or "")
        if work.edition != EDITION:
            graded.notes.append(f"made with edition {work.edition}, this is {EDITION}")
        for name, attempts in _by_exercise(work.attempts).items():
            _grade_what_counts(name, attempts, exercises, graded)
        every.append(graded)
    return every, faults


def as_csv(every: list[Graded]) -> str:
    """A table that a spreadsheet opens: one row a hand-in, one column an exercise with its score,
    and the points in all.
    """
    names = list(_exercises())
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["file", "code", "form", *names, "answered", "points", "notes"])
    for graded in every:
        scores = [f"{graded.scores[n]:.3f}" if n in graded.scores else "" for n in names]
        writer.writerow(
            [
                *map(harmless, (graded.file, graded.code)),
                graded.form,
                *scores,
                len(graded.scores),
                f"{sum(set_of(n).worth(n) * score for n, score in graded.scores.items()):.3f}",
                harmless("; ".join(graded.notes)),
            ]
        )
    return out.getvalue()


def harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell


def _exercises() -> dict[str, Question]:
    return {item.id: item.with_key() for topic in read_topics().values() for item in topic.exercises}


def _by_exercise(attempts: list[Attempt]) -> dict[str, list[Attempt]]:
    grouped: dict[str, list[Attempt]] = {}
    for attempt in sorted(attempts, key=lambda a: a.at):
        grouped.setdefault(attempt.exercise, []).append(attempt)
    return grouped


def _grade_what_counts(name: str, attempts: list[Attempt], exercises: dict[str, Question], graded: Graded) -> None:
    """The first, the best or the last attempt, as the exercise's set says."""
    if name not in exercises:
        graded.notes.append(f"{name}: there is no such exercise")
        return
    now = [a for a in attempts if a.version == exercises[name]["version"]]
    if not now:
        graded.notes.append(f"{name}: the exercise was changed since; not graded")
        return
    scored = [(a, grade(exercises[name], a.response)["score"]) for a in now]
    if scored[0][1] is None:
        graded.notes.append(f"{name}: for a person to read")
        return
    counts = {"first": scored[0], "last": scored[-1], "best": max(scored, key=lambda pair: pair[1])}
    attempt, score = counts[set_of(name).attempts]
    graded.scores[name] = score
    if attempt.claimed is not None and abs(attempt.claimed - score) > 1e-6:
        graded.notes.append(f"{name}: the file claims {attempt.claimed:.3f}, the answer scores {score:.3f}")
