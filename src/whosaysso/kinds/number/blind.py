"""A number written without understanding: one that is printed, or all of them taken together."""

import random
import re
from collections.abc import Iterator

from whosaysso.kinds.kind import Question, Response


def over_a_topic(exercise: Question) -> Iterator[tuple[str, Response]]:
    """None: a topic has one range or two, and half for an end is no luck to be seen there."""
    yield from ()


def answers(exercise: Question) -> Iterator[tuple[str, Response]]:
    """Printed numbers by place and size, and their sum."""
    printed = _printed(exercise)
    if not printed:
        return
    values = {
        "the first number": printed[0],
        "the last number": printed[-1],
        "the largest number": max(printed),
        "the smallest number": min(printed),
        "the sum of all numbers": sum(printed),
        "the largest less the smallest": max(printed) - min(printed),
    }
    for name, value in values.items():
        if exercise["range"]:
            yield f"{name} and the same again", {"low": str(value), "high": str(value)}
        else:
            yield name, {"number": str(value)}
    if exercise["range"]:
        yield "the smallest and the largest", {"low": str(min(printed)), "high": str(max(printed))}
        yield "nought and the sum of all", {"low": "0", "high": str(sum(printed))}


def guess(exercise: Question, chance: random.Random) -> Response:
    """Any printed number, or two."""
    printed = _printed(exercise) or [0]
    if exercise["range"]:
        low, high = sorted(chance.choices(printed, k=2))
        return {"low": str(low), "high": str(high)}
    return {"number": str(chance.choice(printed))}


def _printed(exercise: Question) -> list[int]:
    quotation = exercise.get("quotation") or {"text": ""}
    found = re.findall(r"\b\d[\d,]*\b", f"{quotation['text']} {exercise['prompt']}")
    return [int(number.replace(",", "")) for number in found]
