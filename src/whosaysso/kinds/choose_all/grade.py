"""What was rightly chosen, less what was wrongly chosen."""

from whosaysso.kinds.kind import Question, Response
from whosaysso.kinds.verdict import Result, feedback, graded, unanswered


def grade(exercise: Question, response: Response) -> Result:
    """max(0, right chosen / all right − wrong chosen / all wrong)."""
    given = response.get("choices")
    options = exercise["key"]["options"]
    chosen = [name for name in options if isinstance(given, list) and name in given]
    if not chosen:
        return unanswered("choices")
    right = [name for name in options if options[name]["right"]]
    hits, misses = len([n for n in chosen if n in right]), len([n for n in chosen if n not in right])
    said = [
        {"about": n, "verdict": "missed", "text": o["feedback"]}
        if n not in chosen
        else feedback(n, float(o["right"]), o["feedback"])
        for n, o in options.items()
        if o["right"] or n in chosen
    ]
    return graded(max(0.0, hits / len(right) - misses / (len(options) - len(right))), said)
