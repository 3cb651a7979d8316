"""That something was chosen: there is no score, and everybody is told the same."""

from whosaysso.kinds.kind import Question, Response
from whosaysso.kinds.verdict import Result, graded, unanswered


def grade(exercise: Question, response: Response) -> Result:
    """No score, and no verdict on what was chosen."""
    choice = response.get("choice")
    if not isinstance(choice, str) or choice not in {option["id"] for option in exercise["options"]}:
        return unanswered("choice")
    return graded(None, [{"about": choice, "verdict": "recorded", "text": exercise["key"]["feedback"]}])
