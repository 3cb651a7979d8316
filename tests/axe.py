"""axe, the program that finds accessibility faults a machine can see, asked quickly."""

from axe_playwright_python.base import AXE_SCRIPT
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

QUICK = {"preload": False, "resultTypes": ["violations"]}
""""preload" would fetch our style sheets, which a browser refuses from file:; what passes need not be listed."""
REMEMBERED = """(() => {
    const { Color } = axe.commons.color, parse = Color.prototype.parseString, known = new Map();
    Color.prototype.parseString = function (text) {
        if (!known.has(text)) {
            parse.call(this, text);
            known.set(text, { r: this.r, g: this.g, b: this.b, alpha: this.alpha });
        }
        return Object.assign(this, known.get(text));
    };
})()"""
"""axe reads the few colours of a page anew for every word; that is a third of its time, and always gives the same."""
TEXT = ".book-text"
"""What differs from page to page: the bar and the menus around it are looked at once."""


def broken(
    page: Page, themes: tuple[str | None, ...] = ("light", "dark"), within: str | None = None, colours: bool = True
) -> list[str]:
    """Every rule that the page, or what a selector finds in it, breaks.

    All rules are tried in the first theme, and in the others those on colours, for the rest is the same there.
    Without colours it takes a third of the time. A theme that is None is the one the page has.
    """
    first, *others = themes
    found = _asked(page, within, first, {"rules": {"color-contrast": {"enabled": colours}}})
    return found + faint(page, within, tuple(others))


def faint(page: Page, within: str | None = None, themes: tuple[str | None, ...] = ("light", "dark")) -> list[str]:
    """Every word with too little contrast, in each theme; no other rule is tried."""
    found = []
    for theme in themes:
        found += _asked(page, within, theme, {"runOnly": ["color-contrast"]})
    return found


def _asked(page: Page, within: str | None, theme: str | None, tried: dict) -> list[str]:
    if theme:
        page.emulate_media(color_scheme=theme, reduced_motion="reduce")
    there = page.evaluate("'axe' in window")  # half a megabyte, which every page needs once
    asked = Axe("" if there else AXE_SCRIPT + REMEMBERED)
    rules = asked.run(page, context=within, options={**QUICK, **tried}).response["violations"]
    return [f"{theme}: {rule['id']}: {node['html'][:160]}" for rule in rules for node in rule["nodes"]]
