"""What an exercise tells after an answer, and what the results count, in a page of the book's own pieces."""

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.student import CHOOSE, ITEMS, MARK, ONE_OF_EACH, SORT, WRONG, answer, by_id, check, exercise
from whosaysso.exercises import topics
from whosaysso.exercises.forms import read_forms
from whosaysso.kinds.grading import grade

REVEAL = "Show every answer"
NUMBER = next(i for i in ONE_OF_EACH if i.kind == "number")
JUDGE = next(i for i in ONE_OF_EACH if i.kind == "judge")
THREE_CREDITS = next(i for i in ITEMS.values() if i.kind == "choose" and {0.5, 1} <= {o.credit for o in i.options})


def answered(page: Page, item, response: dict):
    """The exercise, answered and checked."""
    root = exercise(page, item)
    answer(root, item, response)
    check(root)
    expect(root).to_have_attribute("data-state", "graded")
    return root


def picked(item, credit: float) -> dict:
    """The answer with this credit."""
    return {"choice": next(o.id for o in item.options if o.credit == credit)}


def test_answer_to_an_older_exercise_is_told_and_not_graded(opened, monkeypatch):
    """Once an exercise has changed, an answer given before stands there with a word on it, and without a score."""
    answered(opened(CHOOSE.id), CHOOSE, CHOOSE.best())
    changed = CHOOSE.model_copy(update={"prompt": "Another question?"})
    monkeypatch.setattr(
        "whosaysso.browser.fragments.find_exercise",
        lambda name: changed if name == CHOOSE.id else topics.find_exercise(name),
    )
    root = exercise(opened(CHOOSE.id), CHOOSE)
    expect(root.locator(".wss-result")).not_to_be_empty()
    assert root.get_attribute("data-score") is None and root.locator(".wss-note").count() == 0
    assert root.locator("input:checked").first.get_attribute("value") == CHOOSE.best()["choice"]


@pytest.mark.parametrize("item", [CHOOSE, SORT, NUMBER, MARK], **by_id)
def test_every_answer_is_offered_where_there_is_more_to_tell(opened, item):
    """The button stands there after a wrong answer, and after a right one only where options were not chosen."""
    root = exercise(opened(item.id), item)
    button = root.get_by_role("button", name=REVEAL)
    expect(button).to_be_hidden()
    answered(root.page, item, WRONG[item.kind](item))
    expect(button).to_be_visible()
    root.page.evaluate("localStorage.clear()")
    root.page.reload()
    answered(root.page, item, item.best())
    assert button.is_visible() == (item.kind == "choose")


@pytest.mark.parametrize("item", [SORT, JUDGE, NUMBER, MARK], **by_id)
def test_every_answer_holds_the_key(opened, item):
    """The button shows what is right: a class and its reason, the bands of a number, the marks of the key."""
    root = answered(opened(item.id), item, WRONG[item.kind](item))
    key = item.key()
    told = {
        "sort": lambda: [s["feedback"][s["class"]] for s in key["statements"].values()],
        "number": lambda: [b["feedback"] for b in key["bands"]] if "bands" in key else [key["feedback"]["right"]],
    }
    root.get_by_role("button", name=REVEAL).click()
    if item.kind == "mark":
        words = {n for mark in key["marks"] for n in range(mark["from"], mark["to"] + 1)}
        assert root.locator("[data-word][data-key]").count() == len(words) > 0
        return
    for text in told["number" if item.kind == "number" else "sort"]():
        expect(root.locator(".wss-note, .wss-result", has_text=text).first).to_be_visible()


@pytest.mark.parametrize("credits", [(0.5, 0, 1), (1, 0.5, 0)])
def test_results_count_the_first_attempt(opened, credits):
    """The first attempt counts in the results, be it the best, the worst, or neither."""
    page = opened(THREE_CREDITS.id, results=True)
    for credit in credits:
        answered(page, THREE_CREDITS, picked(THREE_CREDITS, credit))
    assert f"{credits[0]:g} of 1 points" in page.locator(".wss-results-said").inner_text()


def test_partly_right_is_told_as_such(opened):
    """An answer with half the credit has half a score, its own verdict, and more to show."""
    half = picked(THREE_CREDITS, 0.5)
    root = answered(opened(THREE_CREDITS.id), THREE_CREDITS, half)
    assert grade(THREE_CREDITS.with_key(), half)["score"] == float(root.get_attribute("data-score")) == 0.5
    expect(root.locator(".wss-result")).to_have_attribute("data-verdict", "partly")
    expect(root.get_by_role("button", name=REVEAL)).to_be_visible()


def test_reasons_wait_three_weeks_and_no_clock_takes_them_back(opened):
    """A test that was finished first tells nothing the day before 21 days are over, everything a moment later, and no
    less when the clock is set back; the button says what it does.
    """
    item = next(ITEMS[name] for name in read_forms()["A"].exercises if ITEMS[name].kind == "judge")
    page = opened(item.id)
    root = exercise(page, item)
    begin = datetime(2026, 1, 1, 10, tzinfo=UTC)
    page.clock.set_fixed_time(begin)
    answer(root, item, item.best())
    check(root)
    page.get_by_role("button", name="Finish the set").click()
    for days, told in ((0, False), (20.99, False), (-9, False), (21.01, True), (-9, True)):
        page.clock.set_fixed_time(begin + timedelta(days=days))
        page.reload()
        expect(root).to_have_attribute("data-state", "graded" if told else "recorded")
        if not told:
            expect(root.locator(".wss-result")).to_contain_text("or after 22 January 2026 at the latest")
        expect(root.get_by_role("button", name="Check", exact=True)).to_have_count(int(told))
        expect(page.locator(".wss-after-points")).to_have_text(
            "1 of 1." if told else "You will be told with the reasons."
        )
