"""When the reasons of a finished set may be told: those of the test taken before the book wait.

They would teach what the test taken after it asks for, and so they come when another test is finished, when a teacher
tells them, or three weeks later. Told is told: that they were is written into the record, and no clock takes it back.
The twin in a page is ``browser/telling.js``; both keep to ``tests/work/telling_cases.json``.
"""

from datetime import UTC, datetime, timedelta

from whosaysso.exercises.forms import read_forms
from whosaysso.work.hand_in import TOLD, HandIn

WAIT = timedelta(days=21)
"""How long the reasons of the test taken before the book wait at most."""


def waits(work: HandIn, name: str) -> bool:
    """Whether the reasons of a set wait for more than its own end.

    It is the test that stands first in the reader's order. Where no order was dealt, the test that is finished first
    was the one before. The order holds each form once, so the tests after and later wait for nothing.
    """
    forms = {letter: one.id for letter, one in read_forms().items()}
    first = name in forms.values() and (not work.form or forms[work.form[0]] == name)
    return first and not work.finished.keys() & ({TOLD, *forms.values()} - {name})


def waits_until(work: HandIn, name: str) -> datetime | None:
    """Until when the reasons of a finished set wait at most; None where it is not finished, or they do not wait."""
    if name not in work.finished or not waits(work, name):
        return None
    return min(work.finished[name], datetime.max.replace(tzinfo=UTC) - WAIT) + WAIT


def wait(work: HandIn, name: str) -> dict[str, str | None] | None:
    """The same as a view is given it: None where the reasons wait for no more than the end of the set."""
    until = waits_until(work, name)
    return {"until": until.isoformat() if until else None} if waits(work, name) else None


def told(work: HandIn, name: str, now: datetime) -> bool:
    """Whether the reasons of a set may be told at this moment."""
    until = waits_until(work, name)
    return name in work.finished and (until is None or now >= until)
