"""What the theme's script does, beside a page of the least it needs: no book has to be built for it."""

import pytest
from playwright.sync_api import Page, expect

from whosaysso.authored.folders import PACKAGE

SCRIPT = PACKAGE / "book" / "theme" / "static" / "book.js"
PAGE = f"""<!doctype html><meta charset=utf-8><html class="no-js"><body data-theme="auto">
<script src="{SCRIPT.as_uri()}"></script>
<div class="book-bar"><button popovertarget="menu">Menu</button></div>
<nav class="drawer" id="menu" popover><a href="#end">The end</a></nav>
<button class="theme-switch" hidden><span></span></button><p id="end">The end.</p>"""


@pytest.fixture
def opened(page, tmp_path) -> Page:
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    page.goto((tmp_path / "page.html").as_uri())
    return page


def test_menu_closes_when_there_is_room_beside_it(opened):
    """A menu that is open when the window grows wide is closed, and its button says so."""
    opened.set_viewport_size({"width": 390, "height": 800})
    menu, button = opened.locator("#menu"), opened.get_by_role("button", name="Menu")
    button.click()
    expect(menu).to_be_visible()
    expect(button).to_have_attribute("aria-expanded", "true")
    opened.set_viewport_size({"width": 1440, "height": 800})
    expect(menu).to_be_hidden()
    expect(button).to_have_attribute("aria-expanded", "false")


@pytest.mark.parametrize(("kept", "shown"), [("dark", "dark"), ("light", "light"), ("<b>", "auto"), ("", "auto")])
def test_kept_theme_is_one_of_three(opened, kept, shown):
    """A kept theme is taken; one that is damaged counts as none, and the switch goes on from there."""
    opened.evaluate("(kept) => localStorage.setItem('theme', kept)", kept)
    opened.reload()
    body = opened.locator("body")
    expect(body).to_have_attribute("data-theme", shown)
    assert "undefined" not in opened.locator(".theme-switch").inner_text()
    opened.locator(".theme-switch").click()
    assert body.get_attribute("data-theme") in {"auto", "light", "dark"} - {shown}
