"""How many statements of each class were recognised; ``judge`` is answered in the same form."""

from whosaysso.kinds.kind import Question, Response
from whosaysso.kinds.verdict import Result, feedback, graded


def grade(exercise: Question, response: Response) -> Result:
    """Mean recall over the classes of the key, rescaled so that one class throughout scores 0."""
    said, missing = classed(exercise, response)
    asked: dict[str, list[str]] = {}
    for statement, key in exercise["key"]["statements"].items():
        asked.setdefault(key["class"], []).append(statement)
    right = {f["about"] for f in said if f["verdict"] == "right"}
    recall = sum(len([s for s in statements if s in right]) / len(statements) for statements in asked.values()) / len(
        asked
    )
    chance = 1 / len(asked)
    return graded(max(0.0, (recall - chance) / (1 - chance)), said, missing)


def classed(exercise: Question, response: Response) -> tuple[list[dict[str, str]], list[str]]:
    """What each statement is told that has a class, and the ids of those that have none."""
    answers = response.get("classes")
    answers = answers if isinstance(answers, dict) else {}
    classes = [c["id"] for c in exercise["classes"]]
    said, missing = [], []
    for statement, key in exercise["key"]["statements"].items():
        answer = answers.get(statement)
        if not isinstance(answer, str) or answer not in classes:
            missing.append(statement)
        else:
            said.append(feedback(statement, float(answer == key["class"]), key["feedback"][answer]))
    return said, missing
