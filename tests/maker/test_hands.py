"""Making exercises by keys alone, in two tabs, and where a browser keeps nothing."""

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.conftest import watch
from tests.maker.test_morning import TEXT, step

WHERE = "document.activeElement.getAttribute('aria-label') || document.activeElement.closest('label')?.textContent"
WHERE += " || document.activeElement.textContent"
FULL = "() => void (Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); })"


def reach(page: Page, words: str, most: int = 60) -> None:
    """Go on by Tab until what has the focus is called so."""
    for _ in range(most):
        if words in page.evaluate(WHERE):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{words} is not reached by Tab")


def press(page: Page, words: str, key: str = "Enter") -> str:
    """Reach something, press it, and say what has the focus then; it is nowhere when it has been lost."""
    reach(page, words)
    page.keyboard.press(key)
    expect(page.locator(":focus")).to_be_visible()
    return page.evaluate(WHERE).strip()


def test_whole_way_by_keys(page, book, tmp_path):
    """A text is pasted, made into exercises and handed out by keys alone, and the focus is never lost."""
    page.goto((book / "chapters/making.html").as_uri())
    page.locator(".wss-paste").focus()
    page.keyboard.insert_text(TEXT)
    assert press(page, "Take this text").endswith("Make")
    assert press(page, "Choose one") == "Choose one"
    for words in ("A nurse", "The ministry", "A driver"):
        reach(page, "Words")
        page.keyboard.insert_text(words)
        page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")  # right
    assert press(page, "Another option").startswith("Words")
    assert press(page, "Take away option 4") == "Another option"
    assert press(page, "Work out a number") == "Work out a number"
    assert press(page, "What is asked for?", "ArrowDown").startswith("What is asked for?")
    reach(page, "The lowest that it can be")
    assert press(page, "Move up") == "Work out a number"
    assert press(page, "Remove") == "Bring it back"
    assert press(page, "Bring it back") == "Work out a number"
    assert press(page, "Try them").endswith("Try")
    frame = page.frame_locator(".wss-make-try iframe")
    frame.get_by_label("A driver").focus()
    page.keyboard.press("Space")
    frame.get_by_role("button", name="Check", exact=True).focus()
    page.keyboard.press("Enter")
    expect(frame.locator("[data-exercise=choose-1]")).to_have_attribute("data-state", "graded")
    assert press(page, "On to the questions").endswith("Questions")
    assert press(page, "Work out a number") == "Work out a number"
    expect(page.locator(".wss-make-item[open] > summary")).to_have_text("Work out a number")
    step(page, "Hand out")
    with page.expect_download() as download:
        press(page, "The students’ file")
    older = page.locator(".wss-make-older")
    expect(older).to_be_empty()
    step(page, "Make")
    title = page.get_by_label("What do your students see as its title?")
    expect(title).to_have_value("Twelve hurt at the bridge")
    title.fill("Another")
    expect(older).to_contain_text("Something is different since you saved the students’ file")
    title.fill("")
    expect(older).to_be_empty()
    step(page, "Hand out")
    assert "Twelve hurt" in Path(download.value.path()).read_text(encoding="utf-8")
    assert press(page, "Another text").startswith("Paste a text")


def test_tabs_and_full_stores(browser, book):
    """What one tab writes stands in the other, whose open form and focus stay; in a full store, all can be given."""
    context = browser.new_context(offline=True, accept_downloads=True)
    first, second = context.new_page(), context.new_page()
    wrong = watch(first) + watch(second)
    first.goto((book / "chapters/making.html").as_uri())
    first.locator(".wss-paste").fill(TEXT)
    first.get_by_role("button", name="Take this text").click()
    first.get_by_role("button", name="Choose one", exact=True).click()
    second.goto((book / "chapters/making.html").as_uri())
    second.locator(".wss-make-item > summary").click()
    second.get_by_label("The question").focus()
    first.get_by_label("Its title", exact=True).fill("A bridge")
    expect(second.get_by_label("Its title", exact=True)).to_have_value("A bridge")
    expect(second.get_by_label("The question")).to_be_focused()
    second.keyboard.type("And why?")
    expect(first.get_by_label("The question")).to_have_value("Who says so?And why?")
    second.goto((book / "chapters/your-text.html").as_uri())
    step(second, "Where from")
    second.get_by_label("Its title").fill("The bridge")
    expect(first.get_by_label("What do your students see as its title?")).to_have_value("The bridge")
    first.get_by_label("Its title", exact=True).fill("A bridge, and who says so")
    expect(first.get_by_role("alert")).to_be_empty()
    step(second, "See")
    second.get_by_role("link", name="Make exercises of it").click()
    expect(second.locator(".wss-make-item > summary")).to_have_text("Choose one: A bridge, and who says so")
    first.evaluate(FULL)
    first.get_by_role("button", name="Write", exact=True).click()
    expect(first.get_by_role("alert")).to_contain_text("could not keep your last change")
    first.get_by_label("One good answer").fill("A nurse said that 12 were hurt.")
    step(first, "Hand out")
    with first.expect_download() as download:
        first.locator(".wss-make-key").click()
    assert "A nurse said" in Path(download.value.path()).read_text(encoding="utf-8")
    context.close()
    assert not wrong
