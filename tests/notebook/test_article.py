"""The article with its layers, in the built book: switches, notes, links, overlap, and no JavaScript."""

import pytest
from playwright.sync_api import Page, expect

from whosaysso.text.article import LAYERS, notes, pieces
from whosaysso.text.case import find_case, find_cases

ARTICLE = find_case("balochistan-july-2025")
NOTES = notes(ARTICLE)


@pytest.fixture
def opened(page, book) -> Page:
    """The page of the article."""
    page.goto((book / "chapters/case.html").as_uri())
    return page


@pytest.mark.parametrize("case", find_cases(), ids=lambda case: case.slug)
def test_pieces_lose_nothing(case):
    """However many rows cut a sentence, its pieces are the sentence, and every row of every layer ends in one piece."""
    noted = notes(case)
    ended = []
    for sentence in case.sentences:
        cut = pieces(sentence, case.layer("words") if "words" in case.layers else [], noted)
        assert "".join(p["text"] for p in cut) == sentence.text
        ended += [note.id for p in cut for note in p["ends"]]
    assert sorted(ended) == sorted(note.id for note in noted)


def test_article_is_verbatim(opened):
    """The page shows the text as it was supplied, but for the numbers, the marks and the explanations around it."""
    shown = opened.locator(".wss-article").evaluate("""(article) => {
        const copy = article.cloneNode(true);
        copy.querySelectorAll('.wss-number, .wss-note-mark').forEach((n) => n.remove());
        return copy.textContent;
    }""")
    assert "".join(shown.split()) == "".join(ARTICLE.text.split())


def test_every_sentence_can_be_linked(opened):
    """Every sentence and heading has an address of its own, and its number links to it."""
    for sentence in ARTICLE.sentences:
        target = opened.locator(f'[id="{sentence.id}"]')
        assert target.count() == 1
        assert target.locator(".wss-number").get_attribute("href") == f"#{sentence.id}"


@pytest.mark.parametrize("name", LAYERS)
def test_layer_is_switched_by_keyboard(opened, name):
    """A layer is switched on and off by the space bar; its marks come and go, and a mark opens its note."""
    switch = opened.locator(f"[name=layer][value={name}]")
    marks = opened.locator(f".wss-article .wss-note-mark.{name}")
    expect(marks.first).to_be_hidden()
    switch.focus()
    opened.keyboard.press("Space")
    expect(marks.first).to_be_visible()
    assert marks.count() == sum(note.layer == name for note in NOTES)
    marks.first.focus()
    opened.keyboard.press("Enter")
    note = next(n for n in NOTES if n.id == marks.first.get_attribute("popovertarget"))
    shown = opened.locator(f"#{note.id}")
    expect(shown).to_be_visible()
    for label, text in note.says:
        expect(shown).to_contain_text(label)
        expect(shown).to_contain_text(" ".join(text.split()))
    for source in note.sources:
        assert shown.locator(f'a[href="{source["address"]}"]').count() >= 1
    opened.keyboard.press("Escape")
    expect(shown).to_be_hidden()
    expect(marks.first).to_be_focused()
    switch.focus()
    opened.keyboard.press("Space")
    expect(marks.first).to_be_hidden()


def test_hard_word_opens_its_meaning(opened):
    """A hard word opens its meaning where it stands, and Escape closes it."""
    opened.get_by_role("button", name="restive").first.click()
    expect(opened.locator("#word-restive")).to_be_visible()
    opened.keyboard.press("Escape")
    expect(opened.locator("#word-restive")).to_be_hidden()


def test_link_shares_the_switches(opened, book):
    """What is switched on stands in the address, and the address switches it on, at its sentence."""
    for name in ("voice", "number"):
        opened.locator(f"[name=layer][value={name}]").check()
    assert opened.url.endswith("#layers=voice,number")
    shared = opened.context.new_page()
    shared.goto(f"{(book / 'chapters/case.html').as_uri()}#layers=voice,number&at=P10.2")
    expect(shared.locator("[name=layer]:checked")).to_have_count(2)
    expect(shared.locator('[id="P10.2"]')).to_be_in_viewport()


def test_overlapping_layers_can_all_be_seen(opened):
    """With every layer on, a word that lies in several has one line for each, at heights of their own."""
    for name in LAYERS:
        opened.locator(f"[name=layer][value={name}]").check()
    piece = opened.locator(".wss-piece.voice.hedge").first
    lines = piece.evaluate("""(e) => {
        const style = getComputedStyle(e);
        const heights = style.backgroundPosition.split(", ").map((p) => p.split(" ").slice(1).join(" "));
        const images = style.backgroundImage.split(/,\\s*(?=linear)/);
        return {heights, drawn: images.map((i) => !/rgba\\(0, 0, 0, 0\\)/.test(i))};
    }""")
    assert len(set(lines["heights"])) == 6
    assert lines["drawn"][0] and lines["drawn"][1]
    assert sum(lines["drawn"]) == len([n for n in LAYERS if n in piece.get_attribute("class").split()])


@pytest.mark.parametrize("width", [320, 390, 1440])
def test_narrow_with_every_layer(opened, width):
    """With every layer on, nothing runs over the edge, and every mark is large enough to touch."""
    opened.set_viewport_size({"width": width, "height": 800})
    for name in LAYERS:
        opened.locator(f"[name=layer][value={name}]").check()
    assert opened.evaluate("document.documentElement.scrollWidth <= innerWidth")
    sizes = opened.locator(".wss-note-mark").evaluate_all(
        "(all) => all.map((m) => { const b = m.getBoundingClientRect(); return Math.min(b.width, b.height); })"
    )
    assert min(sizes) >= 24
    opened.locator(".wss-note-mark.claim").last.click()
    box = opened.locator(".wss-margin-note:popover-open").bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= width


def test_notes_as_footnotes_without_javascript(book, browser):
    """Without JavaScript the switches and notes work, and all notes can be read below the text."""
    context = browser.new_context(java_script_enabled=False, offline=True)
    page = context.new_page()
    page.goto((book / "chapters/case.html").as_uri())
    page.locator("[name=layer][value=voice]").check()
    mark = page.locator(".wss-note-mark.voice").first
    mark.click()
    expect(page.locator(".wss-margin-note.voice").first).to_be_visible()
    page.keyboard.press("Escape")
    page.locator("[name=all]").check()
    expect(page.locator(".wss-margin-note:visible")).to_have_count(len(NOTES))
    context.close()


def test_outlet_of_the_text_is_not_named(book):
    """The page of the article does not name the outlet: finding it is a task of a later chapter."""
    assert "tfipost" not in (book / "chapters/case.html").read_text(encoding="utf-8").lower()


def test_no_line_begins_with_a_comma(opened):
    """A comma or full stop behind a hard word stays on its line, at every width."""
    for width in range(320, 900, 20):
        opened.set_viewport_size({"width": width, "height": 800})
        torn = opened.locator(".wss-keep").evaluate_all("""(all) => all.filter((keep) => {
            const range = document.createRange();
            range.selectNodeContents(keep);
            range.setStartAfter(keep.querySelector(".wss-hard"));
            const tail = [...range.getClientRects()].filter((box) => box.width > 0);
            const word = [...keep.querySelector(".wss-hard").getClientRects()].at(-1);
            return tail.some((box) => box.top > word.bottom);
        }).map((keep) => keep.textContent)""")
        assert not torn, (width, torn)
