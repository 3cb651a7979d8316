"""The browser's twins of this room, held to the cases that Python passes."""

import json
from pathlib import Path

import pytest

from whosaysso.authored.folders import PACKAGE
from whosaysso.browser.joined import joined

HERE = Path(__file__).parent
GIVES = {
    "normal": "(text) => ({ normal: normalText(text), sha256: hashText(normalText(text)) })",
    "cut": """({ words, language }) => named(cutText(words, language)).map(({ id, role, start, end }) =>
        [id, role, countPoints(words).slice(start, end)])""",
}


def cases(name: str) -> list[dict]:
    return json.loads((HERE / f"{name}_cases.json").read_text(encoding="utf-8"))


@pytest.fixture
def twins(page):
    """Calls a function of the joined modules with every case: ``twins("cut", cases)``."""
    modules = [PACKAGE / "reader" / f"{name}.js" for name in ("normal", "hashing", "cutting", "mending")]
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
