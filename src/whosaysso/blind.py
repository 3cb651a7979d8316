"""Blind strategies: answers given without reading. A set in which one of them earns much is not a test of reading."""

from collections.abc import Iterator
from statistics import mean

from whosaysso.exercise import Topic
from whosaysso.grading import grade

MOST_OVER_A_SET = 0.40
STRICT = ("choose-all", "sort", "mark", "rank")
"""Kinds in which no blind strategy may score anything."""


def strategies(exercise: dict) -> Iterator[tuple[str, dict]]:
    """Every blind answer to one exercise, with the strategy's name.

    ``exercise`` is the JSON that the graders read; answers are responses to it.
    """
    match exercise["kind"]:
        case "choose":
            options = exercise["options"]
            yield "the first", {"choice": options[0]["id"]}
            yield "the last", {"choice": options[-1]["id"]}
            yield "the longest", {"choice": max(options, key=lambda o: len(o["text"]))["id"]}
        case "choose-all":
            options = [o["id"] for o in exercise["options"]]
            yield "everything", {"choices": options}
        case "rank":
            yield "the order shown", {"order": [s["id"] for s in exercise["sources"]]}
        case "sort" | "judge":
            for number, chosen in enumerate(exercise["classes"], 1):
                yield f"class {number} throughout", {"classes": {s["id"]: chosen["id"] for s in exercise["statements"]}}
        case "mark":
            every = list(range(len(exercise["words"])))
            for number, label in enumerate(exercise["labels"], 1):
                yield f"every word under label {number}", {"words": {label["id"]: every}}
    yield "nothing", {}


def earned(topic: Topic) -> dict[str, dict[str, float]]:
    """What each strategy scores on each exercise of a set: ``{strategy: {exercise: score}}``."""
    table: dict[str, dict[str, float]] = {}
    for item in topic.exercises:
        exercise = item.with_key()
        for name, response in strategies(exercise):
            score = grade(exercise, response)["score"]
            if score is not None:
                table.setdefault(name, {})[item.id] = score
    return table


def too_generous(topic: Topic) -> list[str]:
    """What a blind strategy earns too much on, in words; empty for a sound set."""
    strict = {item.id for item in topic.exercises if item.kind in STRICT}
    said = []
    for name, scores in earned(topic).items():
        if mean(scores.values()) > MOST_OVER_A_SET:
            said.append(f"answering “{name}” without reading scores {mean(scores.values()):.2f} over the set; at most {MOST_OVER_A_SET:.2f} is allowed")
        said += [f"answering “{name}” without reading scores {score:.2f} on {item}; it has to score 0"
                 for item, score in scores.items() if item in strict and score > 0]
    return said
