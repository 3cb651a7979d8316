"""Sorting without reading; ``judge`` is answered in the same form."""

import random
from collections.abc import Iterator

from whosaysso.kinds.habits import absolute, detail, shared
from whosaysso.kinds.kind import Question, Response


def throughout(exercise: Question) -> Iterator[tuple[str, Response]]:
    """One class for all."""
    for number, chosen in enumerate(exercise["classes"], 1):
        yield f"class {number} throughout", {"classes": {s["id"]: chosen["id"] for s in exercise["statements"]}}


def answers(exercise: Question) -> Iterator[tuple[str, Response]]:
    """One class throughout, classes by place, and two classes by the form of the statements."""
    yield from throughout(exercise)
    classes = [each["id"] for each in exercise["classes"]]
    statements = exercise["statements"]
    count = len(classes)
    for shift in range(count):
        for step in (1, count - 1):
            turn = {s["id"]: classes[(shift + step * n) % count] for n, s in enumerate(statements)}
            yield f"classes in turn, from {shift + 1}, {'up' if step == 1 else 'down'}", {"classes": turn}
        rows = {s["id"]: classes[(shift + n * count // len(statements)) % count] for n, s in enumerate(statements)}
        yield f"classes in rows, from {shift + 1}", {"classes": rows}
    for name, split in _splits(exercise).items():
        for a in range(count):
            for b in range(count):
                if a != b:
                    by_form = {s["id"]: classes[a if split[n] else b] for n, s in enumerate(statements)}
                    yield f"{name}: class {a + 1}, the others {b + 1}", {"classes": by_form}


def _splits(exercise: Question) -> dict[str, list[bool]]:
    """Statements told apart by their form, in two groups."""
    texts = [s["text"] for s in exercise["statements"]]
    longest, most = sorted(map(len, texts))[len(texts) // 2], sorted(map(detail, texts))[len(texts) // 2]
    common = [shared(text, exercise["prompt"]) for text in texts]
    return {
        "the longer half": [len(text) >= longest for text in texts],
        "the more detailed half": [detail(text) >= most for text in texts],
        "with an absolute word": [absolute(text) for text in texts],
        "with words of the prompt": [n > 0 for n in common],
        "with a figure": [any(sign.isdigit() for sign in text) for text in texts],
    }


def guess(exercise: Question, chance: random.Random) -> Response:
    """Any class for each statement."""
    return {"classes": {s["id"]: chance.choice(exercise["classes"])["id"] for s in exercise["statements"]}}
