"""Picking several without reading."""

import random
from collections.abc import Iterator
from itertools import combinations

from whosaysso.kinds.habits import PICKS, absolute
from whosaysso.kinds.kind import Question, Response

MOST = 8
"""As many boxes as any exercise has."""


def every_box(exercise: Question) -> Iterator[tuple[str, Response]]:
    """Every box."""
    yield "everything", {"choices": [option["id"] for option in exercise["options"]]}


def answers(exercise: Question) -> Iterator[tuple[str, Response]]:
    """Every pattern of boxes, and boxes by the form of their options."""
    ids, texts = ([option[what] for option in exercise["options"]] for what in ("id", "text"))
    yield from every_box(exercise)
    for size in range(1, MOST):
        for pattern in combinations(range(MOST), size):
            boxes = f"box{'es' * (size > 1)} {', '.join(str(n + 1) for n in pattern)}"
            yield boxes, {"choices": [ids[n] for n in pattern if n < len(ids)]}
    for name, pick in PICKS.items():
        yield name, {"choices": [ids[pick(texts, exercise["prompt"])]]}
    by_length = sorted(range(len(ids)), key=lambda n: len(texts[n]))
    half = len(ids) // 2
    for name, chosen in {
        "the longer half": by_length[half:],
        "the shorter half": by_length[:half],
        "all with an absolute word": [n for n, text in enumerate(texts) if absolute(text)],
        "all without an absolute word": [n for n, text in enumerate(texts) if not absolute(text)],
    }.items():
        yield name, {"choices": [ids[n] for n in chosen]}


def guess(exercise: Question, chance: random.Random) -> Response:
    """Each box by the toss of a coin."""
    return {"choices": [option["id"] for option in exercise["options"] if chance.random() < 0.5]}
