"""Hand-ins of a class that was made up, written to files: for a notebook where there is no class yet."""

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from whosaysso.exercises.forms import ORDERS, read_forms
from whosaysso.exercises.sets import read_sets
from whosaysso.exercises.topics import find_exercise
from whosaysso.kinds import KINDS
from whosaysso.kinds.grading import RULES, grade
from whosaysso.kinds.kind import Question, Response
from whosaysso.measures.calibration import NOTCHES
from whosaysso.work.hand_in import Attempt, HandIn
from whosaysso.work.known_classes import skill

GAIN, FORGOTTEN = 0.25, 0.1
"""So much larger is the share that a student knows in the second test; so much of that is gone in the third."""
_BEFORE, _AFTER, _LATER = (datetime(2026, 1, day, 9, tzinfo=UTC) for day in (12, 16, 30))


@dataclass(frozen=True)
class Task:
    """An exercise that a machine scores, with its key; ``ease`` is added to the share of those who know it."""

    question: Question
    best: Response
    ease: float


def write_class(folder: str | Path, students: int = 24, sets: Sequence[str] = ("sourcing", "numbers")) -> Path:
    """Write a file for each student, who does a test, the sets, and two more tests; gives the folder.

    A student knows an answer or guesses, as in ``known_classes``; an exercise is easier or harder for all alike.
    One in four is away when the third test is done. The same call writes the same class.
    """
    dice = random.Random(1)  # noqa: S311 - the same class at every run
    practised = _tasks([name for one in sets for name in read_sets()[one].exercises], dice)
    forms = {letter: _tasks(one.exercises, dice) for letter, one in read_forms().items()}
    (place := Path(folder)).mkdir(parents=True, exist_ok=True)
    for number in range(1, students + 1):
        (place / f"s{number:02}.json").write_text(_work(number, practised, forms).as_text(), encoding="utf-8")
    return place


def _tasks(names: Iterable[str], dice: random.Random) -> list[Task]:
    items = [find_exercise(name) for name in names]
    return [Task(item.with_key(), item.best(), dice.gauss(0, 0.2)) for item in items if KINDS[item.kind].scored]


def _work(number: int, practised: list[Task], forms: dict[str, list[Task]]) -> HandIn:
    dice = random.Random(number)  # noqa: S311
    order, knows = dice.choice(ORDERS), skill(dice)
    before, after, later = (forms[letter] for letter in order)
    parts = [(_BEFORE, before, 0.0), (_BEFORE + timedelta(hours=1), practised, GAIN / 2), (_AFTER, after, GAIN)]
    if number % 4:
        parts.append((_LATER, later, GAIN - FORGOTTEN))
    attempts = [one for begun, tasks, gain in parts for one in _attempts(tasks, knows + gain, begun, dice)]
    return HandIn(readers=[_id(dice)], form=order, code=f"S{number:02}", attempts=attempts)


def _attempts(tasks: list[Task], knows: float, begun: datetime, dice: random.Random) -> Iterator[Attempt]:
    for minute, task in enumerate(tasks):
        question, kind = task.question, KINDS[task.question["kind"]]
        known = dice.random() < knows + task.ease
        response = task.best if known else kind.guess(question, dice)
        yield Attempt(
            id=_id(dice),
            exercise=question["id"],
            version=question["version"],
            response=response,
            confidence=_sure(known, dice) if kind.sure else None,
            at=begun + timedelta(minutes=minute),
            claimed=grade(question, response)["score"],
            rules=RULES,
        )


def _sure(known: bool, dice: random.Random) -> float:
    """One notch or another; those who know are never wholly unsure."""
    return dice.randrange(NOTCHES // 2 if known else 0, NOTCHES) / (NOTCHES - 1)


def _id(dice: random.Random) -> str:
    return f"{dice.getrandbits(128):032x}"
