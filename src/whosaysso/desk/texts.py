"""All that students wrote, on a page to read beside the rubrics, and in a table to mark it."""

from collections.abc import Iterator

from whosaysso.browser.styles import on_paper
from whosaysso.desk.classes import Class
from whosaysso.desk.marks import out_of
from whosaysso.desk.spreadsheet import Form
from whosaysso.desk.writing import COLUMNS
from whosaysso.markup import in_parts


def text_lines(found: Class, form: Form) -> Iterator[bytes]:
    """The table for the marks, by exercise and then by student."""
    yield form.text([COLUMNS]).encode()
    for name in found.course.writing:
        texts = found.gathered.lines(name)
        yield from (texts[row] for row in found.rows if row in texts)


def texts_page(found: Class) -> Iterator[str]:
    """All texts on one page, each exercise with its rubric and the model answer; in parts, for it may be long."""
    exercises = (
        {
            "asked": found.course.asked[name].question,
            "out_of": out_of(name, found.course),
            "texts": b"".join(texts[row] for row in found.rows if row in texts).decode(),
        }
        for name in found.course.writing
        if (texts := found.gathered.html(name))
    )
    return in_parts("desk/texts", exercises=exercises, style=on_paper())
