"""How long exercises take: the question is read, each thing to decide thought about, and each reason read too."""

from typing import Any

from whosaysso.kinds import Item
from whosaysso.kinds.grading import grade

WORDS_A_MINUTE = 180
"""How fast the book expects to be read: slowly, with a second look."""
SECONDS_A_DECISION = 15
"""What each thing to decide takes, once it is read: a claim, a passage, one option among several."""
UNREAD = {"id", "kind", "version", "hint", "gaps", "sentence"}
"""What of a question is no word to read, or only for those who ask for it."""


def minutes(item: Item) -> float:
    """What its author says, and never less than to read question and reasons and to decide."""
    reasons = grade(item.with_key(), item.best())["feedback"]
    words = _words(item.question()) + sum(_words(reason["text"]) for reason in reasons)
    return max(item.minutes, words / WORDS_A_MINUTE + len(reasons) * SECONDS_A_DECISION / 60)


def _words(seen: Any) -> int:
    """The words of a text, or of all texts in a piece of JSON."""
    match seen:
        case str():
            return len(seen.split())
        case dict():
            return sum(_words(part) for key, part in seen.items() if key not in UNREAD)
        case list():
            return sum(map(_words, seen))
    return 0
