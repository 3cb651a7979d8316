"""Grading, as a specification: an exercise with its key and a response give a score and the reasons.

``grade`` is pure and knows no files, no widgets and no page. ``grading.js`` is its twin in the student's browser, as
every kind's ``grade.js`` is of its ``grade.py``; ``tests/kinds/grading_cases.json`` and a property-based test hold
them together. A response may come from anybody, so anything in it that is not an answer counts as no answer.
"""

from whosaysso.kinds import KINDS
from whosaysso.kinds.kind import Question
from whosaysso.kinds.verdict import Result

RULES = 2
"""Raised when the same answer to the same question may score otherwise: scores by other rules are not compared."""


def grade(exercise: Question, response: object) -> Result:
    """Score one response.

    Parameters
    ----------
    exercise
        An exercise as JSON, with its ``key`` (see ``kinds.exercise.Exercise.with_key``).
    response
        ``{"choice": id}``, ``{"choices": [ids]}``, ``{"classes": {statement: class}}`` (sort, judge),
        ``{"number": text}`` or ``{"low": text, "high": text}``, ``{"order": [ids]}``, ``{"text": text}``, or
        ``{"words": {label: [word numbers]}}``.

    Returns
    -------
    dict
        ``score`` in 0…1, or None where only people can score; ``feedback``, a list of ``{about, verdict, text}`` with
        a verdict of ``right``, ``partly``, ``wrong`` or ``missed`` (beside coders ``shared``,
        ``differs``, ``theirs`` or ``yours``; in a poll ``recorded``); ``missing``, the ids of what is not answered yet.
    """
    return KINDS[exercise["kind"]].grade(exercise, response if isinstance(response, dict) else {})
