"""Files of the form before this one, carried over: hand-in/1 had no readers, no rules, and times for attempts alone."""

from typing import Any

BEFORE_ALL = "1970-01-01T00:00:00Z"
"""When a draft or a finished set is from, of which nobody wrote down the time: anything with a time is newer."""


def carried_over(found: dict[str, Any]) -> dict[str, Any]:
    """An object of hand-in/1 as one of hand-in/2. What is damaged in it stays so, for the reading to find."""
    newest = max((str(a["at"]) for a in _objects(found.get("attempts")) if "at" in a), default=BEFORE_ALL)
    drafts, finished = found.get("drafts", {}), found.get("finished", [])
    return {
        **found,
        "schema": "whosaysso.hand-in/2",
        "rules": 1,
        "drafts": {name: {"response": draft, "at": newest} for name, draft in drafts.items()}
        if isinstance(drafts, dict)
        else drafts,
        "finished": {str(name): newest for name in finished} if isinstance(finished, list) else finished,
    }


def _objects(value: object) -> list[dict[str, Any]]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []
