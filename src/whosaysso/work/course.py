"""What a class was asked, in one table: every exercise with its key, its topic, its set and its points."""

import marshal
from collections.abc import Collection
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from whosaysso import BOOK
from whosaysso.exercises.made import Made
from whosaysso.exercises.sets import Set, read_sets, sets_by_exercise
from whosaysso.exercises.topics import read_topics
from whosaysso.kinds import KINDS, Item
from whosaysso.kinds.grading import grade
from whosaysso.kinds.kind import Question
from whosaysso.work.counted import Known, known

REMEMBERED = 100_000
"""Answers of which it is remembered what is known."""


@dataclass(frozen=True)
class Asked:
    """One exercise as whoever grades a class needs it."""

    question: Question
    topic: str
    """The stem of its file; for an exercise of a test form, the form's letter."""
    set: Set
    worth: float
    scored: bool
    """Whether a machine can score it."""


@dataclass(frozen=True)
class Course:
    """All that can be answered, made once before many hand-ins are graded."""

    asked: dict[str, Asked]
    topics: dict[str, str]
    """The title of each topic, by its stem; the test forms are not among them."""
    forms: tuple[str, ...]
    counting: frozenset[str]
    """The exercises that count toward the total."""
    scored_of: dict[str, float]
    """The points that a machine can give, by the form's letter; under ``""`` those of the total."""
    book: str = BOOK
    """Whose hand-ins these are."""
    _known: dict[tuple[str, bytes], Known] = field(default_factory=dict, repr=False)

    @cached_property
    def writing(self) -> tuple[str, ...]:
        """The exercises in which something is written, in the order of the book."""
        return tuple(name for name, one in self.asked.items() if one.question["kind"] == "write")

    def known(self, question: Question, response: dict[str, Any]) -> Known:
        """Score and words of an answer, remembered: in a class many give the same one."""
        key = question["id"], marshal.dumps(response, 2)  # bytes that tell 1 from 1.0, made much faster than text
        found = self._known.get(key)
        if found is None:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            found = self._known[key] = known(question, response)
        return found


def course(sets: Collection[str] = ()) -> Course:
    """The whole book; ``sets`` are those whose points make the total, all where none is named.

    Raises
    ------
    KeyError
        Where there is no such set, with those that there are.
    """
    owners, every = sets_by_exercise(), read_sets()
    for name in sets:
        if name not in every:
            raise KeyError(f"there is no set “{name}”; there are: {', '.join(every)}")
    asked: dict[str, Asked] = {}
    topics: dict[str, str] = {}
    for stem, topic in read_topics().items():
        for item in topic.exercises:
            owner = owners[item.id]
            asked[item.id] = _asked(item, owner.form or stem, owner)
            if not owner.form:
                topics[stem] = topic.title
    counting = frozenset(name for name, one in asked.items() if not sets or one.set.id in sets)
    forms = tuple(sorted(one.form for one in every.values() if one.form))
    scored_of: dict[str, float] = {
        form: sum(a.worth for a in asked.values() if a.scored and a.set.form == form) for form in forms
    }
    scored_of[""] = sum(asked[name].worth for name in counting if asked[name].scored)
    return Course(asked, topics, forms, counting, scored_of)


def made_course(made: Made) -> Course:
    """The exercises of a file outside the book: one topic, a point each, of which the first attempt counts."""
    one = Set(id="made", title=made.title, exercises=[item.id for item in made.exercises])
    asked = {item.id: _asked(item, one.id, one) for item in made.exercises}
    scored_of = {"": sum(each.worth for each in asked.values() if each.scored)}
    return Course(asked, {one.id: made.title}, (), frozenset(asked), scored_of, made.book)


def _asked(item: Item, topic: str, one: Set) -> Asked:
    question = item.with_key()
    by_machine = KINDS[item.kind].scored and grade(question, item.best())["score"] is not None
    return Asked(question, topic, one, one.worth(item.id), by_machine)
