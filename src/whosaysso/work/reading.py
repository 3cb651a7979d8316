"""Reading a hand-in: data from anybody, read strictly, never run, and refused in one sentence where it is none.

Page, notebook and desk say the same of a file: ``REFUSALS`` is what all three say.
"""

import codecs
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from whosaysso import BOOK
from whosaysso.authored.fault import Fault, Faulty, shown
from whosaysso.work.earlier import carried_over
from whosaysso.work.hand_in import SCHEMA, HandIn

LARGEST = 5_000_000
"""Bytes; a term's work of one student is some 100,000."""

LARGEST_NUMBER = 1e300
"""Python makes a number of no more than 4,300 digits, and a browser of no more than 308."""

_DIGITS = re.compile("[0-9]{301}")  # no shorter one is as large

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

UTF_16 = "The file was saved anew as UTF-16, and could be read all the same."
MARKED = "The file was saved anew with a byte order mark, and could be read all the same."

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


class _RefusedError(ValueError):
    """Raised inside the reading, with the name of a refusal."""


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
        text, notes = _text(data)
        found = _object(text)
        work = HandIn.model_validate(_of_this_book(found, book))
        _once(work)
    except _RefusedError as refused:
        raise Faulty([Fault(name, 0, REFUSALS[str(refused)], REMEDY)]) from None
    except ValidationError as error:
        raise Faulty(
            [
                Fault(name, 0, f"{REFUSALS['fields']}: {_place(e['loc'])}: {e['msg'][:200]}", REMEDY)
                for e in error.errors(include_url=False, include_input=False)[:20]
            ]
        ) from None
    claims = [a if a.rules else a.model_copy(update={"rules": work.rules}) for a in work.attempts]
    # Stable: of two attempts of one moment, the one that stands first in the file was first.
    work = work.model_copy(update={"attempts": sorted({a.id: a for a in claims}.values(), key=lambda a: a.at)})
    work._notes = notes
    return work


def read_hand_in(path: Path, book: str = BOOK) -> HandIn:
    """A hand-in from a file; raises like ``parse_hand_in``, also for what is no file, or cannot be read."""
    try:
        if not path.is_file():  # a pipe or a device would never end
            raise OSError
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError:
        raise Faulty([Fault(shown(path), 0, REFUSALS["unreadable"], REMEDY)]) from None
    return parse_hand_in(data, shown(path), book)


def _text(data: bytes | str) -> tuple[str, tuple[str, ...]]:
    if len(data) > LARGEST:
        raise _RefusedError("large")
    if isinstance(data, str):
        return data.removeprefix("\ufeff"), (MARKED,) if data.startswith("\ufeff") else ()
    encoding = "utf-8"
    notes: tuple[str, ...] = ()
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding, notes = "utf-16", (UTF_16,)
    elif 0 in data[:2]:  # every hand-in begins with a {, which is one byte in UTF-8
        encoding, notes = "utf-16-be" if data[:1] == b"\0" else "utf-16-le", (UTF_16,)
    elif data.startswith(codecs.BOM_UTF8):
        encoding, notes = "utf-8-sig", (MARKED,)
    try:
        return data.decode(encoding), notes
    except UnicodeDecodeError:
        raise _RefusedError("binary") from None


def _object(text: str) -> dict[str, Any]:
    """The object that the text is, in which no key stands twice and every number is one."""
    if not text.strip():
        raise _RefusedError("empty")
    # A look at all digits at once is much faster than one at each number, of which marks have hundreds.
    whole = _number(int) if _DIGITS.search(text) else None
    try:
        found = json.loads(
            text,
            object_pairs_hook=_pairs,
            parse_int=whole,
            parse_float=_number(float),
            parse_constant=_no_constant,
        )
    except (json.JSONDecodeError, RecursionError):
        raise _RefusedError("damaged") from None
    if not isinstance(found, dict):
        raise _RefusedError("foreign")
    return found


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise _RefusedError("twice")
    return found


def _number(kind: Callable[[str], float]) -> Callable[[str], float]:
    def read(digits: str) -> float:
        if abs(float(digits)) >= LARGEST_NUMBER:
            raise _RefusedError("number")
        return kind(digits)

    return read


def _no_constant(_name: str) -> float:
    raise _RefusedError("damaged")  # NaN and Infinity are no JSON


def _of_this_book(found: dict[str, Any], book: str) -> dict[str, Any]:
    """The object as hand-in/2."""
    family, _, number = str(found.get("schema")).rpartition("/")
    ours, _, newest = SCHEMA.rpartition("/")
    if family != ours or not number.isdecimal() or found.get("book") != book:
        raise _RefusedError("foreign")
    if int(number[:9]) > int(newest):
        raise _RefusedError("newer")
    return carried_over(found) if found["schema"] != SCHEMA else found


def _once(work: HandIn) -> None:
    """An attempt may stand twice when it is the same; two that differ cannot both be it."""
    seen = {a.id: a for a in work.attempts}
    if len(seen) < len(work.attempts) and any(seen[a.id] != a for a in work.attempts):
        raise _RefusedError("twice")


def _place(where: tuple[int | str, ...]) -> str:
    return ".".join(str(step)[:40] for step in where) or "the file"
