"""How many claims were judged right."""

from whosaysso.kinds.kind import Question, Response
from whosaysso.kinds.sort.grade import classed
from whosaysso.kinds.verdict import Result, graded


def grade(exercise: Question, response: Response) -> Result:
    """The share of claims judged right; no credit for the neighbour's answer."""
    said, missing = classed(exercise, response)
    return graded(len([f for f in said if f["verdict"] == "right"]) / len(exercise["key"]["statements"]), said, missing)
