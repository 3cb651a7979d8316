"""Simulated readers and classes, to the figure: what a seed gives, held so that any change of it is seen.

The figures of this module prove nothing; ``test_known_readers.py`` says what they have to be like. They are what these
seeds gave when they were written down, on a few made-up exercises, and text and drawings of the book quote others that
come about in the same way. Whoever changes the simulation on purpose writes the new ones here, and looks at those.
"""

import random
from collections import Counter

import pytest

from tests.work.dice import Zero
from tests.work.small_book import PATH
from whosaysso.check.blind import guessing
from whosaysso.exercises.topics import find_exercise
from whosaysso.measures.estimate import Estimate
from whosaysso.measures.signal import signal
from whosaysso.work import known_classes, known_readers
from whosaysso.work.given_back import Back, back_of, belief_back, sureness_back
from whosaysso.work.known_classes import discrimination_back, gain_back, skill, surer_back
from whosaysso.work.known_readers import (
    FAIR,
    GUESSER,
    SURE,
    SURER,
    Sort,
    Task,
    answers,
    by_feeling,
    by_knowing,
    judged,
    task_of,
)

TASKS_OF_THE_BOOK, CLAIMS_OF_THE_BOOK = known_readers.tasks.__wrapped__, known_readers.claims.__wrapped__
FORMS_OF_THE_BOOK = known_classes.forms.__wrapped__
"""Worked out anew, past what is remembered."""

TASKS = [Task(0.25, (0.0, 0.0, 0.0, 1.0), 1.0), Task(0.3, (0.0, 0.5), 1.0), Task(0.0, (0.0,), 0.9)]
FORMS = [TASKS, [TASKS[0], TASKS[1]], [TASKS[1], TASKS[2], TASKS[2]]]
CLAIMS = [True, True, False, False, False]


@pytest.fixture(autouse=True)
def made_up(monkeypatch):
    """A few tasks and claims in place of the book's, which may be more any day."""
    for module in (known_readers, known_classes):
        monkeypatch.setattr(module, "tasks", lambda: TASKS)
    monkeypatch.setattr(known_classes, "forms", lambda: FORMS)
    monkeypatch.setattr(known_readers, "claims", lambda: CLAIMS)


SURENESS = ("surer than right", "more often than you were sure")
BELIEF = ("better than chance", "You are slow", "You are quick")
GAIN, SURER_CLASS, FAULT = ("gained", "lost"), ("surer", "less sure"), ("below 0", "all below 0")
KNOWING, LEANING, WEAK = by_knowing(0.6), by_feeling(1, -1.2), by_feeling(1, 0.4)


def held_to(back: Back, things: tuple[str, ...], *figures: float) -> None:
    """What came back is: how many, what was put in, mean, low, high, of 100 how many held, and were told each thing."""
    found = [back.many, back.put, back.mean, back.low, back.high, back.held, *back.told.values()]
    assert found == pytest.approx(figures, abs=1e-7) and tuple(back.told) == things


@pytest.mark.parametrize(
    ("run", "things", "figures"),
    [
        (lambda: sureness_back(FAIR, 20, 9), SURENESS, (20, 0.00826389, 0.03208333, -0.026, 0.146, 100, 0, 0)),
        (lambda: sureness_back(SURE, 20, 9), SURENESS, (20, 0.00201389, 0.04027778, -0.0115, 0.12175, 100, 0, 0)),
        (lambda: sureness_back(GUESSER, 20, 9), SURENESS, (20, 0.01611111, 0.02305556, -0.047, 0.1495, 89, 0, 0)),
        (lambda: sureness_back(SURER, 20, 9), SURENESS, (20, 0.21402778, 0.23868056, 0.1165, 0.391125, 89, 78, 0)),
        (lambda: sureness_back(SURER, 10, 9), SURENESS, (10, 0.21611111, 0.25152778, 0.1115, 0.35825, 100, 0, 0)),
        (
            lambda: belief_back(WEAK, 20, 1, readers=9),
            BELIEF,
            (20, 1, 0.90210289, -0.07681865, 1.63172493, 78, 67, 0, 0),
        ),
        (
            lambda: belief_back(LEANING, 22, -1.2, "bias", 9),
            BELIEF,
            (22, -1.2, -1.17610703, -1.50613024, -0.76214738, 89, 22, 0, 100),
        ),
        (
            lambda: belief_back(KNOWING, 23, 0, "difference", 9),
            BELIEF,
            (23, 0, 0.57004831, 0.44347826, 0.76521739, 0, 100, 0, 0),
        ),
        (lambda: gain_back(12, 0.2, 9), GAIN, (12, 0.16875, 0.1904321, -0.03611111, 0.37444444, 89, 56, 0)),
        (lambda: gain_back(12, 0.0, 9), GAIN, (12, 0, 0.00231481, -0.13361111, 0.13388889, 100, 0, 0)),
        (lambda: gain_back(12, -0.3, 9), GAIN, (12, -0.253125, -0.19737654, -0.32166667, -0.04055556, 100, 0, 33)),
        (lambda: surer_back(12, 9), SURER_CLASS, (12, 0.11167708, 0.13394676, 0.10751042, 0.18997917, 100, 100, 0)),
        (lambda: surer_back(3, 9), SURER_CLASS, (3, 0.11130208, 0.14229167, -0.00241667, 0.28316667, 89, 22, 0)),
        (lambda: discrimination_back(20, 9), FAULT, (20, 0.09471352, 0.08940276, -0.31305573, 0.39284088, 100, 33, 0)),
        (lambda: discrimination_back(25, 9), FAULT, (25, 0.09916557, 0.09544822, -0.37807399, 0.45495079, 89, 22, 11)),
    ],
)
def test_what_a_seed_gives(run, things, figures):
    """These few readers or students, of these seeds, come to these figures, whatever machine works them out."""
    held_to(run(), things, *figures)


def test_class_that_is_less_sure_is_told_so(monkeypatch):
    """Students whose guesses are right more often than guessing should be come out as less sure than right."""
    lucky = [Task(0.1, (1.0, 1.0, 0.5), 1.0)]
    for module in (known_readers, known_classes):
        monkeypatch.setattr(module, "tasks", lambda: lucky)
    held_to(surer_back(6, 9), SURER_CLASS, 6, -0.2945, -0.30773148, -0.38875, -0.25325, 89, 0, 100)


@pytest.mark.parametrize(
    "run",
    [lambda: sureness_back(Sort("knows", (4,)), 20, 9), lambda: gain_back(12, 0.0, 9), lambda: surer_back(12, 9)],
    ids=["sureness", "gain", "surer"],
)
def test_interval_holds_its_own_ends(monkeypatch, run):
    """Where nobody differs, the interval is one figure; it holds what was put in, and nobody is told anything."""
    certain = [Task(1.0, (1.0,), 1.0)]
    for module in (known_readers, known_classes):
        monkeypatch.setattr(module, "tasks", lambda: certain)
    monkeypatch.setattr(known_classes, "forms", lambda: [certain, certain])
    back = run()
    assert (back.put, back.mean, back.low, back.high, back.held) == (0, 0, 0, 0, 100)
    assert set(back.told.values()) == {0}


@pytest.mark.parametrize("end", ["low", "high"])
def test_interval_of_a_reader_holds_its_own_ends(end):
    """What was put in is held where it is just an end of the interval."""
    end = getattr(signal(*judged(WEAK, 20, random.Random(20))).dprime, end)
    assert belief_back(WEAK, 20, end, readers=1).held == 100


def test_exercise_at_nothing_is_not_called_faulty(monkeypatch):
    """An exercise that tells nobody apart, with an interval that ends there, is not below 0."""
    monkeypatch.setattr(known_classes, "discrimination", lambda scores, rest: Estimate(0.0, 0.0, 0.0))
    assert discrimination_back(20, 3) == Back(20, 0, 0, 0, 0, 100, {"below 0": 0, "all below 0": 0})


def test_class_without_a_discrimination(monkeypatch):
    """Where everybody scores alike nothing is told apart, which is a discrimination of 0."""
    monkeypatch.setattr(known_classes, "tasks", lambda: [Task(1.0, (1.0,), 1.0)] * 2)
    assert known_classes._apart(20, random.Random(1)) == 0.0


def test_middle_of_what_came_back():
    """Of figures in any order stand the mean and where 95 of 100 lie, and of 100 readers how many were told each."""
    found = [4.0, 0.0, 1.0, 3.0, 2.0]
    back = back_of(7, 0.5, found, 4, ["slow", "", "slow and quick"], ("slow", "quick", "neither"))
    assert back == Back(
        7, 0.5, 2.0, pytest.approx(0.1), pytest.approx(3.9), 80, {"slow": 67, "quick": 33, "neither": 0}
    )


def test_skill_of_students():
    """What a student knows is drawn about 0.4, and never below a tenth or above seven tenths."""
    dice = random.Random(1)
    assert [skill(dice) for _ in range(3)] == pytest.approx([0.59322771, 0.61741684, 0.40995037], abs=1e-7)
    many = [skill(dice) for _ in range(500)]
    assert (min(many), max(many)) == (0.1, 0.7)


def test_readers_of_a_seed():
    """One reader of a seed answers these tasks so, and judges so many claims so."""
    given, truth = answers(SURER, 4, random.Random(1))
    assert given == [(0.25, 0.25, 1.0), (1.0, 0.3, 1.0), (1.0, 0.0, 0.0), (1.0, 0.25, 1.0)]
    assert truth == pytest.approx(0.203125)
    assert judged(by_knowing(0.5), 3, random.Random(1)) == (3, 3, 1, 3)
    assert judged(by_knowing(0.5), 7, random.Random(1)) == (7, 7, 4, 7)


def test_nobody_knows_what_they_do_not():
    """Though dice show the least, whoever knows nothing guesses, and a feeling just as strong as is asked is no yes."""
    assert answers(Sort("knows nothing", (0,)), 1, Zero())[0] == [(0.0, 0.25, 0.0)]
    assert known_classes._score(TASKS[0], 0.0, Zero()) == 0.0
    assert by_knowing(0)(False, Zero()) and by_knowing(0.1)(True, Zero()) and not by_knowing(0.1)(False, Zero())
    assert not by_feeling(0, 0)(True, Zero()) and by_feeling(2, 0.9)(True, Zero())


@pytest.mark.parametrize(
    ("name", "best", "scores"),
    [
        ("rumour", 1, {1: 23, 0.5: 17, 0: 20}),
        ("mill", 1, {0: 6, 0.2: 16, 0.4: 20, 0.6: 17, 0.8: 1}),
        ("roofs", 1, {0: 60}),
        ("opinion", 0, {0: 60}),
    ],
)
def test_task_of_an_exercise(small_book, name, best, scores):
    """Sixty guesses of a seed at an exercise score so by the real grader, and its best answer so; no score is none."""
    task = task_of(find_exercise(name), random.Random(1))
    assert (task.guessing, task.best, Counter(task.guesses)) == (guessing(find_exercise(name)), best, scores)


def test_what_readers_practise(small_book):
    """Readers answer what asks how sure, first that of the path and then that of the practice sets, and no other test;
    they judge the claims of the same exercises.
    """
    dice = random.Random(1)
    asked = [name for name in PATH[1:] if name not in ("boats", "rewrite", "opinion")]
    assert TASKS_OF_THE_BOOK() == [task_of(find_exercise(name), dice) for name in (*asked, "threshold", "aside")]
    weir, mill = [True, False, False] * 2, [True, True, False, False, False]
    assert CLAIMS_OF_THE_BOOK() == [*weir, *mill]


def test_what_classes_are_tested_with(small_book):
    """Of each test form a class answers what a machine scores, with guesses of a seed of its own."""
    dice = random.Random(2)
    forms = [[f"{stem}-one", f"{stem}-two"] for stem in ("cedar", "ash", "birch")]
    assert FORMS_OF_THE_BOOK() == [[task_of(find_exercise(name), dice) for name in form] for form in forms]
