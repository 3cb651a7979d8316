"""Answering as people do: pasted numbers, long texts, a slipping mouse, assistive technology, right to left, paper."""

import pytest
from playwright.sync_api import expect

from tests.student import ITEMS, MARK, ONE_OF_EACH, UNSCORED, WRONG, answer, by_id, check, exercise

NUMBER = next(i for i in ONE_OF_EACH if i.kind == "number")
WRITE = next(i for i in ONE_OF_EACH if i.kind == "write")
TWO_LABELS = next(i for i in ITEMS.values() if i.kind == "mark" and len(i.labels) > 1 and not i.contested)
QUOTING = next(i for i in ITEMS.values() if i.question().get("quotation"))
SCORED = [i for i in ONE_OF_EACH if i.id not in UNSCORED]


@pytest.fixture
def show(opened):
    """Opens an exercise, in a page of the book's own pieces."""
    return lambda item: exercise(opened(item.id), item)


def middle(word) -> tuple[float, float]:
    """The middle of a word in the window."""
    box = word.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_drag_that_ends_outside_marks_what_it_covered(show):
    """A drag let go below the passage marks the words it covered, and a pointer that comes back draws nothing more."""
    root = show(MARK)
    root.scroll_into_view_if_needed()
    words, mouse = root.locator(".wss-word"), root.page.mouse
    last = words.count() - 1
    mouse.move(*middle(words.nth(last - 2)))
    mouse.down()
    mouse.move(*middle(words.nth(last)), steps=4)
    box = root.locator(".wss-passage").bounding_box()
    mouse.move(box["x"] + 200, box["y"] + box["height"] + 60, steps=4)
    mouse.up()
    expect(root.locator("[data-word][data-mark]")).to_have_count(3)
    mouse.move(*middle(words.nth(1)), steps=4)
    expect(root.locator("[data-selected]")).to_have_count(0)


def test_clicks_without_a_pointer_mark(show):
    """Clicks as assistive technology, voice and scripts make them mark from the first word to the last."""
    root = show(MARK)
    words = root.locator(".wss-word")
    for n in (3, 6):
        words.nth(n).evaluate("(word) => word.click()")
    expect(root.locator("[data-word][data-mark]")).to_have_count(4)
    words.nth(4).dispatch_event("click")
    expect(root.locator("[data-word][data-mark]")).to_have_count(0)


LATE = """(word) => {
  window.late = new Promise((done) => document.addEventListener("click", (event) => {
    event.stopImmediatePropagation();
    const again = () => done(word.dispatchEvent(new MouseEvent("click", { bubbles: true, composed: true, detail: 1 })));
    setTimeout(() => setTimeout(again));
  }, { capture: true, once: true }));
}"""


def test_late_click_of_a_press_counts_once(show):
    """The click that a touch brings may come when other things have happened: it is no second press of the word."""
    root = show(MARK)
    words, marks = root.locator(".wss-word"), root.locator("[data-word][data-mark]")
    words.nth(3).evaluate(LATE)
    words.nth(3).click()
    root.page.evaluate("late")
    expect(root.locator(".wss-passage")).to_have_attribute("data-begun", "")
    expect(marks).to_have_count(0)
    words.nth(6).click()
    expect(marks).to_have_count(4)


def test_word_alone_is_not_lost(show):
    """A first word that waits for its last is told where it is seen; whoever goes on, by another label, a press
    elsewhere or Tab, has marked this word, and Escape leaves it.
    """
    root = show(TWO_LABELS)
    said, marks = root.locator(".wss-announce"), root.locator("[data-word][data-mark]")
    root.locator('[data-word="0"]').click()
    assert said.bounding_box()["height"] > 20
    root.locator("input[name=label]").nth(1).check()
    expect(root.locator('[data-word="0"][data-mark="0"]')).to_have_count(1)
    assert said.bounding_box()["height"] < 2
    root.locator('[data-word="2"]').click()
    root.locator('[data-word="3"]').click()
    expect(root.locator('[data-word][data-mark="1"]')).to_have_count(2)
    root.locator('[data-word="5"]').click()
    check(root)
    expect(root).to_have_attribute("data-state", "graded")
    expect(marks).to_have_count(4)
    root.locator('[data-word="8"]').click()
    root.page.keyboard.press("Tab")
    root.locator('[data-word="11"]').click()
    root.page.keyboard.press("Escape")
    expect(marks).to_have_count(5)
    expect(said).to_have_text("Not marked.")


def test_arrows_go_where_they_point_from_right_to_left(show):
    """In a passage that runs from right to left the left arrow goes on, and the right arrow goes back."""
    root = show(MARK)
    box = root.get_by_role("listbox")
    box.evaluate("(box) => { box.dir = 'rtl'; box.focus(); }")
    for key, here in (("ArrowLeft", "1"), ("ArrowLeft", "2"), ("ArrowRight", "1")):
        root.page.keyboard.press(key)
        assert root.locator("[data-here]").get_attribute("data-word") == here


def test_escape_ends_a_selection_and_ctrl_is_the_browsers(show):
    """Escape takes a begun selection back without a mark; keys with Ctrl are left to the browser."""
    root = show(MARK)
    root.get_by_role("listbox").focus()
    for key in ("Shift+ArrowRight", "Shift+ArrowRight"):
        root.page.keyboard.press(key)
    assert root.locator("[data-selected]").count() > 1
    root.page.keyboard.press("Escape")
    expect(root.locator("[data-selected]")).to_have_count(0)
    root.page.keyboard.press("Control+Enter")
    expect(root.locator("[data-word][data-mark]")).to_have_count(0)


def test_passages_are_not_translated(show):
    """A browser that translates the page leaves passages and quotations alone, so that marks stay on their words."""
    root = show(MARK)
    assert root.locator(".wss-passage").get_attribute("translate") == "no"
    assert show(QUOTING).locator(".wss-quotation").get_attribute("translate") == "no"


def test_text_above_the_options_keeps_its_paragraphs(show):
    """A text of several paragraphs stands above the options in as many, so that its lettered parts can be found."""
    item = ITEMS["one-more-source"]
    assert show(item).locator(".wss-quotation p").count() == len(item.text.split("\n\n")) > 1


def test_enter_checks_a_number(show):
    """Enter in the field of a number checks it, as the button does."""
    root = show(NUMBER)
    answer(root, NUMBER, NUMBER.best())
    root.locator(".wss-item input").first.press("Enter")
    expect(root).to_have_attribute("data-score", "1")


@pytest.mark.parametrize("text, ways", [("1.000", "as 1000 and as 1"), ("1,50", "as 150 and as 1.5")])
def test_number_read_in_two_ways_is_asked_about(show, text, ways):
    """A number that two countries read in two ways is asked about, and no attempt is recorded."""
    root = show(NUMBER)
    answer(root, NUMBER, dict.fromkeys(NUMBER.best(), text))
    check(root)
    expect(root.locator(".wss-result")).to_contain_text(ways)
    assert root.get_attribute("data-state") == "unanswered"
    assert root.page.evaluate("Object.keys(localStorage).filter((key) => key.includes('attempt')).length") == 0


def test_long_text_is_told_and_not_cut(show):
    """A text over the limit is kept whole, told at once, and checked when it is shorter."""
    root = show(WRITE)
    text = root.locator("textarea")
    text.fill("word " * 900)
    expect(root.locator(".wss-long")).to_contain_text("500 more than the 4000")
    assert len(text.input_value()) == 4500
    check(root)
    expect(root.locator(".wss-result")).to_contain_text("too long")
    text.fill(WRITE.best()["text"])
    expect(root.locator(".wss-long")).to_be_empty()
    check(root)
    expect(root).to_have_attribute("data-state", "recorded")


def test_ticked_rubric_stays(show):
    """The rubric comes after the text; a line that is ticked stays ticked after a reload, and takes no reason away."""
    root = show(WRITE)
    expect(root.locator(".wss-rubric")).to_be_hidden()
    answer(root, WRITE, WRITE.best())
    check(root)
    notes = root.locator(".wss-note").count()
    box = root.locator(".wss-rubric input").first
    box.check()
    assert root.locator(".wss-note").count() == notes > 0
    root.page.reload()
    expect(box).to_be_checked()
    expect(root.locator(".wss-note")).to_have_count(notes)


@pytest.mark.parametrize("item", SCORED, **by_id)
def test_every_answer_is_shown_for_every_kind(show, item):
    """After a wrong answer the button shows more than the answer's own reasons, for every kind that has a score."""
    root = show(item)
    answer(root, item, WRONG[item.kind](item))
    check(root)
    shown = "(root) => [root.querySelectorAll('[data-key]').length, root.innerText]"
    before = root.evaluate(shown)
    root.get_by_role("button", name="Show every answer").click()
    assert root.evaluate(shown) != before
    expect(root.get_by_role("button", name="Show every answer")).to_be_hidden()


def test_answers_are_on_paper(show):
    """What was written, marked and put in order stands on paper, and two labels are told apart by words and lines."""
    root = show(WRITE)
    root.locator("textarea").fill("MY OWN WORDS")
    root.page.emulate_media(media="print")
    expect(root.locator(".wss-written")).to_be_visible()
    expect(root.locator(".wss-written")).to_have_text("MY OWN WORDS")
    expect(root.locator(".wss-lines")).to_be_hidden()
    root.page.emulate_media(media="screen")

    root = show(TWO_LABELS)
    answer(root, TWO_LABELS, TWO_LABELS.best())
    root.page.emulate_media(media="print")
    for label in TWO_LABELS.labels:
        expect(root.locator(".wss-marked li", has_text=f"{label.label}: ").first).to_be_visible()
    expect(root.locator(".wss-remove").first).to_be_hidden()
    style = "(words) => [...new Set(words.map((word) => getComputedStyle(word).borderBottomStyle))]"
    assert len(root.locator("[data-word][data-mark]").evaluate_all(style)) == len(TWO_LABELS.labels)


def test_labels_follow_the_passage_until_it_is_told(show):
    """While one marks, the labels stay in sight; once it is told what was right, they cover no reason."""
    root = show(TWO_LABELS)
    sticks = "(labels) => getComputedStyle(labels).position === 'sticky'"
    assert root.locator(".wss-labels").evaluate(sticks)
    answer(root, TWO_LABELS, WRONG["mark"](TWO_LABELS))
    check(root)
    assert not root.locator(".wss-labels").evaluate(sticks)
    root.locator(".wss-remove").first.click()
    assert root.locator(".wss-labels").evaluate(sticks)
