"""Grading of marked passages: against one key, or beside coders who differ.

Every mark of the key names its head: the source, the hedge or the number itself. The other words of its passage are
optional and count neither way, so that the score is for what was found and not for where a phrase ends.

Marks are compared word by word with Cohen's kappa (``measures/kappa.py``).
"""

from itertools import combinations
from typing import Any

from whosaysso.kinds.kind import Question, Response
from whosaysso.kinds.verdict import Result, graded, unanswered
from whosaysso.measures.kappa import kappa

LEAST_AGREEMENT = 0.4
"""The mean kappa between people below which an item on judgement stays ungraded."""

Marked = dict[str, set[int]]
"""Word numbers by label."""


def grade(exercise: Question, response: Response) -> Result:
    """Graded where the item has one key; compared, and scored only by people's own agreement, where it has coders."""
    count, key = len(exercise["words"]), exercise["key"]
    labels = [label["id"] for label in exercise["labels"]]
    marked = read_marks(response.get("words"), labels, count)
    if not any(marked.values()):
        return unanswered("marks")
    if "coders" in key:
        return graded(_beside_people(marked, key["coders"], labels, count), _beside_coders(marked, key, labels))
    wanted = {label: {n for mark in key["marks"] if mark["label"] == label for n in mark["head"]} for label in labels}
    optional = {n for mark in key["marks"] for n in _span(mark)} - set().union(*wanted.values())
    counted = {label: words - optional for label, words in marked.items()}
    said = [_found(number, mark, exercise["words"], marked) for number, mark in enumerate(key["marks"])]
    for label in labels:
        said += _strays(label, counted[label] - wanted[label], key, "wrong")
    return graded(_agreement(wanted, counted, count - len(optional), floor=0.0), said)


def _agreement(a: Marked, b: Marked, count: int, floor: float = -1.0) -> float:
    """Half for where (kappa over the words, marked or not), half for which (the mean over the labels of the kappa of
    each, so that every word under the commonest label earns nothing); no kappa counts for less than ``floor``.
    """
    where = kappa(set().union(*a.values()), set().union(*b.values()), count)
    which = sum(max(floor, kappa(a[label], b[label], count)) for label in a) / len(a)
    return (max(floor, where) + which) / 2


def _beside_people(marked: Marked, coders: list[dict[str, Any]], labels: list[str], count: int) -> float | None:
    """Mean agreement with the people who coded the passage, over their own; None until enough of them agree."""
    people = [read_marks(coder["words"], labels, count) for coder in coders if coder["kind"] == "person"]
    pairs = [_agreement(a, b, count) for a, b in combinations(people, 2)]
    among = sum(pairs) / len(pairs) if pairs else 0.0
    if among < LEAST_AGREEMENT:
        return None
    return min(1.0, max(0.0, sum(_agreement(p, marked, count) for p in people) / len(people) / among))


def _beside_coders(marked: Marked, key: dict[str, Any], labels: list[str]) -> list[dict[str, Any]]:
    """For every passage that a coder marked: ``shared``, ``differs`` (another label) or ``theirs``; and for every
    further mark ``yours``. None is right or wrong.
    """
    said = []
    for number, passage in enumerate(key["passages"]):
        span = set(range(passage["from"], passage["to"] + 1))
        mine = [label for label in labels if span & marked[label]]
        hit = "theirs" if not mine else "shared" if passage["label"] in mine else "differs"
        said.append({"about": f"passage-{number}", "verdict": hit, "text": passage["said"]})
    coded = {n for passage in key["passages"] for n in _span(passage)}
    for label in labels:
        said += _strays(label, marked[label] - coded, key, "yours")
    return said


def read_marks(given: object, labels: list[str], count: int) -> Marked:
    """The marks in a response; whatever is not the number of a word is left out."""
    given = given if isinstance(given, dict) else {}
    marked = {}
    for label in labels:
        numbers = given.get(label)
        numbers = numbers if isinstance(numbers, list) else []
        # JSON has one sort of number: 3 and 3.0 are the same word, True is none.
        marked[label] = {int(n) for n in numbers if type(n) in (int, float) and n == n // 1 and 0 <= n < count}
    return marked


def _span(mark: dict[str, Any]) -> range:
    return range(mark["from"], mark["to"] + 1)


def _found(number: int, mark: dict[str, Any], words: list[str], marked: Marked) -> dict[str, str]:
    """What is told of one mark of the key: how much of its head was found, and which words of it are missing."""
    mine, about = marked[mark["label"]], f"mark-{number}"
    if mine.isdisjoint(_span(mark)):
        return {"about": about, "verdict": "missed", "text": mark["missed"]}
    missing = [words[n] for n in mark["head"] if n not in mine]
    if not missing:
        return {"about": about, "verdict": "right", "text": mark["found"]}
    return {"about": about, "verdict": "partly", "text": f"Still missing: “{' '.join(missing)}”. {mark['found']}"}


def _strays(label: str, words: set[int], key: dict[str, Any], verdict: str) -> list[dict[str, str]]:
    """One word of feedback for every run of words that the key does not have under this label."""
    runs: list[list[int]] = []
    for word in sorted(words):
        if runs and runs[-1][-1] == word - 1:
            runs[-1].append(word)
        else:
            runs.append([word])
    beside = {n for mark in key["marks"] if mark["label"] == label for n in _span(mark)}
    said = []
    for run in runs:
        decoys = [d["feedback"] for d in key["decoys"] if d["from"] <= run[-1] and run[0] <= d["to"]]
        text = (
            decoys[0] if decoys else key["otherwise"] if beside.isdisjoint((run[0] - 1, run[-1] + 1)) else key["wider"]
        )
        said.append({"about": f"words-{label}-{run[0]}-{run[-1]}", "verdict": verdict, "text": text})
    return said
