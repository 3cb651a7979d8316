"""What students wrote, which only people can mark: each text with its number, laid out to be read and marked."""

from dataclasses import dataclass
from hashlib import sha256
from typing import NamedTuple

from whosaysso.desk.marks import Marker, out_of
from whosaysso.desk.people import Person
from whosaysso.desk.plain import plain
from whosaysso.desk.spreadsheet import Form
from whosaysso.markup import macro
from whosaysso.work.counted import counted
from whosaysso.work.course import Course
from whosaysso.work.hand_in import HandIn, whole

COLUMNS = ("text_number", "student", "exercise", "mark", "out_of", "comment", "text")


@dataclass(frozen=True, slots=True)
class Written:
    """One text: the attempt that counts, or where nothing was checked, the draft."""

    number: str
    """Stays the same while person, exercise and text do, so that a mark never slips to another text."""
    exercise: str
    text: str
    draft: bool = False
    later: str = ""
    """What the student made of it afterwards, which does not count."""


class LaidOut(NamedTuple):
    """One text as it stands in the table for the marks, and on the page."""

    exercise: str
    line: bytes
    html: bytes


def written(work: HandIn, person: Person, course: Course) -> list[Written]:
    """Every text in a hand-in that a person has to read, in the order of the book."""
    found = []
    by_exercise = work.by_exercise()
    for name in course.writing:
        attempts = by_exercise.get(name, [])
        if not attempts and name not in work.drafts:
            continue
        asked = course.asked[name]
        counts = counted(asked.question, attempts, asked.set.attempts)
        first = _text(counts[0].response) if counts else ""
        one = len(attempts) == 1 and name not in work.drafts
        now = first if counts and one else _text(work.response(name))
        if first or now:
            text = first or now
            number = sha256("\0".join((person.key or person.shown, name, text)).encode("utf-8", "replace")).hexdigest()
            found.append(Written(number[:12], name, text, not first, now if first and now != first else ""))
    return found


def laid_out(texts: list[Written], person: Person, course: Course, form: Form, own: Marker | None) -> list[LaidOut]:
    """One person's texts, with the marks and comments that ``own`` has for them already."""
    student, html = plain(person.shown), macro("desk/text", "text")
    cells = (
        (
            text.number,
            student,
            text.exercise,
            own.marks.get(text.number) if own else None,
            out_of(text.exercise, course),
            own.comments.get(text.number, "") if own else "",
            f"(a draft, not checked) {text.text}" if text.draft else text.text,
        )
        for text in texts
    )
    return [
        LaidOut(text.exercise, line.encode(), html(student, text).encode())
        for text, line in zip(texts, form.lines(cells), strict=True)
    ]


def _text(response: dict[str, object]) -> str:
    text = response.get("text")
    return whole(text.strip()) if isinstance(text, str) else ""
