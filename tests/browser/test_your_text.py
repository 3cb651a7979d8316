"""Reading any text in a page of the book's own pieces: brought in, cut, marked, kept, taken along and loaded again."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.axe import broken
from whosaysso.browser.fragments import your_text_html
from whosaysso.browser.joined import your_text_module
from whosaysso.browser.lean import lean
from whosaysso.browser.styles import sheet
from whosaysso.markup import render
from whosaysso.reader.file import parse_reading
from whosaysso.reader.normal import hashed

TEXT = "Bridge at Talvi closed\n\nThe bridge is closed, the ministry said. Mr. Orvel saw 27 men.\n\nNobody may cross."
HOSTILE = '<img src=x onerror="document.title=1"><script>document.title=1</script> javascript:alert(1) \u202egnp.exe'


@pytest.fixture
def opened(page, tmp_path) -> Page:
    """A page with nothing but the table for any text."""
    return open_table(page, tmp_path / "page.html")


def open_table(page: Page, path: Path) -> Page:
    """Write a page that has the table for any text, and open it."""
    module = render("browser/module", name="wss-your-text", module=lean(your_text_module()))
    style = f"<style>{''.join(map(sheet, ('book', 'exercise', 'yourtext')))}</style>"
    head = f"<!doctype html><html lang=en><meta charset=utf-8><title>Your text</title>{style}"
    path.write_text(f"{head}<body data-theme=light><main><h1>Your text</h1>{your_text_html()}{module}</main>", "utf-8")
    page.goto(path.as_uri())
    return page


def bring(page: Page, text: str = TEXT, step: str = "mark") -> None:
    """Paste a text, and go to a step."""
    page.locator(".wss-paste").fill(text)
    page.get_by_role("button", name="Read this text").click()
    page.locator(f'[data-step="{step}"]').click()


def panel(page: Page, step: str = "mark"):
    return page.locator(f'[data-panel="{step}"]').first


def mark(page: Page, first: int, last: int) -> None:
    """Mark from one word to another."""
    words = panel(page).locator(".wss-word")
    words.nth(first).click()
    words.nth(last).click()


def saved(page: Page, button: str = "Save as a file") -> str:
    """What the browser was given to save."""
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    return download.value.path().read_bytes().decode("utf-8")


def numbers(page: Page, step: str = "cut") -> list[str]:
    return panel(page, step).locator(".wss-number").all_text_contents()


def test_text_is_cut_and_can_be_mended(opened):
    """A pasted text has numbered sentences; a click begins one, a click on its first word joins it, Undo goes back."""
    bring(opened, step="cut")
    assert numbers(opened) == ["H1", "P1.1", "P1.2", "P2.1"]
    words = panel(opened, "cut").locator(".wss-word")
    words.nth(8).click()  # "the ministry said"
    assert numbers(opened) == ["H1", "P1.1", "P1.2", "P1.3", "P2.1"]
    words.nth(8).click()
    assert numbers(opened) == ["H1", "P1.1", "P1.2", "P2.1"]
    words.nth(16).click()  # "Nobody", joined to the paragraph before
    assert numbers(opened) == ["H1", "P1.1", "P1.2"]
    opened.get_by_role("button", name="Undo").click()
    assert numbers(opened) == ["H1", "P1.1", "P1.2", "P2.1"]
    words.nth(16).click()
    opened.locator(".wss-piece select").select_option("heading")
    assert numbers(opened)[-1] == "H2"


def test_marks_are_kept_in_the_store_as_one_goes(opened):
    """A mark, what was said of it and a label of one's own are there after a reload, and a second tab sees them."""
    bring(opened)
    mark(opened, 8, 10)
    opened.locator(".wss-mark-card summary").click()
    opened.get_by_label("Who speaks?").fill("the ministry")
    opened.get_by_label("What sort of source is that?").select_option("party")
    opened.get_by_text("A label of your own").click()
    opened.get_by_role("textbox", name="Its name").fill("Odd")
    opened.get_by_role("textbox", name="Its name").press("Enter")
    other = opened.context.new_page()
    other.goto(opened.url)
    expect(panel(other).locator(".wss-word[data-mark]")).to_have_count(3)
    opened.reload()
    expect(panel(opened).locator(".wss-word[data-mark]")).to_have_count(3)
    expect(panel(opened).get_by_role("radio", name="Odd")).to_be_visible()
    mark(other, 13, 14)
    expect(panel(opened).locator(".wss-word[data-mark]")).to_have_count(5)
    panel(opened).locator(".wss-word").nth(9).click()
    expect(opened.get_by_label("Who speaks?")).to_have_value("the ministry")
    other.close()


def test_reading_goes_out_and_comes_back_equal(opened):
    """Saved, taken off this device, read and written by Python, and loaded: the same; a table has a row a mark."""
    bring(opened, step="whence")
    opened.get_by_label("Its title").fill("The bridge")
    opened.locator('[data-step="mark"]').click()
    mark(opened, 13, 14)
    panel(opened).get_by_role("radio", name="Numbers").check()
    mark(opened, 14, 15)
    opened.locator(".wss-mark-card summary").click()
    opened.get_by_label("Whom or what does it count?").fill("men, seen")
    opened.get_by_label("Your note").fill("=SUM(1)")
    first = json.loads(saved(opened))
    assert [a["target"]["selector"][1]["exact"] for a in first["annotations"]] == ["saw 27", "27 men."]
    table = saved(opened, "Marks as a table")
    assert table.count("\r\n") == 3 and ",'=SUM(1)," in table and '"men, seen"' in table
    opened.get_by_role("button", name="Another text").click()
    opened.get_by_role("button", name="Remove: The bridge").click()
    opened.get_by_role("button", name="Take it off").click()
    assert not opened.evaluate("Object.keys(localStorage).filter((key) => key.includes(':text')).length")
    load(opened, "reading.json", parse_reading(json.dumps(first)).as_text())
    second = json.loads(saved(opened))
    drop = {"saved", "readers"}
    assert {k: v for k, v in second.items() if k not in drop} == {k: v for k, v in first.items() if k not in drop}


def load(page: Page, name: str, text: str | bytes) -> None:
    data = text if isinstance(text, bytes) else text.encode("utf-8")
    page.locator(".wss-file").set_input_files({"name": name, "mimeType": "", "buffer": data})


def test_hostile_text_is_text(opened):
    """Markup, scripts and marks of direction, pasted or in a file, are words on the page or gone, and nothing runs."""
    bring(opened, HOSTILE)
    assert "<img src=x onerror=" in panel(opened).locator(".wss-passage").text_content()
    assert "\u202e" not in panel(opened).locator(".wss-passage").text_content()
    opened.get_by_role("button", name="Another text").click()
    page = (
        "<h1>Talvi</h1><script>document.title=1</script><style>p{}</style><p onclick=x>A &lt;b&gt;<img src=x onerror=x>"
    )
    load(opened, "page.html", f"{page}<ul><li>one<li>two</ul>")
    expect(opened.locator(".wss-paste")).to_have_value("Talvi\n\nA <b>\n\n• one\n\n• two")
    load(opened, "notes.md", "# Talvi\n\nThe *bridge* is [closed](javascript:x).\n")
    expect(opened.locator(".wss-paste")).to_have_value("Talvi\n\nThe bridge is closed.")
    assert opened.title() == "Your text"


@pytest.mark.parametrize(
    "name, text, said",
    [
        ("a.txt", "x" * 1_000_001, "1,000,001 signs"),
        ("a.pdf.txt", "%PDF-1.7 \0", "not a text file"),
        ("a.json", "{", "damaged"),
        ("a.json", '{"schema": "whosaysso.hand-in/2"}', "not a reading"),
        ("a.json", '{"format": "who-says-so/reading/2"}', "newer edition"),
    ],
    ids=["long", "pdf", "broken", "foreign", "newer"],
)
def test_what_cannot_be_read_is_refused_with_a_sentence(opened, name, text, said):
    """A text that is too long, a file of another program, and a reading that is damaged or not one, are refused."""
    load(opened, name, text)
    expect(opened.locator(".wss-any-said")).to_contain_text(said)
    expect(opened.locator(".wss-read")).to_be_hidden()


@pytest.mark.parametrize(
    "old, new, said",
    [
        ("The bridge is closed", "The bridge is open", "its text was changed"),
        ('"exact": "the ministry said."', '"exact": "the ministry says."', "a mark in it does not fit"),
        ('"role": "heading"', '"role": "title"', "its sentences do not fit"),
    ],
)
def test_reading_that_does_not_fit_changes_nothing(opened, old, new, said):
    """A reading whose text, marks or cut do not fit is refused, and what is here stays."""
    bring(opened)
    mark(opened, 8, 10)
    text = saved(opened)
    assert old in text
    load(opened, "a.json", text.replace(old, new))
    expect(opened.locator(".wss-any-said")).to_contain_text(said)
    expect(panel(opened).locator(".wss-word[data-mark]")).to_have_count(3)


def test_marking_by_keyboard_alone(opened):
    """Digits choose the label, Enter marks, Enter again opens the card, Escape goes back, Delete takes away."""
    bring(opened)
    box = panel(opened).get_by_role("listbox")
    box.focus()
    for key in ("3", "ArrowDown", "ArrowDown", "ArrowRight", "ArrowRight", "ArrowRight", "Shift+ArrowRight", "Enter"):
        opened.keyboard.press(key)
    expect(panel(opened).get_by_role("radio", name="Numbers")).to_be_checked()
    expect(opened.locator(".wss-any-said")).to_contain_text("Marked as Numbers: 27 men.")
    opened.keyboard.press("Enter")
    expect(opened.get_by_label("Who says so?")).to_be_focused()
    opened.keyboard.press("Escape")
    expect(box).to_be_focused()
    opened.keyboard.press("Delete")
    expect(panel(opened).locator(".wss-word[data-mark]")).to_have_count(0)


def test_places_are_code_points_in_any_script(opened):
    """In a text from right to left with signs of two units, the file counts code points, and words run as written."""
    bring(opened, "😀 وزارت نے کہا کہ پل بند ہے۔ کیا 27 لوگ زخمی ہوئے؟")  # noqa: RUF001 - Urdu ends so
    assert panel(opened).locator(".wss-passage").get_attribute("dir") == "rtl"
    mark(opened, 1, 2)
    reading = json.loads(saved(opened))
    position, quote = reading["annotations"][0]["target"]["selector"]
    assert reading["text"]["words"][position["start"] : position["end"]] == quote["exact"]
    assert [piece["start"] for piece in reading["cut"]][1] == reading["text"]["words"].index("کیا")


def test_damaged_store_loses_nothing_else(opened):
    """A mark and a cut that were damaged in the store are set aside; the text and the other marks are there."""
    bring(opened)
    mark(opened, 8, 10)
    opened.evaluate("""() => Object.keys(localStorage).filter((key) => key.includes(":text-")).forEach((key) => {
        if (key.includes(":text-cut:")) localStorage.setItem(key, "[7]");
        if (key.includes(":text-mark:")) localStorage.setItem(`${key}2`, '{"label": "voice"}');
    })""")
    opened.reload()
    expect(panel(opened).locator(".wss-word[data-mark]")).to_have_count(3)
    opened.locator('[data-step="cut"]').click()
    assert numbers(opened) == ["H1", "P1.1", "P1.2", "P2.1"]


def test_anothers_reading_is_not_mixed_with_mine(opened):
    """A reading of the same text by somebody else is not added to mine; my own from another device is."""
    bring(opened)
    mark(opened, 8, 10)
    mine = json.loads(saved(opened))
    again = json.loads(
        json.dumps(mine).replace(mine["annotations"][0]["id"], f"urn:uuid:{'1' * 8}{'-1111' * 3}-{'1' * 12}")
    )
    load(opened, "other.json", json.dumps({**again, "readers": ["0" * 32]}))
    expect(opened.locator(".wss-any-said")).to_contain_text("another reader’s reading")
    assert len(json.loads(saved(opened))["annotations"]) == 1
    load(opened, "mine.json", json.dumps(again))
    expect(opened.locator(".wss-any-said")).to_contain_text("1 mark came from the file")
    assert len(json.loads(saved(opened))["annotations"]) == 2


def test_undo_takes_back_one_change_and_no_other(opened):
    """Undo brings a mark back with its note, and leaves what was written elsewhere since."""
    bring(opened)
    mark(opened, 8, 10)
    opened.locator(".wss-mark-card summary").click()
    opened.get_by_label("Your note").fill("first")
    mark(opened, 13, 14)
    panel(opened).locator(".wss-word").nth(9).click()
    opened.get_by_role("button", name="Take away").click()
    panel(opened).locator(".wss-word").nth(13).click()
    opened.get_by_label("Your note").fill("second")
    opened.get_by_role("button", name="Undo").click()
    assert sorted(annotation["body"][1]["value"] for annotation in json.loads(saved(opened))["annotations"]) == [
        "first",
        "second",
    ]


def test_prompts_are_asked_for_and_left_as_easily_as_taken(opened):
    """No word is prompted unasked; it comes with its rule and the list's errors; to leave it marks nothing."""
    bring(opened)
    expect(opened.locator(".wss-prompt-card")).to_be_hidden()
    opened.get_by_text("Words that often name a source").click()
    expect(opened.locator(".wss-prompts")).to_contain_text("such prompts were right")
    opened.get_by_role("button", name="Show me one at a time").click()
    card = opened.locator(".wss-prompt-card")
    expect(card).to_contain_text("A verb of saying: who does it?")
    assert panel(opened).locator("[data-here]").text_content() == "said."
    opened.keyboard.press("Tab")
    opened.keyboard.press("Enter")  # Leave it
    expect(opened.locator(".wss-any-said")).to_contain_text("look with your own eyes too")
    expect(panel(opened).locator(".wss-word[data-mark]")).to_have_count(0)
    opened.keyboard.press("Escape")
    panel(opened).get_by_role("radio", name="Numbers").check()
    expect(opened.locator(".wss-prompts summary")).to_have_text("Numbers, and words that sound like numbers")
    opened.get_by_role("button", name="Show me one at a time").click()
    opened.get_by_role("button", name="Mark it").click()
    expect(panel(opened).locator(".wss-word[data-mark]")).to_have_text("27")


CLEAR = """(word) => {
    const probe = Object.assign(document.createElement("span"), { style: "display: inline-block; height: 0" });
    word.append(probe);
    const baseline = probe.getBoundingClientRect().bottom;
    probe.remove();
    const [box, style] = [word.getBoundingClientRect(), getComputedStyle(word)];
    const brush = Object.assign(document.createElement("canvas").getContext("2d"), { font: style.font });
    const top = baseline - brush.measureText("27").actualBoundingBoxAscent;
    return [box.bottom - parseFloat(style.borderBottomWidth) - 8 - baseline, top - (box.top + 8)];
}"""
"""How far the third line below a word, and above it, stays from its figures: two pixels each, three apart."""


def test_lines_of_labels_cross_no_letters(opened):
    """The lines of the labels that are not in use stand below the words and above them, and strike none through."""
    bring(opened)
    panel(opened).get_by_role("radio", name="Numbers").check()
    mark(opened, 14, 15)
    panel(opened).get_by_role("radio", name="Who speaks").check()
    word = panel(opened).locator('.wss-word[data-lines="2"]').first
    assert word.text_content() == "27" and min(word.evaluate(CLEAR)) >= 1


def test_word_alone_is_kept_by_going_on(opened):
    """After one word, another step has the word as a mark; what is waited for is told within the window before."""
    opened.set_viewport_size({"width": 390, "height": 844})
    bring(opened, "\n\n".join([TEXT] * 9))
    panel(opened).locator(".wss-word").nth(10).click()
    said = opened.locator(".wss-any-said")
    expect(said).to_contain_text("Now the last word")
    assert said.bounding_box()["y"] + said.bounding_box()["height"] <= 844
    opened.get_by_role("button", name="See what your marks show").click()
    expect(panel(opened, "see").locator(".wss-finding")).to_contain_text("In 1 of 27 sentences you marked who speaks")


BARE = """(element) => {
    const { left, top, height } = element.getBoundingClientRect();
    return element.contains(document.elementFromPoint(left + 5, top + height / 2));
}"""
"""Whether nothing covers an element."""


def test_labels_stay_in_reach(opened):
    """On a small screen the labels stand above whatever of a long text is read, leave most of it free, and cover
    nothing that has the focus.
    """
    opened.set_viewport_size({"width": 390, "height": 844})
    bring(opened, "\n\n".join([TEXT] * 30))
    panel(opened).locator(".wss-word").last.evaluate("(word) => word.scrollIntoView({ block: 'center' })")
    labels = panel(opened).locator(".wss-labels")
    box = labels.bounding_box()
    assert box["y"] >= 0 and box["y"] + box["height"] <= 844 / 4
    labels.get_by_role("radio", name="Numbers").check()
    expect(panel(opened).locator(".wss-word").last).to_be_in_viewport()
    panel(opened).get_by_role("listbox").evaluate("(box) => box.focus({ preventScroll: true })")
    for _ in range(12):
        opened.keyboard.press("ArrowUp")
        assert panel(opened).locator("[data-here]").evaluate(BARE)
    for _ in range(3):
        opened.keyboard.press("Shift+Tab")
        # Some browsers scroll what has the focus to the middle, and some to the edge.
        assert opened.evaluate_handle("document.activeElement").evaluate(BARE)
        assert opened.evaluate_handle("document.activeElement").evaluate(f"(e) => (e.scrollIntoView(), ({BARE})(e))")


def test_marks_are_seen_and_counted(opened):
    """The strip has a box a sentence; voices and numbers stand in tables; a number is owned by a voice beside it."""
    bring(opened)
    mark(opened, 8, 10)
    panel(opened).get_by_role("radio", name="Numbers").check()
    mark(opened, 14, 15)
    opened.locator('[data-step="see"]').click()
    seen = panel(opened, "see")
    expect(seen.locator(".wss-finding")).to_contain_text("In 1 of 3 sentences you marked who speaks")
    expect(seen.locator(".wss-finding")).to_contain_text(
        "Numbers marked: 1; with an owner, on their card or in their sentence: 0"
    )
    assert seen.locator(".wss-strip-box").count() == 4 and seen.locator(".wss-strip-box.spoken").count() == 1
    expect(seen.get_by_role("table", name="Numbers, and whose they are").get_by_role("row").last).to_contain_text(
        "27 men."
    )
    seen.get_by_text("Sentence by sentence").click()
    seen.get_by_role("button", name="Go to P2.1").click()
    assert panel(opened).locator("[data-here]").text_content() == "Nobody"


def test_readings_are_compared(opened):
    """One more reading gives kappa and passages; a class's gives alpha, what splits it, and a heat over the text;
    a reading of another text is refused by its name.
    """
    bring(opened)
    mark(opened, 8, 10)
    mine = json.loads(saved(opened))
    opened.locator('[data-step="compare"]').click()

    def give(*readings: dict) -> None:
        files = [
            {"name": f"reader-{n}.json", "mimeType": "", "buffer": json.dumps(one).encode()}
            for n, one in enumerate(readings)
        ]
        opened.locator(".wss-files").set_input_files(files)

    compared = panel(opened, "compare")
    give(mine)
    expect(compared.get_by_role("table")).to_contain_text("nearly alike")
    assert compared.get_by_role("table").get_by_role("cell").first.text_content() == "1.00"
    none = {**mine, "annotations": []}
    give(mine, none, none)
    expect(compared.get_by_role("table")).to_contain_text("Krippendorff’s alpha")
    compared.get_by_text("what splits you").click()
    expect(compared.get_by_role("listitem")).to_contain_text("2 of 4 marked it. What speaks for it, and what against?")
    assert compared.locator("mark").all_text_contents() == ["the ministry said."]
    words = "Another text."
    other = {**mine, "annotations": [], "text": {**mine["text"], "words": words, "sha256": hashed(words)}}
    other["cut"] = [{"start": 0, "end": 13, "role": "sentence", "paragraph": 1}]
    give(other)
    expect(opened.locator(".wss-any-said")).to_contain_text("reader-0.json: This is a reading of another text.")
    assert not broken(opened, ("light",))


def test_paper_has_the_whole_reading(opened):
    """On paper stand where a text comes from, all of it with numbers, and each mark with what was said of it."""
    bring(opened, step="whence")
    opened.get_by_label("Who published it?").fill("An agency")
    opened.locator('[data-step="mark"]').click()
    mark(opened, 8, 10)
    opened.locator(".wss-mark-card summary").click()
    opened.get_by_label("Who speaks?").fill("a party")
    opened.emulate_media(media="print")
    paper = opened.locator(".wss-on-paper")
    expect(paper).to_contain_text("Who published it? An agency")
    expect(paper.locator("u")).to_have_text("the ministry said.")
    expect(paper.get_by_role("listitem")).to_contain_text("a party")
    assert opened.get_by_role("button").count() == 0


@pytest.mark.parametrize("step", ["whence", "cut", "mark", "see"])
def test_axe_finds_nothing(opened, step):
    """In light and dark, axe finds nothing wrong with any step, a card open that a telephone shows whole."""
    opened.set_viewport_size({"width": 390, "height": 800})
    bring(opened, step=step)
    if step == "mark":
        mark(opened, 8, 10)
        opened.locator(".wss-mark-card summary").click()
        assert opened.locator(".wss-mark-card").evaluate("(card) => card.scrollWidth <= card.clientWidth")
    assert not broken(opened)
    assert opened.evaluate("document.documentElement.scrollWidth") <= 390
