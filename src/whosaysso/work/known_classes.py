"""Classes whose skill is known: what the figures of the class page give back of them, by the number of students."""

import random
from functools import cache
from statistics import fmean

from whosaysso.check.blind import scored
from whosaysso.exercises.forms import read_forms
from whosaysso.exercises.topics import find_exercise
from whosaysso.measures.calibration import chance_of
from whosaysso.measures.discrimination import discrimination
from whosaysso.measures.effect import effect
from whosaysso.measures.moments import mean
from whosaysso.work.given_back import Back, back_of
from whosaysso.work.known_readers import FAIR, SURER, Task, answers, task_of, tasks

CLASSES = 300
_ANSWERS = 20
"""So many of each student say how sure."""


def skill(dice: random.Random) -> float:
    """The share that a student knows: half on average, some more and some less."""
    return min(0.7, max(0.1, dice.gauss(0.4, 0.15)))


def _score(task: Task, knows: float, dice: random.Random) -> float:
    return task.best if dice.random() < knows else dice.choice(task.guesses)


@cache
def forms() -> list[list[Task]]:
    """The scored tasks of each test form."""
    dice = random.Random(2)  # noqa: S311 - the same classes at every run
    items = [[find_exercise(name) for name in one.exercises] for one in read_forms().values()]
    return [[task_of(item, dice) for item in each if scored(item)] for each in items]


def gain_back(students: int, gain: float, classes: int = CLASSES) -> Back:
    """The gain of classes in which everybody knows so much more at the second test, the forms dealt by chance."""
    dice = random.Random(students)  # noqa: S311
    put = gain * fmean(1 - fmean(task.guesses) for form in forms() for task in form)
    found, words, held = [], [], 0
    for _ in range(classes):
        before, after = [], []
        for _ in range(students):
            knows, (one, other) = skill(dice), dice.sample(forms(), 2)
            before.append(fmean(_score(task, knows, dice) for task in one))
            after.append(fmean(_score(task, knows + gain, dice) for task in other))
        measured = effect(before, after)
        if measured:
            found.append(measured.gain.value)
            held += measured.gain.low <= put <= measured.gain.high
            words.append("gained" if measured.gain.low > 0 else "lost" if measured.gain.high < 0 else "")
    return back_of(students, put, found, held, words, ("gained", "lost"))


def surer_back(students: int, classes: int = CLASSES) -> Back:
    """How much surer than right classes come out of whom half are a notch too sure, with the interval over students."""
    dice = random.Random(students)  # noqa: S311
    found, words, held = [], [], 0
    put = fmean(answers(sort, len(tasks()), dice)[1] for sort in (FAIR, SURER) for _ in range(200))
    for _ in range(classes):
        each = []
        for _ in range(students):
            given, _ = answers(dice.choice((FAIR, SURER)), _ANSWERS, dice)
            each.append(fmean(chance_of(sure, guessing) - score for sure, guessing, score in given))
        measured = mean(each)
        if measured:
            found.append(measured.value)
            held += measured.low <= put <= measured.high
            words.append("surer" if measured.low > 0 else "less sure" if measured.high < 0 else "")
    return back_of(students, put, found, held, words, ("surer", "less sure"))


def discrimination_back(students: int, classes: int = CLASSES) -> Back:
    """How far a sound exercise tells students apart, and how often it seems to have a fault."""
    dice = random.Random(students)  # noqa: S311
    found, words, held, put = [], [], 0, _apart(4_000, dice)
    for _ in range(classes):
        scores, rest = _sat(students, dice)
        measured = discrimination(scores, rest)
        if measured:
            found.append(measured.value)
            held += measured.low <= put <= measured.high
            words.append(f"{'below 0' if measured.value < 0 else ''} {'all below 0' if measured.high < 0 else ''}")
    return back_of(students, put, found, held, words, ("below 0", "all below 0"))


def _apart(students: int, dice: random.Random) -> float:
    measured = discrimination(*_sat(students, dice))
    return measured.value if measured else 0.0


def _sat(students: int, dice: random.Random) -> tuple[list[float], list[float]]:
    """What each of a class scores on one exercise, and on all others."""
    task, *others = dice.sample(tasks(), len(tasks()))
    scores, rest = [], []
    for _ in range(students):
        knows = skill(dice)
        scores.append(_score(task, knows, dice))
        rest.append(fmean(_score(other, knows, dice) for other in others))
    return scores, rest
