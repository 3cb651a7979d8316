"""Which of the checks that a machine can see are met; the rubric is for people."""

from whosaysso.kinds.grammar import near, places, unquoted, words
from whosaysso.kinds.kind import Question, Response
from whosaysso.kinds.verdict import Result, graded, unanswered


def grade(exercise: Question, response: Response) -> Result:
    """No score; and nothing at all before there are words enough."""
    text = response.get("text")
    if not isinstance(text, str) or len(words(text)) < exercise["least"]:
        return unanswered("least" if words(text) else "text")
    return graded(None, [_seen(check, text) for check in exercise["key"]["checks"]])


def _seen(check: Question, text: str) -> dict[str, str]:
    there = unwanted(check, text) if check["absent"] else []
    met = not there if check["absent"] else near(words(text), check["words"], check["within"])
    found = f" Found: {', '.join(there)}." if there else ""
    return {
        "about": check["id"],
        "verdict": "right" if met else "missed",
        "text": check["met"] if met else check["unmet"] + found,
    }


def unwanted(check: Question, text: str) -> list[str]:
    """Each phrase of a check for absence that stands in the text, outside quotation marks."""
    own = words(unquoted(text))
    found = [
        " ".join(own[at : at + len(phrase.split(" "))])
        for group in check["words"]
        for phrase in group
        for at in places(own, phrase)
    ]
    return list(dict.fromkeys(found))
