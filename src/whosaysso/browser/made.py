"""The page on which a teacher makes exercises of a text, and the file for students that comes out of it.

The file is one page with one module, whose hash its policy names. The page that makes it carries both: the page's own
runtime is that very module, and the rest of the file is a template in the page.
"""

from typing import Any

from whosaysso import BOOK, EDITION
from whosaysso.browser.fragments import work_html
from whosaysso.browser.joined import MADE
from whosaysso.browser.lean import lean_style
from whosaysso.browser.policy import policy
from whosaysso.browser.styles import of_kinds
from whosaysso.check.prose import HEDGE, LOADED, VERDICT
from whosaysso.markup import render
from whosaysso.reader.labels import BOOK_LABELS
from whosaysso.reader.prompts import lists

STEPS = {"write": "Make", "try": "Try", "ask": "Questions", "give": "Hand out"}


def make_html(runtime: str) -> str:
    """The table on which exercises are made; ``runtime`` is the module of a made file, as the page carries it."""
    data = {
        "labels": [label.model_dump() for label in BOOK_LABELS],
        "kept": "What you make is kept in this browser, and sent to nobody.",
        "prose": {"loaded": LOADED.pattern, "hedge": HEDGE.pattern, "verdict": VERDICT.pattern},
        "prompts": _prompts(),
        "skeleton": _skeleton(runtime),
    }
    return render("browser/maker/making", book=BOOK, edition=EDITION, steps=STEPS, data=data, base="")


def _prompts() -> list[dict[str, Any]]:
    """What finds numbers and those who speak; a rank such as “first” is no number that a key is likely to lack."""
    return [
        {
            "label": one["label"],
            "rules": [{**rule, "why": ""} for rule in one["rules"] if rule["id"] != "rank"],
        }
        for one in lists()
        if one["label"] in ("number", "voice")
    ]


def _skeleton(runtime: str) -> str:
    """A made file without its exercises, its text and its module."""
    style = lean_style(of_kinds(MADE))
    return render("browser/maker/file", policy=policy([runtime]), style=style, work=work_html())
