"""Writing without reading: no machine scores what is written."""

import random
from collections.abc import Iterator

from whosaysso.kinds.kind import Question, Response


def answers(exercise: Question) -> Iterator[tuple[str, Response]]:
    """None."""
    yield from ()


def guess(exercise: Question, chance: random.Random) -> Response:
    """Nothing."""
    return {}
