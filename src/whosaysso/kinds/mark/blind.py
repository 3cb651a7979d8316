"""Marking without reading."""

import random
from collections.abc import Iterator

from whosaysso.kinds.kind import Question, Response


def every_word(exercise: Question) -> Iterator[tuple[str, Response]]:
    """Every word under one label."""
    every = list(range(len(exercise["words"])))
    for number, label in enumerate(exercise["labels"], 1):
        yield f"every word under label {number}", {"words": {label["id"]: every}}


def answers(exercise: Question) -> Iterator[tuple[str, Response]]:
    """By place in the sentence, and by capital letters."""
    yield from every_word(exercise)
    words, sentences = exercise["words"], exercise["sentences"]
    inside = {n for s in sentences for n in range(s["from"] + 1, s["to"] + 1)}
    chosen = {
        "the first three words of every sentence": {n for s in sentences for n in range(s["from"], s["from"] + 3)},
        "the last three words of every sentence": {n for s in sentences for n in range(s["to"] - 2, s["to"] + 1)},
        "the first sentence": set(range(sentences[0]["to"] + 1)),
        "capitals inside a sentence": {n for n in inside if words[n][:1].isupper()},
    }
    for name, numbers in chosen.items():
        for number, label in enumerate(exercise["labels"], 1):
            yield f"{name} under label {number}", {"words": {label["id"]: sorted(numbers)}}


def guess(exercise: Question, chance: random.Random) -> Response:
    """Two or three words anywhere, under any label."""
    labels = [label["id"] for label in exercise["labels"]]
    marked: dict[str, list[int]] = {label: [] for label in labels}
    for _ in range(len(labels) + 1):
        start = chance.randrange(len(exercise["words"]))
        marked[chance.choice(labels)] += range(start, min(start + 3, len(exercise["words"])))
    return {"words": marked}
