"""Picking several without reading."""

from collections.abc import Iterator

from whosaysso.kinds.kind import Question, Response


def answers(exercise: Question) -> Iterator[tuple[str, Response]]:
    """Every box."""
    yield "everything", {"choices": [o["id"] for o in exercise["options"]]}
