"""Blind strategies: answers given without reading. A topic in which one of them earns much does not test reading."""

from collections.abc import Iterator
from statistics import mean

from whosaysso.exercises.topics import Topic
from whosaysso.kinds import KINDS
from whosaysso.kinds.grading import grade
from whosaysso.kinds.kind import Question, Response

MOST_OVER_A_TOPIC = 0.40


def strategies(exercise: Question) -> Iterator[tuple[str, Response]]:
    """Every blind answer to one exercise, with the strategy's name: those of its kind, and none at all."""
    yield from KINDS[exercise["kind"]].blind(exercise)
    yield "nothing", {}


def earned(topic: Topic) -> dict[str, dict[str, float]]:
    """What each strategy scores on each exercise of a topic: ``{strategy: {exercise: score}}``."""
    table: dict[str, dict[str, float]] = {}
    for item in topic.exercises:
        exercise = item.with_key()
        for name, response in strategies(exercise):
            score = grade(exercise, response)["score"]
            if score is not None:
                table.setdefault(name, {})[item.id] = score
    return table


def too_generous(topic: Topic) -> list[str]:
    """What a blind strategy earns too much on, in words; empty for a sound topic."""
    strict = {item.id for item in topic.exercises if KINDS[item.kind].strict}
    said = []
    for name, scores in earned(topic).items():
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
