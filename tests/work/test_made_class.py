"""The class that was made up: the same hand-ins at every call, of students who learn and forget, and are sure of it.

The figures are those of a seed, on a small book of the tests' own: they are held so that any change is seen.
"""

from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest

from tests.work.dice import Zero
from whosaysso.exercises.topics import find_exercise
from whosaysso.kinds.grading import RULES, grade
from whosaysso.work.counted import in_words
from whosaysso.work.hand_in import HandIn
from whosaysso.work.made_class import Task, _attempts, write_class
from whosaysso.work.reading import read_hand_in


@pytest.fixture
def students(small_book, tmp_path) -> list[HandIn]:
    """Four students of the small book, read from their files."""
    folder = write_class(tmp_path / "a" / "class", 4, ["hill", "river-rest"])
    assert folder == tmp_path / "a" / "class"
    return [HandIn.model_validate_json((folder / f"s0{number}.json").read_bytes()) for number in (1, 2, 3, 4)]


def days(work: HandIn) -> list[tuple]:
    """Every attempt: which exercise, on which day and when, what was answered, how sure, and the score."""
    return [(a.exercise, f"{a.at:%d %H:%M}", in_words(a.response), a.confidence, a.claimed) for a in work.attempts]


RIGHT = "c1: supports; c2: supports; c3: contradicts; c4: open; c5: contradicts"
OTHER = "c1: contradicts; c2: contradicts; c3: supports; c4: supports; c5: contradicts"


def test_students_of_a_seed(students):
    """The first student takes three tests and the sets, and the fourth, whose turn it is, is away on the last day."""
    assert days(students[0]) == [
        ("ash-one", "12 09:00", "a", 0.75, 1),
        ("ash-two", "12 09:01", "0", 0.75, 0),
        ("rumour", "12 10:00", "a", 0.75, 1),
        ("mill", "12 10:01", RIGHT, 0.5, 1),
        ("roofs", "12 10:02", "0", 0, 0),
        ("aside", "12 10:03", "b", 0, 1),
        ("boats", "12 10:04", "d", None, 0),
        ("cedar-one", "16 09:00", "a", 0, 1),
        ("cedar-two", "16 09:01", "4", 0.5, 1),
        ("birch-one", "30 09:00", "c", 0.75, 0.5),
        ("birch-two", "30 09:01", "0", 0.75, 0),
    ]
    assert days(students[3]) == [
        ("ash-one", "12 09:00", "a", 0.5, 1),
        ("ash-two", "12 09:01", "0", 0.5, 0),
        ("rumour", "12 10:00", "a", 0, 1),
        ("mill", "12 10:01", OTHER, 0.5, 0.2),
        ("roofs", "12 10:02", "4", 1, 1),
        ("aside", "12 10:03", "b", 1, 1),
        ("boats", "12 10:04", "a b d", None, pytest.approx(1 / 3)),
        ("cedar-one", "16 09:00", "a", 0.5, 1),
        ("cedar-two", "16 09:01", "4", 0.5, 1),
    ]
    assert [(one.readers[0][:8], one.form, one.code) for one in students] == [
        ("64b2d2bc", "ACB", "S01"),
        ("ecc1cb63", "ABC", "S02"),
        ("db3d1150", "ACB", "S03"),
        ("47ca7883", "ACB", "S04"),
    ]
    assert students[0].attempts[0].id == "78e510617311d8a3c2ce6f447ed4d57b"


def test_class_learns_and_forgets(small_book, tmp_path):
    """Of sixty students so many answers are right on each day: more after the sets than before, and fewer later on."""
    folder = write_class(tmp_path / "class", 60, ["hill", "river"])
    attempts = [one for path in folder.iterdir() for one in read_hand_in(path).attempts]
    right = Counter(f"{one.at:%d %H}" for one in attempts if one.claimed == 1)
    asked = Counter(f"{one.at:%d %H}" for one in attempts)
    assert {when: (right[when], asked[when]) for when in sorted(asked)} == {
        "12 09": (57, 120),
        "12 10": (218, 360),
        "16 09": (79, 120),
        "30 09": (52, 90),
    }


def test_what_students_hand_in(small_book, students):
    """Every answer is to an exercise as it is, with the score of its grader and the rules; no id stands twice."""
    attempts = [one for work in students for one in work.attempts]
    items = {name: find_exercise(name) for name in {one.exercise for one in attempts}}
    for one in attempts:
        item = items[one.exercise]
        assert (one.version, one.rules) == (item.question()["version"], RULES)
        assert one.claimed == grade(item.with_key(), one.response)["score"]
    assert len({one.id for one in attempts}) == len(attempts)
    assert all(work.rules == RULES and not work.drafts and not work.finished for work in students)


def test_same_call_writes_the_same_class(small_book, tmp_path):
    """A second call writes the same bytes, over the first class or elsewhere, and a file for each student."""
    written = []
    for name in ("class", "class", "other"):
        folder = write_class(tmp_path / name, 11, ["hill"])
        written.append({path.name: path.read_bytes() for path in folder.iterdir()})
    assert written[0] == written[1] == written[2]
    assert sorted(written[0]) == [f"s{number:02}.json" for number in range(1, 12)]


def test_nobody_of_a_class_knows_what_they_do_not(small_book):
    """Though dice show the least, whoever knows nothing of an exercise guesses, and is unsure."""
    item, begun = find_exercise("aside"), datetime(2026, 1, 12, tzinfo=UTC)
    tasks = [Task(item.with_key(), item.best(), ease) for ease in (0.0, 0.2, -0.2)]
    given = list(_attempts(tasks, 0.0, begun, Zero()))
    assert [(one.response["choice"], one.confidence, one.at - begun) for one in given] == [
        ("a", 0.0, timedelta(0)),
        ("b", 0.5, timedelta(minutes=1)),
        ("a", 0.0, timedelta(minutes=2)),
    ]
