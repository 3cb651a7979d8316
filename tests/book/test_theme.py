"""The book as a thing to read: reachable, quiet, and whole on every screen, without a network."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.axe import TEXT, broken, faint
from tests.student import PAGE, tab_to

NARROW = {"width": 390, "height": 844}
WIDE = {"width": 1440, "height": 900}
SPACED = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }
"""
"""What WCAG 2.2, criterion 1.4.12, lets a reader set."""


def every(book: Path) -> Iterator[Path]:
    """Every page of the built book; a bare address that only sends the reader on is none."""
    for path in sorted(book.rglob("*.html")):
        if not {"_static", "handouts"} & {*path.parts} and "<article" in path.read_text(encoding="utf-8"):
            yield path


def sectioned(book: Path) -> Path:
    """The page with the most to list under "On this page"."""
    return max(
        (path for path in every(book) if 'id="page-contents"' in path.read_text(encoding="utf-8")),
        key=lambda path: path.read_text(encoding="utf-8").count("<h2"),
    )


def visit(page, path: Path) -> None:
    """Go to a page and let it load."""
    page.goto(path.as_uri())


def where(page) -> str:
    """What has the focus: the id of its drawer, "bar", "text" or "elsewhere"."""
    return page.evaluate("""() => {
        const at = document.activeElement;
        const other = at.closest(".book-bar") ? "bar" : at.closest(".book-text") ? "text" : "elsewhere";
        return at.closest(".drawer")?.id ?? other;
    }""")


def tab_through(page, most: int = 400) -> list[str]:
    """Where the focus goes, pressing Tab from the top until it has been round."""
    places = []
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break
        places.append(where(page))
    return places


def test_axe_finds_nothing(book, page):
    """No page breaks an accessibility rule that a machine can see, narrow or wide, in either theme;
    those with exercises are looked at where these are answered. The colours around the text are those of one page.
    """
    found = []
    for path in every(book):
        if path.relative_to(book).with_suffix("").as_posix() in PAGE.values():
            continue
        page.set_viewport_size(NARROW)
        visit(page, path)
        found += [f"{path.name}: narrow: {fault}" for fault in broken(page, within=TEXT)]
        page.set_viewport_size(WIDE)
        found += [f"{path.name}: wide: {fault}" for fault in broken(page, (None,), colours=False)]
    found += faint(page)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("panel, name", [("book-contents", "Menu"), ("page-contents", "On this page")])
def test_a_drawer_opens_and_closes_by_keyboard(book, page, panel, name):
    """Enter opens each drawer, Tab goes into it, Escape closes it and gives the focus back."""
    page.set_viewport_size(NARROW)
    page.goto(sectioned(book).as_uri())
    opener, drawer = page.get_by_role("button", name=name, exact=True), page.locator(f"#{panel}")
    assert opener.get_attribute("aria-controls") == panel
    assert opener.get_attribute("aria-expanded") == "false"
    assert drawer.is_hidden()

    tab_to(opener)
    page.keyboard.press("Enter")
    drawer.wait_for(state="visible")
    assert opener.get_attribute("aria-expanded") == "true"
    page.keyboard.press("Tab")
    assert where(page) == panel
    assert not broken(page)

    page.keyboard.press("Escape")
    drawer.wait_for(state="hidden")
    assert opener.get_attribute("aria-expanded") == "false"
    assert opener.evaluate("node => node === document.activeElement")


def test_a_closed_drawer_is_out_of_the_tab_order(book, page):
    """On a narrow screen Tab meets the bar and the text, and nothing that is not to be seen."""
    page.set_viewport_size(NARROW)
    page.goto(sectioned(book).as_uri())
    places = tab_through(page)
    assert {"bar", "text"} <= set(places) <= {"bar", "text", "elsewhere"}


def test_a_drawer_closes_when_the_focus_leaves_it(book, page):
    """Tabbing on past the menu's end closes it, so that it never covers what has the focus."""
    page.set_viewport_size(NARROW)
    page.goto(sectioned(book).as_uri())
    drawer = page.locator("#book-contents")
    tab_to(page.get_by_role("button", name="Menu", exact=True))
    page.keyboard.press("Enter")
    drawer.wait_for(state="visible")
    tab_to(drawer.locator(".theme-switch"))
    assert drawer.is_visible()
    page.keyboard.press("Tab")
    drawer.wait_for(state="hidden")
    assert where(page) == "bar"


def test_a_link_in_a_drawer_leads_to_its_heading_and_closes_it(book, page):
    """Following "On this page" shows the heading, not the drawer over it."""
    page.set_viewport_size(NARROW)
    page.goto(sectioned(book).as_uri())
    page.get_by_role("button", name="On this page", exact=True).press("Enter")
    link = page.locator("#page-contents .toc-tree ul ul a").last
    link.press("Enter")
    page.locator("#page-contents").wait_for(state="hidden")
    page.wait_for_function("document.querySelector(':target') !== null")


def test_the_menus_open_without_javascript(book, page):
    """With scripts switched off both drawers still open, by keyboard."""
    context = page.context.browser.new_context(java_script_enabled=False, offline=True, viewport=NARROW)
    plain = context.new_page()
    plain.goto(sectioned(book).as_uri())
    for name, panel in (("Menu", "book-contents"), ("On this page", "page-contents")):
        assert plain.locator(f"#{panel}").is_hidden()
        plain.get_by_role("button", name=name, exact=True).press("Enter")
        plain.locator(f"#{panel}").wait_for(state="visible")
        plain.keyboard.press("Escape")
    context.close()


def test_a_wide_screen_shows_both_contents_and_no_bar(book, page):
    """On a wide screen the contents stand beside the text, reachable by Tab."""
    page.set_viewport_size(WIDE)
    page.goto(sectioned(book).as_uri())
    assert page.locator(".book-bar").is_hidden()
    assert {"book-contents", "text", "page-contents"} <= set(tab_through(page))


@pytest.mark.parametrize("device", ["light", "dark"])
def test_the_theme_changes_by_keyboard_and_is_remembered(book, page, device):
    """The first press always changes what is seen; the choice has a name and outlives the page."""
    paper = "getComputedStyle(document.body).backgroundColor"
    page.set_viewport_size(WIDE)
    page.emulate_media(color_scheme=device)
    page.goto(next(every(book)).as_uri())
    before, switch = page.evaluate(paper), page.get_by_role("button", name="Theme: as on this device")
    tab_to(switch)
    page.keyboard.press("Enter")
    other = "light" if device == "dark" else "dark"
    page.get_by_role("button", name=f"Theme: {other}").wait_for()
    after = page.evaluate(paper)
    assert after != before

    page.reload()
    page.get_by_role("button", name=f"Theme: {other}").wait_for()
    assert page.evaluate(paper) == after
    assert page.evaluate("getComputedStyle(document.body).colorScheme") == other


def test_the_skip_link_shows_itself_and_leads_to_the_text(book, page):
    """The first Tab shows a link that moves the focus past the contents, to the text."""
    page.set_viewport_size(WIDE)
    page.goto(sectioned(book).as_uri())
    page.keyboard.press("Tab")
    link = page.get_by_role("link", name="Skip to content")
    assert link.evaluate("node => node === document.activeElement")
    box = link.bounding_box()
    assert box["width"] > 60 and box["height"] > 24 and box["x"] >= 0 and box["y"] >= 0
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.id === 'furo-main-content'")
    page.keyboard.press("Tab")
    assert where(page) == "text"


@pytest.mark.parametrize("word", ["claim", "source"])
def test_searching_finds_pages_from_a_folder(book, page, word):
    """A word typed into the search box lists places, says how many, and leads to one of them."""
    page.set_viewport_size(WIDE)
    page.goto(next(every(book)).as_uri())
    box = page.get_by_role("searchbox", name="Search this book")
    tab_to(box)
    page.keyboard.type(word)
    page.keyboard.press("Enter")
    status = page.get_by_role("status").filter(has_text="found")
    status.wait_for()
    results = page.locator("#search-results li a")
    assert results.count() > 0
    assert str(results.count()) in status.inner_text() or results.count() == 1
    results.first.press("Enter")
    page.wait_for_url(lambda address: "search.html" not in address)
    assert word in page.locator("article").inner_text().lower()


def test_searching_for_nothing_says_so(book, page):
    """A word that stands nowhere is answered in words."""
    page.goto(f"{(book / 'search.html').as_uri()}?q=zzyzx")
    page.get_by_role("status").filter(has_text="Nothing found").wait_for()


def test_the_narrowest_screen_and_the_widest_spacing(book, page):
    """At 320 pixels, which is also 400 % of a laptop, every page fits its width,
    and cuts nothing off when a reader spaces the text.
    """
    page.set_viewport_size({"width": 320, "height": 640})
    wide = []
    for path in every(book):
        visit(page, path)
        if page.evaluate("document.documentElement.scrollWidth") > 320:
            wide.append(path.name)
        page.add_style_tag(content=SPACED)
        wide += page.evaluate(
            """(name) => [...document.querySelectorAll("article *")]
            .filter((e) => ["hidden", "clip"].includes(getComputedStyle(e).overflowX) && !e.closest("svg"))
            .filter((e) => e.clientWidth > 1 && e.scrollWidth > e.clientWidth + 1 && e.checkVisibility())
            .map((e) => `${name}: ${e.outerHTML.slice(0, 100)}`)""",
            path.name,
        )
        if page.evaluate("document.documentElement.scrollWidth") > 320:
            wide.append(f"{path.name}, spaced")
    assert not wide, wide


def test_paper_gets_the_text_alone_and_in_light(book, page):
    """No printed page has contents beside it, a control, a dark ground, or anything wider than the paper,
    whatever theme the screen has.
    """
    page.set_viewport_size({"width": 642, "height": 980})  # what the margins leave of A4, at 96 pixels an inch
    page.emulate_media(media="print", color_scheme="dark")
    faults = []
    for path in every(book):
        visit(page, path)
        controls = page.locator(
            ".drawer:visible, .book-bar:visible, .book-text > footer:visible, button:not(.wss-hard):visible, "
            "select:visible, textarea:visible, "
            ".wss-work:visible, details:not([open]) > summary:visible"
        )
        closed = page.locator(".wss-codebook details dd")  # closed on the screen, open on paper
        controls = controls.and_(page.locator(":not(.wss-codebook summary)"))
        if closed.count() != closed.filter(visible=True).count():
            faults.append(f"{path.name}: a part of the codebook is left out")
        faults += [
            f"{path.name}: {one}" for one in controls.evaluate_all("(all) => all.map((e) => e.outerHTML.slice(0, 100))")
        ]
        if page.evaluate("document.documentElement.scrollWidth") > 642:
            faults.append(f"{path.name}: too wide")
    assert not faults, "\n".join(faults)
    assert page.evaluate("getComputedStyle(document.body).colorScheme") == "light"
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_every_page_has_one_headline_and_an_icon(book):
    """Each page says once what it is, in its headline, and carries the book's icon."""
    for path in every(book):
        html = path.read_text(encoding="utf-8")
        assert len(re.findall(r"<h1\b", html)) == 1, path.name
        assert "favicon.svg" in html, path.name
