"""Which attempt counts: the same rule for a notebook's widget and for the desk."""

from collections.abc import Callable
from typing import Any, Literal

from whosaysso.kinds import KINDS
from whosaysso.kinds.grading import grade
from whosaysso.kinds.kind import Question
from whosaysso.work.hand_in import Attempt

Rule = Literal["first", "best", "last"]
Scoring = Callable[[Question, dict[str, Any]], float | None]


def scored(exercise: Question, response: dict[str, Any]) -> float | None:
    """The score of an answer. What only people can score is not graded, which for a long text would take long."""
    score: float | None = grade(exercise, response)["score"] if KINDS[exercise["kind"]].scored else None
    return score


def counted(
    exercise: Question, attempts: list[Attempt], rule: Rule, scoring: Scoring = scored
) -> tuple[Attempt, float | None] | None:
    """The attempt that counts and its score, of those at the exercise as it now is; None where there is none.

    Parameters
    ----------
    exercise
        With its key, as for ``grade``.
    attempts
        In the order in which they were made.
    rule
        What the exercise's set says. Of two best attempts the earlier counts.
    scoring
        How an answer is scored, for whoever remembers answers that many gave.

    Returns
    -------
    tuple or None
        The score is in 0…1, or None where only a person can give it.
    """
    now = [a for a in attempts if a.version == exercise["version"]]
    candidates = {"first": now[:1], "last": now[-1:], "best": now}[rule]
    each = [(a, scoring(exercise, a.response)) for a in candidates]
    return max(each, key=lambda pair: -1 if pair[1] is None else pair[1], default=None)
