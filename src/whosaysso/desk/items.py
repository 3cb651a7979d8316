"""``items.csv``: a row for each answer that counts, for whoever analyses the exercises."""

from collections.abc import Iterator

from whosaysso.desk.people import Person
from whosaysso.desk.rows import Row, in_words
from whosaysso.exercises.forms import OCCASIONS
from whosaysso.work.course import Course

COLUMNS = ("student", "code", "exercise", "topic", "kind", "attempt", "score", "points", "sure", "answer", "date")
LONGEST = 300
"""Characters of an answer; a text is whole in the page of texts."""


def item_rows(person: Person, row: Row, course: Course) -> Iterator[tuple[object, ...]]:
    """The cells of one person's answers. Numbers are numbers, in 0…1 for score and sure."""
    occasions = dict(zip(row.form, OCCASIONS, strict=False))
    for answer in row.answers:
        asked, attempt = course.asked[answer.exercise], answer.attempt
        form = asked.set.form
        yield (
            person.shown[:LONGEST],
            person.code,
            answer.exercise,
            (occasions.get(form) or f"test {form}") if form else course.topics[asked.topic],
            asked.question["kind"],
            answer.number,
            None if answer.score is None else float(answer.score),
            None if answer.score is None else float(answer.score * answer.worth),
            attempt.confidence,
            in_words(attempt.response)[:LONGEST],
            f"{attempt.at:%Y-%m-%d %H:%M}",
        )
