"""A class of made-up students whose skill, bias and sureness are known, for the tests of the page for a class."""

import json
from functools import cache
from math import exp
from pathlib import Path
from random import Random

from tests.desk.hand_ins import ITEMS, SCORED, WRITE, work
from tests.kinds.test_grading import mutated
from whosaysso.exercises.sets import read_sets
from whosaysso.kinds.grading import grade

PLANTED = "footbridge"
"""The exercise that is answered the wrong way round: who does well elsewhere does badly here."""

SET = [name for name in read_sets()["sourcing"].exercises if name in SCORED]
TESTS = {one.form: [name for name in one.exercises if name in SCORED] for one in read_sets().values() if one.form}
POLLS = [name for name, item in ITEMS.items() if item.kind == "poll"]
BEST_OF = {name: item.best() for name, item in ITEMS.items()}
WROTE = WRITE[0]


@cache
def wrong_answers(name: str) -> list[dict]:
    """Answers that are not all right, as somebody may give them."""
    item, chance = ITEMS[name], Random(name)
    question, best = item.with_key(), item.best()
    tried = [mutated(question, best, chance) for _ in range(40)]
    return [response for response in tried if (grade(question, response)["score"] or 0) <= 0.6] or [{}]


def student(number: int, extra: float = 0.0) -> dict:
    """A hand-in: skill goes evenly from low to high over the numbers, and rises by a third between the tests."""
    chance = Random(number)
    skill = (number % 50) / 49 * 4 - 2

    def answer(name: str, gain: float = 0.0) -> tuple:
        knows = chance.random() < 1 / (1 + exp(-(skill + gain)))
        knows = not knows if name == PLANTED else knows
        return name, BEST_OF[name] if knows else chance.choice(wrong_answers(name)), None

    order = ["ABC", "BCA", "CAB"][number % 3]
    answers = [answer(name) for name in TESTS[order[0]]]
    answers += [answer(name) for name in SET if chance.random() < 0.9]
    answers += [answer(name, 1.3) for name in TESTS[order[1]]]
    answers += [(name, {"choice": chance.choice(ITEMS[name].options).id}, None) for name in POLLS]
    answers += [(WROTE, {"text": f"The driver said it, {number} times, and nobody else was asked about it."}, None)]
    made = work(*answers, code=f"K{number:03}", form=order)
    for attempt in made["attempts"]:
        item = ITEMS[attempt["exercise"]]
        if item.kind in ("choose", "judge", "number"):
            attempt["confidence"] = 1.0 if attempt["response"] == BEST_OF[item.id] else chance.choice([0.0, 0.5, 1.0])
    return made


def fill(folder: Path, many: int) -> Path:
    """The folder with so many files."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(many):
        (folder / f"k{number:03}.json").write_text(json.dumps(student(number)), encoding="utf-8")
    return folder
