"""Grading, as a specification: an exercise with its key and a response give a score and the reasons.

``grade`` is pure and knows no files, no widgets and no page. ``static/grading.js`` is its twin in the student's
browser; ``tests/grading_cases.json`` and a property-based test hold the two together. A response may come from
anybody, so anything in it that is not an answer counts as no answer.
"""

from collections.abc import Callable

from whosaysso.grammar import near, number, words
from whosaysso.marks import grade_marks
from whosaysso.verdict import feedback

Exercise = dict
Response = dict


def grade(exercise: Exercise, response: Response) -> dict:
    """Score one response.

    Parameters
    ----------
    exercise
        An exercise as JSON, with its ``key`` (see ``kinds.part.Exercise.with_key``).
    response
        ``{"choice": id}``, ``{"choices": [ids]}``, ``{"classes": {statement: class}}`` (sort, judge),
        ``{"number": text}`` or ``{"low": text, "high": text}``, ``{"order": [ids]}``, ``{"text": text}``, or
        ``{"words": {label: [word numbers]}}``.

    Returns
    -------
    dict
        ``score`` in 0…1, or None where only people can score; ``feedback``, a list of ``{about, verdict, text}`` with
        a verdict of ``right``, ``partly``, ``wrong`` or ``missed`` (beside coders ``shared``,
        ``differs`` or ``theirs``); ``missing``, the ids of what is not answered yet.
    """
    return GRADERS[exercise["kind"]](exercise, response if isinstance(response, dict) else {})


def _choose(exercise: Exercise, response: Response) -> dict:
    """The credit of the option."""
    choice = response.get("choice")
    options = exercise["key"]["options"]
    if not isinstance(choice, str) or choice not in options:
        return _unanswered("choice")
    credit = options[choice]["credit"]
    return _graded(credit, [feedback(choice, credit, options[choice]["feedback"])])


def _choose_all(exercise: Exercise, response: Response) -> dict:
    """max(0, right chosen / all right − wrong chosen / all wrong)."""
    given = response.get("choices")
    options = exercise["key"]["options"]
    chosen = [name for name in options if isinstance(given, list) and name in given]
    if not chosen:
        return _unanswered("choices")
    right = [name for name in options if options[name]["right"]]
    hits, misses = len([n for n in chosen if n in right]), len([n for n in chosen if n not in right])
    said = [{"about": n, "verdict": "missed", "text": o["feedback"]} if n not in chosen else feedback(n, float(o["right"]), o["feedback"])
            for n, o in options.items() if o["right"] or n in chosen]
    return _graded(max(0.0, hits / len(right) - misses / (len(options) - len(right))), said)


def _sort(exercise: Exercise, response: Response) -> dict:
    """Mean recall over the classes of the key, rescaled so that one class throughout scores 0."""
    said, missing = _classed(exercise, response)
    asked: dict[str, list[str]] = {}
    for statement, key in exercise["key"]["statements"].items():
        asked.setdefault(key["class"], []).append(statement)
    right = {f["about"] for f in said if f["verdict"] == "right"}
    recall = sum(len([s for s in statements if s in right]) / len(statements) for statements in asked.values()) / len(asked)
    chance = 1 / len(asked)
    return _graded(max(0.0, (recall - chance) / (1 - chance)), said, missing)


def _judge(exercise: Exercise, response: Response) -> dict:
    """The share of claims judged right; no credit for the neighbour's answer."""
    said, missing = _classed(exercise, response)
    return _graded(len([f for f in said if f["verdict"] == "right"]) / len(exercise["key"]["statements"]), said, missing)


def _classed(exercise: Exercise, response: Response) -> tuple[list[dict], list[str]]:
    answers = response.get("classes")
    answers = answers if isinstance(answers, dict) else {}
    classes = [c["id"] for c in exercise["classes"]]
    said, missing = [], []
    for statement, key in exercise["key"]["statements"].items():
        answer = answers.get(statement)
        if not isinstance(answer, str) or answer not in classes:
            missing.append(statement)
        else:
            said.append(feedback(statement, float(answer == key["class"]), key["feedback"][answer]))
    return said, missing


def _number(exercise: Exercise, response: Response) -> dict:
    """The credit of the band that the number lies in; for a range 1 when it covers the key and is not too wide."""
    key = exercise["key"]
    names = ("low", "high") if exercise["range"] else ("number",)
    given = {name: number(response.get(name)) for name in names}
    if missing := [name for name in names if given[name] is None]:
        return _unanswered(*missing)
    if exercise["range"]:
        low, high = given["low"], given["high"]
        fault = ("crossed" if low > high else "narrow" if low > key["low"] or high < key["high"]
                 else "wide" if high - low > key["widest"] else "right")
        return _graded(float(fault == "right"), [feedback("range", float(fault == "right"), key["feedback"][fault])])
    band = next((b for b in key["bands"] if b["from"] <= given["number"] <= b["to"]), key["otherwise"])
    return _graded(band["credit"], [feedback("number", band["credit"], band["feedback"])])


def _rank(exercise: Exercise, response: Response) -> dict:
    """max(0, (concordant − discordant) / pairs that the key orders); ties in the key order no pair."""
    order = response.get("order")
    steps = {name: item["step"] for name, item in exercise["key"]["sources"].items()}
    if not isinstance(order, list) or len(order) != len(steps) or any(not isinstance(n, str) or n not in steps for n in order) or len(set(order)) != len(steps):
        return _unanswered("order")
    signs = {name: [_sign(steps[b] - steps[a]) * (1 if name in (a, b) else 0) for at, a in enumerate(order) for b in order[at + 1:]] for name in steps}
    every = [_sign(steps[b] - steps[a]) for at, a in enumerate(order) for b in order[at + 1:]]
    ordered = len([s for s in every if s])
    said = []
    for name, item in exercise["key"]["sources"].items():
        mine = [s for s in signs[name] if s]
        said.append(feedback(name, len([s for s in mine if s > 0]) / len(mine) if mine else 1, item["feedback"]))
    return _graded(max(0.0, sum(every) / ordered), said)


def _sign(n: float) -> int:
    return (n > 0) - (n < 0)


def _write(exercise: Exercise, response: Response) -> dict:
    """No score: which of the checks that a machine can see are met. The rubric is for people."""
    found = words(response.get("text"))
    if not found:
        return _unanswered("text")
    said = []
    for check in exercise["key"]["checks"]:
        met = near(found, check["words"], check["within"])
        said.append({"about": check["id"], "verdict": "right" if met else "missed", "text": check["met"] if met else check["unmet"]})
    return _graded(None, said)


def _graded(score: float | None, said: list[dict], missing: list[str] | None = None) -> dict:
    return {"score": score, "feedback": said, "missing": missing or []}


def _unanswered(*missing: str) -> dict:
    return _graded(0.0, [], list(missing))


GRADERS: dict[str, Callable[[Exercise, Response], dict]] = {
    "choose": _choose, "choose-all": _choose_all, "sort": _sort, "judge": _judge, "number": _number, "rank": _rank,
    "mark": grade_marks, "write": _write,
}
