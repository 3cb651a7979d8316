"""The band that a number lies in, or what is wrong with a range and with each of its ends."""

from whosaysso.kinds.grammar import number, two_readings
from whosaysso.kinds.kind import Question, Response
from whosaysso.kinds.verdict import Result, feedback, graded, unanswered

_UNSURE = "This number is read in two ways, so the answer is kept and has no score."


def grade(exercise: Question, response: Response) -> Result:
    """The credit of the band that the number lies in, or that of the range; none where it is read in two ways."""
    key = exercise["key"]
    names = ("low", "high") if exercise["range"] else ("number",)
    given = {name: found for name in names if (found := number(response.get(name))) is not None}
    if missing := [name for name in names if name not in given]:
        if any(two_readings(response.get(name)) for name in missing):
            return graded(None, [feedback("range" if exercise["range"] else "number", 0.5, _UNSURE)], missing)
        return unanswered(*missing)
    if exercise["range"]:
        return _grade_range(key, given["low"], given["high"])
    band = next((b for b in key["bands"] if b["from"] <= given["number"] <= b["to"]), key["otherwise"])
    return graded(band["credit"], [feedback("number", band["credit"], band["feedback"])])


def _grade_range(key: Question, low: float, high: float) -> Result:
    """1 when it covers the key and is not too wide; else, if its ends differ, half for one that is just right."""
    if low > high:
        return graded(0.0, [feedback("range", 0, key["feedback"]["crossed"])])
    if low <= key["low"] and high >= key["high"] and high - low <= key["widest"]:
        return graded(1.0, [feedback("range", 1, key["feedback"]["right"])])
    credit = 0.5 if low < high and (low == key["low"] or high == key["high"]) else 0.0
    why = key["feedback"]["narrow" if low > key["low"] or high < key["high"] else "wide"]
    ends = f"Your lowest is {_beside(low, key['low'])}, your highest {_beside(high, key['high'])}."
    return graded(credit, [feedback("range", credit, f"{ends} {why}")])


def _beside(given: float, due: float) -> str:
    return "right" if given == due else "too high" if given > due else "too low"
