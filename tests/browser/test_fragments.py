"""The pieces of HTML: whatever authors write stands in them as text."""

import json

import pytest

from tests.student import ITEMS
from whosaysso.browser.fragments import SURENESS
from whosaysso.kinds import KINDS
from whosaysso.markup import embedded, render

NAMES = {"id", "kind", "form", "drawing", "version"}
"""What is no text: names of our own, which are never shown."""


def with_tags(value):
    """The same data, with a tag at the end of every text."""
    match value:
        case str():
            return f"{value}<u>"
        case list():
            return [with_tags(each) for each in value]
        case dict():
            return {name: each if name in NAMES else with_tags(each) for name, each in value.items()}
    return value


def asked(question, data):
    """The exercise as a page shows it, with all that can stand around a question."""
    around = {"mode": "practice", "order": "drawn", "sure": SURENESS, "checked": True}
    return render("browser/exercise", question=question, data=data, **around)


@pytest.mark.parametrize("kind", KINDS)
def test_what_authors_write_is_text(kind):
    """Title, prompt, hint, quotation and all else of a question are escaped, in every exercise of the kind."""
    for item in (i for i in ITEMS.values() if i.kind == kind):
        question = with_tags({**item.question(), "hint": "Look there."})
        html = asked(question, with_tags(item.key()))
        assert "<u>" not in html and "Look there.&lt;u&gt;" in html, item.id


def test_quotations_are_text():
    """The words that an exercise quotes, and their place, are escaped."""
    quoting = [i.question() for i in ITEMS.values() if i.question().get("quotation")]
    assert quoting
    for question in quoting:
        html = asked(with_tags(question), None)
        assert html.count("&lt;u&gt;") > 2 and "<u>" not in html


@pytest.mark.parametrize("words", ["</script >", "<!--<script ", "a > b & c"])
def test_data_cannot_end_its_element(words):
    """Data that stands inside a script holds no sign that HTML would read, and is the same data again."""
    text = embedded({words: [words]})
    assert not set("<>&") & set(text) and json.loads(text) == {words: [words]}
