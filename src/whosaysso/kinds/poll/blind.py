"""Answering a poll without reading: nothing is right, so nothing is earned."""

import random
from collections.abc import Iterator

from whosaysso.kinds.kind import Question, Response


def answers(exercise: Question) -> Iterator[tuple[str, Response]]:
    """None."""
    yield from ()


def guess(exercise: Question, chance: random.Random) -> Response:
    """Any option."""
    return {"choice": chance.choice(exercise["options"])["id"]}
