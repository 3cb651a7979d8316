"""One set as one page in one zip, by SCORM 1.2: every LMS plays it, and it needs nothing beside itself.

The page is made of the same templates, the same modules and the same policy as those of the book. Its score is
computed where the student is, so it is the student's own word; the page and the package say so.
"""

import io
from collections.abc import Sequence
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from whosaysso import BOOK
from whosaysso.browser.fragments import counted_as, end_html, question_html, work_html
from whosaysso.browser.joined import package_module
from whosaysso.browser.policy import policy
from whosaysso.browser.styles import on_paper
from whosaysso.exercises.made import Made
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
{origin} the book "Who Says So? Reading conflict reporting closely".

This is a package by SCORM 1.2. Add it to your LMS as it is, without unpacking it.

Its score is computed in the student's browser, and the answer key travels with the page.
So the score is the student's own word: do not base a grade that matters on it.
The file that "Download my work" gives can be graded again on your own computer.

{licence}
"""
OURS = """\
Code under the MIT licence, exercises and texts under CC BY 4.0.
What they quote from the article on Balochistan stays with its publisher.\
"""
THEIRS = """\
Code under the MIT licence. The exercises are theirs who made them, and the text stays with its publisher.\
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
    items = [find_exercise(each) for each in one.exercises]
    texts = dict.fromkeys(item.text_of() for item in items)
    return _packed(
        one,
        items,
        pass_at,
        on_article=MAIN in texts,
        texts=[article(slug, layered=False) for slug in texts if slug not in (MAIN, None)],
    )


def made_package(made: Made, pass_at: int | None = None) -> bytes:
    """The exercises that a teacher made as a zip, under their text where it is there; else as ``package``.

    Raises
    ------
    ValueError
        Where they are too many for an LMS, or have no points to pass by.
    """
    one = Set(id="made", title=made.title, exercises=[item.id for item in made.exercises])
    return _packed(one, made.exercises, pass_at, made.book, given=made.text)


def _packed(one: Set, items: Sequence[Item], pass_at: int | None, book: str = BOOK, **shown: object) -> bytes:
    if len(items) > MOST:
        raise ValueError(
            f"“{one.title}” has {len(items)} exercises, and an LMS keeps the scores of {MOST}: make two sets of it"
        )
    counted = [counted_as(one, item) for item in items]
    if pass_at is not None and not any(each["scored"] and each["points"] for each in counted):
        raise ValueError(f"nothing in “{one.title}” is scored by a machine, so it can be completed and not passed")
    about = {
        "set": {"id": one.id, "mode": one.mode, "attempts": one.attempts},
        "exercises": counted,
        "pass": pass_at,
    }
    parts = [
        *(question_html(item, one.mode, {**item.with_key(), "mode": one.mode, "set": one.id}) for item in items),
        *([end_html(one)] if one.mode == "deferred" else []),
    ]
    module = package_module("".join(parts))
    page = render(
        "lms/page",
        set=one,
        about=about,
        policy=policy([module]),
        style=on_paper("exercise", "article"),
        parts=parts,
        made=book != BOOK,
        work=work_html(book=book),
        module=module,
        **{"on_article": False, "texts": (), "given": None, **shown},
    )
    name, origin, licence = (one.id, "From", OURS) if book == BOOK else (book, "Made with", THEIRS)
    return _zipped(
        {
            "imsmanifest.xml": render("lms/imsmanifest", name=name, set=one, files=["index.html", "readme.txt"]),
            "index.html": page,
            "readme.txt": README.format(title=one.title, origin=origin, licence=licence),
        }
    )


def _zipped(files: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(ZipInfo(name, (2025, 1, 1, 0, 0, 0)), text, ZIP_DEFLATED)
    return out.getvalue()
