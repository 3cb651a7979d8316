"""When a topic is due again, and with what: worked cases, and what holds for any attempts on any number of devices."""

import json
import random
from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest

from tests.conftest import ROOT
from whosaysso.authored.folders import PACKAGE
from whosaysso.browser.joined import joined

CASES = json.loads((ROOT / "tests/browser/schedule_cases.json").read_text(encoding="utf-8"))
BEGUN = datetime(2026, 1, 1, 10, tzinfo=UTC)
DAY = 86_400_000
EXERCISES = [{"id": f"{topic}{n}", "set": topic, "version": "0" * 12} for topic in "abcdefg" for n in range(1, 5)]


@pytest.fixture(scope="module")
def schedule(browser):
    """Calls the browser's functions: takes their names and what they are given, many at once."""
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.goto("about:blank")
    page.evaluate(
        """async (text) => {
        const found = await import(URL.createObjectURL(new Blob([text], {type: "text/javascript"})));
        const plain = (value) => value instanceof Map ? Object.fromEntries(value) : value;
        window.call = ([name, given]) => plain(found[name](...given));
    }""",
        joined(PACKAGE / "browser/judgement/schedule.js", PACKAGE / "browser/judgement/calendar.js"),
    )
    yield lambda asked: page.evaluate("(asked) => asked.map(window.call)", asked)
    context.close()


def answered(number: int, exercise: str, day: float, score: float | None, version: str = "0" * 12) -> dict:
    """An attempt so many days after the beginning."""
    at = (BEGUN + timedelta(days=day)).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return {"id": f"{number:032x}", "exercise": exercise, "version": version, "at": at, "claimed": score}


def some(dice: random.Random) -> list[dict]:
    """Attempts at moments of a year, some of them at one moment."""
    days = [
        dice.choice([dice.uniform(0, 365), dice.randrange(30), dice.randrange(8) / 8])
        for _ in range(dice.randrange(60))
    ]
    return [
        answered(n, dice.choice(EXERCISES)["id"], day, dice.choice([0, 0.5, 1, dice.random(), None]))
        for n, day in enumerate(days)
    ]


def moment(day: float) -> float:
    """A day as the browser has it, in milliseconds."""
    return (BEGUN + timedelta(days=day)).timestamp() * 1000


def asked(attempts: list[dict], day: float) -> list:
    """The question what to practise on a day that begins at this moment."""
    return ["todaysFive", [EXERCISES, attempts, moment(day), moment(day)]]


def test_cases(schedule):
    """Every worked case gives the day on which each topic is due."""
    given = [[answered(n, *each) for n, each in enumerate(case["attempts"])] for case in CASES]
    found_each = schedule([["scheduleOf", [EXERCISES, attempts]] for attempts in given])
    for case, found in zip(CASES, found_each, strict=True):
        days = {topic: (due["due"] - moment(0)) / DAY for topic, due in found.items()}
        assert days == pytest.approx(case["due"], abs=1e-6), case["why"]


def test_two_devices_have_one_schedule(schedule):
    """Whatever file is loaded first, attempts of two devices give one schedule, and no topic is due before its last."""
    dice = random.Random(19)
    drawn = [some(dice) for _ in range(60)]
    shuffled = [dice.sample(attempts, len(attempts)) for attempts in drawn]
    found = schedule([["scheduleOf", [EXERCISES, attempts]] for attempts in (*drawn, *shuffled)])
    assert found[:60] == found[60:]
    for attempts, topics in zip(drawn, found, strict=False):
        known = {e["id"]: e["set"] for e in EXERCISES}
        scored = [a for a in attempts if a["claimed"] is not None]
        assert topics.keys() == {known[a["exercise"]] for a in scored}
        for name, topic in topics.items():
            last = max(datetime.fromisoformat(a["at"]) for a in scored if known[a["exercise"]] == name)
            assert topic["last"] == last.timestamp() * 1000
            assert topic["due"] >= topic["last"] + DAY and topic["interval"] >= 1


def test_five_at_a_time(schedule):
    """At most five, from due topics in turns; none is seen while its topic has an unseen one; the same all day long."""
    dice = random.Random(5)
    days = [dice.uniform(0, 400) for _ in range(60)]
    past = [[a for a in some(dice) if datetime.fromisoformat(a["at"]) < BEGUN + timedelta(days=day)] for day in days]
    known = {e["id"]: e["set"] for e in EXERCISES}
    begun = schedule([asked(before, day) for before, day in zip(past, days, strict=True)])
    due = schedule([["scheduleOf", [EXERCISES, before]] for before in past])
    assert any(len(five) == 5 for five in begun) and any(not five for five in begun)
    for five, before, topics, day in zip(begun, past, due, days, strict=True):
        ids, seen = [one["exercise"]["id"] for one in five], {a["exercise"] for a in before}
        assert len(set(ids)) == len(ids) <= 5 and not any(one["done"] for one in five)
        assert {known[name] for name in ids} <= {n for n, topic in topics.items() if topic["due"] <= moment(day)}
        for name in seen & {*ids}:
            assert {e["id"] for e in EXERCISES if e["set"] == known[name]} <= seen | {*ids}
        counts = Counter(known[name] for name in ids).values()
        assert not counts or max(counts) - min(counts) <= 1
    done = [
        [*before, *(answered(900 + n, one["exercise"]["id"], day + 0.01, 1) for n, one in enumerate(five[:2]))]
        for five, before, day in zip(begun, past, days, strict=True)
    ]
    later = schedule([asked(attempts, day) for attempts, day in zip(done, days, strict=True)])
    for five, now in zip(begun, later, strict=True):
        if len(five) > 2:
            assert [(one["exercise"], one["done"]) for one in now] == [
                (e["exercise"], n < 2) for n, e in enumerate(five)
            ]


def test_year_of_practice(schedule):
    """A reader who does all that is due each day, and knows it, sees every exercise and soon comes back seldom."""
    attempts, days = [answered(n, f"{topic}1", 0, 1) for n, topic in enumerate("abcdefg")], []
    for day in range(1, 366):
        while left := [one for one in schedule([asked(attempts, day)])[0] if not one["done"]]:
            attempts.append(answered(len(attempts), left[0]["exercise"]["id"], day + 0.001, 1))
            days.append(day)
    assert [*dict.fromkeys(days)] == [5, 17, 44, 105, 245]
    assert {a["exercise"] for a in attempts} == {e["id"] for e in EXERCISES}


def test_calendar_holds_three_days(browser):
    """The file for a calendar has three whole days from today, over the end of a year, in the form of RFC 5545."""
    page = browser.new_page()
    text = page.evaluate(
        """async (text) => (await import(URL.createObjectURL(new Blob([text], {type: "text/javascript"}))))
        .calendarOf(new Date(2026, 11, 20, 23, 50))""",
        joined(PACKAGE / "browser/judgement/calendar.js"),
    )
    page.close()
    lines = text.split("\r\n")
    assert "\n" not in text.replace("\r\n", "") and all(len(line.encode()) <= 75 for line in lines)
    assert lines[0] == "BEGIN:VCALENDAR" and lines[-2:] == ["END:VCALENDAR", ""]
    assert [line for line in lines if line.startswith("DTSTART")] == [
        f"DTSTART;VALUE=DATE:{day}" for day in ("20261225", "20270101", "20270119")
    ]
    assert len({line for line in lines if line.startswith("UID:")}) == lines.count("BEGIN:VEVENT") == 3
