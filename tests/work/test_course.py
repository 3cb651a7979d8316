"""What a class was asked: what of the book counts, by which set and topic, and that no answer is graded twice."""

import pytest

from tests.work.small_book import choose, number, write
from whosaysso import BOOK
from whosaysso.exercises.made import FORMAT, Made
from whosaysso.exercises.sets import Set
from whosaysso.exercises.topics import find_exercise
from whosaysso.work import course as courses
from whosaysso.work.counted import Known
from whosaysso.work.course import course, made_course


def test_course_of_the_whole_book(small_book):
    """Every exercise is there with key, topic, set and points, those of a test under the letter of its form."""
    whole = course()
    assert {name: (one.topic, one.set.id, one.worth, one.scored) for name, one in whole.asked.items()} == {
        "threshold": ("doors", "doors", 1, True),
        "rumour": ("hill", "hill", 1, True),
        "mill": ("hill", "hill", 2, True),
        "roofs": ("hill", "hill", 3.5, True),
        "rewrite": ("hill", "hill", 1, False),
        "opinion": ("hill", "hill", 1, False),
        "aside": ("hill", "hill", 1, True),
        "ferry": ("river", "river", 1, True),
        "boats": ("river", "river-rest", 1, True),
        "weir": ("river", "river", 0, True),
        **{
            f"{stem}-{end}": (form, f"test-{form.lower()}", worth, True)
            for form, stem in zip("ABC", ("ash", "birch", "cedar"), strict=True)
            for end, worth in (("one", 1), ("two", 2))
        },
    }
    assert all(one.question == find_exercise(name).with_key() for name, one in whole.asked.items())
    assert whole.topics == {"doors": "Doors", "hill": "The hill", "river": "The river"}
    assert (whole.forms, whole.writing, whole.book) == (("A", "B", "C"), ("rewrite",), BOOK)
    assert whole.counting == whole.asked.keys()
    assert whole.scored_of == {"A": 3, "B": 3, "C": 3, "": 19.5}


def test_only_named_sets_make_the_total(small_book):
    """Where sets are named only their exercises count and make the total; everything is asked as before."""
    whole, part = course(), course(("river", "test-b"))
    assert part.counting == {"ferry", "weir", "birch-one", "birch-two"}
    assert part.scored_of == {"A": 3, "B": 3, "C": 3, "": 4}
    assert (part.asked, part.topics, part.forms) == (whole.asked, whole.topics, whole.forms)


def test_unknown_set_is_named(small_book):
    """A set that is not there is named, with all that there are."""
    with pytest.raises(KeyError) as told:
        course(("hill", "hills"))
    there = "doors, hill, river, test-c, test-a, test-b, river-rest"
    assert told.value.args == (f"there is no set “hills”; there are: {there}",)


MADE = Made.model_validate(
    {
        "format": FORMAT,
        "book": "our-class",
        "title": "The flood",
        "exercises": [choose("bridge"), write("retell"), number("boats-lost")],
    }
)


def test_course_of_a_teachers_own_file():
    """The exercises of a file outside the book are one topic with its title, a point each, for its own hand-ins."""
    made = made_course(MADE)
    one = Set(id="made", title="The flood", exercises=["bridge", "retell", "boats-lost"])
    assert {name: (a.topic, a.set, a.worth, a.scored) for name, a in made.asked.items()} == {
        "bridge": ("made", one, 1, True),
        "retell": ("made", one, 1, False),
        "boats-lost": ("made", one, 1, True),
    }
    assert [a.question for a in made.asked.values()] == [item.with_key() for item in MADE.exercises]
    assert (made.topics, made.forms, made.writing) == ({"made": "The flood"}, (), ("retell",))
    assert (made.counting, made.scored_of, made.book) == (frozenset(made.asked), {"": 2}, "our-class")
    assert one.attempts == "first" and one.mode == "practice"


@pytest.fixture
def graded(monkeypatch) -> list[object]:
    """Every answer that is graded in place of remembered."""
    seen: list[object] = []
    knowing = courses.known
    monkeypatch.setattr(courses, "known", lambda question, given: seen.append(given) or knowing(question, given))
    return seen


def test_answer_is_graded_once(graded):
    """Answers that many give are graded once; other answers and other exercises, or 1 for 1.0, are their own."""
    made = made_course(MADE)
    bridge, boats = made.asked["bridge"].question, made.asked["boats-lost"].question
    answers = [{"choice": "a"}, {"choice": "c"}, {"number": 4}, {"number": 4.0}, {"number": "4"}]
    for _ in range(2):
        assert [made.known(bridge, one) for one in answers[:2]] == [Known(1, "a"), Known(0.5, "c")]
        assert [made.known(boats, one).words for one in answers] == ["a", "c", "4", "4.0", "4"]
    assert len(graded) == 7 and len(made_course(MADE)._known) == 0


def test_memory_has_an_end(graded, monkeypatch):
    """What is remembered is forgotten before it is too much, and found out again, the same."""
    monkeypatch.setattr(courses, "REMEMBERED", 2)
    made = made_course(MADE)
    bridge = made.asked["bridge"].question
    said = [made.known(bridge, {"choice": choice}).score for choice in "abcbca"]
    assert said == [1, 0, 0.5, 0, 0.5, 1]
    assert [one["choice"] for one in graded] == list("abcba"), "c stays where there is room for two"
