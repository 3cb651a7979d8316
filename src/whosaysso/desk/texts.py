"""What students wrote, to read and to mark: a page, a table for marks, marks read again, two markers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from whosaysso.authored.fault import Fault, Faulty, shown
from whosaysso.authored.tables import read_table
from whosaysso.browser.styles import on_paper
from whosaysso.desk.classes import Class
from whosaysso.desk.grading import Marks
from whosaysso.desk.plain import plain
from whosaysso.desk.writing import Written
from whosaysso.kinds.grammar import number
from whosaysso.markup import in_parts
from whosaysso.measures.krippendorff import alpha
from whosaysso.work.course import Course

ENOUGH = 20
"""Texts with two marks, below which chance cannot be told from agreement."""

COLUMNS = ("text_number", "student", "exercise", "mark", "out_of", "comment", "text")


@dataclass(frozen=True)
class Marker:
    """One person's marks, from one table: how many lines of the rubric each text meets."""

    file: str
    marks: dict[str, float]
    """By the number of the text."""
    comments: dict[str, str]
    exercises: dict[str, str]
    """The exercise of each text that is marked."""


def out_of(exercise: str, course: Course) -> int:
    """The best mark: a point for each line of the rubric."""
    return len(course.asked[exercise].question["rubric"])


def read_marks(path: Path, course: Course) -> Marker:
    """The marks in a table that ``grade`` wrote and a person filled in.

    Raises
    ------
    Faulty
        With every mark that is none, and every text that stands twice.
    """
    table, faults = read_table(path, wanted=("text_number", "exercise", "mark"), typed=False)
    marker = Marker(shown(path), {}, {}, {})
    for line, cells in table.rows:
        text, exercise, written = cells["text_number"].strip(), cells["exercise"].strip(), cells["mark"].strip()
        if comment := cells.get("comment", "").strip():
            marker.comments[text] = comment.removeprefix("'")
        if not written:
            continue
        mark = number(written.replace(",", "."))
        if exercise not in course.asked or course.asked[exercise].question["kind"] != "write":
            faults.append(Fault(marker.file, line, f"“{plain(exercise)}” is no text to write", "leave it as it was"))
        elif mark is None or not 0 <= mark <= out_of(exercise, course):
            remedy = f"write a number from 0 to {out_of(exercise, course)}"
            faults.append(Fault(marker.file, line, f"“{plain(written)}” is not a mark", remedy))
        elif text in marker.marks:
            faults.append(Fault(marker.file, line, f"the text {plain(text)} stands twice", "take one row away"))
        else:
            marker.marks[text], marker.exercises[text] = mark, exercise
    if faults:
        raise Faulty(faults)
    return marker


def together(markers: Sequence[Marker], course: Course) -> tuple[Marks, frozenset[str]]:
    """Each text's mark in 0…1, the mean of its markers, and the exercises that have been marked."""
    given: dict[str, list[float]] = {}
    exercises: dict[str, str] = {}
    for marker in markers:
        exercises |= marker.exercises
        for text, mark in marker.marks.items():
            given.setdefault(text, []).append(mark / out_of(marker.exercises[text], course))
    return {text: sum(marks) / len(marks) for text, marks in given.items()}, frozenset(exercises.values())


def agreement(markers: Sequence[Marker]) -> Iterator[str]:
    """How far each two markers agree on the texts that both have marked, in a sentence.

    Chance is set aside by Krippendorff's alpha for nominal values; below twenty texts it is not told, being too unsure.
    """
    for one, other in combinations(markers, 2):
        both = sorted(one.marks.keys() & other.marks.keys())
        if not both:
            yield f"{one.file} and {other.file} have marked no text in common."
            continue
        same = sum(one.marks[text] == other.marks[text] for text in both)
        apart = max(abs(one.marks[text] - other.marks[text]) for text in both)
        pairs = [[str(one.marks[text]), str(other.marks[text])] for text in both]
        chance = f"; alpha {alpha(pairs):.2f}" if len(both) >= ENOUGH else ""
        yield (
            f"{one.file} and {other.file} gave {same} of {len(both)} texts the same mark; "
            f"the furthest are {apart:g} apart{chance}."
        )


def text_rows(found: Class, marker: Marker | None) -> Iterator[list[object]]:
    """The table for the marks, by exercise and then by student, with what ``marker`` has given already."""
    yield list(COLUMNS)
    for exercise, texts in _by_exercise(found):
        best = out_of(exercise, found.course)
        for student, written in texts:
            mark = marker.marks.get(written.number) if marker else None
            comment = marker.comments.get(written.number, "") if marker else ""
            draft = "(a draft, not checked) " if written.draft else ""
            yield [written.number, student, exercise, mark, best, comment, draft + written.text]


def texts_page(found: Class) -> Iterator[str]:
    """All texts on one page, each exercise with its rubric and the model answer; in parts, for it may be long."""
    exercises = (
        {"asked": found.course.asked[name].question, "out_of": out_of(name, found.course), "texts": texts}
        for name, texts in _by_exercise(found)
    )
    return in_parts("desk/texts", exercises=exercises, style=on_paper())


def _by_exercise(found: Class) -> Iterator[tuple[str, list[tuple[str, Written]]]]:
    """One exercise after the other in the order of the book, and each text with its student."""
    students = [(number, plain(graded.person.shown)) for number, graded in found.in_order()]
    for name in found.course.writing:
        if texts := found.gathered.texts(name):
            yield name, [(shown, texts[number]) for number, shown in students if number in texts]
