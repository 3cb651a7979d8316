"""Putting in order without reading."""

import random
from collections.abc import Iterator

from whosaysso.kinds.habits import detail
from whosaysso.kinds.kind import Question, Response


def shown(exercise: Question) -> Iterator[tuple[str, Response]]:
    """The order as it is shown."""
    yield "the order shown", {"order": [s["id"] for s in exercise["sources"]]}


def answers(exercise: Question) -> Iterator[tuple[str, Response]]:
    """By place, and by the form of the sources."""
    yield from shown(exercise)
    sources = exercise["sources"]
    ids = [s["id"] for s in sources]
    yield "the order shown, turned round", {"order": ids[::-1]}
    yield "the last first", {"order": [ids[-1], *ids[:-1]]}
    yield "the two halves exchanged", {"order": [*ids[len(ids) // 2 :], *ids[: len(ids) // 2]]}
    for name, value in (("length", len), ("detail", detail)):
        by_form = [s["id"] for s in sorted(sources, key=lambda s: value(s["text"]))]
        yield f"by {name}, least first", {"order": by_form}
        yield f"by {name}, most first", {"order": by_form[::-1]}


def guess(exercise: Question, chance: random.Random) -> Response:
    """Any order."""
    ids = [s["id"] for s in exercise["sources"]]
    chance.shuffle(ids)
    return {"order": ids}
