"""The colours of the book: said once, the same wherever they are shown, and dark enough or light enough to be read."""

import re

import pytest

from tests.conftest import ROOT
from tests.contrast import contrast, faint, written
from tests.student import ONE_OF_EACH, PAGE, WRONG, answer, check, exercise
from whosaysso.browser.styles import colours, in_notebook, sheet

LIGHT, DARK = ({name: pair[which] for name, pair in colours().items()} for which in (0, 1))
MAY = {".css", ".jinja", ".html", ".js", ".py", ".svg", ".mplstyle"}
NUMBER = r"(?<![\w&;#(])#(?:[0-9a-f]{6}|[0-9a-f]{3})\b"
ELSEWHERE = {"favicon.svg": 3, "book.css": 2}
"""Where a colour must stand by its number: a picture of its own, and the margins of paper, which see no names."""


def test_colours_are_said_once():
    """No style sheet, template or module but ``colours.css`` writes a colour by its number."""
    files = (
        path for path in (ROOT / "src/whosaysso").rglob("*.*") if path.suffix in MAY and path.name != "colours.css"
    )
    texts = {path.name: re.sub(r"@supports[^{]*", "", path.read_text(encoding="utf-8")) for path in files}
    assert {name: len(found) for name, text in texts.items() if (found := re.findall(NUMBER, text))} == ELSEWHERE
    margins = re.findall(r"color: (#[0-9a-f]{6})", (ROOT / "src/whosaysso/book/theme/book.css").read_text("utf-8"))
    assert set(margins) == {LIGHT["ink-soft"]}


@pytest.mark.parametrize("name", ["article", "codebook", "exercise", "figure"])
def test_every_name_is_known(name):
    """Each name in a style sheet is set: in a page by the book's own sheet, in a notebook by the colours."""
    used = set(re.findall(r"var\(--([\w-]+)\)", sheet(name))) - {
        "lines"
    }  # how many lines to write on, its element says
    for whole in (sheet("book") + sheet(name), in_notebook(name)):
        assert used <= set(re.findall(r"--([\w-]+):", whole))


@pytest.mark.parametrize("named", [LIGHT, DARK], ids=["light", "dark"])
def test_every_colour_can_be_read(named):
    """Text reaches 4.5:1 on paper and on its own soft ground, the edges of controls and the focus 3:1."""
    grounds = [named["paper"], named["paper-raised"], named["paper-sunk"]]
    for name in ("ink", "ink-soft"):
        assert min(contrast(named[name], ground) for ground in grounds) >= 4.5, name
    for soft in (name for name in named if name.endswith("-soft") and name != "ink-soft"):
        own = named[soft.removesuffix("-soft")]
        assert min(contrast(own, ground) for ground in (*grounds, named[soft])) >= 4.5, soft
        assert contrast(named["ink"], named[soft]) >= 4.5, soft
    assert contrast(named["on-accent"], named["accent"]) >= 4.5
    for name in ("edge", "focus"):
        assert min(contrast(named[name], ground) for ground in grounds) >= 3, name


@pytest.mark.parametrize("whole", [sheet("book"), in_notebook("exercise")], ids=["page", "notebook"])
def test_browser_without_light_dark_has_the_light_colours(page, whole):
    """A browser that does not know ``light-dark()`` shows every colour as in light, also on a device that is dark."""
    page.emulate_media(color_scheme="dark")
    page.set_content(f'<style>{whole.replace("light-dark(", "unheard-of(")}</style><body><p class="wss-exercise">')
    shown = page.locator("p").evaluate(
        "(p, names) => names.map((name) => getComputedStyle(p).getPropertyValue('--' + name))", list(LIGHT)
    )
    assert dict(zip(LIGHT, shown, strict=True)) == LIGHT
    assert page.evaluate("getComputedStyle(document.querySelector('p')).colorScheme") in ("light", "normal")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_article_can_be_read_in_the_page(book, page, theme):
    """With every layer and note shown, all words of the article can be read in the theme chosen."""
    page.emulate_media(color_scheme="light" if theme == "dark" else "dark")
    page.goto((book / "chapters/case.html").as_uri())
    page.evaluate("theme => { document.body.dataset.theme = theme }", theme)
    for switch in page.locator(".wss-layers input").all():
        switch.check()
    named = LIGHT if theme == "light" else DARK
    shown = written(page, ".wss-reader")
    layers = {colour for colour, _, what in shown if "wss-note-mark" in what}
    assert layers == {named[f"layer-{name}"] for name in ("voice", "hedge", "number", "loaded", "frame")} | {
        named["ink-soft"]
    }
    assert not faint(page, ".wss-reader")


def test_told_exercises_can_be_read_in_the_page(book, page):
    """Answered wrongly, checked and explained, the words of one exercise of each kind reach 4.5:1 in both themes."""
    for item in ONE_OF_EACH:
        page.goto(f"{(book / PAGE[item.id]).as_uri()}.html")
        root = exercise(page, item)
        answer(root, item, WRONG[item.kind](item))
        check(root)
        for theme in ("light", "dark"):
            page.evaluate("theme => { document.body.dataset.theme = theme }", theme)
            assert not faint(page, f'[data-exercise="{item.id}"]'), (item.id, theme)
