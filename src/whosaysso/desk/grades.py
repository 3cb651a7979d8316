"""``grades.csv``: a row for each student that a teacher can read, and one for the class."""

from collections.abc import Iterator
from statistics import fmean

from whosaysso.desk.classes import Class
from whosaysso.desk.grading import Graded
from whosaysso.desk.plain import plain
from whosaysso.desk.rows import Row, Sum
from whosaysso.exercises.forms import OCCASIONS

Figures = list[float | int | None]


def grade_rows(found: Class) -> Iterator[list[object]]:
    """The header, the students by name, and the class: the mean of those who have a figure."""
    topics, forms = found.course.topics, _unplaced(found)
    yield [
        *("student", "code", "answered", "points", "of", "percent"),
        *(f"{title} %" for title in topics.values()),
        *(f"{when} %" for when in OCCASIONS if found.course.forms),
        *(f"test {form} %" for form in forms),
        *("form", "notes", "file"),
    ]
    columns: list[Figures] = []
    rows = [graded for _, graded in found.in_order()]
    for graded in rows:
        figures = _figures(graded.row, list(topics), forms, bool(found.course.forms))
        columns = columns or [[] for _ in figures]
        for column, figure in zip(columns, figures, strict=True):
            column.append(figure)
        yield [graded.person.shown, graded.person.code, *map(_short, figures), *_words(graded)]
    if rows:
        means = [_mean(column) for column in columns]
        yield [f"Class ({len(rows)})", "", *means, "", "the mean of those who have a figure", ""]


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


def _mean(column: Figures) -> object:
    there = [figure for figure in column if figure is not None]
    if not there:
        return None
    whole = all(isinstance(figure, int) for figure in there)
    return int(fmean(there) + 0.5) if whole else round(fmean(there), 2)
