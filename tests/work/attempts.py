"""Attempts and drafts for the tests of the record, and what the file of them holds."""

from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from whosaysso.work.hand_in import Attempt, Draft
from whosaysso.work.reading import read_hand_in


def attempt(number: int, **changed) -> Attempt:
    """An attempt of minute ``number``."""
    values = {
        "id": f"{number:032x}",
        "exercise": "one",
        "version": "0" * 12,
        "response": {"choice": "a"},
        "at": f"2026-01-01T10:{number:02d}:00Z",
        "claimed": 1,
        "rules": 1,
    }
    return TypeAdapter(Attempt).validate_python({**values, **changed})


def as_sent(number: int, without: str = "", **changed) -> dict[str, Any]:
    """The same as it stands in a file, without one of its parts if you like."""
    return dict(TypeAdapter(Attempt).dump_python(attempt(number, **changed), mode="json", exclude={without}))


def draft(minute: int, choice: str = "b") -> Draft:
    """A draft of this minute."""
    return TypeAdapter(Draft).validate_python({"response": {"choice": choice}, "at": f"2026-01-01T10:{minute:02d}:00Z"})


def kept(path: Path) -> list[str]:
    """The ids of the attempts in the file, in order."""
    return [a.id for a in read_hand_in(path).attempts]


def ids(*numbers: int) -> list[str]:
    """The ids of these attempts."""
    return [attempt(n).id for n in numbers]


def visible(folder: Path) -> list[Path]:
    """The files that a reader sees in a folder: no lock."""
    return [p for p in folder.iterdir() if not p.name.startswith(".")]


def no_space(*_: object) -> None:
    """What a full disk says."""
    raise OSError(28, "No space left on device")
