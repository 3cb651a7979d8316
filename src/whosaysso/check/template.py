"""The template solver: somebody who knows the answers to one test form, and carries them over to another.

By position the nth answer is taken from the nth exercise, option for option; by role each option is taken to be right
that is called as the right one was. Forms on which that pays are clones: the reasons told after one give the next away.
"""

from collections.abc import Mapping
from itertools import permutations
from typing import Any

from whosaysso.check.blind import MOST_OVER_CHANCE, chance
from whosaysso.exercises.sets import Set
from whosaysso.exercises.topics import find_exercise
from whosaysso.kinds.exercise import Exercise
from whosaysso.kinds.grading import grade
from whosaysso.kinds.kind import Question

PARTS = ("options", "statements", "classes", "sources", "labels")
"""Where the ids stand that an answer names."""


def carried_over(forms: Mapping[str, Set]) -> list[str]:
    """What a form gives away of another, in words; empty where each has to be read for itself."""
    said = []
    for (letter, known), (other, asked) in permutations(sorted(forms.items()), 2):
        items = [find_exercise(name) for name in asked.exercises]
        limit = chance(items) + MOST_OVER_CHANCE
        pairs = list(zip([find_exercise(name) for name in known.exercises], items, strict=False))
        for how, by_position in (("by position", True), ("by role", False)):
            score = sum(_carried(a, b, by_position) for a, b in pairs) / len(items)
            if score > limit:
                said.append(
                    f"the answers to form {letter}, carried over {how}, score {score:.2f} on form {other}; "
                    f"at most {limit:.2f} is allowed (chance and {MOST_OVER_CHANCE:.2f})"
                )
    return said


def _carried(known: Exercise, asked: Exercise, by_position: bool) -> float:
    if known.kind != asked.kind:
        return 0.0
    there, here = known.question(), asked.with_key()
    instead = _by_position(there, here) if by_position else {}
    return grade(here, _renamed(known.best(), instead))["score"] or 0.0


def _by_position(there: Question, here: Question) -> dict[str, str]:
    """For every id of one question the id that stands in its place in the other."""
    pairs = (zip(there.get(part, ()), here.get(part, ()), strict=False) for part in PARTS)
    return {a["id"]: b["id"] for part in pairs for a, b in part}


def _renamed(value: Any, instead: dict[str, str]) -> Any:
    """The answer with every id in it replaced."""
    if isinstance(value, dict):
        return {instead.get(name, name): _renamed(part, instead) for name, part in value.items()}
    if isinstance(value, list):
        return [_renamed(part, instead) for part in value]
    return instead.get(value, value) if isinstance(value, str) else value
