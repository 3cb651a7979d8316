"""Exercises outside the book: a file that a teacher made of a text, with a book id of its own and its own keys.

It stands for itself, so its exercises quote their words and name no place of the book's texts. It is read like an
exercise file, with every fault named that keeps it from being graded; JSON, as the page *Make an exercise* writes
it, is YAML too.
"""

from pathlib import Path
from typing import Annotated, Final, Literal

from pydantic import Field, ValidationError

from whosaysso import BOOK
from whosaysso.authored.fault import Fault, Faulty, shown
from whosaysso.authored.yaml import line_of, read_yaml, told_by_pydantic
from whosaysso.kinds import Item
from whosaysso.kinds.exercise import Part, Text

FORMAT: Final = "who-says-so/exercises/1"


class MadeText(Part):
    """The text that the exercises were made of."""

    words: Text
    language: str = ""
    origin: Text = Field(description="What the text tells of itself, in one line.")


class Made(Part):
    """A file of exercises outside the book."""

    format: Literal["who-says-so/exercises/1"]
    book: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]{0,99}$")] = Field(
        description="Its own id, random: hand-ins carry it, and the browser keeps answers by it."
    )
    title: Text
    text: MadeText | None = None
    exercises: list[Item] = Field(min_length=1)


def read_made(path: Path) -> Made:
    """The exercises of one file.

    Raises
    ------
    Faulty
        With everything that is wrong with it.
    """
    data, lines, faults = read_yaml(path)
    if faults:
        raise Faulty(faults)
    try:
        made = Made.model_validate(data)
    except ValidationError as error:
        raise Faulty(told_by_pydantic(error, Made, path, lines)) from None

    def fault(at: tuple[int | str, ...], wrong: str, remedy: str) -> Fault:
        return Fault(shown(path), line_of(lines, at), wrong, remedy)

    if made.book == BOOK:
        faults.append(fault(("book",), f"{BOOK} is the id of the book itself", "give the file an id of its own"))
    ids = [item.id for item in made.exercises]
    for number, item in enumerate(made.exercises):
        at = ("exercises", number)
        if item.id in ids[:number]:
            faults.append(fault((*at, "id"), f"the id {item.id} stands here twice", "give each an id of its own"))
        if place := _place_of(item):
            faults.append(
                fault((*at, place), "a file outside the book names no places of a text", "write the words into text:")
            )
        else:
            faults += [fault((*at, *where), wrong, remedy) for where, wrong, remedy in item.unsound()]
    if faults:
        raise Faulty(faults)
    return made


def _place_of(item: Item) -> str | None:
    """The key by which an exercise leans on a text of the book, where it does."""
    if any(getattr(each, "sentence", None) for each in getattr(item, "statements", ())):
        return "statements"
    if any(getattr(each, "whole", None) for each in getattr(item, "evidence", ())):
        return "evidence"
    return next((name for name in ("quotation", "passage", "layer", "case") if getattr(item, name, None)), None)
