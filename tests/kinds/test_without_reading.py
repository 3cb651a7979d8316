"""Answers given without reading: what each strategy answers to one small exercise of its kind."""

import random
from itertools import combinations, permutations, product
from types import SimpleNamespace

import pytest

from whosaysso.kinds import KINDS
from whosaysso.kinds.habits import PICKS, absolute, detail, shared

PROMPT = "Who shut the bridge at Osk?"
TEXTS = [
    "The guards shut it at 9, or at 10.",
    "Nobody knows, not even the guard.",
    "The bridge at Osk was shut by its own office.",
    "A guard did.",
]
PARTS = [{"id": name, "text": text} for name, text in zip("abcd", TEXTS, strict=True)]
CLASSES = [{"id": name, "label": f"{name.upper()} it"} for name in "xyz"]
WORDS = ["The", "tall", "guards", "fired.", "At", "Osk", "nobody", "saw", "It."]
MARKED = {
    "prompt": PROMPT,
    "words": WORDS,
    "sentences": [{"id": "1", "from": 0, "to": 3}, {"id": "2", "from": 4, "to": 8}],
    "labels": [{"id": "says"}, {"id": "hedge"}],
}
COUNTED = {"prompt": "Take 3 from 1,000.", "quotation": {"text": "Of 40 on the bridge (27 of them armed) no2 ran."}}

PICKED = {
    "the longest": "c",
    "the shortest": "d",
    "the middle in length": "a",
    "the odd one out in length": "d",
    "the most detailed": "a",
    "the least detailed": "c",
    "the odd one out in detail": "a",
    "the first with an absolute word": "b",
    "the first without an absolute word": "a",
    "the one that shares most words with the prompt": "c",
    "the one that shares fewest words with the prompt": "b",
}
PLACES = {f"option {n}, or the last": chosen for n, chosen in enumerate("abcddd", 1)}
BOXES = {
    f"box{'es' if len(pattern) > 1 else ''} {', '.join(map(str, pattern))}": "".join(
        "abcd"[n - 1] for n in pattern if n < 5
    )
    for size in range(1, 8)
    for pattern in combinations(range(1, 9), size)
}
HALVES = {
    "the longer half": "ac",
    "the shorter half": "db",
    "all with an absolute word": "b",
    "all without an absolute word": "acd",
}
ORDERS = {
    "the order shown": "abcd",
    "the order shown, turned round": "dcba",
    "the last first": "dabc",
    "the two halves exchanged": "cdab",
    "by length, least first": "dbac",
    "by length, most first": "cabd",
    "by detail, least first": "cdba",
    "by detail, most first": "abdc",
}
THROUGHOUT = {f"class {n} throughout": each * 4 for n, each in enumerate("xyz", 1)}
SORTED = {
    "classes in turn, from 1, up": "xyzx",
    "classes in turn, from 1, down": "xzyx",
    "classes in rows, from 1": "xxyz",
    "classes in turn, from 2, up": "yzxy",
    "classes in turn, from 2, down": "yxzy",
    "classes in rows, from 2": "yyzx",
    "classes in turn, from 3, up": "zxyz",
    "classes in turn, from 3, down": "zyxz",
    "classes in rows, from 3": "zzxy",
} | {
    f"{name}: class {a + 1}, the others {b + 1}": "".join("xyz"[a if fits == "1" else b] for fits in split)
    for name, split in {
        "the longer half": "1010",
        "the more detailed half": "1100",
        "with an absolute word": "0100",
        "with words of the prompt": "1010",
        "with a figure": "1000",
    }.items()
    for a, b in permutations(range(3), 2)
}
JUDGED = {" ".join(pattern): "".join(pattern[:4]).lower() for pattern in product("XYZ", repeat=6)}
PRINTED = {
    "the first number": 40,
    "the last number": 1000,
    "the largest number": 1000,
    "the smallest number": 3,
    "the sum of all numbers": 1070,
    "the largest less the smallest": 997,
}
EVERY = {"every word under label 1": "says 0 1 2 3 4 5 6 7 8", "every word under label 2": "hedge 0 1 2 3 4 5 6 7 8"}
MARKS = {
    f"{name} under label {n}": f"{label} {words}"
    for name, words in {
        "the first three words of every sentence": "0 1 2 4 5 6",
        "the last three words of every sentence": "1 2 3 6 7 8",
        "the first sentence": "0 1 2 3",
        "capitals inside a sentence": "5 8",
    }.items()
    for n, label in enumerate(("says", "hedge"), 1)
}

QUESTIONS = {
    "choose": {"prompt": PROMPT, "options": PARTS},
    "choose-all": {"prompt": PROMPT, "options": PARTS},
    "sort": {"prompt": PROMPT, "classes": CLASSES, "statements": PARTS},
    "judge": {"prompt": PROMPT, "classes": CLASSES, "statements": PARTS},
    "rank": {"prompt": PROMPT, "sources": PARTS},
    "number": {**COUNTED, "range": False},
    "range": {**COUNTED, "range": True},
    "mark": MARKED,
    "write": {"prompt": PROMPT, "quotation": None},
    "poll": {"prompt": PROMPT, "options": PARTS},
}
BLIND = {
    "choose": {"the longest": "c"},
    "choose-all": {"everything": "abcd"},
    "sort": THROUGHOUT,
    "rank": {"the order shown": "abcd"},
    "mark": EVERY,
}
HABITS = {
    "choose": PLACES | PICKED,
    "choose-all": {"everything": "abcd"} | BOXES | PICKED | HALVES,
    "sort": THROUGHOUT | SORTED,
    "judge": THROUGHOUT | SORTED | JUDGED,
    "rank": ORDERS,
    "number": {name: str(value) for name, value in PRINTED.items()},
    "range": {f"{name} and the same again": f"{value} to {value}" for name, value in PRINTED.items()}
    | {"the smallest and the largest": "3 to 1000", "nought and the sum of all": "0 to 1070"},
    "mark": EVERY | MARKS,
}


def briefly(answer: dict) -> str:
    """An answer in a few signs."""
    match answer:
        case {"choice": one}:
            return one
        case {"choices": several} | {"order": several}:
            return "".join(several)
        case {"classes": classes}:
            assert list(classes) == list("abcd")
            return "".join(classes.values())
        case {"number": number}:
            return number
        case {"low": low, "high": high}:
            return f"{low} to {high}"
        case {"words": words}:
            return "; ".join(f"{label} {' '.join(map(str, numbers))}" for label, numbers in words.items())
    raise AssertionError(answer)


@pytest.mark.parametrize("name", QUESTIONS)
def test_strategies_answer_as_they_are_called(name):
    """Each strategy and each habit of a kind is there, and gives the answer that its name says."""
    kind = KINDS["number" if name == "range" else name]
    for played, expected in ((kind.blind, BLIND), (kind.habits, HABITS)):
        answers = list(played(QUESTIONS[name]))
        assert [(strategy, briefly(answer)) for strategy, answer in answers] == list(expected.get(name, {}).items())


@pytest.mark.parametrize(
    ("name", "every"),
    [
        ("choose", set("abcd")),
        ("poll", set("abcd")),
        ("choose-all", {"".join(some) for size in range(5) for some in combinations("abcd", size)}),
        ("sort", {"".join(some) for some in product("xyz", repeat=4)}),
        ("judge", {"".join(some) for some in product("xyz", repeat=4)}),
        ("rank", {"".join(some) for some in permutations("abcd")}),
        ("number", {"40", "27", "3", "1000"}),
        ("range", {f"{low} to {high}" for low, high in product((3, 27, 40, 1000), repeat=2) if low <= high}),
    ],
)
def test_guess_may_be_any_answer(name, every):
    """At random every answer comes, and nothing that is none."""
    kind, chance = KINDS["number" if name == "range" else name], random.Random(1)
    assert {briefly(kind.guess(QUESTIONS[name], chance)) for _ in range(900)} == every


def test_nothing_is_guessed_of_a_text():
    """What is to be written is not guessed, and where no number is printed, it is nought."""
    chance = random.Random(1)
    assert KINDS["write"].guess(QUESTIONS["write"], chance) == {}
    unprinted = {"prompt": "How many crossed?", "quotation": None}
    assert KINDS["number"].guess({**unprinted, "range": False}, chance) == {"number": "0"}
    assert KINDS["number"].guess({**unprinted, "range": True}, chance) == {"low": "0", "high": "0"}
    for ranged in (False, True):
        assert list(KINDS["number"].habits({**unprinted, "range": ranged})) == []


def test_marks_are_guessed_by_runs():
    """A mark more than there are labels, of three words or of as many as are left, each under a label that is drawn."""
    starts, labels = iter([0, 7, 2]), iter(["says", "hedge", "says"])

    def randrange(count):
        assert count == len(WORDS)
        return next(starts)

    def choice(names):
        assert names == ["says", "hedge"]
        return next(labels)

    drawn = KINDS["mark"].guess(MARKED, SimpleNamespace(randrange=randrange, choice=choice))
    assert drawn == {"words": {"says": [0, 1, 2, 2, 3, 4], "hedge": [7, 8]}}
    assert next(starts, None) is None


@pytest.mark.parametrize(
    ("text", "is_absolute", "details", "in_common"),
    [
        ("Everybody was there", True, 0, 0),
        ("ANYTHING, says the guard", True, 1, 0),
        ("Certainly not", True, 0, 0),
        ("The nonetheless knowing guard", False, 0, 0),
        ("Bridge: the bridge, the BRIDGE; (“bridges” – no: 1 ford — 20)", True, 13, 3),
        ("shut2 at a ford", False, 1, 1),
    ],
    ids=range(6),
)
def test_form_of_a_text(text, is_absolute, details, in_common):
    """What is absolute, how much detail there is and how many long words are the prompt's is told by the form alone."""
    assert (absolute(text), detail(text), shared(text, PROMPT)) == (is_absolute, details, in_common)


@pytest.mark.parametrize(
    ("texts", "picked"),
    [
        (["Bridge, bridge; BRIDGE", "No", "The guards, an office and a clerk"], [2, 1, 0, 1, 0, 1, 0, 1, 0, 0, 1]),
        (
            [
                "It is always shut.",
                "The bridge is shut (it says).",
                "A clerk shut it.",
                "Somebody",
                "On a day in 1907, somebody from the office came and shut it without a word.",
            ],
            [4, 3, 0, 4, 4, 0, 4, 0, 1, 1, 3],
        ),
        (["1", "12", "123456789", "1234567890", "12345678901"], [4, 0, 2, 0, 4, 0, 0, 0, 0, 0, 0]),
        (["Yes", "Yes", "Yes"], [0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0]),
    ],
    ids=["three", "five", "figures", "alike"],
)
def test_habits_pick_by_form(texts, picked):
    """Each habit picks the text that its name says, and the first of those that are alike."""
    assert list(PICKS) == list(PICKED)
    assert [pick(texts, PROMPT) for pick in PICKS.values()] == picked
