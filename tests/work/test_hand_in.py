"""The record: what two files come to together, and what is shown of it."""

import itertools
import time
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import AwareDatetime, TypeAdapter, ValidationError

from tests.work.attempts import attempt, draft
from whosaysso.work.hand_in import Draft, HandIn, Moment

READER, OTHER = "a" * 32, "b" * 32


def test_merging_never_counts_twice():
    """The same attempt in two files is one attempt, and time sets the order."""
    merged = HandIn(attempts=[attempt(3), attempt(1)]).merged(HandIn(attempts=[attempt(1), attempt(2)]))
    assert [a.id for a in merged.attempts] == [attempt(n).id for n in (1, 2, 3)]
    assert (merged.first("one"), merged.latest("one")) == (attempt(1), attempt(3))


def test_attempts_of_one_moment_keep_their_order():
    """Of two attempts of one moment the one that stands first was first."""
    one, two = attempt(1), attempt(2, at=attempt(1).at)
    assert HandIn(attempts=[two, one]).merged(HandIn()).first("one") == two


def test_newer_draft_wins_from_either_side():
    """Of two drafts of one exercise the newer is kept, whichever file it comes from."""
    old, new = HandIn(drafts={"one": draft(1, "old")}), HandIn(drafts={"one": draft(2, "new")})
    assert old.merged(new).drafts == new.merged(old).drafts == new.drafts


@pytest.mark.parametrize(("minute", "shown"), [(1, "a"), (3, "b")])
def test_what_is_newer_is_shown(minute, shown):
    """A checked answer is shown before an older draft, and a newer draft before it."""
    work = HandIn(attempts=[attempt(2)], drafts={"one": draft(minute)})
    assert work.response("one") == {"choice": shown}


def test_finished_since_the_earlier_moment():
    """A set that is finished in two files has been so since the earlier of the two."""
    times = [HandIn(finished={"a": attempt(n).at}) for n in (2, 1)]
    assert {one.merged(two).finished["a"] for one, two in itertools.permutations(times)} == {attempt(1).at}


def test_order_of_the_tests_is_that_of_the_one_who_took_them():
    """Of two orders of the test forms, that of the file with a finished set stays."""
    begun, dealt = HandIn(form="ABC", finished={"test-a": attempt(1).at}), HandIn(form="CBA")
    assert begun.merged(dealt).form == dealt.merged(begun).form == "ABC"
    assert HandIn(form="BCA").merged(dealt).form == "BCA"


def test_whose_a_file_is():
    """A file is one's own by a reader or an attempt that both know, or when one of them is empty; else another's."""
    mine = HandIn(readers=[READER], attempts=[attempt(1)])
    assert mine.is_of(HandIn(readers=[OTHER, READER], attempts=[attempt(2)]))
    assert mine.is_of(HandIn(attempts=[attempt(1), attempt(2)]))
    assert mine.is_of(HandIn(readers=[OTHER]))
    assert not mine.is_of(HandIn(readers=[OTHER], attempts=[attempt(2)]))
    assert not mine.is_of(HandIn(drafts={"one": draft(1)}))


def test_a_yes_is_kept():
    """After a merge both readers are the work's, so that nobody is asked twice."""
    mine, other = (HandIn(readers=[r], attempts=[attempt(n)]) for r, n in ((READER, 1), (OTHER, 2)))
    merged = mine.merged(other)
    assert merged.readers == [READER, OTHER] and merged.is_of(other) and merged.is_of(mine)


def test_drafts_of_one_moment_are_told_apart_by_what_they_say():
    """Of two drafts of one moment the same one is kept, in whatever order a file has written its parts."""
    parts, other = {"high": "2", "low": "1"}, {"low": "0"}
    for one in (parts, dict(reversed(parts.items()))):
        works = [HandIn(drafts={"one": Draft(response=each, at=attempt(1).at)}) for each in (one, other)]
        for mine, theirs in (works, reversed(works)):
            assert mine.merged(theirs).drafts["one"].response == other


def test_nothing_is_the_first_of_nothing():
    """Where an exercise has no attempt, none is the first or the latest, and its answer is empty."""
    work = HandIn(attempts=[attempt(1)])
    assert (work.first("two"), work.latest("two"), work.response("two"), work.of("two")) == (None, None, {}, [])


def test_attempts_by_exercise():
    """The attempts are found by their exercise, each with its own in order."""
    one, other, two = attempt(1), attempt(2, exercise="two"), attempt(3)
    assert HandIn(attempts=[one, other, two]).by_exercise() == {"one": [one, two], "two": [other]}


def test_text_of_the_file():
    """The file is indented by one space, keeps the letters of all scripts, and ends with a line end."""
    text = HandIn(code="مریم", edition="1", rules=2, drafts={"one": draft(2)}).as_text()
    assert (
        text
        == """{
 "schema": "whosaysso.hand-in/2",
 "book": "who-says-so",
 "edition": "1",
 "readers": [],
 "rules": 2,
 "form": null,
 "code": "مریم",
 "attempts": [],
 "drafts": {
  "one": {
   "response": {
    "choice": "b"
   },
   "at": "2026-01-01T10:02:00Z",
   "version": null
  }
 },
 "finished": {}
}
"""
    )


WORKS = st.builds(
    HandIn,
    attempts=st.lists(st.integers(0, 9), unique=True).map(lambda ns: [attempt(n) for n in sorted(ns)]),
    drafts=st.dictionaries(st.sampled_from(["one", "two"]), st.builds(draft, st.integers(0, 9), st.sampled_from("ab"))),
    finished=st.dictionaries(st.sampled_from(["x", "y"]), st.integers(0, 9).map(lambda n: attempt(n).at)),
)


@given(WORKS, WORKS, WORKS)
def test_merging_knows_no_order(one, two, three):
    """Files merged in any order, and any number of times, give the same."""
    assert one.merged(one) == one.merged(HandIn())
    assert one.merged(two) == two.merged(one)
    assert one.merged(two).merged(three) == one.merged(two.merged(three))


@pytest.mark.parametrize(
    ("written", "in_utc"),
    [
        ("2026-01-31T10:00:00Z", "2026-01-31T10:00:00Z"),
        ("2026-01-31T10:00:00.1234567Z", "2026-01-31T10:00:00.123456Z"),
        ("2026-01-31T23:30:00-05:30", "2026-02-01T05:00:00Z"),
        ("0001-01-01T00:00:00+00:00", "0001-01-01T00:00:00Z"),
        ("0001-01-01T00:00:00+14:00", None),
        ("2026-01-31T10:00:00+02:84", None),
        ("2026-01-31T10:00:60Z", None),
        ("2026-01-31T24:00:00Z", None),
        ("2026-02-30T10:00:00Z", None),
        ("2026-01-31T10:00:00", None),
        ("2026-01-31 10:00:00Z", None),
        ("2026-01-31T10:00Z", None),
        ("2026-01-31T10:00:00Z\n", None),
        ("1769853600", None),
        (1769853600, None),
        (datetime(2026, 1, 31), None),
        (datetime(2026, 1, 31, tzinfo=UTC), "2026-01-31T00:00:00Z"),
        (datetime.min.replace(tzinfo=timezone(timedelta(hours=14))), None),
    ],
)
def test_moment_is_one_form_with_a_zone(written, in_utc):
    """A moment is read in its one form, as pydantic reads it, in UTC; whatever else stands there is told the form."""
    kind = TypeAdapter(Moment)
    try:
        moment = kind.validate_python(written)
    except ValidationError as error:
        told = {each["msg"] for each in error.errors()}
        assert in_utc is None and told <= {"write a moment as 2026-01-31T10:00:00Z"}
    else:
        assert moment == TypeAdapter(AwareDatetime).validate_python(written) and not moment.utcoffset()
        assert kind.dump_json(moment).decode() == f'"{in_utc}"'


def test_moment_is_described_as_one():
    """The schema of the file says of a moment what JSON Schema has a word for."""
    assert TypeAdapter(Moment).json_schema() == {"type": "string", "format": "date-time"}


def test_moment_is_in_utc_wherever_one_is(monkeypatch):
    """A moment with another zone is turned into UTC, and not into the zone of the computer."""
    with monkeypatch.context() as there:
        there.setenv("TZ", "THERE-5")
        time.tzset()
        moment = TypeAdapter(Moment).validate_python("2026-01-31T10:00:00+02:00")
    time.tzset()
    assert moment.isoformat() == "2026-01-31T08:00:00+00:00"
