"""What counts: scores come from the answers, whatever a file claims."""

import pytest

from tests.desk.hand_ins import BEST, ITEMS, SCORED, WRITE, work
from whosaysso.desk.rows import Row, Sum, row_of
from whosaysso.exercises import sets
from whosaysso.work import course as courses
from whosaysso.work.counted import in_words
from whosaysso.work.course import course
from whosaysso.work.hand_in import HandIn


def counted(*answers, in_sets=(), marks=None, **changed) -> Row:
    """The row of a hand-in with these answers."""
    return row_of(HandIn.model_validate(work(*answers, **changed)), course(in_sets), marks)


def scores(row: Row) -> dict[str, float]:
    """The scores of what was scored."""
    return {answer.exercise: answer.score for answer in row.answers if answer.score is not None}


def test_key_earns_every_point():
    """The key in a hand-in scores 1 everywhere, each topic and test 100 percent; texts are for people."""
    row = counted(*BEST, form="BCA")
    assert scores(row) == pytest.approx(dict.fromkeys(SCORED, 1)) and row.answered == len(ITEMS)
    assert row.total.points == pytest.approx(row.total.of) and row.total.percent == 100
    assert {s.percent for s in (*row.topics.values(), *row.tests.values())} == {100}
    assert list(row.tests) == ["before", "after", "later"] and not row.notes and not row.ungraded


@pytest.mark.parametrize(("counts", "score"), [("first", 0), ("best", 1), ("last", 0.5)])
def test_attempt_that_counts(monkeypatch, counts, score):
    """The set says which attempt counts, and how many points a full score is worth."""
    one = sets.Set(id="one", title="One", attempts=counts, points={"footbridge": 3}, exercises=["footbridge"])
    monkeypatch.setattr(courses, "sets_by_exercise", lambda: {**sets.sets_by_exercise(), "footbridge": one})
    row = counted(*(("footbridge", {"choice": c}, None) for c in ("nothing", "use", "certain")))
    assert scores(row) == {"footbridge": score} and row.total.points == 3 * score


def test_claimed_score_earns_nothing():
    """A file that claims a point for a wrong answer gets none, and the teacher is told."""
    row = counted(("reportedly-by-whom", {"choice": "army"}, 1))
    assert scores(row) == {"reportedly-by-whom": 0} and "claims 100%" in row.notes[0]


def test_claims_by_other_rules_are_not_compared():
    """A claim is compared with the desk's score only where the same rules made both."""
    made = work(("reportedly-by-whom", {"choice": "army"}, 1))
    made["attempts"][0]["rules"] = 999
    assert not row_of(HandIn.model_validate(made), course()).notes


def test_other_version_is_not_graded():
    """An answer to an exercise as it once was is not graded by today's key, and is no zero in its topic."""
    made = work(*BEST[:1])
    made["attempts"][0]["version"] = "f" * 12
    row = row_of(HandIn.model_validate(made), course())
    assert not row.answers and not row.topics and row.ungraded and "was changed since" in row.notes[0]


def test_number_of_two_readings_is_no_zero():
    """An old answer whose number two countries read in two ways is told and left without a score, and is no zero."""
    name, best = next((name, item.best()) for name, item in ITEMS.items() if item.kind == "number")
    row = counted((name, {**best, next(iter(best)): "1.000"}, 0))
    assert not scores(row) and not row.topics and row.ungraded and "read in two ways" in row.notes[0]


@pytest.mark.parametrize("year", ["0001", "2999"])
def test_dates_that_cannot_be_are_told(year):
    """An answer from a time in which nobody can have given it is graded, and the teacher is told."""
    made = work(*BEST[:1])
    made["attempts"][0]["at"] = f"{year}-01-01T10:00:00Z"
    row = row_of(HandIn.model_validate(made), course())
    assert scores(row) == {BEST[0][0]: 1} and "cannot have been answered" in row.notes[0]


def test_unknown_exercise_is_told():
    """An answer to an exercise that is not there is told and not graded."""
    row = counted(("no-such", {"choice": "a"}, 1))
    assert not row.answers and row.ungraded and row.notes == ["no-such: there is no such exercise"]


FORM_B = sets.read_sets()["test-b"]
B_FIRST = (FORM_B.exercises[0], ITEMS[FORM_B.exercises[0]].best(), 1)
B_SUM = Sum(FORM_B.worth(B_FIRST[0]), sum(FORM_B.worth(name) for name in FORM_B.exercises if name in SCORED))


def test_sums_are_of_the_sets_named():
    """The total is of the sets that a teacher names; a topic is of what was answered, a begun test whole."""
    row = counted(*BEST[:1], B_FIRST, form="ABC", in_sets=["test-b"])
    assert row.total == B_SUM and row.tests == {"after": B_SUM} and 0 < row.tests["after"].percent < 50
    assert [s.percent for s in row.topics.values()] == [100]
    with pytest.raises(KeyError, match="there is no set “none”"):
        course(["none"])


def test_tests_of_an_unknown_order_stand_by_their_letter():
    """Where nobody knows the order of the forms, a test is counted under its letter."""
    row = counted(B_FIRST)
    assert not row.tests and row.forms == {"B": B_SUM}


def test_marks_of_people_count():
    """A text earns what a person gave it; one that is not marked yet counts neither way; one not written is 0."""
    name = WRITE[0]
    worth = course().asked[name].worth
    text = (name, {"text": "Some words."}, None)
    before = counted(text).total
    assert counted(text, marks={name: 0.5}).total == before + Sum(worth / 2, worth)
    assert counted(text, marks={name: None}).total == before
    assert counted(marks={name: 0.0}).total == before + Sum(0, worth)


def test_answers_in_words():
    """Each kind of answer is told in short, by ids and numbers."""
    assert in_words({"choices": ["a", "b"]}) == "a b"
    assert in_words({"low": "3", "high": "9"}) == "low: 3; high: 9"
    assert in_words({"words": {"source": [1, 2, 3, 7], "hedge": []}}) == "source: 1–3 7; hedge: "
    assert in_words({"a": [{"b": None}, 1.5, True]}) and in_words({}) == "" and in_words("x") == "x"
