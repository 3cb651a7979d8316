"""Whole visits by keyboard alone: what has the focus can be seen, it goes where a reader expects,
and nothing needs a mouse.
"""

import pytest
from playwright.sync_api import Page, expect

from tests.student import CHOOSE, ITEMS, PAGE, answer_by_keyboard, entries, exercise, tab_to
from whosaysso.exercises.forms import read_forms
from whosaysso.work.reading import parse_hand_in

UNSEEN = """() => {
    const at = document.activeElement;
    const edges = at.closest("label")?.querySelector(":focus-visible") ? at.closest("label") : at;
    const style = (of) => getComputedStyle(of);
    const drawn = (of) => of && style(of).outlineStyle !== "none";
    const outlined =
        [at, edges, at.nextElementSibling].some((of) => drawn(of) && parseFloat(style(of).outlineWidth) >= 2)
        || at.getAttribute("role") === "listbox" && drawn(at.querySelector("[data-here]"));
    if (!outlined) return `${at.outerHTML.slice(0, 120)}: no outline`;
    const box = edges.getBoundingClientRect();
    const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
    if (bottom - top < 8 || box.right < 1 || box.left > innerWidth - 1)
        return `${at.outerHTML.slice(0, 120)}: outside the window`;
    const middle = Math.min(Math.max((box.left + box.right) / 2, 1), innerWidth - 1);
    const over = document.elementFromPoint(middle, (top + bottom) / 2);
    if (over?.closest(".book-bar") && !at.closest(".book-bar")) return `${at.outerHTML.slice(0, 120)}: below the bar`;
    return "";
}"""
"""What is wrong with how the focus shows itself: WCAG 2.2, criteria 2.4.7 and 2.4.11."""


def press(target, key: str = "Enter") -> None:
    """Tab to a thing and press a key on it."""
    tab_to(target)
    target.page.keyboard.press(key)


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize(
    "name",
    [
        "index",
        "chapters/case",
        "chapters/evidence",
        "chapters/results",
        "chapters/before-you-read",
        "exercises/sourcing",
    ],
)
def test_focus_is_always_seen(page, book, name, width):
    """Tab goes through the whole page and leaves it again; each stop has an outline,
    and lies in the window and below nothing.
    """
    page.set_viewport_size({"width": width, "height": 700})
    page.emulate_media(reduced_motion="reduce")  # a smooth scroll would still be on its way
    page.goto((book / f"{name}.html").as_uri())
    seen = set()
    stops = 0
    while stops < 600:
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break
        if wrong := page.evaluate(UNSEEN):
            seen.add(wrong)
        stops += 1
    assert not seen, "\n".join(sorted(seen))
    assert 5 < stops < 600


def test_an_exercise_and_the_work(page, book, tmp_path):
    """Past the menu to an exercise, down to the foot with the code, the file out, the page cleared,
    and the file in again.
    """
    page.goto((book / f"{PAGE[CHOOSE.id]}.html").as_uri())
    press(page.get_by_role("link", name="Skip to content"))
    root, work = exercise(page, CHOOSE), page.get_by_role("region", name="My work")
    answer_by_keyboard(root, CHOOSE, CHOOSE.best())
    press(root.get_by_role("button", name="Check", exact=True))
    expect(root).to_have_attribute("data-score", "1")
    expect(root.get_by_role("button", name="Check", exact=True)).to_be_focused()

    tab_to(work.get_by_label("Code"))
    page.keyboard.type("K7")
    with page.expect_download() as download:
        press(work.get_by_role("button", name="Download my work"))
    download.value.save_as(tmp_path / "work.json")
    assert parse_hand_in((tmp_path / "work.json").read_text(encoding="utf-8")).code == "K7"

    with page.expect_download():
        press(work.get_by_role("button", name="I am someone else"))
    press(work.get_by_role("button", name="I have the file: clear now"))
    assert not entries(page, "attempt")
    assert page.evaluate("document.activeElement.closest('[data-work]') !== null"), "the focus is lost"

    page.keyboard.press("Shift+Tab")
    with page.expect_file_chooser() as chooser:
        press(work.get_by_role("button", name="Load my work", exact=True))
    chooser.value.set_files(tmp_path / "work.json")
    expect(work.get_by_role("status")).to_contain_text("loaded")
    expect(work.get_by_role("button", name="Load my work", exact=True)).to_be_focused()
    expect(root).to_have_attribute("data-score", "1")


def a_test_answered(page: Page, book) -> str:
    """A test taken by keyboard from its door, in an order that a teacher gave; gives its letter."""
    page.goto((book / "chapters/before-you-read.html").as_uri())
    door = page.get_by_role("region", name="Your test")
    press(door.locator("summary"))
    order = door.get_by_label("Before, after, later")
    tab_to(order)
    page.keyboard.type("C, A")
    expect(order).to_have_value("CAB")
    press(door.get_by_role("button", name="Use this order"))
    expect(door.get_by_role("status")).to_contain_text("Test C")
    press(page.locator(".wss-start"))
    page.wait_for_url("**/test-c.html")
    item = ITEMS[read_forms()["C"].exercises[0]]
    answer_by_keyboard(exercise(page, item), item, item.best())
    press(exercise(page, item).get_by_role("button", name="Record answer"))
    expect(exercise(page, item)).to_have_attribute("data-state", "recorded")
    return "C"


def test_a_test_and_its_results(page, book):
    """The door, an order from the teacher, a form, its end, the card that leads on, and the results."""
    letter = a_test_answered(page, book)
    press(page.get_by_role("button", name="Finish the set"))
    expect(page.locator(".wss-set-said")).to_contain_text("Press again")
    page.keyboard.press("Enter")
    expect(page.get_by_role("group", name=f"You have finished Test {letter}.")).to_be_focused()
    press(page.get_by_role("link", name="Go on to the article"))
    page.wait_for_url("**/case.html")

    page.goto((book / "chapters/results.html").as_uri())
    results = page.get_by_role("region", name="My results")
    expect(results.get_by_role("status")).to_contain_text("1 of")
    press(results.get_by_role("link", name=f"Test {letter}"))
    page.wait_for_url(f"**/test-{letter.lower()}.html")
