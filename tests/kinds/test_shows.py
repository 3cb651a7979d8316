"""What an exercise may show above its question: the six forms, in page, print and key, and what is refused."""

import json
import re
from hashlib import sha256

import pytest
from pydantic import TypeAdapter, ValidationError

from whosaysso.browser.fragments import question_html
from whosaysso.browser.styles import sheet
from whosaysso.exercises.topics import read_topics
from whosaysso.kinds import Item
from whosaysso.markup import render

ORIGIN = "Written for this book about an invented place."
PICTURE = {"description": "A bridge <b>by day</b>.", "drawing": "water"}
LINES = [{"who": "Tova", "text": "Is it <b>true</b>?", "when": "21:40"}, {"text": "Nobody <b>knows</b>."}]
RESULTS = [
    {"headline": "Bridge <b>shut</b>", "address": f"{name}.example/osk", "snippet": "Shut since <b>noon</b>."}
    for name in ("courier", "tidings")
]
SHOWN = {
    "post": {"author": "Mirel", "handle": "@mirel", "when": "Tue", "text": "Look <b>here</b>", "picture": PICTURE},
    "headline": {"outlet": "Courier", "address": "courier.example/a", "headline": "Bridge <b>shut</b>"},
    "screenshot": {"clock": "21:47", "bar": "Neighbours <b>all</b>", "lines": LINES, "cut": "both"},
    "caption": {"picture": PICTURE, "text": "The bridge <b>today</b>", "by": "Handout"},
    "chart": {
        "heading": "More <b>and more</b>",
        "unit": "attacks",
        "bottom": 40,
        "top": 52,
        "bars": [{"label": "<b>Jan</b>", "value": 43}, {"label": "Feb", "value": 52}],
    },
    "results": {"query": "bridge <b>osk</b>", "results": RESULTS},
}
OPTIONS = [{"id": f"o{n}", "text": f"Option {n}", "credit": int(n == 1), "feedback": "Why."} for n in range(3)]


def showing(form: str, **other):
    """An exercise that shows this form, with some fields of the form written otherwise."""
    shows = {"form": form, "origin": ORIGIN, **SHOWN[form], **other}
    item = {"id": "shown", "kind": "choose", "title": "T", "prompt": "Q?", "reads": "sound", "options": OPTIONS}
    return TypeAdapter(Item).validate_python({**item, "shows": shows})


@pytest.mark.parametrize("form", SHOWN)
def test_form_is_drawn_wherever_the_question_stands(form):
    """Each form stands with its origin in the question and in the key, and what authors wrote is only text there."""
    item = showing(form)
    topics = [{"title": "Topic", "exercises": [item.with_key()]}]
    for html in (question_html(item, "practice"), render("paper/answers", topics=topics)):
        assert f'class="wss-shows wss-shows-{form}"' in html and ORIGIN in html
        assert "<b>" not in html and ("&lt;b&gt;" in html)


def test_only_what_shows_something_has_it_in_its_version():
    """The version of an exercise that shows nothing is a hash of the same fields as ever;
    that of another follows what it shows.
    """
    for item in (item for topic in read_topics().values() for item in topic.exercises if item.shows is None):
        question = item.question()
        version = question.pop("version")
        assert "shows" not in question
        assert version == sha256(json.dumps(question, sort_keys=True, ensure_ascii=False).encode()).hexdigest()[:12]
    assert showing("post").question()["version"] != showing("post", when="Wed").question()["version"]


@pytest.mark.parametrize("address", ["news.com/a", "https://a.example", "example.org", "a.example.com", "A.example"])
def test_address_of_somebody_is_refused(address):
    """Only an address that nobody can have is taken."""
    with pytest.raises(ValidationError) as told:
        showing("headline", address=address)
    assert [each["msg"] for each in told.value.errors()] == [
        f"Value error, “{address}” may be somebody’s address | write an invented one that ends in .example, "
        "such as news.example/bridge"
    ]


def test_chart_holds_its_values():
    """A value below or above the axis is refused, and so is an axis of no height."""
    flat = [{"label": name, "value": 44} for name in ("Jan", "Feb")]
    for wrong in ({"bottom": 44}, {"top": 51}, {"bottom": 44, "top": 44, "bars": flat}):
        with pytest.raises(ValidationError) as told:
            showing("chart", **wrong)
        bottom, top = ({**SHOWN["chart"], **wrong}[end] for end in ("bottom", "top"))
        assert [each["msg"] for each in told.value.errors()] == [
            f"Value error, a value lies outside the axis from {bottom} to {top} | lower bottom:, or raise top:"
        ]


def test_chart_is_drawn_to_its_axis():
    """A column is as tall as its value above the axis's beginning, and the table says where that is."""
    html = question_html(showing("chart"), "practice")
    assert [float(tall) for tall in re.findall(r'<rect [^>]*height="([\d.]+)"', html)] == [30, 120]
    assert "The axis goes from 40 to 52." in html


def test_forms_fit_a_phone(page):
    """On a screen of 320 pixels nothing of any form runs out of its frame, and a clock keeps to one line."""
    page.set_viewport_size({"width": 320, "height": 800})
    shown = "".join(question_html(showing(form), "practice") for form in SHOWN)
    page.set_content(f"<style>{sheet('book')}{sheet('exercise')}</style><body data-theme=light>{shown}")
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert page.locator(".wss-screen").count() == len(SHOWN)
    assert page.locator(".wss-screen").evaluate_all("all => all.every((one) => one.scrollWidth <= one.clientWidth)")
    assert page.locator(".wss-screen-bar span").evaluate("(clock) => clock.getClientRects()[0].height") < 30, "one line"
