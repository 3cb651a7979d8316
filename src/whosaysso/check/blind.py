"""Blind strategies: answers given without reading. A topic in which one of them earns much does not test reading."""

import json
import random
from collections.abc import Iterable, Iterator
from functools import lru_cache
from statistics import mean

from whosaysso.exercises.topics import Topic
from whosaysso.kinds import KINDS
from whosaysso.kinds.exercise import Exercise
from whosaysso.kinds.grading import grade
from whosaysso.kinds.kind import Question, Response, Strategies

MOST_OVER_A_TOPIC = 0.40
MOST_OVER_CHANCE = 0.10
GUESSES = 40
"""How many answers at random tell what chance earns on one exercise."""
FEWEST = 3
"""Fewer exercises of a kind say nothing of a habit."""


def strategies(exercise: Question) -> Iterator[tuple[str, Response]]:
    """Every blind answer to one exercise, with the strategy's name: those of its kind, and none at all."""
    yield from KINDS[exercise["kind"]].blind(exercise)
    yield "nothing", {}


def habits(exercise: Question) -> Iterator[tuple[str, Response]]:
    """Every answer to one exercise that only knows how exercises are made."""
    yield from KINDS[exercise["kind"]].habits(exercise)


def earned(items: Iterable[Exercise], played: Strategies = strategies) -> dict[str, dict[str, float]]:
    """What each strategy scores on each exercise: ``{strategy: {exercise: score}}``."""
    table: dict[str, dict[str, float]] = {}
    for item in items:
        exercise = item.with_key()
        for name, response in played(exercise):
            score = grade(exercise, response)["score"]
            if score is not None:
                table.setdefault(name, {})[item.id] = score
    return table


def too_generous(topic: Topic) -> list[str]:
    """What a blind strategy earns too much on, in words; empty for a sound topic."""
    strict = {item.id for item in topic.exercises if KINDS[item.kind].strict}
    said = []
    for name, scores in earned(topic.exercises).items():
        if mean(scores.values()) > MOST_OVER_A_TOPIC:
            said.append(
                f"answering “{name}” without reading scores {mean(scores.values()):.2f} over the topic; "
                f"at most {MOST_OVER_A_TOPIC:.2f} is allowed"
            )
        said += [
            f"answering “{name}” without reading scores {score:.2f} on {item}; it has to score 0"
            for item, score in scores.items()
            if item in strict and score > 0
        ]
    return said


def chance(items: Iterable[Exercise]) -> float:
    """What answering at random earns, on average over the exercises."""
    dice = random.Random(0)  # noqa: S311  the same answers at every check, and nothing secret
    drawn = []
    for item in items:
        exercise, guess = item.with_key(), KINDS[item.kind].guess
        drawn.append(mean(grade(exercise, guess(exercise, dice))["score"] or 0.0 for _ in range(GUESSES)))
    return mean(drawn)


def guessing(item: Exercise) -> float:
    """What answering one exercise at random earns, to three places; worked out once for a question and its key."""
    return _guessing(item.kind, json.dumps(item.with_key(), sort_keys=True))


@lru_cache(maxsize=512)
def _guessing(kind: str, question: str) -> float:
    exercise, dice = json.loads(question), random.Random(0)  # noqa: S311
    scores = [grade(exercise, KINDS[kind].guess(exercise, dice))["score"] or 0.0 for _ in range(GUESSES)]
    return round(mean(scores), 3)


def known_habits(topics: Iterable[Topic]) -> list[str]:
    """What a habit earns too much on, played over the whole book by kind; empty for a sound book.

    A habit knows nothing of a text and everything of how exercises are made: places, patterns, lengths, certain words.
    """
    return [said for found in _habits(topics) for _, said in found]


def worst_habits(topics: Iterable[Topic]) -> list[str]:
    """Of what ``known_habits`` says, the one of each kind that earns most."""
    return [max(found)[1] for found in _habits(topics) if found]


def _habits(topics: Iterable[Topic]) -> Iterator[list[tuple[float, str]]]:
    """Kind by kind the habits that earn too much: what they earn, and the same in words."""
    every = [item for topic in topics for item in topic.exercises]
    for kind in KINDS:
        items = [item for item in every if item.kind == kind and scored(item)]
        if len(items) < FEWEST:
            continue
        limit = chance(items) + MOST_OVER_CHANCE
        means = {name: mean(each.values()) for name, each in earned(items, habits).items() if len(each) == len(items)}
        yield [
            (
                found,
                f"over all {len(items)} exercises of the kind {kind}, “{name}” scores {found:.2f} without "
                f"reading; at most {limit:.2f} is allowed (chance and {MOST_OVER_CHANCE:.2f})",
            )
            for name, found in means.items()
            if found > limit
        ]


def scored(item: Exercise) -> bool:
    """Whether a machine scores the exercise."""
    return grade(item.with_key(), item.best())["score"] is not None
