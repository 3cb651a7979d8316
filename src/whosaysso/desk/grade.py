"""Grading a folder of handed-in files: every answer is graded again here;
what a student's machine claimed is only compared.
"""

import csv
import io
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from whosaysso.authored.fault import Fault, Faulty
from whosaysso.exercises.sets import set_of
from whosaysso.exercises.topics import read_topics
from whosaysso.kinds.grading import RULES
from whosaysso.kinds.kind import Question
from whosaysso.work.counted import counted
from whosaysso.work.hand_in import HandIn
from whosaysso.work.reading import read_hand_in

EARLIEST = datetime(2025, 7, 1, tzinfo=UTC)
"""Before the events there was no book."""


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
        except Faulty as faulty:
            faults += faulty.faults
            continue
        graded = Graded(path.relative_to(folder).as_posix(), work.code, work.form or "")
        graded.notes += [*work.notes, *doubtful(work)]
        for name in dict.fromkeys(a.exercise for a in work.attempts):
            _grade_what_counts(name, work, exercises, graded)
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


def doubtful(work: HandIn) -> list[str]:
    """What is said of attempts from a time in which nobody can have made them; they are graded all the same."""
    soon = datetime.now(UTC) + timedelta(days=2)  # clocks may be wrong by a day
    odd = [a for a in work.attempts if not EARLIEST <= a.at <= soon]
    return [f"{a.exercise}: dated {a.at:%Y-%m-%d}, when it cannot have been answered" for a in odd]


def _grade_what_counts(name: str, work: HandIn, exercises: dict[str, Question], graded: Graded) -> None:
    """The first, the best or the last attempt, as the exercise's set says."""
    if name not in exercises:
        graded.notes.append(f"{name}: there is no such exercise")
        return
    found = counted(exercises[name], work.of(name), set_of(name).attempts)
    if found is None:
        graded.notes.append(f"{name}: the exercise was changed since; not graded")
        return
    attempt, score = found
    if score is None:
        graded.notes.append(f"{name}: for a person to read")
        return
    graded.scores[name] = score
    if attempt.claimed is not None and attempt.rules == RULES and abs(attempt.claimed - score) > 1e-6:
        graded.notes.append(f"{name}: the file claims {attempt.claimed:.3f}, the answer scores {score:.3f}")
