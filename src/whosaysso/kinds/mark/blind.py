"""Marking without reading."""

from collections.abc import Iterator

from whosaysso.kinds.kind import Question, Response


def answers(exercise: Question) -> Iterator[tuple[str, Response]]:
    """Every word under one label."""
    every = list(range(len(exercise["words"])))
    for number, label in enumerate(exercise["labels"], 1):
        yield f"every word under label {number}", {"words": {label["id"]: every}}
