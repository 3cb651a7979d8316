"""Which of the checks that a machine can see are met; the rubric is for people."""

from whosaysso.kinds.grammar import near, words
from whosaysso.kinds.kind import Question, Response
from whosaysso.kinds.verdict import Result, graded, unanswered


def grade(exercise: Question, response: Response) -> Result:
    """No score."""
    found = words(response.get("text"))
    if not found:
        return unanswered("text")
    said = []
    for check in exercise["key"]["checks"]:
        met = near(found, check["words"], check["within"])
        said.append(
            {
                "about": check["id"],
                "verdict": "right" if met else "missed",
                "text": check["met"] if met else check["unmet"],
            }
        )
    return graded(None, said)
