"""Grading, as a specification: an exercise with its key and a response give a score and the reasons.

``grade`` is pure and knows no files, no widgets and no page. ``static/grading.js`` is its twin in the student's
browser; ``tests/grading_cases.json`` and a property-based test hold the two together. A response may come from
anybody, so anything in it that is not an answer counts as no answer.
"""

from collections.abc import Callable

Exercise = dict
Response = dict


def grade(exercise: Exercise, response: Response) -> dict:
    """Score one response.

    Parameters
    ----------
    exercise
        An exercise as JSON, with its ``key`` (see ``exercise.Item.with_key``).
    response
        ``{"choice": id}``, ``{"classes": {statement: class}}`` or ``{"words": {label: [word numbers]}}``.

    Returns
    -------
    dict
        ``score`` in 0…1; ``feedback``, a list of ``{about, verdict, text}`` with a verdict of ``right``,
        ``partly``, ``wrong`` or ``missed``; ``missing``, the ids of what is not answered yet.
    """
    if not isinstance(response, dict):
        response = {}
    return GRADERS[exercise["kind"]](exercise, response)


def _choose(exercise: Exercise, response: Response) -> dict:
    choice = response.get("choice")
    options = exercise["key"]["options"]
    if not isinstance(choice, str) or choice not in options:
        return {"score": 0.0, "feedback": [], "missing": ["choice"]}
    credit = options[choice]["credit"]
    return {"score": credit, "feedback": [_feedback(choice, credit, options[choice]["feedback"])], "missing": []}


def _sort(exercise: Exercise, response: Response) -> dict:
    """Mean recall over the classes of the key, rescaled so that one class throughout scores 0."""
    answers = response.get("classes")
    answers = answers if isinstance(answers, dict) else {}
    classes = [c["id"] for c in exercise["classes"]]
    right, asked, feedback, missing = {}, {}, [], []
    for statement, key in exercise["key"]["statements"].items():
        answer = answers.get(statement)
        asked[key["class"]] = asked.get(key["class"], 0) + 1
        if not isinstance(answer, str) or answer not in classes:
            missing.append(statement)
            continue
        hit = answer == key["class"]
        right[key["class"]] = right.get(key["class"], 0) + hit
        feedback.append(_feedback(statement, hit, key["feedback"][answer]))
    recall = sum(right.get(c, 0) / asked[c] for c in asked) / len(asked)
    chance = 1 / len(asked)
    return {"score": max(0.0, (recall - chance) / (1 - chance)), "feedback": feedback, "missing": missing}


def _mark(exercise: Exercise, response: Response) -> dict:
    """Half for where, half for which; every kappa counts as 0 at least.

    *Where* is Cohen's kappa over the words, marked or not. *Which* is the mean over the labels of the kappa of that
    label over the words, so that every word under the commonest label earns nothing.
    """
    count = len(exercise["words"])
    labels = [label["id"] for label in exercise["labels"]]
    key = exercise["key"]
    marked = _marked(response, labels, count)
    wanted = {label: set() for label in labels}
    for mark in key["marks"]:
        wanted[mark["label"]].update(range(mark["from"], mark["to"] + 1))

    if not any(marked.values()):
        return {"score": 0.0, "feedback": [], "missing": ["marks"]}
    where = kappa(set().union(*wanted.values()), set().union(*marked.values()), count)
    which = sum(max(0.0, kappa(wanted[label], marked[label], count)) for label in labels) / len(labels)
    feedback = [_found(number, mark, marked) for number, mark in enumerate(key["marks"])]
    for label in labels:
        feedback += _strays(label, marked, wanted, key)
    return {"score": (max(0.0, where) + which) / 2, "feedback": feedback, "missing": []}


def kappa(a: set[int], b: set[int], count: int) -> float:
    """Cohen's kappa (1960) of two sets of yes-decisions over ``count`` things; 0 where chance explains all.

    Cohen, J. (1960). A coefficient of agreement for nominal scales. doi:10.1177/001316446002000104
    """
    both = len(a & b)
    observed = (count - len(a) - len(b) + 2 * both) / count
    expected = (len(a) * len(b) + (count - len(a)) * (count - len(b))) / (count * count)
    return 0.0 if expected == 1 else (observed - expected) / (1 - expected)


def _marked(response: Response, labels: list[str], count: int) -> dict[str, set[int]]:
    given = response.get("words")
    given = given if isinstance(given, dict) else {}
    marked = {}
    for label in labels:
        numbers = given.get(label)
        numbers = numbers if isinstance(numbers, list) else []
        # JSON has one sort of number: 3 and 3.0 are the same word, True is none.
        marked[label] = {int(n) for n in numbers
                         if type(n) in (int, float) and n == n // 1 and 0 <= n < count}
    return marked


def _found(number: int, mark: dict, marked: dict[str, set[int]]) -> dict:
    span = set(range(mark["from"], mark["to"] + 1))
    hit = len(span & marked[mark["label"]]) / len(span)
    if hit == 0:
        return {"about": f"mark-{number}", "verdict": "missed", "text": mark["missed"]}
    return _feedback(f"mark-{number}", hit, mark["found"])


def _strays(label: str, marked: dict, wanted: dict, key: dict) -> list[dict]:
    """One word of feedback for every run of words that the key does not have under this label."""
    runs: list[list[int]] = []
    for word in sorted(marked[label] - wanted[label]):
        if runs and runs[-1][-1] == word - 1:
            runs[-1].append(word)
        else:
            runs.append([word])
    feedback = []
    for run in runs:
        decoys = [d["feedback"] for d in key["decoys"] if d["from"] <= run[-1] and run[0] <= d["to"]]
        touching = {run[0] - 1, run[-1] + 1} & wanted[label]
        text = decoys[0] if decoys else key["wider"] if touching else key["otherwise"]
        feedback.append({"about": f"words-{label}-{run[0]}-{run[-1]}", "verdict": "wrong", "text": text})
    return feedback


def _feedback(about: str, credit: float, text: str) -> dict:
    verdict = "right" if credit == 1 else "wrong" if credit == 0 else "partly"
    return {"about": about, "verdict": verdict, "text": text}


GRADERS: dict[str, Callable[[Exercise, Response], dict]] = {"choose": _choose, "sort": _sort, "mark": _mark}
