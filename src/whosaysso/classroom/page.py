"""The page for a class: its HTML, and the one classic script behind it, which carries every exercise with its key."""

import json
import zlib
from base64 import b64encode
from collections.abc import Iterable
from datetime import datetime
from functools import cache
from hashlib import sha256
from typing import Any

from whosaysso.authored.folders import PACKAGE
from whosaysso.authored.objects import MARKED, UTF_16
from whosaysso.browser.fragments import SURENESS
from whosaysso.browser.joined import joined
from whosaysso.browser.lean import classic_script
from whosaysso.browser.styles import on_paper
from whosaysso.check.blind import guessing
from whosaysso.exercises.made import Made
from whosaysso.exercises.path import met_on_the_way, sets_in_order
from whosaysso.exercises.sets import read_sets
from whosaysso.exercises.topics import find_exercise
from whosaysso.kinds import KINDS, Item
from whosaysso.kinds.poll.schema import Poll
from whosaysso.markup import render
from whosaysso.work.course import Asked, Course, course, made_course
from whosaysso.work.reading import LARGEST, REFUSALS

Brought = dict[str, Any]
"""A file that a report carries: its path, and its bytes in letters, or the reason why it cannot be read."""

SCRIPT = "class.js"
"""Under this name the book carries it beside its other static files."""

_UNSHOWN = ("hint", "shows", "evidence", "quotation", "origin", "rubric", "checks", "levels", "gaps", "key")
"""What neither the grader nor the page asks of an exercise."""


def class_html(script: str) -> str:
    """The page's own part; ``script`` is the address of the script, empty where it stands in the page."""
    return render("classroom/class", script=script)


def class_script(made: Made | None = None) -> str:
    """The script: the modules joined, and behind them what the book or a made file asks."""
    kinds = [kind.folder / "grade.js" for kind in KINDS.values()]
    modules = joined(*kinds, PACKAGE / "classroom" / "class.js")
    return classic_script(modules, f'begin("{packed(class_data(made))}")')


def packed(data: object) -> str:
    """Data as a browser unpacks it: JSON, by *deflate*, in letters."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    squeezed = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    return b64encode(squeezed.compress(text.encode()) + squeezed.flush()).decode()


def class_data(made: Made | None = None) -> dict[str, Any]:
    """What the page knows of the book, or of a made file: each exercise with its key and what guessing earns."""
    if made is None:
        return _book_data()
    asked = made_course(made)
    each = [_asked(asked.asked[item.id], item) for item in made.exercises]
    return _data(asked, dict(asked.topics), each)


@cache
def _book_data() -> dict[str, Any]:
    asked = course()
    each = [_asked(asked.asked[name], find_exercise(name)) for name in _in_order()]
    return _data(asked, {name: one.title for name, one in read_sets().items()}, each)


def _data(asked: Course, sets: dict[str, str], each: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "book": asked.book,
        "largest": LARGEST,
        "refusals": REFUSALS,
        "notes": {"utf16": UTF_16, "marked": MARKED},
        "sureness": SURENESS,
        "topics": asked.topics,
        "sets": sets,
        "forms": asked.forms,
        "scoredOf": asked.scored_of,
        "asked": each,
    }


def _in_order() -> list[str]:
    """Every exercise: those that a reader meets on the way, in their order, then the others by their pages."""
    others = [name for one in sets_in_order() for name in one.exercises]
    return list(dict.fromkeys([*(name for name in met_on_the_way() if name in others), *others]))


def _asked(one: Asked, item: Item) -> dict[str, Any]:
    return {
        "question": {name: part for name, part in one.question.items() if name not in _UNSHOWN} | _key(one),
        "topic": one.topic,
        "set": one.set.id,
        "form": one.set.form or "",
        "worth": one.worth,
        "attempts": one.set.attempts,
        "gradable": KINDS[item.kind].scored,
        "scored": one.scored,
        "guessing": guessing(item) if one.scored else 0,
        **({"asks": item.asks, "when": item.when} if isinstance(item, Poll) else {}),
    }


def _key(one: Asked) -> dict[str, Any]:
    """The key, but for texts, which only people mark."""
    return {"key": one.question["key"] if one.question["kind"] != "write" else {}}


def report_page(title: str, files: Iterable[Brought], made: Made | None = None) -> str:
    """The same page as one file, with a class's files in it; ``made`` where they answer exercises outside the book."""
    script = class_script(made)
    digest = b64encode(sha256(script.encode()).digest()).decode()
    return render(
        "classroom/report",
        title=title,
        made=f"{datetime.now():%d %B %Y}",
        policy=f"default-src 'none'; script-src 'sha256-{digest}'; style-src 'unsafe-inline'; connect-src 'none'; "
        "form-action 'none'; base-uri 'none'",
        style=on_paper("class"),
        page=class_html(""),
        brought=packed(list(files)),
        script=script,
    )
