"""Attempts and drafts for the tests of the record."""

from whosaysso.work.hand_in import Attempt, Draft


def attempt(number: int, **changed) -> Attempt:
    """An attempt of minute ``number``."""
    values = {
        "id": f"{number:032x}",
        "exercise": "one",
        "version": "0" * 12,
        "response": {"choice": "a"},
        "at": f"2026-01-01T10:{number:02d}:00Z",
        "claimed": 1,
        "rules": 1,
    }
    return Attempt.model_validate({**values, **changed})


def draft(minute: int, choice: str = "b") -> Draft:
    """A draft of this minute."""
    return Draft.model_validate({"response": {"choice": choice}, "at": f"2026-01-01T10:{minute:02d}:00Z"})
