"""An LMS's own table, as the teacher exported it, with the grades filled in: Moodle's worksheet, Canvas's gradebook.

Only the cells of grades change. No header is invented: a changed one makes a new column in Canvas, and stops Moodle.
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from whosaysso.authored.fault import Fault, Faulty, shown
from whosaysso.authored.writing import written_whole
from whosaysso.desk.classes import Class
from whosaysso.desk.grading import Graded
from whosaysso.desk.plain import plain
from whosaysso.desk.spreadsheet import Form
from whosaysso.kinds.grammar import number

MOODLE = ("Identifier", "Grade", "Last modified (grade)")
CANVAS = ("Student", "ID", "Section")
_LAST_NUMBER = re.compile(r"\d+$")
_TITLE = re.compile(r".+ \((\d+)\)")
LARGEST = 50_000_000
"""Bytes of an export."""


@dataclass(frozen=True)
class Worksheet:
    """The cells of an export and how they are written, with where the grades go."""

    rows: list[list[str]]
    """The header is the first of them."""
    mark: str
    """The byte order mark, where there is one."""
    separator: str
    ends: str
    column: int = 0
    """Where the grades go."""
    moodle: bool = False
    """Whether it is Moodle’s, and not Canvas’s."""
    best: str = ""
    """The points that a full score is worth, as Canvas's second row says."""

    def at(self, row: list[str], column: str) -> str:
        """The cell of a row under a header; empty where there is none."""
        place = self.rows[0].index(column) if column in self.rows[0] else len(row)
        return row[place].strip() if place < len(row) else ""


@dataclass
class Filled:
    """The text of the filled table, and what went into it and what did not."""

    text: str = ""
    many: int = 0
    unmatched: list[str] = field(default_factory=list)
    """Whoever handed in and is not in the table, or not certainly."""
    without: int = 0
    """Rows of people who handed nothing in."""


def read_worksheet(path: Path, column: str = "") -> Worksheet:
    """An export of Moodle or Canvas.

    ``column`` names the assignment in Canvas's gradebook, where it holds more than one.

    Raises
    ------
    Faulty
        Where it is neither, with what it has to be.
    """

    def refuse(wrong: str, remedy: str) -> Faulty:
        return Faulty([Fault(shown(path), 0, wrong, remedy)])

    with path.open("rb") as file:
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise refuse("this table is larger than a class can be", "take the file as the LMS gave it")
    try:
        text = data.decode()
    except UnicodeDecodeError:
        raise refuse("this table is not in UTF-8", "take the file as the LMS gave it") from None
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    text = text.removeprefix(mark)
    head = text.partition("\n")[0]
    separator = max(",;\t", key=head.count)
    ends = "\r\n" if head.endswith("\r") else "\n"
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    except csv.Error as error:
        raise refuse(f"this table is damaged: {error}", "export it again") from None
    header = rows[0] if rows else []
    if doubled := [name for name, times in Counter(header).items() if name and times > 1]:
        raise refuse(f"the column “{plain(doubled[0])}” stands there twice", "export it again")
    sheet = Worksheet(rows, mark, separator, ends)
    if all(name in header for name in MOODLE):
        return replace(sheet, column=header.index("Grade"), moodle=True)
    if all(name in header for name in CANVAS):
        return _canvas(sheet, column, refuse)
    raise refuse(
        "this is neither Moodle’s offline grading worksheet nor Canvas’s gradebook",
        f"its first line has to hold {', '.join(MOODLE)}, or {', '.join(CANVAS)}",
    )


def _canvas(sheet: Worksheet, column: str, refuse: Callable[[str, str], Faulty]) -> Worksheet:
    """Where Canvas keeps the assignment, and what it is worth."""
    points = next((row for row in sheet.rows[1:] if sheet.at(row, "Student") == "Points Possible"), None)
    if points is None:
        raise refuse("the row “Points Possible” is missing", "export the gradebook again")
    titles = [
        title
        for title in sheet.rows[0]
        if _TITLE.fullmatch(title) and "read only" not in sheet.at(points, title).casefold()
    ]
    wanted = [title for title in titles if column in (title, _TITLE.sub(r"\1", title))] if column else titles
    wanted = wanted or [title for title in titles if column and title.startswith(f"{column} (")]
    if len(wanted) != 1:
        there = ", ".join(f"“{plain(title)}”" for title in titles) or "none"
        raise refuse("it is not clear which assignment is meant", f"name one with --column; there are: {there}")
    return replace(sheet, column=sheet.rows[0].index(wanted[0]), best=sheet.at(points, wanted[0]))


def fill(sheet: Worksheet, found: Class) -> Filled:
    """The table with each grade in its row: the share of the points, of what the LMS gives at most."""
    filled, places = Filled(), _places(sheet)
    rows = [list(row) for row in sheet.rows]
    meant: dict[int, list[Graded]] = {}
    for graded in found.rows.values():
        here: list[int] = next((places[name] for name in _names(graded) if name in places), [])
        if not graded.alone:
            filled.unmatched.append(f"{plain(graded.person.shown)}: it is not certain whose this is")
        elif len(here) != 1:
            how_many = "several rows" if here else "no row"
            filled.unmatched.append(f"{plain(graded.person.shown)}: {how_many} for this person")
        else:
            meant.setdefault(here[0], []).append(graded)
    for place, those in meant.items():
        wrong = "several hand-ins for one row" if len(those) > 1 else _put(sheet, rows[place], those[0])
        if wrong:
            filled.unmatched += [f"{plain(graded.person.shown)}: {wrong}" for graded in those]
        else:
            filled.many += 1
    filled.without = len({at for each in places.values() for at in each} - {*meant})
    filled.text = _as_text(sheet, rows)
    return filled


def _places(sheet: Worksheet) -> dict[str, list[int]]:
    """The rows by everything that can name a person: the LMS's number, the address, the name."""
    places: dict[str, list[int]] = {}
    for at, row in enumerate(sheet.rows[1:], 1):
        number = _LAST_NUMBER.search(sheet.at(row, "Identifier" if sheet.moodle else "ID"))
        if not number:
            continue  # Canvas's rows on points and on posting
        names = {f"lms {number[0]}"}
        names |= {_plainly(sheet.at(row, name)) for name in ("Email address", "SIS Login ID", "Full name", "Student")}
        for name in names - {""}:
            places.setdefault(name, []).append(at)
    return places


def _names(graded: Graded) -> Iterator[str]:
    """What may stand in the table for a person; a name is tried only where there is no number."""
    person = graded.person
    if person.lms:
        yield f"lms {person.lms}"
    else:
        yield from (_plainly(name) for name in (person.email, person.shown) if name)


def _plainly(name: str) -> str:
    return " ".join(name.casefold().split())


def _put(sheet: Worksheet, row: list[str], graded: Graded) -> str:
    """Write a grade into its row, or say why it cannot be written."""
    best = sheet.at(row, "Maximum Grade") if sheet.moodle else sheet.best
    most = number(best.replace(",", "."))
    if sheet.at(row, "Grade can be changed").casefold() == "no":
        return "the LMS says that this grade cannot be changed"
    if most is None or most <= 0:
        return f"the LMS gives no points for this (“{plain(best)}”)"
    total = graded.row.total
    if not total.of:
        return "nothing that counts can be scored"
    row.extend([""] * (sheet.column + 1 - len(row)))
    row[sheet.column] = Form(decimal="," if "," in best else ".").number(min(1.0, total.points / total.of) * most)
    return ""


def _as_text(sheet: Worksheet, rows: list[list[str]]) -> str:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=sheet.separator, lineterminator=sheet.ends).writerows(rows)
    return sheet.mark + out.getvalue()


def filled_path(sheet: Path, output: Path) -> Path:
    """Where the filled table goes: beside the other tables, never over the export."""
    return output.with_name(f"{sheet.stem}-graded{sheet.suffix}")


def write_filled(path: Path, filled: Filled) -> Path:
    """Write it whole, with the ends of lines that the LMS gave it."""
    with written_whole(path) as file:
        file.write(filled.text.encode())
    return path
