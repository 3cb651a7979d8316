"""Every page with exercises, walked through as a student does: each exercise left empty, answered by its key,
and answered wrongly.
"""

import re

import pytest
from playwright.sync_api import expect

from tests.axe import broken
from tests.student import ITEMS, MISSING, PAGE, PRACTICE, UNSCORED, WRONG, answer, check, exercise


@pytest.mark.parametrize("name", sorted(set(PAGE.values())))
def test_every_exercise_of_a_page(page, book, name):
    """Check without an answer scores 0 and says what is missing; the key, clicked as a student clicks,
    scores 1 or is recorded.
    """
    page.goto((book / f"{name}.html").as_uri())
    for item in (item for item in ITEMS.values() if PAGE[item.id] == name):
        root = exercise(page, item)
        check(root)
        expect(root).to_have_attribute("data-state", "unanswered")
        expect(root).to_have_attribute("data-score", "0")
        expect(root.locator(".wss-result")).to_contain_text(MISSING[item.kind])
        assert not page.evaluate(
            'name => Object.values(localStorage).some(v => v.includes(`"exercise":"${name}"`))', item.id
        )
        answer(root, item, item.best())
        check(root)
        if item not in PRACTICE or item.id in UNSCORED:
            expect(root).to_have_attribute("data-state", "recorded")
            assert root.get_attribute("data-score") is None, item.id
        else:
            expect(root).to_have_attribute("data-state", "graded")
            assert float(root.get_attribute("data-score")) == pytest.approx(1, abs=1e-9), item.id
            expect(root.locator(".wss-result[role=status]")).to_contain_text("Right. Score 1 of 1.")
        expect(root.locator(".wss-result[role=status]")).not_to_be_empty()
    assert not (found := broken(page, (None,), colours=False)), found


def showing_all() -> list[str]:
    """Pages that together have every kind of exercise, graded at once and at the end of a set, and all they show."""
    seen, chosen = set(), []
    for name in sorted(set(PAGE.values()), key=lambda name: (-sum(page == name for page in PAGE.values()), name)):
        items = [item for item in ITEMS.values() if PAGE[item.id] == name]
        here = {(item.kind, item in PRACTICE) for item in items} | {item.shows.form for item in items if item.shows}
        if here - seen:
            seen |= here
            chosen.append(name)
    return chosen


@pytest.mark.parametrize("name", showing_all())
def test_axe_finds_nothing_after_grading(page, book, name):
    """With every exercise of a page answered wrongly, checked and explained,
    no rule that a machine can see is broken; in the dark the colours are looked at.
    """
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto((book / f"{name}.html").as_uri())
    for item in (item for item in ITEMS.values() if PAGE[item.id] == name):
        answer(exercise(page, item), item, WRONG[item.kind](item))
        check(exercise(page, item))
    for button in page.get_by_role("button", name=re.compile("Finish the set|Show every answer")).all():
        while button.is_visible():
            button.click()
    assert not (found := broken(page)), found
