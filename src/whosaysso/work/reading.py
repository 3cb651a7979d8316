"""Reading a hand-in: data from anybody, read strictly, never run, and refused in one sentence where it is none.

Page, notebook and desk say the same of a file: ``REFUSALS`` is what all three say.
"""

from dataclasses import replace
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from whosaysso import BOOK
from whosaysso.authored.fault import Fault, Faulty, shown
from whosaysso.authored.objects import MARKED, UTF_16, RefusedError, object_of
from whosaysso.authored.reading import read_bytes
from whosaysso.work.earlier import carried_over
from whosaysso.work.hand_in import SCHEMA, HandIn

LARGEST = 5_000_000
"""Bytes; a term's work of one student is some 100,000."""

REFUSALS = {
    "large": f"this file is larger than {LARGEST // 1_000_000} MB",
    "unreadable": "this file cannot be read",
    "empty": "this file is empty",
    "binary": "this is not a text file",
    "damaged": "this is not a file of answers, or it is damaged",
    "number": "a number in this file is longer than any that this book writes",
    "twice": "something stands twice in this file, and only one of the two can be right",
    "foreign": "this file was not made by this book",
    "newer": "this file was made by a newer version of this book",
    "fields": "some answers in this file are damaged",
}
"""Why a file is not taken, in words that follow its name or stand alone."""

WORDS = {
    **{name: f"{why[0].upper()}{why[1:]}. Nothing was changed." for name, why in REFUSALS.items()},
    "others": "This file is another reader’s. Are its answers yours too?",
    "utf16": UTF_16,
    "marked": MARKED,
}
"""What a reader is told of a file, in page and notebook alike."""

REMEDY = "take the file as Download my work gave it"


def refusal(faulty: Faulty) -> str:
    """What a reader is told of a file that was refused: the reason alone, without the fields."""
    why = faulty.faults[0].wrong
    return next(WORDS[name] for name, reason in REFUSALS.items() if why.startswith(reason))


def parse_hand_in(data: bytes | str, name: str = "this file", book: str = BOOK) -> HandIn:
    """A hand-in from what stands in a file.

    Parameters
    ----------
    data
        UTF-8 or UTF-16, with or without a byte order mark. hand-in/1 is read and carried over.
    name
        How the file is called in what is said of it.
    book
        Whose exercises they have to be.

    Raises
    ------
    Faulty
        Whatever it is that is no hand-in of this book: with its reason, and every damaged field.
    """
    try:
        found, notes = object_of(data, LARGEST)
        work = HandIn.model_validate(_of_this_book(found, book))
        _once(work)
    except RefusedError as refused:
        raise Faulty([Fault(name, 0, REFUSALS[str(refused)], REMEDY)]) from None
    except ValidationError as error:
        raise Faulty(
            [
                Fault(name, 0, f"{REFUSALS['fields']}: {_place(e['loc'])}: {_wrong(e)}", REMEDY)
                for e in error.errors(include_url=False, include_input=False)[:20]
            ]
        ) from None
    claims = [a if a.rules else replace(a, rules=work.rules) for a in work.attempts]
    # Stable: of two attempts of one moment, the one that stands first in the file was first.
    work = work.model_copy(update={"attempts": sorted({a.id: a for a in claims}.values(), key=lambda a: a.at)})
    work._notes = notes
    return work


def read_hand_in(path: Path, book: str = BOOK) -> HandIn:
    """A hand-in from a file; raises like ``parse_hand_in``, also for what is no file, or cannot be read."""
    try:
        data = read_bytes(path, LARGEST)
    except OSError:
        raise Faulty([Fault(shown(path), 0, REFUSALS["unreadable"], REMEDY)]) from None
    return parse_hand_in(data, shown(path), book)


def _of_this_book(found: dict[str, Any], book: str) -> dict[str, Any]:
    """The object as hand-in/2."""
    family, _, number = str(found.get("schema")).rpartition("/")
    ours, _, newest = SCHEMA.rpartition("/")
    if family != ours or not number.isdecimal() or found.get("book") != book:
        raise RefusedError("foreign")
    if int(number[:9]) > int(newest):
        raise RefusedError("newer")
    return carried_over(found) if found["schema"] != SCHEMA else found


def _once(work: HandIn) -> None:
    """An attempt may stand twice when it is the same; two that differ cannot both be it."""
    seen = {a.id: a for a in work.attempts}
    if len(seen) < len(work.attempts) and any(seen[a.id] != a for a in work.attempts):
        raise RefusedError("twice")


def _wrong(error: ErrorDetails) -> str:
    """What is wrong in a field; pydantic speaks of the arguments of a class where it means what stands in the file."""
    return "Extra inputs are not permitted" if error["type"] == "unexpected_keyword_argument" else error["msg"][:200]


def _place(where: tuple[int | str, ...]) -> str:
    return ".".join(str(step)[:40] for step in where) or "the file"
