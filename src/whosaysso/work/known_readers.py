"""Readers whose skill, sureness and lean are known.

They answer the book's own exercises and are graded as everybody is. Such a reader knows an answer or guesses; whoever
is as sure as right says of each answer how likely it is that they know it. Claims they judge by a feeling for each,
which is stronger by d′ on average where the evidence supports it (the model of signal detection), or they know some
and pick one of the three verdicts for the others.
"""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from statistics import fmean
from typing import TypeVar

from whosaysso.check.blind import guessing, scored
from whosaysso.exercises.path import core_exercises
from whosaysso.exercises.sets import read_sets
from whosaysso.exercises.topics import find_exercise
from whosaysso.kinds import KINDS, Item
from whosaysso.kinds.grading import grade
from whosaysso.kinds.judge.schema import Judge
from whosaysso.measures.calibration import NOTCHES, Answer, chance_of
from whosaysso.work.judged import Judged

Thing = TypeVar("Thing")

GUESSES = 60
"""So many answers at random to each exercise are graded, of which those who guess draw one."""


@dataclass(frozen=True)
class Task:
    """An exercise that asks how sure one is: what the page takes for guessing, and what guesses scored."""

    guessing: float
    guesses: tuple[float, ...]
    best: float


@dataclass(frozen=True)
class Sort:
    """A sort of reader: how likely each of the five notches is, and how many notches too sure they say they are."""

    name: str
    notches: tuple[int, ...]
    surer: int = 0


FAIR = Sort("as sure as right", (0, 1, 2, 3, 4))
SURE = Sort("as sure as right, mostly sure", (4, 4, 4, 3, 2))
GUESSER = Sort("guesses, and says so", (0,))
SURER = Sort("a notch surer than right", (0, 1, 2, 3), 1)


@cache
def tasks() -> list[Task]:
    """Every exercise outside the tests that asks how sure, those of the path first."""
    dice = random.Random(1)  # noqa: S311 - the same readers at every run
    return [task_of(item, dice) for item in _practised() if KINDS[item.kind].sure and scored(item)]


def task_of(item: Item, dice: random.Random) -> Task:
    """An exercise with what guesses and the right answer score, by the real grader."""
    question, guess = item.with_key(), KINDS[item.kind].guess
    scores = tuple(grade(question, guess(question, dice))["score"] or 0.0 for _ in range(GUESSES))
    return Task(guessing(item), scores, grade(question, item.best())["score"] or 0.0)


def answers(sort: Sort, many: int, dice: random.Random) -> tuple[list[Answer], float]:
    """The answers of one reader to so many exercises, and how much surer than right this sort of reader is."""
    given, truth = [], []
    for task in _some(tasks(), many, dice):
        notch = dice.choice(sort.notches)
        knows, said = notch / (NOTCHES - 1), (notch + sort.surer) / (NOTCHES - 1)
        score = task.best if dice.random() < knows else dice.choice(task.guesses)
        given.append((said, task.guessing, score))
        truth.append(chance_of(said, task.guessing) - chance_of(knows, fmean(task.guesses)))
    return given, fmean(truth)


@cache
def claims() -> list[bool]:
    """Of every claim that readers judge outside the tests, whether the evidence supports it."""
    return [claim.verdict == "supports" for item in _practised() if isinstance(item, Judge) for claim in item.claims]


def _practised() -> list[Item]:
    sets = [one for one in read_sets().values() if one.mode == "practice"]
    names = dict.fromkeys([*core_exercises(), *(name for one in sets for name in one.exercises)])
    return [find_exercise(name) for name in names]


Yes = Callable[[bool, random.Random], bool]
"""Whether a reader calls a claim supported, by whether it is."""


def by_feeling(dprime: float, bias: float = 0.0) -> Yes:
    """Calls supported what feels strong enough; a bias above 0 asks for more."""
    return lambda sound, dice: dice.gauss(dprime / 2 if sound else -dprime / 2, 1) > bias


def by_knowing(share: float) -> Yes:
    """Knows a share of the claims, and picks one of the three verdicts for the others."""
    return lambda sound, dice: sound if dice.random() < share else dice.randrange(3) == 0


def judged(calls: Yes, many: int, dice: random.Random) -> Judged:
    """What one reader makes of so many claims of either sort, drawn from the book's own."""
    sound, unsound = ([c for c in claims() if c is kind] for kind in (True, False))
    hits = sum(calls(True, dice) for _ in _some(sound, many, dice))
    alarms = sum(calls(False, dice) for _ in _some(unsound, many, dice))
    return Judged(hits, many, alarms, many)


def _some(things: Sequence[Thing], many: int, dice: random.Random) -> list[Thing]:
    """So many of them in any order; where there are too few, some again."""
    whole, rest = divmod(many, len(things))
    return [*list(things) * whole, *dice.sample(list(things), rest)]
