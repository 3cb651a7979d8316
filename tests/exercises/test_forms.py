"""The three tests and the results: forms dealt and recorded, an order that a teacher gives,
and the points of one's own records.
"""

import json
import re
import secrets

import pytest
from playwright.sync_api import Page, expect

from tests.student import CHECK, ITEMS, PAGE, UNSCORED, answer, check, entries, exercise, hand_on
from whosaysso import notebook as widget
from whosaysso.exercises.forms import ORDERS, read_forms
from whosaysso.exercises.path import core_exercises
from whosaysso.notebook.sitting import sitting_at
from whosaysso.work.reading import parse_hand_in

FORMS = read_forms()
DOORS = ("before-you-read", "after-you-read", "later")


@pytest.fixture
def door(page, book):
    """Opens the door of an occasion, with an order in the address if one is given."""

    def opened(name: str, order: str = "") -> Page:
        page.goto((book / f"chapters/{name}.html").as_uri() + (f"?order={order}" if order else ""))
        return page

    return opened


def order_of(page: Page) -> str:
    """The order that the browser keeps."""
    return json.loads(page.evaluate("(key) => localStorage.getItem(key)", entries(page, "form")[0]))


def test_form_is_dealt_once_and_kept(door):
    """The three doors lead to three different forms, and a form once dealt stays."""
    letters = [door(name).locator(".wss-start").get_attribute("href")[-6] for name in DOORS]
    assert sorted(letters) == ["a", "b", "c"]
    assert order_of(door(DOORS[0])) == "".join(letters).upper()
    assert door(DOORS[0]).locator(".wss-start").get_attribute("href") == f"../exercises/test-{letters[0]}.html"


def test_dealing_is_at_random(book, browser):
    """Readers get different orders, and each of them one of the six."""
    dealt = set()
    for _ in range(9):  # the same order for all of them has a chance of six in six to the ninth
        context = browser.new_context(offline=True)
        page = context.new_page()
        page.goto((book / "chapters/later.html").as_uri())
        dealt.add(order_of(page))
        context.close()
    assert len(dealt) > 1 and dealt <= set(ORDERS)


def test_teacher_sets_the_order(door):
    """An order in the link or in the page takes the place of the dealt one, until a test is begun;
    nonsense is not taken.
    """
    page = door(DOORS[0], "BCA")
    expect(page.locator(".wss-deal-said")).to_contain_text("Test B")
    page.locator(".wss-deal summary").click()
    page.get_by_label("Before, after, later").select_option("CAB")
    page.get_by_role("button", name="Use this order").click()
    expect(page.locator(".wss-deal-said")).to_contain_text("Test C")
    door(DOORS[0], "AAB")
    assert order_of(page) == "CAB"
    page.locator(".wss-start").click()
    item = ITEMS[FORMS["C"].exercises[0]]
    answer(exercise(page, item), item, item.best())
    check(exercise(page, item))
    door(DOORS[1], "ABC")
    assert order_of(page) == "CAB"
    page.locator(".wss-deal summary").click()
    expect(page.get_by_role("button", name="Use this order")).to_be_disabled()


def test_test_is_told_when_it_is_finished_and_not_before(door, book):
    """A whole test after the book: answers are recorded in silence, the results show no point, and the end tells
    everything; a card says what came of it and leads to the reasons and on.
    """
    page = door(DOORS[1], "BAC")
    page.locator(".wss-start").click()
    for name in FORMS["A"].exercises:
        answer(exercise(page, ITEMS[name]), ITEMS[name], ITEMS[name].best())
        check(exercise(page, ITEMS[name]))
        expect(exercise(page, ITEMS[name])).to_have_attribute("data-state", "recorded")
    assert page.locator(".wss-note").count() == 0
    page.goto((book / "chapters/results.html").as_uri())
    row = page.get_by_role("row", name="Test A")
    expect(row).to_contain_text("6 of 6")
    expect(row).to_contain_text("6 told when the set is finished")
    page.goto((book / "exercises/test-a.html").as_uri())
    page.get_by_role("button", name="Finish the set").click()
    for name in FORMS["A"].exercises:
        told = ("data-state", "recorded") if name in UNSCORED else ("data-score", "1")
        expect(exercise(page, ITEMS[name])).to_have_attribute(*told)
    expect(page.locator(".wss-model")).to_be_visible()
    card = page.get_by_role("group", name="You have finished Test A.")
    expect(card).to_be_focused()
    expect(card.locator("dd")).to_have_text(
        ["6 of 6 tasks.", "5 of 5, and 1 answer without points.", re.compile("^They stand with"), "See your results"]
    )
    card.get_by_role("link", name="Go to the first").click()
    expect(exercise(page, ITEMS[FORMS["A"].exercises[0]]).locator(".wss-title")).to_be_in_viewport()
    card.get_by_role("link", name="See your results").click()
    expect(row.get_by_role("cell").nth(1)).to_have_text("5 of 5")
    expect(door(DOORS[1]).locator(".wss-deal-said")).to_have_text("You have finished Test A.")


@pytest.mark.parametrize("way", ["the test after", "the teacher’s link"])
def test_reasons_of_the_test_before_wait(door, book, way):
    """The test before the book is finished and tells nothing, neither on its page nor in the results; then it does,
    when the test after is finished or the teacher's link is opened.
    """
    page = door(DOORS[0], "ABC")
    page.locator(".wss-start").click()
    item = ITEMS[FORMS["A"].exercises[0]]
    root = exercise(page, item)
    answer(root, item, item.best())
    check(root)
    finish(page)
    card = page.get_by_role("group", name="You have finished Test A.")
    expect(card.locator("dd").nth(1)).to_have_text("You will be told with the reasons.")
    expect(card.locator("dd").nth(2)).to_contain_text("when you have finished the test after the book, or after ")
    expect(root.locator(".wss-result")).to_contain_text(
        "You will be told when you have finished the test after the book"
    )
    expect(root.get_by_role("button", name=CHECK)).to_be_hidden()
    page.goto((book / "chapters/results.html").as_uri())
    row = page.get_by_role("row", name="Test A")
    expect(row).to_contain_text("1 told later")
    expect(row.get_by_role("cell").nth(1)).to_have_text("–")
    expect(door(DOORS[0]).locator(".wss-deal-reasons")).to_contain_text(
        "The reasons come when you have finished the test"
    )
    if way == "the test after":
        page.goto((book / "exercises/test-b.html").as_uri())
        finish(page)
    else:
        page.goto((book / "chapters/before-you-read.html").as_uri() + "?reasons")
    expect(door(DOORS[0]).locator(".wss-deal-reasons")).to_contain_text("The reasons stand there")
    page.locator(".wss-start").click()
    expect(root).to_have_attribute("data-score", "1")
    expect(card.get_by_role("link", name="Go on to the article")).to_have_attribute("href", "../chapters/case.html")


def finish(page: Page) -> None:
    """End a test of which not everything is answered."""
    for _ in range(2):
        page.get_by_role("button", name="Finish the set").click()


def test_order_begins_with_what_was_begun_without_one(door, book):
    """Who has begun a test before any order was dealt is dealt an order that begins with it."""
    page = door("../exercises/test-c")
    item = ITEMS[FORMS["C"].exercises[0]]
    answer(exercise(page, item), item, item.best())
    check(exercise(page, item))
    page.add_init_script("crypto.getRandomValues = (bytes) => bytes.fill(0)")  # chance picks the first
    assert order_of(door(DOORS[2])) == "CAB"


def test_order_goes_into_the_file_and_comes_back(door, tmp_path):
    """The order is in the downloaded work; another browser that loads the file has it;
    the next reader is dealt anew.
    """
    page = door(DOORS[0], "CBA")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download my work").click()
    download.value.save_as(tmp_path / "work.json")
    work = parse_hand_in((tmp_path / "work.json").read_text(encoding="utf-8"))
    assert work.form == "CBA"
    page.evaluate("localStorage.clear()")
    door(DOORS[0], "ABC")
    page.locator(".wss-file").set_input_files(tmp_path / "work.json")
    expect(page.locator(".wss-deal-said")).to_contain_text("Test C")
    assert order_of(page) == "CBA"


def test_door_without_javascript_names_a_form(book, browser):
    """Without JavaScript each door still leads to a form, and the three lead to three."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    found = []
    for name in DOORS:
        page.goto((book / f"chapters/{name}.html").as_uri())
        found.append(page.locator(".wss-deal .wss-static a").get_attribute("href"))
        assert not page.get_by_role("button", name="Use this order").is_visible()
    context.close()
    assert found == [f"../exercises/test-{letter}.html" for letter in "abc"]


def test_results_count_first_attempts(page, book, tmp_path):
    """The results count the first attempt at each exercise, by topic and by kind, and follow a file that is loaded."""
    item = ITEMS["reportedly-by-whom"]
    page.goto((book / f"{PAGE[item.id]}.html").as_uri())
    for choice in ("army", item.best()["choice"]):
        answer(exercise(page, item), item, {"choice": choice})
        check(exercise(page, item))
    page.goto((book / "chapters/results.html").as_uri())
    everything = page.locator(".wss-results-said")
    path = len(core_exercises()) + 1  # and the question of the first page
    expect(everything).to_have_text(
        f"1 of {path} exercises of the path answered, and 0 of {len(ITEMS) - path} others. "
        "0 of 1 points on those that are scored."
    )
    expect(page.get_by_role("row", name="Choose one")).to_contain_text("0 of 1")
    (tmp_path / "work.json").write_text(json.dumps(hand_on(page)), encoding="utf-8")
    expect(everything).to_have_text("No exercise answered yet. Answer one, and it shows here.")
    page.locator(".wss-file").set_input_files(tmp_path / "work.json")
    expect(everything).to_contain_text("1 of")


def test_dealing_in_a_notebook_is_at_random(tmp_path, monkeypatch):
    """In notebooks too readers get different orders, and the next reader is dealt anew."""
    monkeypatch.chdir(tmp_path)
    sitting_at.cache_clear()
    bar, shown, dealt = widget.work(), widget.door("before"), set()
    for _ in range(12):  # the same order for all of them has a chance of six in six to the twelfth
        dealt.add(shown.order)
        bar.wanted = len(dealt) + secrets.randbits(60)
        bar.cleared = bar.given
    assert len(dealt) > 1 and dealt <= set(ORDERS)


def test_door_in_a_notebook(tmp_path, monkeypatch):
    """In a notebook the order is dealt once, kept in the work file, set by a teacher,
    and fixed when a test is begun.
    """
    monkeypatch.chdir(tmp_path)
    sitting_at.cache_clear()
    doors = [widget.door(occasion) for occasion in ("before", "after", "later")]
    assert len({shown.order for shown in doors}) == 1 and doors[0].order in ORDERS and not doors[0].begun
    doors[0].order = "CAB"
    assert {shown.order for shown in doors} == {"CAB"}
    sitting_at.cache_clear()
    again = widget.door("after")
    assert again.order == "CAB"
    first = widget.exercise(FORMS["C"].exercises[0])
    first.attempt = {
        "id": "a" * 32,
        "exercise": first.exercise["id"],
        "version": first.exercise["version"],
        "response": ITEMS[first.exercise["id"]].best(),
        "confidence": None,
        "at": "2026-01-01T10:00:00Z",
        "claimed": 1,
    }
    assert again.begun and widget.results().work["form"] == "CAB"
    with pytest.raises(KeyError, match="before, after, later"):
        widget.door("sometime")
