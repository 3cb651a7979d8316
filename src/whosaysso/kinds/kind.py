"""What makes a kind of exercise, whatever it asks."""

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from whosaysso.kinds.exercise import Exercise
from whosaysso.kinds.verdict import Result

Question = dict[str, Any]
"""An exercise as JSON, with its ``key``: what ``Exercise.with_key`` gives."""

Response = dict[str, Any]
"""An answer, in the form of its kind."""


@dataclass(frozen=True)
class Kind:
    """One kind: its folder's ``__init__`` makes one, and everything else finds it there.

    Attributes
    ----------
    title
        What readers and teachers call it.
    schema
        The type of what an author writes; the kind's name is the ``kind`` of this type.
    grade
        Scores a response; its twin is ``grade.js``.
    blind
        The answers that somebody can give who has not read, each with the name of its strategy.
    strict
        Whether such an answer may score nothing at all.
    sure
        Whether readers are asked how sure they are.
    """

    title: str
    schema: type[Exercise]
    grade: Callable[[Question, Response], Result]
    blind: Callable[[Question], Iterator[tuple[str, Response]]]
    strict: bool = False
    sure: bool = False

    @property
    def name(self) -> str:
        """The word that an author writes after ``kind:``."""
        return str(self.schema.model_json_schema()["properties"]["kind"]["const"])

    @property
    def folder(self) -> Path:
        """Where all that is its own lies."""
        return Path(inspect.getfile(self.schema)).parent
