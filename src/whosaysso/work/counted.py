"""Which attempt counts: the same rule for a notebook's widget and for the desk."""

from typing import Literal

from whosaysso.kinds.grading import grade
from whosaysso.kinds.kind import Question
from whosaysso.work.hand_in import Attempt

Rule = Literal["first", "best", "last"]


def counted(exercise: Question, attempts: list[Attempt], rule: Rule) -> tuple[Attempt, float | None] | None:
    """The attempt that counts and its score, of those at the exercise as it now is; None where there is none.

    Parameters
    ----------
    exercise
        With its key, as for ``grade``.
    attempts
        In the order in which they were made.
    rule
        What the exercise's set says. Of two best attempts the earlier counts.

    Returns
    -------
    tuple or None
        The score is in 0…1, or None where only a person can give it.
    """
    now = [a for a in attempts if a.version == exercise["version"]]
    candidates = {"first": now[:1], "last": now[-1:], "best": now}[rule]
    scored = [(a, grade(exercise, a.response)["score"]) for a in candidates]
    return max(scored, key=lambda pair: -1 if pair[1] is None else pair[1], default=None)
