"""``grades.csv``: a row for each student that a teacher can read, and one for the class."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import fmean

from whosaysso.desk.classes import Class
from whosaysso.desk.grading import Graded
from whosaysso.desk.plain import plain
from whosaysso.desk.rows import Row, Sum
from whosaysso.exercises.forms import OCCASIONS

Figures = list[float | int | None]


@dataclass(frozen=True)
class Grades:
    """The table, made once: figures take little room, and a large class has more words than a memory should hold."""

    header: list[str]
    students: list[tuple[Graded, Figures]]
    """By name."""
    means: list[object]
    """The row of the class: the mean of those who have a figure; empty where there is nobody."""

    def rows(self) -> Iterator[list[object]]:
        """The header, the students and the class."""
        yield [*self.header]
        for graded, figures in self.students:
            yield [graded.person.shown, graded.person.code, *map(_short, figures), *_words(graded)]
        if self.means:
            yield self.means


def grades(found: Class) -> Grades:
    """The table of a class."""
    topics, forms = found.course.topics, _unplaced(found)
    header = [
        *("student", "code", "answered", "points", "of", "percent"),
        *(f"{title} %" for title in topics.values()),
        *(f"{when} %" for when in OCCASIONS if found.course.forms),
        *(f"test {form} %" for form in forms),
        *("form", "notes", "file"),
    ]
    named, tests = list(topics), bool(found.course.forms)
    students = [(graded, _figures(graded.row, named, forms, tests)) for graded in found.rows.values()]
    means: list[object] = []
    if students:
        columns = zip(*(figures for _, figures in students), strict=True)
        means = [f"Class ({len(students)})", "", *map(_mean, columns), "", "the mean of those who have a figure", ""]
    return Grades(header, students, means)


def _figures(row: Row, topics: list[str], forms: list[str], tests: bool) -> Figures:
    nothing = Sum()
    return [
        row.answered,
        row.total.points,
        row.total.of,
        row.total.percent,
        *(row.topics.get(topic, nothing).percent for topic in topics),
        *(row.tests.get(when, nothing).percent for when in OCCASIONS if tests),
        *(None if row.form else row.forms.get(form, nothing).percent for form in forms),
    ]


def _unplaced(found: Class) -> list[str]:
    """The test forms that somebody answered of whom nobody knows their order."""
    return [
        form
        for form in found.course.forms
        if any(not graded.row.form and form in graded.row.forms for graded in found.rows.values())
    ]


def _words(graded: Graded) -> tuple[str, str, str]:
    return graded.row.form, "; ".join(plain(note, 300) for note in graded.row.notes), "; ".join(graded.paths)


def _short(figure: float | int | None) -> object:
    """Points with two decimals at most: they are means of thirds and sixths."""
    return round(figure, 2) if isinstance(figure, float) else figure


def _mean(column: Sequence[float | int | None]) -> object:
    there = [figure for figure in column if figure is not None]
    if not there:
        return None
    whole = all(isinstance(figure, int) for figure in there)
    return int(fmean(there) + 0.5) if whole else round(fmean(there), 2)
