"""All that students wrote, on a page to read beside the rubrics, and in a table to mark it."""

from collections.abc import Iterator

from whosaysso.browser.styles import on_paper
from whosaysso.desk.classes import Class
from whosaysso.desk.marks import out_of
from whosaysso.desk.spreadsheet import Form
from whosaysso.desk.writing import COLUMNS, LaidOut
from whosaysso.markup import in_parts


def text_lines(found: Class, form: Form) -> Iterator[str]:
    """The table for the marks, by exercise and then by student."""
    yield form.text([COLUMNS])
    yield from (text.line for _, texts in _by_exercise(found) for text in texts)


def texts_page(found: Class) -> Iterator[str]:
    """All texts on one page, each exercise with its rubric and the model answer; in parts, for it may be long."""
    exercises = (
        {"asked": found.course.asked[name].question, "out_of": out_of(name, found.course), "texts": texts}
        for name, texts in _by_exercise(found)
    )
    return in_parts("desk/texts", exercises=exercises, style=on_paper())


def _by_exercise(found: Class) -> Iterator[tuple[str, list[LaidOut]]]:
    """One exercise after the other in the order of the book, and the texts in it by student."""
    numbers = [number for number, _ in found.in_order()]
    for name in found.course.writing:
        if texts := found.gathered.texts(name):
            yield name, [texts[number] for number in numbers if number in texts]
