"""The band that a number lies in, or what is wrong with a range."""

from whosaysso.kinds.grammar import number
from whosaysso.kinds.kind import Question, Response
from whosaysso.kinds.verdict import Result, feedback, graded, unanswered


def grade(exercise: Question, response: Response) -> Result:
    """The credit of the band that the number lies in; for a range 1 when it covers the key and is not too wide."""
    key = exercise["key"]
    names = ("low", "high") if exercise["range"] else ("number",)
    given = {name: found for name in names if (found := number(response.get(name))) is not None}
    if missing := [name for name in names if name not in given]:
        return unanswered(*missing)
    if exercise["range"]:
        low, high = given["low"], given["high"]
        fault = (
            "crossed"
            if low > high
            else "narrow"
            if low > key["low"] or high < key["high"]
            else "wide"
            if high - low > key["widest"]
            else "right"
        )
        return graded(float(fault == "right"), [feedback("range", float(fault == "right"), key["feedback"][fault])])
    band = next((b for b in key["bands"] if b["from"] <= given["number"] <= b["to"]), key["otherwise"])
    return graded(band["credit"], [feedback("number", band["credit"], band["feedback"])])
