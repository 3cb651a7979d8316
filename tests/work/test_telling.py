"""When reasons may be told is one rule, run twice: in Python, and by the module that stands in a page."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from tests.conftest import ROOT
from tests.work.attempts import attempt
from whosaysso.browser.joined import BROWSER, joined
from whosaysso.exercises.forms import read_forms
from whosaysso.work import telling, work_file
from whosaysso.work.hand_in import TOLD, HandIn
from whosaysso.work.work_file import WorkFile

CASES = json.loads((ROOT / "tests/work/telling_cases.json").read_text(encoding="utf-8"))
FORMS = [one.id for _, one in sorted(read_forms().items())]
BEFORE, AFTER = FORMS[:2]
WHEN = datetime(2026, 1, 1, 10, tzinfo=UTC)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_case_in_python(case):
    """Every case is told or waits as it says, until the moment that it says."""
    work = HandIn(form=case["form"], finished=case["finished"])
    assert telling.told(work, case["set"], datetime.fromisoformat(case["now"])) == case["told"]
    assert telling.waits(work, case["set"]) == case["waits"]
    until = telling.waits_until(work, case["set"])
    assert until == (datetime.fromisoformat(case["until"]) if case["until"] else None)


def test_cases_in_a_page(browser):
    """The module of a page says the same of every case."""
    context = browser.new_context(offline=True)
    page = context.new_page()
    found = page.evaluate(
        """async ([text, forms, cases]) => {
        const { waitOf, areTold } = await import(URL.createObjectURL(new Blob([text], {type: "text/javascript"})));
        return cases.map(({form, finished, set, now}) => {
            Date.now = () => Date.parse(now);
            const wait = waitOf({form, finished}, set, forms);
            return [areTold({form, finished}, set, forms), Boolean(wait), Date.parse(wait?.until ?? "") || null];
        });
    }""",
        [joined(BROWSER / "telling.js"), FORMS, CASES],
    )
    context.close()
    moment = lambda until: datetime.fromisoformat(until).timestamp() * 1000 if until else None  # noqa: E731
    assert found == [[case["told"], case["waits"], moment(case["until"])] for case in CASES]


def test_a_moment_at_the_end_of_time():
    """A test finished on the last day of the calendar has no moment three weeks later, and breaks nothing."""
    work = HandIn(form="ABC", finished={BEFORE: datetime.max.replace(tzinfo=UTC)})
    assert not telling.told(work, BEFORE, WHEN) and telling.wait(work, BEFORE)


def at(monkeypatch, moment: datetime) -> None:
    """Set the clock of the work file."""
    clock = type("Clock", (datetime,), {"now": classmethod(lambda cls, zone=None: moment)})
    monkeypatch.setattr(work_file, "datetime", clock)


def test_told_by_the_days_stays_told(tmp_path, monkeypatch):
    """Once the days have told the reasons, a clock set back hides nothing, in another kernel either."""
    path = tmp_path / "my-work.json"
    file = WorkFile(path)
    file.deal("ABC")
    at(monkeypatch, WHEN)
    file.finish(BEFORE)
    at(monkeypatch, WHEN + timedelta(days=20, hours=23))
    assert not file.told(BEFORE) and TOLD not in file.work.finished
    at(monkeypatch, WHEN + timedelta(days=21))
    assert file.told(BEFORE)
    at(monkeypatch, WHEN - timedelta(days=99))
    assert file.told(BEFORE) and WorkFile(path).told(BEFORE)


def test_finished_once_is_finished_since_then(tmp_path, monkeypatch):
    """Whoever finishes a test a second time, in another window, begins no new wait."""
    file = WorkFile(tmp_path / "my-work.json")
    for days in (0, 5):
        at(monkeypatch, WHEN + timedelta(days=days))
        file.finish(BEFORE)
    assert file.work.finished == {BEFORE: WHEN}


def test_reasons_told_are_no_work_of_a_reader():
    """A record that holds only that reasons were told is empty: it is anybody's, and its order yields."""
    told = HandIn(readers=["a" * 32], form="ABC", finished={TOLD: WHEN})
    mine = HandIn(readers=["b" * 32], form="BCA", attempts=[attempt(1)], finished={AFTER: WHEN})
    assert told.empty and told.is_of(mine) and mine.is_of(told)
    assert told.merged(mine).form == mine.merged(told).form == "BCA"
    assert told.merged(mine).finished == {AFTER: WHEN, TOLD: WHEN}
