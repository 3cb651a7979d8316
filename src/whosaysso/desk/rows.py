"""What counts in one hand-in: pure counting, the same for a folder at the desk and for whoever else shows a class.

Every answer is graded again here; what a student's machine claimed is only compared.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from whosaysso.exercises.forms import OCCASIONS
from whosaysso.kinds.grading import RULES
from whosaysso.work.counted import counted
from whosaysso.work.course import Course
from whosaysso.work.hand_in import Attempt, HandIn

EARLIEST = datetime(2025, 7, 1, tzinfo=UTC)
"""Before the events there was no book."""


class Answer(NamedTuple):
    """The attempt that counts at one exercise. ``score`` is in 0…1, or None where only a person can give it."""

    exercise: str
    attempt: Attempt
    number: int
    """Which attempt it was, from 1."""
    score: float | None
    worth: float
    words: str
    """What was answered, in short."""


class Sum(NamedTuple):
    """Points, of how many; a test that was begun counts whole, and a topic by what was answered."""

    points: float = 0.0
    of: float = 0.0

    @property
    def percent(self) -> int | None:
        """Whole percents, a half upwards; None where nothing could be scored."""
        return int(100 * self.points / self.of + 0.5 + 1e-9) if self.of else None

    def __add__(self, other: "Sum") -> "Sum":  # type: ignore[override]
        return Sum(self.points + other.points, self.of + other.of)


@dataclass(slots=True)
class Row:
    """One person's work, counted."""

    answers: list[Answer] = field(default_factory=list)
    answered: int = 0
    """Exercises with an answer, scored or not."""
    total: Sum = field(default_factory=Sum)
    topics: dict[str, Sum] = field(default_factory=dict)
    """By the stem of the topic, those answered alone."""
    tests: dict[str, Sum] = field(default_factory=dict)
    """By occasion: ``before``, ``after``, ``later``."""
    forms: dict[str, Sum] = field(default_factory=dict)
    """By the form's letter, where nobody knows which occasion it was."""
    form: str = ""
    ungraded: bool = False
    """Whether an answer could not be graded, though it was given."""
    notes: list[str] = field(default_factory=list)


def row_of(work: HandIn, course: Course, marks: Mapping[str, float | None] | None = None) -> Row:
    """What counts in a hand-in, and what a teacher should know about it.

    ``marks`` are those that people gave, in 0…1, for the exercises that people mark in this class, with None for a
    text that is not marked yet; an exercise among them that is not answered scores 0.
    """
    marks = marks or {}
    row = Row(form=work.form or "", notes=[*work.notes, *_doubtful(work)])
    for name, attempts in work.by_exercise().items():
        if name not in course.asked:
            row.ungraded = True
            row.notes.append(f"{name}: there is no such exercise")
        elif answer := _answer(course, name, attempts, row, marks.get(name)):
            row.answers.append(answer)
    row.answered = len(row.answers)
    _sum_up(row, course, marks)
    return row


def _answer(course: Course, name: str, attempts: list[Attempt], row: Row, mark: float | None) -> Answer | None:
    """The first, the best or the last attempt, as the exercise's set says."""
    asked = course.asked[name]
    found = counted(asked.question, attempts, asked.set.attempts, course.known)
    if found is None:
        row.ungraded = True
        row.notes.append(f"{name}: the exercise was changed since; not graded")
        return None
    attempt, (score, words) = found
    if score is None and asked.scored:
        row.ungraded = True
        row.notes.append(f"{name}: its number is read in two ways; not graded")
    claimed = attempt.claimed if attempt.rules == RULES else None
    if score is not None and claimed is not None and abs(claimed - score) > 1e-6:
        row.notes.append(f"{name}: the file claims {claimed:.0%}, the answer scores {score:.0%}")
    return Answer(name, attempt, attempts.index(attempt) + 1, mark if score is None else score, asked.worth, words)


def _doubtful(work: HandIn) -> Iterator[str]:
    """What is said of attempts from a time in which nobody can have made them; they are graded all the same."""
    soon = datetime.now(UTC) + timedelta(days=2)  # clocks may be wrong by a day
    if work.attempts and work.attempts[0].at >= EARLIEST and work.attempts[-1].at <= soon:
        return  # they stand in the order of time
    for a in work.attempts:
        if not EARLIEST <= a.at <= soon:
            yield f"{a.exercise}: dated {a.at:%Y-%m-%d}, when it cannot have been answered"


def _sum_up(row: Row, course: Course, marks: Mapping[str, float | None]) -> None:
    topics: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
    begun: dict[str, float] = defaultdict(float)
    total = [0.0, course.scored_of[""]]

    def earn(name: str, points: float, worth: float) -> None:
        asked = course.asked[name]
        if asked.set.form:
            begun[asked.set.form] += points
        else:
            topics[asked.topic][0] += points
            topics[asked.topic][1] += worth
        if name in course.counting:
            total[0] += points

    for answer in row.answers:
        if answer.score is not None:
            earn(answer.exercise, answer.score * answer.worth, answer.worth)
    checked = {answer.exercise for answer in row.answers}
    for name, mark in marks.items():
        worth = course.asked[name].worth
        if mark is not None and name in course.counting:
            total[1] += worth
        if mark and name not in checked:  # a draft, which a person has marked all the same
            earn(name, mark * worth, worth)
    row.total = Sum(*total)
    row.topics = {topic: Sum(*earned) for topic, earned in topics.items()}
    row.forms = {form: Sum(points, course.scored_of[form]) for form, points in begun.items()}
    row.tests = {when: row.forms[form] for when, form in zip(OCCASIONS, row.form, strict=False) if form in row.forms}
