"""The browser's twins of this room, held to the cases that Python passes."""

import json
from pathlib import Path

import pytest

from whosaysso.authored.folders import PACKAGE
from whosaysso.browser.joined import joined
from whosaysso.reader.comparing import word_places
from whosaysso.reader.prompts import lists, prompts
from whosaysso.text.case import find_cases

HERE = Path(__file__).parent
GIVES = {
    "normal": "(text) => ({ normal: normalText(text), sha256: hashText(normalText(text)) })",
    "prompts": "({ words, list }) => promptsIn(words, list).map(({ start, end, why }) => [start, end, why])",
    "units": """(words) => unitsOf(words).map(([start, end]) =>
        [countPoints(words).point(start), countPoints(words).point(end)])""",
    "compared": """({ words, labels }) => {
        const { point } = countPoints(words);
        const marksOf = (n) => labels.flatMap(({ id, decisions }) =>
            unitsOf(words).flatMap(([start, end], at) => decisions[n][at] === "1"
                ? [{ label: id, start: point(start), end: point(end) }] : []));
        const names = labels.map(({ id }) => ({ id, name: id }));
        const readers = labels[0].decisions.map((_, n) => ({ words, labels: names, marks: marksOf(n) }));
        return compareReadings(readers, labels.map(({ id }) => id)).map(({ key, alpha, shares }) =>
            ({ key, alpha: [alpha.value, alpha.low, alpha.high], shares }));
    }""",
    "cut": """({ words, language }) => named(cutText(words, language)).map(({ id, role, start, end }) =>
        [id, role, countPoints(words).slice(start, end)])""",
}


def cases(name: str) -> list[dict]:
    return json.loads((HERE / f"{name}_cases.json").read_text(encoding="utf-8"))


@pytest.fixture
def twins(page):
    """Calls a function of the joined modules with every case: ``twins("cut", cases)``."""
    modules = [
        PACKAGE / "reader" / f"{name}.js"
        for name in ("normal", "hashing", "cutting", "mending", "prompts", "comparing")
    ]
    functions = ", ".join(f"{name}: {code}" for name, code in GIVES.items())
    page.set_content(f"<script type=module>{joined(*modules)}\nwindow.twins = {{ {functions} }};</script>")
    page.wait_for_function("window.twins")
    return lambda name, given: page.evaluate("([name, all]) => all.map(window.twins[name])", [name, given])


def test_page_has_the_same_normal_form(twins):
    """The page gives every case the same normal form and the same hash as Python."""
    given = cases("normal")
    assert twins("normal", [case["given"] for case in given]) == [
        {"normal": case["normal"], "sha256": case["sha256"]} for case in given
    ]


def test_page_cuts_alike(twins):
    """The page cuts every case into the same pieces, with the same numbers and parts, as Python."""
    given = cases("cutting")
    for case, pieces in zip(given, twins("cut", given), strict=True):
        assert pieces == case["cut"], case["why"]


def test_page_prompts_alike(twins):
    """At every place of the book's own texts the page prompts as Python does, by the same rule."""
    given = [(case.text, one) for case in find_cases() for one in lists()]
    found = twins("prompts", [{"words": text, "list": one} for text, one in given])
    assert sum(map(len, found)) > 100
    for (text, one), pieces in zip(given, found, strict=True):
        assert pieces == [[p.start, p.end, p.why] for p in prompts(text, one["label"])], one["title"]


def test_page_gives_thirty_readings_their_agreement(twins):
    """The page gives thirty readings of known agreement the alpha and the interval that Python gives them."""
    thirty = json.loads((HERE / "thirty_readings.json").read_text(encoding="utf-8"))
    (found,) = twins("compared", [thirty])
    for label, one in zip(thirty["labels"], found, strict=True):
        assert one["key"] == label["id"] and one["alpha"] == pytest.approx(label["alpha"], abs=1e-9)
        assert one["shares"] == [sum(map(int, column)) for column in zip(*label["decisions"], strict=True)]


def test_page_compares_by_the_same_words(twins):
    """What readings are compared by is the same in the page, in every script of the cases."""
    given = [case["words"] for case in cases("cutting")]
    for words, places in zip(given, twins("units", given), strict=True):
        assert [*map(tuple, places)] == word_places(words)
