"""The thread of the book, *Who was on the bus?*, and the first screen, which asks it."""

import re

import pytest
from playwright.sync_api import expect

from tests.conftest import ROOT
from tests.student import ITEMS, PAGE, answer, check, exercise

POLLS = sorted((item for item in ITEMS.values() if item.kind == "poll"), key=lambda item: item.id)
OCCASIONS = ["index", "lateral-reading", "sourcing", "numbers", "another-text"]


def test_the_same_is_asked_on_every_occasion():
    """The poll stands on the first page and at the end of four chapters, with the same answers to choose from."""
    assert [PAGE[item.id] for item in POLLS] == [f"chapters/{name}" for name in OCCASIONS]
    assert (
        len({(item.asks, item.title, item.options[0].id, tuple(o.text for o in item.options)) for item in POLLS}) == 1
    )


def test_every_chapter_says_what_it_adds():
    """Each chapter of the path says below its question what that adds to who was on the bus."""
    for path in sorted((ROOT / "chapters").glob("*.md")):
        text = path.read_text(encoding="utf-8")
        if "**The question of this chapter:**" in text:
            assert re.search(r"chapter:\*\*.*\nOn the question \*Who was on the bus\?\*, the chapter ", text), path.name


def test_results_show_the_readers_own_way(page, book):
    """An answer to the poll is recorded without a score; the results show it with how sure the reader was."""
    first = POLLS[0]
    page.goto((book / f"{PAGE[first.id]}.html").as_uri())
    root = exercise(page, first)
    answer(root, first, {"choice": "both"})
    root.get_by_label("Rather sure").check()
    check(root)
    expect(root).to_have_attribute("data-state", "recorded")
    assert root.get_attribute("data-score") is None
    expect(root.locator(".wss-result")).to_contain_text("Recorded.")
    page.goto((book / "chapters/results.html").as_uri())
    expect(page.locator(f'[data-poll="{first.id}"] td')).to_have_text(["Soldiers and other passengers", "Rather sure"])
    expect(page.locator(f'[data-poll="{POLLS[1].id}"] td').first).to_have_text("Not asked yet")


@pytest.mark.parametrize(("width", "height"), [(390, 844), (820, 1180), (1440, 900)])
def test_first_screen_says_what_this_is(page, book, width, height):
    """The question, a line on the book, the content note, Start and Teaching this? are seen without scrolling."""
    page.set_viewport_size({"width": width, "height": height})
    page.goto((book / "chapters/index.html").as_uri())
    for part in (
        page.get_by_text("Who was on the bus?").first,
        page.get_by_text("This book teaches you"),
        page.get_by_text("the book shows no pictures of violence"),
        page.get_by_role("link", name="Start", exact=True),
        page.get_by_role("link", name="Teaching this?", exact=True),
    ):
        box = part.bounding_box()
        assert box and box["y"] >= 0 and box["y"] + box["height"] <= height
