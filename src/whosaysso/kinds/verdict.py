"""What a grader gives: a score, and words of feedback, each with what it is about and a verdict."""

from typing import Any

Result = dict[str, Any]
"""``{"score": 0…1 or None, "feedback": [{"about", "verdict", "text"}], "missing": [what is not answered yet]}``"""


def feedback(about: str, credit: float, text: str) -> dict[str, str]:
    """One word of feedback: ``credit`` 1 is right, 0 is wrong, anything between is partly."""
    verdict = "right" if credit == 1 else "wrong" if credit == 0 else "partly"
    return {"about": about, "verdict": verdict, "text": text}


def graded(score: float | None, said: list[dict[str, str]], missing: list[str] | None = None) -> Result:
    """A result; ``missing`` names what is not answered yet."""
    return {"score": score, "feedback": said, "missing": missing or []}


def unanswered(*missing: str) -> Result:
    """The result of an answer that is none."""
    return graded(0.0, [], list(missing))
