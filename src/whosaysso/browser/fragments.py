"""The pieces of HTML that page and notebook share, each from its name; what is put around them is not known here."""

from functools import cache
from typing import Any

from whosaysso import BOOK, EDITION
from whosaysso.authored.folders import home
from whosaysso.exercises.forms import OCCASIONS, ORDERS, read_forms
from whosaysso.exercises.pace import minutes
from whosaysso.exercises.sets import Set, read_sets, set_of
from whosaysso.exercises.topics import find_exercise, read_topics
from whosaysso.kinds import KINDS, Item
from whosaysso.kinds.grading import grade
from whosaysso.markup import render
from whosaysso.reader.labels import BOOK_LABELS
from whosaysso.reader.prompts import lists, measured
from whosaysso.text.case import find_case
from whosaysso.work.reading import LARGEST, WORDS

SURENESS = ("A guess", "Rather unsure", "Half sure", "Rather sure", "Sure")
"""What a reader may say of an answer, from 0 to 1 in equal steps."""


NEXT = {
    "before": ("Go on to the article", "case", ": it stands in the book"),
    "after": ("See your results", "results", ": open tests-and-results.ipynb in the list of files"),
    "later": ("See all your results", "results", ": open tests-and-results.ipynb in the list of files"),
}
"""Where a reader goes after a test, by its occasion: the words, the chapter, and what to do where there is none."""


def question_html(item: Item, mode: str, data: dict[str, Any] | None = None) -> str:
    """An exercise as plain HTML; with ``data``, what grading needs stands in it."""
    kind = KINDS[item.kind]
    checked = kind.keyed and mode == "practice"
    sure = SURENESS if kind.sure else ()
    shown = {
        "question": item.question(),
        "mode": mode,
        "order": item.order,
        "sure": sure,
        "checked": checked,
        "keyed": kind.keyed,
    }
    return render("browser/exercise", **shown, data=data)


def exercise_html(name: str) -> str:
    """An exercise as it stands in a page, with the data that grading needs."""
    item, belongs = find_exercise(name), set_of(name)
    return question_html(item, belongs.mode, {**item.with_key(), "mode": belongs.mode, "set": belongs.id})


def work_html(hidden: bool = True, book: str = BOOK) -> str:
    """The bar *My work*, which JavaScript shows; ``book`` is whose answers it keeps."""
    forms = [one.id for _, one in sorted(read_forms().items())]
    tests = [name for one in read_sets().values() if one.mode == "deferred" for name in one.exercises]
    known = {"book": book, "edition": EDITION, "forms": forms, "tests": tests, "largest": LARGEST, "words": WORDS}
    return render("browser/work", hidden=hidden, **known)


def finish_html(name: str) -> str:
    """The end of a deferred set in a page."""
    return end_html(read_sets()[name], "../chapters/")


def end_html(one: Set, base: str | None = None) -> str:
    """The end of a deferred set; ``base`` leads to the chapters, None where there are only notebooks."""
    data = {
        "letter": one.form,
        "counting": {"mode": one.mode, "attempts": one.attempts},
        "exercises": [counted_as(one, item) for item in map(find_exercise, one.exercises)],
        "next": {occasion: _next(*where, base) for occasion, where in NEXT.items()},
    }
    return render("browser/set", set=one, first=None if base is None else one.exercises[0], data=data)


def _next(title: str, page: str, file: str, base: str | None) -> dict[str, str | None]:
    there = base is not None and (home() / "chapters" / f"{page}.md").is_file()
    return {"title": title, "href": f"{base}{page}.html" if there else None, "file": file}


def counted_as(one: Set, item: Item) -> dict[str, Any]:
    """What counting needs to know of an exercise."""
    return {
        "id": item.id,
        "set": one.id,
        "kind": item.kind,
        "version": item.question()["version"],
        "points": one.worth(item.id),
        "scored": grade(item.with_key(), item.best())["score"] is not None,
    }


def door_html(occasion: str, base: str | None = "../exercises/") -> str:
    """The door to the test of an occasion; ``base`` leads to the forms' pages, None where there are only notebooks.

    Raises
    ------
    KeyError
        When there is no such occasion, or the book has no test forms.
    """
    forms = read_forms()
    if occasion not in OCCASIONS or not forms:
        raise KeyError(f"there is no test “{occasion}”; there are: {', '.join(OCCASIONS) if forms else 'none'}")
    number = OCCASIONS.index(occasion)
    doors = {
        letter: {
            "set": one.id,
            "title": one.title,
            "exercises": one.exercises,
            "href": None if base is None else f"{base}{one.id}.html",
        }
        for letter, one in sorted(forms.items())
    }
    return render("browser/door", occasion=number, fixed=doors[ORDERS[0][number]], forms=doors, orders=ORDERS)


STEPS = {"whence": "Where from", "cut": "Sentences", "mark": "Mark", "see": "See", "compare": "Compare"}
"""The steps of reading a text of one's own, in order."""

EXAMPLE = "wire-report"
"""A text that was written for this book."""


def your_text_html(in_notebook: bool = False) -> str:
    """The table for any text, of a page or a notebook: to bring one, cut it, mark it."""
    data = {
        "labels": [label.model_dump() for label in BOOK_LABELS],
        "example": find_case(EXAMPLE).text,
        "kept": "Kept in a file beside this notebook." if in_notebook else "Kept in this browser, and sent to nobody.",
        "removes": not in_notebook,
        "prompts": {"lists": lists(), "measured": _errors()},
    }
    stays = (
        "What you mark is kept in a file beside this notebook, on the machine where its kernel runs."
        if in_notebook
        else "All of it stays in this browser: this page cannot send anything."
    )
    return render("browser/yourtext/yourtext", book=BOOK, edition=EDITION, steps=STEPS, data=data, stays=stays)


@cache
def _errors() -> dict[str, str]:
    """How each list of prompts does on the book's own texts, by label, in words."""
    return {one.label: str(one) for one in measured()}


def reading(slug: str) -> int:
    """The words of a text of the case."""
    return len(find_case(slug).text.split())


def test_pace() -> tuple[int, int, float]:
    """The words, the exercises and the minutes of the longest of the three test forms."""
    topics = read_topics()
    paces = []
    for one in read_forms().values():
        items = [find_exercise(name) for name in one.exercises]
        case = next(topic.case for topic in topics.values() if items[0] in topic.exercises)
        paces.append((reading(case), len(items), sum(map(minutes, items))))
    return tuple(map(max, zip(*paces, strict=True)))
