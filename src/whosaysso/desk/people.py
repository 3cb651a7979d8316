"""Who handed a file in: by the name that the LMS gave it, by the class's list of codes, or by the code alone."""

import re
from dataclasses import dataclass
from pathlib import Path

from whosaysso.authored.fault import Fault, Faulty, shown
from whosaysso.authored.tables import read_table
from whosaysso.desk.plain import plain

_MOODLE = re.compile(r"(?P<name>.+)_(?P<id>\d+)_assignsubmission_[a-z]+(?:_.*)?", re.DOTALL)
_CANVAS = re.compile(r"(?P<name>.+?)(?P<late>_LATE)?_(?P<id>\d+)_(?P<file>\d+)_.+", re.DOTALL)
_CANVAS_BLIND = re.compile(r"anon(?P<late>_LATE)?_(?P<id>[A-Za-z0-9]+)_(?P<file>\d+)_.+", re.DOTALL)
_BLIND = ("Participant", "Group")
"""What Moodle writes in place of every name while marking is anonymous, and for a group that handed in together."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who handed in: how they are shown, and what the LMS and the class call them."""

    shown: str
    lms: str = ""
    """The number that the LMS gave; empty where the file did not come from one."""
    code: str = ""
    email: str = ""
    vouched: bool = False
    """Whether the LMS says whose the file is, and not only a code that somebody typed."""

    @property
    def key(self) -> str:
        """The same for two files of one person; empty where nothing tells whose a file is."""
        return f"lms {self.lms}" if self.lms else f"code {self.code.casefold()}" if self.code else ""


@dataclass(frozen=True)
class Roster:
    """The class's list: who has which code."""

    people: dict[str, Person]
    """By the code in small letters."""

    def with_id(self, lms: str) -> Person | None:
        """Whoever the LMS calls so."""
        return next((person for person in self.people.values() if person.lms == lms), None)


def read_roster(path: Path) -> Roster:
    """A table with the columns ``code`` and ``name``, and if you like ``id`` (the LMS's) and ``email``.

    Raises
    ------
    Faulty
        With all that is wrong with it, a code that stands twice among it.
    """
    table, faults = read_table(path, wanted=("code", "name"))
    people: dict[str, Person] = {}
    for line, cells in table.rows:
        code = cells["code"].strip()
        if not code:
            faults.append(Fault(shown(path), line, "this person has no code", "write the code, or take the row away"))
        elif code.casefold() in people:
            faults.append(Fault(shown(path), line, f"the code {plain(code)} stands here twice", "give each its own"))
        else:
            name, lms, email = (cells.get(column, "").strip() for column in ("name", "id", "email"))
            people[code.casefold()] = Person(name or code, lms, code, email)
    if faults:
        raise Faulty(faults)
    return Roster(people)


def who(path: str, code: str, roster: Roster | None) -> tuple[Person, list[str]]:
    """Whose a file is, and what there is to say about that.

    The LMS knows who was logged in, so its name is taken before a code that somebody typed.
    """
    code = code.strip()
    notes = [] if code else ["no code"]
    listed = roster.people.get(code.casefold()) if roster and code else None
    if roster and code and not listed:
        notes.append(f"the code {plain(code)} is not in the list of codes")
    if found := _from_lms(path):
        name, lms, late = found
        notes += ["handed in late"] if late else []
        if listed and listed.lms and listed.lms != lms:
            notes.append(f"the list of codes gives the code {plain(code)} to {plain(listed.shown)}")
        known = roster.with_id(lms) if roster else None
        return Person(known.shown if known else name, lms, code, known.email if known else "", vouched=True), notes
    if listed:
        return listed, notes
    return Person(code or path, code=code), notes


def _from_lms(path: str) -> tuple[str, str, bool] | None:
    """Name, number and whether late, from the first part of the path that an LMS has named."""
    parts = path.split("/")
    for part in parts:
        if moodle := _MOODLE.fullmatch(part):
            name = moodle["name"]
            return f"{name} {moodle['id']}" if name in _BLIND else name, moodle["id"], False
    for part in reversed(parts):
        if blind := _CANVAS_BLIND.fullmatch(part):
            return f"anonymous {blind['id']}", blind["id"], bool(blind["late"])
        if canvas := _CANVAS.fullmatch(part):
            return canvas["name"], canvas["id"], bool(canvas["late"])
    return None
