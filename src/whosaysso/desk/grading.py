"""One hand-in, or several of one person, graded: a row, its items, its texts, and what copies are found by."""

from dataclasses import dataclass, field

from whosaysso.authored.fault import Faulty
from whosaysso.desk.items import item_lines
from whosaysso.desk.marks import Marker, Marks
from whosaysso.desk.people import Person, Roster, who
from whosaysso.desk.plain import plain
from whosaysso.desk.rows import Row, row_of
from whosaysso.desk.spreadsheet import Form
from whosaysso.desk.writing import LaidOut, laid_out, written
from whosaysso.exercises.made import Made
from whosaysso.work.course import Course, course, made_course
from whosaysso.work.hand_in import HandIn
from whosaysso.work.reading import parse_hand_in

try:
    from whosaysso.desk.quick import quickly
except ModuleNotFoundError:  # it needs a package of the commands; without, every file goes the strict way

    def quickly(data: bytes, book: str) -> HandIn | None:
        """Nothing is certain."""
        return None


@dataclass(frozen=True)
class How:
    """How a class is graded."""

    sets: tuple[str, ...] = ()
    roster: Roster | None = None
    form: Form = field(default_factory=Form)
    marks: Marks | None = None
    own: Marker | None = None
    """The marks in the table of texts that is written anew."""
    marked: frozenset[str] = frozenset()
    """The exercises that people have marked in this class."""
    made: Made | None = None
    """Exercises outside the book, where it is hand-ins to these that are graded."""
    asked: Course | None = None
    """All that can be answered, where it has been put together already."""


@dataclass(frozen=True, slots=True)
class More:
    """What is more than a memory holds of a large class."""

    items: bytes
    """The lines of ``items.csv``, in UTF-8 like all of its tables."""
    texts: list[LaidOut]
    attempts: bytes
    readers: bytes
    """Ids, 16 bytes each."""


@dataclass(slots=True)
class Graded:
    """What came of one person's files."""

    paths: list[str]
    person: Person
    row: Row
    more: More | None
    alone: bool = True
    """Whether it is certain whose this is: no other row says it is the same person."""


@dataclass(frozen=True)
class Refusal:
    """A file that was not graded, and why."""

    path: str
    reason: str


class Grader:
    """Grades hand-ins, with all it needs made once."""

    def __init__(self, how: How):
        self.how = how
        self.course: Course = how.asked or (made_course(how.made) if how.made else course(how.sets))

    def read(self, path: str, data: bytes) -> HandIn | Refusal:
        """The hand-in in a file, or why there is none."""
        try:
            return quickly(data, self.course.book) or parse_hand_in(data, path, self.course.book)
        except Faulty as faulty:
            reasons = [plain(fault.wrong, 240) for fault in faulty.faults]
            more = f"; and {len(reasons) - 3} more" if len(reasons) > 3 else ""
            return Refusal(path, "; ".join(reasons[:3]) + more)

    def grade(self, path: str, data: bytes) -> Graded | Refusal:
        """One file."""
        work = self.read(path, data)
        if isinstance(work, Refusal):
            return work
        if work.empty:
            return Refusal(path, "there is no answer in this file")
        return self.counted([path], work)

    def counted(self, paths: list[str], work: HandIn) -> Graded:
        """What counts in the work of one person."""
        person, notes = who(paths[0], work.code, self.how.roster)
        texts = written(work, person, self.course)
        marks: dict[str, float | None] = dict.fromkeys(self.how.marked, 0.0)
        if self.how.marks is not None:
            marks |= {text.exercise: self.how.marks.get(text.number) for text in texts if text.exercise in marks}
        row = row_of(work, self.course, marks)
        unmarked = sum((self.how.marks or {}).get(text.number) is None for text in texts)
        to_read = [f"{unmarked} text{'s' if unmarked > 1 else ''} for a person to read"] if unmarked else []
        row.notes = [*notes, *row.notes, *to_read]
        items = item_lines(person, row, self.course, self.how.form)
        row.answers = []
        attempts = bytes.fromhex("".join(attempt.id for attempt in work.attempts))
        laid = laid_out(texts, person, self.course, self.how.form, self.how.own)
        return Graded(paths, person, row, More(items.encode(), laid, attempts, bytes.fromhex("".join(work.readers))))
