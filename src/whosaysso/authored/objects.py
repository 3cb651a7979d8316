"""A JSON object in a file from anybody: read strictly, never run, and refused by the name of what is wrong with it."""

import codecs
import json
import re
from collections.abc import Callable
from typing import Any

LARGEST_NUMBER = 1e300
"""Python makes a number of no more than 4,300 digits, and a browser of no more than 308."""

UTF_16 = "The file was saved anew as UTF-16, and could be read all the same."
MARKED = "The file was saved anew with a byte order mark, and could be read all the same."

_DIGITS = re.compile("[0-9]{10}")
"""In every thirtieth sign of a text, wherever that has 301 digits in a row; no shorter number is as large."""


class RefusedError(ValueError):
    """Raised with the name of a refusal: large, empty, binary, damaged, number, twice, foreign."""


def object_of(data: bytes | str, largest: int) -> tuple[dict[str, Any], tuple[str, ...]]:
    """The object that a file holds, and what there is to say of the file though it could be read.

    Parameters
    ----------
    data
        UTF-8 or UTF-16, with or without a byte order mark.
    largest
        Bytes; a larger file is refused.

    Raises
    ------
    RefusedError
        Where it is no JSON object in which no key stands twice and every number is one.
    """
    text, notes = _text(data, largest)
    return _object(text), notes


def _text(data: bytes | str, largest: int) -> tuple[str, tuple[str, ...]]:
    if len(data) > largest:
        raise RefusedError("large")
    if isinstance(data, str):
        return data.removeprefix("\ufeff"), (MARKED,) if data.startswith("\ufeff") else ()
    encoding = "utf-8"
    notes: tuple[str, ...] = ()
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding, notes = "utf-16", (UTF_16,)
    elif 0 in data[:2]:  # every such file begins with a {, which is one byte in UTF-8
        encoding, notes = "utf-16-be" if data[:1] == b"\0" else "utf-16-le", (UTF_16,)
    elif data.startswith(codecs.BOM_UTF8):
        encoding, notes = "utf-8-sig", (MARKED,)
    try:
        return data.decode(encoding), notes
    except UnicodeDecodeError:
        raise RefusedError("binary") from None


def _object(text: str) -> dict[str, Any]:
    """The object that the text is, in which no key stands twice and every number is one."""
    if not text.strip():
        raise RefusedError("empty")
    # A look at some digits at once is much faster than one at each number, of which marks have hundreds.
    whole = _number(int) if _DIGITS.search(text[::30]) else None
    try:
        found = json.loads(
            text,
            object_pairs_hook=_pairs,
            parse_int=whole,
            parse_float=_number(float),
            parse_constant=_no_constant,
        )
    except (json.JSONDecodeError, RecursionError):
        raise RefusedError("damaged") from None
    if not isinstance(found, dict):
        raise RefusedError("foreign")
    return found


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise RefusedError("twice")
    return found


def _number(kind: Callable[[str], float]) -> Callable[[str], float]:
    def read(digits: str) -> float:
        if abs(float(digits)) >= LARGEST_NUMBER:
            raise RefusedError("number")
        return kind(digits)

    return read


def _no_constant(_name: str) -> float:
    raise RefusedError("damaged")  # NaN and Infinity are no JSON
