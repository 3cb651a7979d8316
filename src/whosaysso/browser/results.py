"""A reader's own results and practice as HTML, with what they need to know of every exercise of the book.

Where there are only notebooks, ``base`` is None and nothing is a link: the views name the cell to run.
"""

from typing import Any

from whosaysso.authored.folders import home
from whosaysso.browser.fragments import SURENESS, counted_as
from whosaysso.check.blind import guessing
from whosaysso.exercises.path import met_on_the_way, places, sets_in_order
from whosaysso.exercises.sets import Set
from whosaysso.exercises.topics import find_exercise, read_topics
from whosaysso.kinds import KINDS, Item
from whosaysso.kinds.judge.schema import Judge
from whosaysso.kinds.mark.schema import Marking
from whosaysso.kinds.poll.schema import Poll
from whosaysso.markup import render

PAGES = {
    "before": ("Take the test before you read", "chapters/before-you-read"),
    "after": ("Take the test after the book", "chapters/after-you-read"),
    "later": ("Take the last test", "chapters/later"),
    "practise": ("Practise again", "chapters/practise"),
}
"""Pages that may be worth a visit, each with what one does there."""


def results_html(base: str | None = "../") -> str:
    """A reader's own results: what to do next, how far they are, and how well they judge."""
    found = _of_the_book(base)
    core = {e["set"] for e in found["exercises"] if e["core"]}
    more = {e["set"] for e in found["exercises"] if not e["core"] and found["sets"][e["set"]]["form"] is None}
    return render(
        "browser/results",
        path={name: _link(base, f"chapters/{name}") for name in core},
        more=more,
        page=base is not None,
        book={
            **found,
            "kinds": {name: {"title": kind.title} for name, kind in KINDS.items()},
            "occasions": [_occasion(item) for item in map(find_exercise, places()) if isinstance(item, Poll)],
            "sureness": SURENESS,
            "tests": ["Before", "After", "Later"],
            "coded": {item.id: _coded(item) for item in _items() if isinstance(item, Marking) and item.contested},
            "pages": {name: {"title": title, "href": _link(base, page)} for name, (title, page) in PAGES.items()},
        },
    )


def practise_html(base: str | None = "../") -> str:
    """What a reader may practise again."""
    found = _of_the_book(base)
    for exercise in found["exercises"]:
        exercise["claims"] = None  # what is scheduled is the score alone
    return render("browser/practise", book=found)


def _items() -> list[Item]:
    return [item for topic in read_topics().values() for item in topic.exercises]


def _coded(item: Marking) -> list[list[Any]]:
    """The passages that codings mark: label, first word, last word."""
    return [[passage["label"], passage["from"], passage["to"]] for passage in item.key()["passages"]]


def practisable() -> list[dict[str, Any]]:
    """What can be practised, told at once and scored by machine; addresses lead from the book's top."""
    return [
        {**_placed(name, core, page, ""), **counted, "title": item.title, "topic": owner.title}
        for name, owner, core, page in _every()
        if owner.mode == "practice" and (counted := counted_as(owner, item := find_exercise(name)))["scored"]
    ]


def _of_the_book(base: str | None) -> dict[str, Any]:
    """Every set, and every exercise: those of the path in its order, then the others as their pages stand."""
    return {
        "sets": {one.id: _described(one, base) for one in sets_in_order()},
        "exercises": [
            {**_judged(owner, find_exercise(name)), **_placed(name, core, page, base)}
            for name, owner, core, page in _every()
        ],
    }


def _every() -> list[tuple[str, Set, bool, str | None]]:
    """Every exercise with its set, whether it is of the path, and the page that shows it."""
    owners, shown = {name: one for one in sets_in_order() for name in one.exercises}, places()
    core = met_on_the_way()
    return [(name, owners[name], name in core, shown.get(name)) for name in dict.fromkeys([*core, *owners])]


def _placed(name: str, core: bool, page: str | None, base: str | None) -> dict[str, Any]:
    return {"core": core, "href": _link(base, page, f"#exercise-{name}")}


def _described(one: Set, base: str | None) -> dict[str, Any]:
    href = _link(base, f"exercises/{one.id}")
    return {"title": one.title, "mode": one.mode, "attempts": one.attempts, "href": href, "form": one.form}


def _judged(one: Set, item: Item) -> dict[str, Any]:
    """What counting and judging need to know of an exercise."""
    counted = counted_as(one, item)
    asked = counted["scored"] and KINDS[item.kind].sure
    return {
        **counted,
        "title": item.title,
        "guessing": guessing(item) if asked else None,
        "claims": {claim.id: claim.verdict for claim in item.claims} if isinstance(item, Judge) else None,
    }


def _occasion(item: Poll) -> dict[str, Any]:
    """One time at which a poll is asked."""
    options = item.question()["options"]
    return {"id": item.id, "asks": item.asks, "title": item.title, "when": item.when, "options": options}


def _link(base: str | None, page: str | None, anchor: str = "") -> str | None:
    """The address of a page of the book, where there is one."""
    there = page and any((home() / f"{page}{ending}").is_file() for ending in (".md", ".ipynb"))
    return f"{base}{page}.html{anchor}" if base is not None and there else None
