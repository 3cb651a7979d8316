"""What makes a kind of exercise, whatever it asks."""

import inspect
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from whosaysso.kinds.exercise import Exercise
from whosaysso.kinds.verdict import Result

Question = dict[str, Any]
"""An exercise as JSON, with its ``key``: what ``Exercise.with_key`` gives."""

Response = dict[str, Any]
"""An answer, in the form of its kind."""

Strategies = Callable[[Question], Iterator[tuple[str, Response]]]
"""Answers given without reading, each with the name of its strategy."""


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
        The answers to one exercise that somebody can give who has not read it, each with the name of its strategy.
    habits
        The same by everything that may be known of how exercises are made; these are judged over the whole book.
    guess
        An answer at random: what a habit may earn is measured by it.
    strict
        Whether an answer of ``blind`` may score nothing at all.
    sure
        Whether readers are asked how sure they are.
    scored
        Whether a machine can score it at all.
    keyed
        Whether an answer can be right; where none can, it is recorded and never checked.
    """

    title: str
    schema: type[Exercise]
    grade: Callable[[Question, Response], Result]
    blind: Strategies
    habits: Strategies
    guess: Callable[[Question, random.Random], Response]
    strict: bool = False
    sure: bool = False
    scored: bool = True
    keyed: bool = True

    @property
    def name(self) -> str:
        """The word that an author writes after ``kind:``."""
        (word,) = get_args(self.schema.model_fields["kind"].annotation)
        return str(word)

    @property
    def folder(self) -> Path:
        """Where all that is its own lies."""
        return Path(inspect.getfile(self.schema)).parent
