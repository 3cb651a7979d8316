"""Picking one without reading."""

import random
from collections.abc import Iterator

from whosaysso.kinds.habits import PICKS
from whosaysso.kinds.kind import Question, Response

MOST = 6
"""More options than any exercise has."""


def longest(exercise: Question) -> Iterator[tuple[str, Response]]:
    """The longest option."""
    chosen = max(exercise["options"], key=lambda option: len(option["text"]))
    yield "the longest", {"choice": chosen["id"]}


def answers(exercise: Question) -> Iterator[tuple[str, Response]]:
    """By place, and by the form of the options."""
    ids = [option["id"] for option in exercise["options"]]
    for place in range(MOST):
        yield f"option {place + 1}, or the last", {"choice": ids[min(place, len(ids) - 1)]}
    for name, pick in PICKS.items():
        yield name, {"choice": ids[pick([option["text"] for option in exercise["options"]], exercise["prompt"])]}


def guess(exercise: Question, chance: random.Random) -> Response:
    """Any option."""
    return {"choice": chance.choice(exercise["options"])["id"]}
