"""``items.csv``: a row for each answer that counts, for whoever analyses the exercises."""

from whosaysso.desk.people import Person
from whosaysso.desk.rows import Row
from whosaysso.desk.spreadsheet import Form
from whosaysso.exercises.forms import OCCASIONS
from whosaysso.work.course import Course

COLUMNS = ("student", "code", "exercise", "topic", "kind", "attempt", "score", "points", "sure", "answer", "date")
LONGEST = 300
"""Characters of an answer; a text is whole in the page of texts."""

_TWO = tuple(f"{number:02}" for number in range(60))


def item_lines(person: Person, row: Row, course: Course, form: Form) -> str:
    """One person's answers. Numbers are numbers, in 0…1 for score and sure."""
    occasions = dict(zip(row.form, OCCASIONS, strict=False))
    who = form.cells(person.shown[:LONGEST], person.code)
    between = form.separator
    lines = []
    for answer in row.answers:
        asked, attempt, at = course.asked[answer.exercise], answer.attempt, answer.attempt.at
        letter = asked.set.form
        what = form.cells(  # of all but the person and the moment, a class has many that are alike
            answer.exercise,
            (occasions.get(letter) or f"test {letter}") if letter else course.topics[asked.topic],
            asked.question["kind"],
            answer.number,
            None if answer.score is None else float(answer.score),
            None if answer.score is None else float(answer.score * answer.worth),
            attempt.confidence,
            answer.words[:LONGEST],
        )
        # Python takes twice as long for the same in ISO.
        moment = f"{at.year:04}-{_TWO[at.month]}-{_TWO[at.day]} {_TWO[at.hour]}:{_TWO[at.minute]}"
        lines.append(f"{who}{between}{what}{between}{moment}\n")
    return "".join(lines)
