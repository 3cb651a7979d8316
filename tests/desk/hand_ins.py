"""Hand-ins of made-up students, for the tests of the desk."""

import json
from copy import deepcopy
from pathlib import Path
from random import Random

from whosaysso.desk.classes import Class, grade_class
from whosaysso.desk.grading import Graded, How
from whosaysso.exercises.topics import read_topics
from whosaysso.kinds.grading import RULES, grade

ITEMS = {item.id: item for topic in read_topics().values() for item in topic.exercises}
VERSIONS = {name: item.question()["version"] for name, item in ITEMS.items()}
BEST = [(name, item.best(), 1) for name, item in ITEMS.items()]
SCORED = [name for name, item in ITEMS.items() if grade(item.with_key(), item.best())["score"] is not None]
WRITE = [name for name, item in ITEMS.items() if item.kind == "write"]


def work(*answers, code="K7", seed=0, **changed) -> dict:
    """A hand-in as data: each answer is (exercise, response, claimed score)."""
    chance = Random(f"{code} {seed}")
    attempts = [
        {
            "id": f"{chance.getrandbits(128):032x}",
            "exercise": name,
            "version": VERSIONS.get(name, "0" * 12),
            "response": deepcopy(response),  # what is made of a hand-in leaves the keys alone
            "confidence": None,
            "at": f"2026-01-01T{10 + n // 60}:{n % 60:02d}:00Z",
            "claimed": claimed,
            "rules": RULES,
        }
        for n, (name, response, claimed) in enumerate(answers)
    ]
    return {
        "schema": "whosaysso.hand-in/2",
        "book": "who-says-so",
        "edition": "1",
        "readers": [f"{chance.getrandbits(128):032x}"],
        "rules": RULES,
        "form": None,
        "code": code,
        "attempts": attempts,
        "drafts": {},
        "finished": {},
        **changed,
    }


def hand_in(path: Path, *answers, **changed) -> dict:
    """Write a hand-in to a file, and give it as data."""
    made = work(*answers, **changed)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(made), encoding="utf-8")
    return made


def graded(folder: Path, **how) -> Class:
    """What the desk makes of a folder or a zip."""
    return grade_class(folder, How(**how))


def rows(folder: Path, **how) -> list[Graded]:
    """The rows by name."""
    return [*graded(folder, **how).rows.values()]


def only(folder: Path, **how) -> Graded:
    """The one row that there is, where nothing was refused."""
    found = graded(folder, **how)
    assert not found.refused
    (row,) = found.rows.values()
    return row
