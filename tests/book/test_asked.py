"""Asked, not told: what is asked before a chapter and at its end, and what the menu says is finished."""

import json

import pytest
from playwright.sync_api import expect

from tests.browser.test_judgement import KEEP, attempt
from tests.student import ITEMS, PAGE, entries
from whosaysso.exercises.path import core_exercises, sets_before
from whosaysso.exercises.sets import set_of

CHAPTER = "chapters/numbers"
LATER = ["lateral-reading", "sourcing", "numbers", "framing", "write-it", "another-text"]


@pytest.fixture
def read(page, book):
    """Opens a page of the book for a reader with these attempts."""

    def opened(name: str, *attempts: dict):
        page.goto((book / f"{name}.html").as_uri())
        if attempts:
            page.evaluate(KEEP, list(attempts))  # as another tab would: no page is loaded anew for it
        return page

    return opened


def test_every_chapter_asks_about_those_before(book):
    """From the second on each chapter offers two exercises of chapters before it, and each asks what to keep first."""
    for name in LATER:
        html = (book / f"chapters/{name}.html").read_text(encoding="utf-8")
        offered = html.split('<aside class="book-earlier"')[1].split("</ul>")[0]
        asked = [part.split('"')[0] for part in offered.split("#exercise-")[1:]]
        assert len({*asked}) == 2 and {set_of(one).id for one in asked} <= {*sets_before(f"chapters/{name}")}
        assert all(f"{PAGE[one]}.html#exercise-{one}" in offered for one in asked)
    for name in ["case", *LATER]:
        html = (book / f"chapters/{name}.html").read_text(encoding="utf-8")
        kept = html.split('id="what-to-keep"')[1]
        assert kept.index('<details class="book-keep">') < kept.index("<summary>") < kept.index("<li>")


def test_due_questions_come_first(read):
    """A reader who has been here is offered what is due first, unseen before seen; what was seen opens unanswered."""
    short = [i for i in ITEMS.values() if i.kind == "choose" and set_of(i.id).id in ("case", "sourcing")]
    case, sourcing = ([i for i in short if set_of(i.id).id == name] for name in ("case", "sourcing"))
    met = [attempt(n, item, 1, at="2026-01-02T10:00:00.000Z") for n, item in enumerate(sourcing)]
    page = read(CHAPTER, attempt(90, case[0], 1, at="2026-01-20T10:00:00.000Z"), *met)
    items = page.locator(".book-earlier li")
    expect(items).to_have_count(2)
    expect(items.first).to_contain_text("(Sourcing)")
    expect(items.last).to_contain_text("(The article)")
    assert case[0].title not in items.last.inner_text()
    done = [i for i in ITEMS.values() if set_of(i.id).id == "case"]
    page = read("chapters/lateral-reading", *(attempt(100 + n, i, 1) for n, i in enumerate(done)))
    link = page.locator(".book-earlier a").first
    link.evaluate("(a) => a.addEventListener('click', (event) => event.preventDefault())")
    link.click()
    [key] = entries(page, "draft")
    assert link.get_attribute("href").endswith(f"#exercise-{key.split(':')[-1]}")
    assert json.loads(page.evaluate("(key) => localStorage.getItem(key)", key))["response"] == {}


def test_menu_ticks_what_is_finished(read):
    """A chapter whose exercises are answered is ticked in the menu and says so; another says how many of how many."""
    core = [name for name in core_exercises() if PAGE[name] == CHAPTER]
    other = next(name for name in core_exercises() if PAGE[name] == "chapters/sourcing")
    answers = [attempt(n, ITEMS[name], 0) for n, name in enumerate([*core, other])]
    page = read(CHAPTER, *answers)
    menu = page.locator(".sidebar-tree")
    assert menu.locator("a:has(.book-done)").all_inner_texts() == ["Unverified numbers ✓"]
    expect(menu.get_by_role("link", name="Unverified numbers finished")).to_be_attached()
    expect(page.locator(".wss-minutes .book-done")).to_have_text("✓ All done.")
    page = read("chapters/sourcing", *answers)
    expect(page.locator(".wss-minutes .book-done")).to_contain_text("1 of ")
    assert not read("chapters/framing", *answers).locator(".wss-minutes .book-done").count()


def test_menu_ticks_further_exercises(read):
    """A page of further exercises is ticked in the menu once all of them are answered, and says how many are."""
    name = "exercises/leaving-the-page"
    asked = [one for one, page in PAGE.items() if page == name]
    page = read(name, *(attempt(n, ITEMS[one], 0) for n, one in enumerate(asked[1:])))
    menu, line = (
        page.locator(f'.sidebar-tree a[href="#"], .sidebar-tree a[href$="{name}.html"]'),
        page.locator("h1 + p"),
    )
    expect(line).to_have_text(f"{len(asked) - 1} of {len(asked)} done.")
    expect(menu.locator(".book-done")).to_have_count(0)
    page.evaluate(KEEP, [attempt(90, ITEMS[asked[0]], 1)])
    expect(line).to_have_text("✓ All done.")
    expect(menu.locator(".book-done")).to_have_text("✓")


def test_what_to_keep_opens_and_prints(read, tmp_path):
    """What to keep is closed until the question is pressed, and stands on paper without it."""
    page = read(CHAPTER)
    first = page.locator(".book-keep li").first
    expect(first).not_to_be_visible()
    page.locator(".book-keep summary").press("Enter")
    expect(first).to_be_visible()
    page.reload()
    page.emulate_media(media="print")
    assert first.evaluate("(li) => li.getBoundingClientRect().height > 0")
    expect(page.locator(".book-keep summary")).not_to_be_visible()
