"""The marks that people gave what students wrote, read from the table of texts, and two markers set side by side."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from whosaysso.authored.fault import Fault, Faulty, shown
from whosaysso.authored.tables import read_table
from whosaysso.desk.plain import plain
from whosaysso.kinds.grammar import number
from whosaysso.measures.krippendorff import alpha
from whosaysso.work.course import Course

ENOUGH = 20
"""Texts with two marks, below which chance cannot be told from agreement."""

Marks = dict[str, float | None]
"""By the number of a text; None where it is listed and not marked yet."""


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
