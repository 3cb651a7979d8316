"""Which attempt counts, and what it says and scores: the same rule for a notebook's widget and for the desk."""

from collections.abc import Callable, Iterator
from typing import Any, Literal, NamedTuple

from whosaysso.kinds import KINDS
from whosaysso.kinds.grading import grade
from whosaysso.kinds.kind import Question
from whosaysso.work.hand_in import Attempt

Rule = Literal["first", "best", "last"]


class Known(NamedTuple):
    """What is known of an answer."""

    score: float | None
    """In 0…1, or None where only a person can give it."""
    words: str
    """The answer in short."""


Knowing = Callable[[Question, dict[str, Any]], Known]


def known(exercise: Question, response: dict[str, Any]) -> Known:
    """Score and words of an answer. What only people can score is not graded, which for a long text would take long."""
    score: float | None = grade(exercise, response)["score"] if KINDS[exercise["kind"]].scored else None
    return Known(score, in_words(response))


def counted(
    exercise: Question, attempts: list[Attempt], rule: Rule, knowing: Knowing = known
) -> tuple[Attempt, Known] | None:
    """The attempt that counts and what is known of it, of those at the exercise as it now is; None where there is none.

    Parameters
    ----------
    exercise
        With its key, as for ``grade``.
    attempts
        In the order in which they were made.
    rule
        What the exercise's set says. Of two best attempts the earlier counts.
    knowing
        For whoever remembers answers that many gave.
    """
    version = exercise["version"]
    now = [a for a in attempts if a.version == version]
    if not now:
        return None

    one = now[-1 if rule == "last" else 0]
    if rule == "best" and len(now) > 1:
        scores = [knowing(exercise, attempt.response).score for attempt in now]
        one = max(zip(now, scores, strict=True), key=lambda each: -1 if each[1] is None else each[1])[0]
    return one, knowing(exercise, one.response)


def in_words(response: object) -> str:
    """An answer in short, as a table shows it: ids, numbers, words by their numbers.

    Examples
    --------
    >>> in_words({"choice": "army"}), in_words({"classes": {"a": "open", "b": "holds"}})
    ('army', 'a: open; b: holds')
    >>> in_words({"words": {"source": [1, 2, 3, 7]}})
    'source: 1–3 7'
    """
    if isinstance(response, dict):
        inner = next(iter(response.values())) if len(response) == 1 else response
        if isinstance(inner, dict):
            return "; ".join(f"{name}: {in_words(value)}" for name, value in inner.items())
        return in_words(inner)
    if isinstance(response, list):
        return " ".join(_runs(response))
    return "" if response is None else str(response)


def _runs(values: list[Any]) -> Iterator[str]:
    """The values, with numbers that follow one another as a range."""
    start: Any = None
    before: Any = None
    for value in [*values, None]:
        if type(value) is int and type(before) is int and value == before + 1:
            before = value
            continue
        if before is not None:
            yield str(before) if start == before else f"{start}–{before}"
        start = before = value
