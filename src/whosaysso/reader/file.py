"""Reading and writing the file of a reading: data from anybody, read strictly, and told in one sentence a fault."""

from itertools import pairwise
from pathlib import Path

from pydantic import ValidationError

from whosaysso.authored.fault import Fault, Faulty, shown
from whosaysso.authored.objects import RefusedError, object_of
from whosaysso.authored.reading import read_bytes
from whosaysso.authored.writing import write_atomically
from whosaysso.reader.normal import hashed, normal
from whosaysso.reader.reading import AROUND, FORMAT, Annotation, Piece, Reading
from whosaysso.work.reading import REFUSALS as OF_HAND_INS

LARGEST = 5_000_000
"""Bytes."""

MOST = 20
"""So many faults of one file are told."""

REMEDY = "take the file as Keep this reading gave it"

REFUSALS = {
    **{name: OF_HAND_INS[name] for name in ("large", "unreadable", "empty", "binary", "number", "twice")},
    "damaged": "this is not the file of a reading, or it is damaged",
    "foreign": "this is not the file of a reading",
    "newer": "this reading was made by a newer version of this book",
    "another": "this is a reading of another text",
    "hash": "the text in this file is not the one that was hashed: somebody has changed it",
    "normal": "the text in this file is not in the form in which this book marks texts",
    "cut": "the cut of the text in this file does not fit the text",
    "labels": "two labels in this file have one name",
    "marks": "a mark in this file does not fit the text",
    "fields": "something in this file is damaged",
}
"""Why the file of a reading is not taken, in words that follow its name or stand alone."""


def parse_reading(data: bytes | str, name: str = "this file", of: str | None = None) -> Reading:
    """A reading from what stands in a file.

    Parameters
    ----------
    data
        UTF-8 or UTF-16, with or without a byte order mark.
    name
        How the file is called in what is said of it.
    of
        The hash of the text that it has to be a reading of; None where any will do.

    Raises
    ------
    Faulty
        With one sentence for everything that is wrong.
    """
    try:
        found, notes = object_of(data, LARGEST)
        _is_ours(found.get("format"))
        reading = Reading.model_validate(found)
    except RefusedError as refused:
        raise Faulty([Fault(name, 0, REFUSALS[str(refused)], REMEDY)]) from None
    except ValidationError as error:
        raise Faulty(
            [
                Fault(name, 0, f"{REFUSALS['fields']}: {_place(e['loc'])}: {e['msg'][:200]}", REMEDY)
                for e in error.errors(include_url=False, include_input=False)[:MOST]
            ]
        ) from None
    if faults := list(_faults(reading, of))[:MOST]:
        raise Faulty([Fault(name, 0, wrong, REMEDY) for wrong in faults])
    reading._notes = notes
    return reading


def read_reading(path: Path, of: str | None = None) -> Reading:
    """A reading from a file; raises like ``parse_reading``, also for what is no file, or cannot be read."""
    try:
        data = read_bytes(path, LARGEST)
    except OSError:
        raise Faulty([Fault(shown(path), 0, REFUSALS["unreadable"], REMEDY)]) from None
    return parse_reading(data, shown(path), of)


def write_reading(path: Path, reading: Reading) -> Reading:
    """Write a reading whole or not at all, saved at this moment; gives it as it was written."""
    reading = reading.now()
    write_atomically(path, reading.as_text())
    return reading


def _is_ours(said: object) -> None:
    family, _, number = str(said).rpartition("/")
    ours, _, newest = FORMAT.rpartition("/")
    if family != ours or not (number.isascii() and number.isdecimal()):
        raise RefusedError("foreign")
    if int(number[:9]) > int(newest):
        raise RefusedError("newer")


def _faults(reading: Reading, of: str | None) -> list[str]:
    """What does not fit together, though each part is in its form."""
    text = reading.text
    if text.sha256 != hashed(text.words):
        return [REFUSALS["hash"]]
    if of is not None and of != text.sha256:
        return [REFUSALS["another"]]
    if normal(text.words) != text.words:
        return [REFUSALS["normal"]]
    found = [f"{REFUSALS['cut']}: {why}" for why in _cut_faults(reading.cut, text.words)]
    labels = [label.id for label in reading.labels]
    if len({*labels}) < len(labels):
        found.append(REFUSALS["labels"])
    seen: set[str] = set()
    for mark in reading.annotations:
        if mark.id in seen:
            found.append(f"{REFUSALS['twice']}: {mark.id}")
        seen.add(mark.id)
        if why := _mark_fault(mark, reading, labels):
            found.append(f"{REFUSALS['marks']}: {why}")
    return found


def _cut_faults(cut: list[Piece], words: str) -> list[str]:
    if any(not piece.start < piece.end <= len(words) for piece in cut):
        return ["a piece lies outside the text, or has no words"]
    if any(a.end > b.start for a, b in pairwise(cut)):
        return ["a piece lies over another, or before it"]
    edges = [0, *(place for piece in cut for place in (piece.start, piece.end)), len(words)]
    if any(words[a:b].strip() for a, b in zip(edges[::2], edges[1::2], strict=True)):
        return ["some words lie in no piece"]
    headings = [piece.paragraph for piece in cut if piece.role == "heading"]
    paragraphs = [piece.paragraph for piece in cut if piece.role != "heading"]
    if headings != [*range(1, len(headings) + 1)] or any(b - a not in (0, 1) for a, b in pairwise([0, *paragraphs])):
        return ["its numbers are not in order"]
    return ["its numbers do not begin with 1"] if paragraphs[:1] not in ([], [1]) else []


def _mark_fault(mark: Annotation, reading: Reading, labels: list[str]) -> str:
    words, (start, end), quote = reading.text.words, mark.span, mark.target.selector[1]
    purposes = [body.purpose for body in mark.body]
    card = mark.card
    faults = (
        (purposes.count("classifying") != 1 or len({*purposes}) < len(purposes), "does not have one label"),
        ("classifying" in purposes and mark.label not in labels, "has a label that the file does not name"),
        (
            card is not None and (card.attribution is None) == (card.number is None),
            "has a card that is neither of a source nor of a number",
        ),
        (mark.target.source != f"urn:sha256:{reading.text.sha256}", "is of another text"),
        (not start < end <= len(words) or words[start:end] != quote.exact, "is not where its words stand"),
        (
            not words[max(0, start - AROUND) : start].endswith(quote.prefix) or not words.startswith(quote.suffix, end),
            "does not have its words around it",
        ),
    )
    return next((f"{mark.id} {why}" for wrong, why in faults if wrong), "")


def _place(where: tuple[int | str, ...]) -> str:
    return ".".join(str(step)[:40] for step in where) or "the file"
