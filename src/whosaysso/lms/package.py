"""One set as one page in one zip, by SCORM 1.2: every LMS plays it, and it needs nothing beside itself.

The page is made of the same templates, the same modules and the same policy as those of the book. Its score is
computed where the student is, so it is the student's own word; the page and the package say so.
"""

import io
from collections.abc import Iterable
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from whosaysso.browser.fragments import counted_as, end_html, exercise_html, work_html
from whosaysso.browser.joined import package_module
from whosaysso.browser.policy import policy
from whosaysso.browser.styles import on_paper
from whosaysso.exercises.sets import Set, read_sets
from whosaysso.exercises.topics import find_exercise
from whosaysso.kinds import Item
from whosaysso.markup import render
from whosaysso.text.article import article
from whosaysso.text.case import MAIN

MOST = 50
"""Exercises in a package: the scores of more would not fit into the 4,096 characters that an LMS keeps."""

README = """\
{title}
From the book "Who Says So? Reading conflict reporting closely".

This is a package by SCORM 1.2. Add it to your LMS as it is, without unpacking it.

Its score is computed in the student's browser, and the answer key travels with the page.
So the score is the student's own word: do not base a grade that matters on it.
The file that "Download my work" gives can be graded again on your own computer.

Code under the MIT licence, exercises and texts under CC BY 4.0.
What they quote from the article on Balochistan stays with its publisher.
"""


def package(name: str, pass_at: int | None = None) -> bytes:
    """The set ``name`` as a zip; the same set gives the same bytes.

    Parameters
    ----------
    pass_at
        The percent from which it is passed, 1 to 100. Without it, it is completed once everything is answered.

    Raises
    ------
    KeyError
        With the sets that there are.
    ValueError
        Where the set is too long for an LMS, or has no points to pass by.
    """
    sets = read_sets()
    if name not in sets:
        raise KeyError(f"there is no set “{name}”; there are: {', '.join(sets)}")
    one = sets[name]
    if len(one.exercises) > MOST:
        raise ValueError(
            f"“{name}” has {len(one.exercises)} exercises, and an LMS keeps the scores of {MOST}: make two sets of it"
        )
    items = [find_exercise(each) for each in one.exercises]
    counted = [counted_as(one, item) for item in items]
    if pass_at is not None and not any(each["scored"] and each["points"] for each in counted):
        raise ValueError(f"nothing in “{name}” is scored by a machine, so it can be completed and not passed")
    about: dict[str, object] = {
        "set": {"id": one.id, "mode": one.mode, "attempts": one.attempts},
        "exercises": counted,
        "pass": pass_at,
    }
    return _zipped(
        {
            "imsmanifest.xml": render("lms/imsmanifest", set=one, files=["index.html", "readme.txt"]),
            "index.html": _page(one, items, about),
            "readme.txt": README.format(title=one.title),
        }
    )


def _page(one: Set, items: Iterable[Item], about: dict[str, object]) -> str:
    texts = dict.fromkeys(item.text_of() for item in items)
    parts = [*map(exercise_html, one.exercises), *([end_html(one)] if one.mode == "deferred" else [])]
    module = package_module("".join(parts))
    return render(
        "lms/page",
        set=one,
        about=about,
        policy=policy([module]),
        style=on_paper("exercise", "article"),
        on_article=MAIN in texts,
        texts=[article(slug, layered=False) for slug in texts if slug not in (MAIN, None)],
        parts=parts,
        work=work_html(),
        module=module,
    )


def _zipped(files: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(ZipInfo(name, (2025, 1, 1, 0, 0, 0)), text, ZIP_DEFLATED)
    return out.getvalue()
