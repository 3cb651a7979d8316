"""Judging without reading."""

from collections.abc import Iterator
from itertools import product

from whosaysso.kinds.kind import Question, Response
from whosaysso.kinds.sort.blind import answers as sorted_blindly
from whosaysso.kinds.sort.blind import guess

__all__ = ["answers", "guess", "over_a_topic"]

MOST = 6
"""As many claims as an exercise may have."""


def over_a_topic(exercise: Question) -> Iterator[tuple[str, Response]]:
    """None: verdicts stand in another balance in each exercise, and even over the whole book alone."""
    yield from ()


def answers(exercise: Question) -> Iterator[tuple[str, Response]]:
    """As in sorting, and every pattern of verdicts over the places."""
    yield from sorted_blindly(exercise)
    statements, verdicts = exercise["statements"], exercise["classes"]
    for pattern in product(range(len(verdicts)), repeat=MOST):
        name = " ".join(verdicts[n]["label"].split()[0] for n in pattern)
        yield name, {"classes": {s["id"]: verdicts[pattern[n]]["id"] for n, s in enumerate(statements)}}
