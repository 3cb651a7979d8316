"""The credit of the option that was picked."""

from whosaysso.kinds.kind import Question, Response
from whosaysso.kinds.verdict import Result, feedback, graded, unanswered


def grade(exercise: Question, response: Response) -> Result:
    """The credit of the option."""
    choice = response.get("choice")
    options = exercise["key"]["options"]
    if not isinstance(choice, str) or choice not in options:
        return unanswered("choice")
    credit = options[choice]["credit"]
    return graded(credit, [feedback(choice, credit, options[choice]["feedback"])])
