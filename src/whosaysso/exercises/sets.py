"""Sets of exercises, ``exercises/sets.yml``: what belongs together, when its feedback is told, and what it is worth.

A set's id is the stem of the notebook that shows it.

Exercises that no set names are a practice set by themselves, one a topic, a point each.
"""

from functools import lru_cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, ValidationError

from whosaysso.authored.fault import Fault, Faulty, shown
from whosaysso.authored.folders import home
from whosaysso.authored.yaml import line_of, read_yaml, told_by_pydantic
from whosaysso.exercises.topics import Stamps, read_topics, stamps
from whosaysso.kinds.exercise import Id, Part, Text


class Set(Part):
    """Exercises that are done together."""

    id: Id
    title: Text
    mode: Literal["practice", "deferred"] = Field(
        "practice",
        description="practice: feedback at once. deferred: nothing is told until the set is finished; "
        "of the test before the book, not until the test after is.",
    )
    attempts: Literal["first", "best", "last"] = Field("first", description="Which attempt at an exercise counts.")
    form: Literal["A", "B", "C"] | None = Field(
        None, description="Which of the three parallel test forms this set is, if it is one."
    )
    points: dict[Id, Annotated[float, Field(ge=0)]] = Field(
        {}, description="Points by exercise; one where nothing is written."
    )
    exercises: list[Id] = Field(min_length=1)

    def worth(self, exercise: str) -> float:
        """The points for a full score on one exercise."""
        return self.points.get(exercise, 1.0)


class Sets(Part):
    """The file of sets."""

    sets: list[Set] = Field([])


def read_sets(path: Path | None = None) -> dict[str, Set]:
    """Every set by its id. Read again only when a file has changed.

    Raises
    ------
    Faulty
        With every fault of the file: unknown exercises, an exercise in two sets, points for what is not in the set.
    """
    path = path or home() / "exercises" / "sets.yml"
    return _read_sets(path, path.stat().st_mtime_ns if path.is_file() else 0, stamps())


@lru_cache(maxsize=8)
def _read_sets(path: Path, time: int, _stamps: Stamps) -> dict[str, Set]:
    data, lines, faults = read_yaml(path) if time else ({}, {}, [])
    if faults:
        raise Faulty(faults)
    try:
        sets = Sets.model_validate(data).sets
    except ValidationError as error:
        raise Faulty(told_by_pydantic(error, Sets, path, lines)) from None
    topics = read_topics()
    known = {item.id for topic in topics.values() for item in topic.exercises}
    owner: dict[str, str] = {}
    letters = [one.form for one in sets if one.form]
    if letters and sorted(letters) != ["A", "B", "C"]:
        faults.append(
            Fault(
                shown(path),
                0,
                f"the test forms are {', '.join(sorted(letters))}",
                "give form: A, B and C to one set each",
            )
        )
    ids = [one.id for one in sets]
    for number, one in enumerate(sets):
        if one.id in ids[:number]:
            faults.append(
                Fault(
                    shown(path),
                    line_of(lines, ("sets", number, "id")),
                    f"there are two sets “{one.id}”",
                    "give each an id of its own",
                )
            )
        for place, name in enumerate(one.exercises):
            at = line_of(lines, ("sets", number, "exercises", place))
            if name not in known:
                faults.append(
                    Fault(shown(path), at, f"there is no exercise “{name}”", "write the id of an exercise of the book")
                )
            elif name in owner:
                faults.append(
                    Fault(
                        shown(path),
                        at,
                        f"{name} is in the set {owner[name]} already",
                        "an exercise is in one set: take it out of one of the two",
                    )
                )
            owner.setdefault(name, one.id)
        faults += [
            Fault(
                shown(path),
                line_of(lines, ("sets", number, "points", name)),
                f"{name} has points and is not in the set",
                "add it to exercises, or take the points away",
            )
            for name in one.points
            if name not in one.exercises
        ]
    if faults:
        raise Faulty(faults)
    for stem, topic in topics.items():
        if rest := [item.id for item in topic.exercises if item.id not in owner]:
            sets.append(
                Set(id=stem if stem not in owner.values() else f"{stem}-rest", title=topic.title, exercises=rest)
            )
    return {one.id: one for one in sets}


def set_of(exercise: str) -> Set:
    """The set that an exercise belongs to; for many of them, make one ``sets_by_exercise`` before."""
    return next(one for one in read_sets().values() if exercise in one.exercises)


def sets_by_exercise() -> dict[str, Set]:
    """The set of every exercise."""
    return {name: one for one in read_sets().values() for name in one.exercises}
