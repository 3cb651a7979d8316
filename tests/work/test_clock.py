"""The work file and clocks: what was answered first stays first, whatever a clock says that is wrong or elsewhere."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.work.attempts import attempt, ids, kept, visible
from whosaysso.exercises.forms import read_forms
from whosaysso.work import work_file
from whosaysso.work.hand_in import TOLD, HandIn
from whosaysso.work.telling import WAIT
from whosaysso.work.work_file import WorkFile

WHEN = datetime(2026, 1, 1, 10, tzinfo=UTC)


@pytest.fixture
def clock(monkeypatch) -> None:
    """A clock at ten in the morning of UTC, and at three in the afternoon of its own place."""
    now = classmethod(lambda cls, zone=None: WHEN if zone is UTC else WHEN + timedelta(hours=5))
    monkeypatch.setattr(work_file, "datetime", type("Clock", (datetime,), {"now": now}))


def test_clock_that_was_set_back(path):
    """An answer given after another stands after it, though the clock says something earlier."""
    file = WorkFile(path)
    for number in (30, 10, 20):
        file.add(attempt(number))
    assert kept(path) == ids(30, 10, 20) and file.work.first("one").id == attempt(30).id
    file.draft("one", {"choice": "newest"}, "0" * 12)
    assert file.work.response("one") == {"choice": "newest"}


def test_clock_of_another_age(path):
    """An answer from a year that nobody has seen yet moves no other: the next is dated as the clock says."""
    file = WorkFile(path)
    file.add(attempt(1, at="9999-12-31T23:59:59.999999Z"))
    file.add(attempt(2))
    assert [a.at.year for a in file.work.attempts][1] == 9999 and file.work.attempts[0].id == attempt(2).id


def test_two_answers_of_one_moment(path, clock):
    """Of two answers that carry one moment, the one given later is dated after the other, by the clock."""
    file = WorkFile(path)
    early = WHEN - timedelta(hours=1)
    file.add(attempt(1, at=early))
    file.add(attempt(2, at=early))
    assert [(a.id, a.at) for a in file.work.attempts] == [(attempt(1).id, early), (attempt(2).id, WHEN)]


@pytest.mark.parametrize(
    ("ahead", "dated"),
    [
        (timedelta(0), timedelta(milliseconds=1)),
        (timedelta(minutes=30), timedelta(minutes=30, milliseconds=1)),
        (timedelta(days=366) - timedelta(seconds=1), timedelta(days=366, milliseconds=-999)),
        (timedelta(days=366), timedelta(0)),
        (timedelta(minutes=-30), timedelta(0)),
    ],
    ids=["same", "half an hour ahead", "hardly a year ahead", "a year ahead", "half an hour ago"],
)
def test_what_comes_next_is_dated_after_all(path, clock, ahead, dated):
    """A draft is dated a tick after the newest answer where the clock is behind it, by less than a year of days."""
    file = WorkFile(path)
    file.add(attempt(1, at=WHEN + ahead))
    file.draft("two", {"choice": "a"}, "0" * 12)
    assert file.work.drafts["two"].at - WHEN == dated


def test_what_is_put_aside_is_called_by_the_time(path, clock):
    """What is damaged, and the work of the reader before, are kept under the time of UTC, which no summer sets back."""
    path.write_text("{broken", encoding="utf-8")
    file = WorkFile(path)
    aside = "my-work.damaged-20260101-100000-000000.json"
    assert file.notice == f"The file my-work.json could not be read. It is kept as {aside}, and a new one is begun."
    file.add(attempt(1))
    file.clear()
    before = "my-work-until-20260101-100000-000000.json"
    assert {one.name for one in visible(path.parent)} == {"my-work.json", aside, before}


@pytest.mark.parametrize(("left", "told"), [(timedelta(hours=1), False), (timedelta(0), True)], ids=["early", "due"])
def test_days_of_waiting_are_counted_in_utc(path, clock, left, told):
    """The reasons of the first test are told after so many days by the time of UTC, whatever the clock here shows."""
    first = read_forms()["A"].id
    file = WorkFile(path)
    file.load(HandIn(form="ABC", finished={first: WHEN - WAIT + left}))
    assert file.told(first) is told
    assert (TOLD in file.work.finished) is told
