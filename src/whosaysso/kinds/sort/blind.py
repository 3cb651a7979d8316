"""Sorting without reading; ``judge`` is answered in the same form."""

from collections.abc import Iterator

from whosaysso.kinds.kind import Question, Response


def answers(exercise: Question) -> Iterator[tuple[str, Response]]:
    """One class throughout."""
    for number, chosen in enumerate(exercise["classes"], 1):
        yield f"class {number} throughout", {"classes": {s["id"]: chosen["id"] for s in exercise["statements"]}}
