"""Grading is one specification, run twice: in Python and by the module that stands in the built page."""

import json
import math
import random
import re
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import ROOT
from whosaysso.browser.joined import ASKED, page_module
from whosaysso.browser.lean import lean
from whosaysso.exercises.topics import read_topics
from whosaysso.kinds import KINDS
from whosaysso.kinds.grading import RULES, grade
from whosaysso.kinds.grammar import number, places, two_readings, unquoted, words
from whosaysso.kinds.mark.grade import read_marks

EXERCISES = json.loads((ROOT / "tests/kinds/grading_exercises.json").read_text(encoding="utf-8"))
CASES = json.loads((ROOT / "tests/kinds/grading_cases.json").read_text(encoding="utf-8"))
ITEMS = [item for topic in read_topics().values() for item in topic.exercises]
MUTATIONS = 2000


@pytest.fixture(scope="module")
def in_page(browser):
    """``grade`` as the pages carry it: takes exercises, each with many responses. They travel as text: that is fast."""
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.goto("about:blank")
    page.evaluate(
        """async (text) => {
        const { grade } = await import(URL.createObjectURL(new Blob([text], {type: "text/javascript"})));
        window.graded = (asked) => JSON.stringify(JSON.parse(asked).map(([e, rs]) => rs.map((r) => grade(e, r))));
    }""",
        lean(page_module(ASKED)),
    )
    yield lambda *asked: json.loads(page.evaluate("(asked) => graded(asked)", json.dumps(asked)))
    context.close()


def same(ours: dict, theirs: dict) -> bool:
    if None in (ours["score"], theirs["score"]):
        return ours == theirs
    return (
        abs(ours["score"] - theirs["score"]) <= 1e-9
        and ours["feedback"] == theirs["feedback"]
        and ours["missing"] == theirs["missing"]
    )


def test_rules_have_one_number():
    """Both graders say by the same number which rules they are, so that claims by others are not compared."""
    module = (ROOT / "src/whosaysso/kinds/grading.js").read_text(encoding="utf-8")
    assert f"export const RULES = {RULES};" in module


@pytest.mark.parametrize("case", CASES, ids=lambda case: re.sub("[^A-Za-z0-9 ]", "", case["why"])[:60])
def test_case_in_python(case):
    """Every hard case has the score, the verdicts, the words and the gaps that are written beside it."""
    result = grade(EXERCISES[case["exercise"]], case["response"])
    assert result["score"] == (None if case["score"] is None else pytest.approx(case["score"], abs=1e-9))
    assert {f["about"]: f["verdict"] for f in result["feedback"]} == case["verdicts"]
    assert result["missing"] == case["missing"]
    assert [f["text"] for f in result["feedback"]] == case["told"]


@pytest.mark.parametrize(
    ("text", "read", "ways"),
    [
        ("1.000", None, (1000, 1)),
        ("-1.000", None, (-1000, -1)),
        ("\u22121,50", None, (-150, -1.5)),
        ("+27,5", None, (275, 27.5)),
        ("1,5000", None, (15000, 1.5)),
        ("\u0661\u066b\u0665", 1.5, None),
        (" 1'000,000 ", None, None),
        ("1 000.25", 1000.25, None),
        ("0.500", 0.5, None),
        ("1000.000", 1000, None),
        ("", None, None),
        (27, None, None),
    ],
    ids=range(12),
)
def test_a_number_is_read_in_one_way_or_in_two(text, read, ways):
    """What has one reading is that number, and what has two is none but gives both."""
    assert (number(text), two_readings(text)) == (read, ways)


def test_words_are_cut_and_found():
    """Words are runs of letters and digits, quotations fall out whole, and phrases are found where they begin."""
    assert words("It\u2019s \u00c9LAN, a 2nd\u2013one.") == ["it", "s", "\u00c9lan", "a", "2nd", "one"]
    assert words(None) == []
    assert unquoted('The \u201cbrave\u201d and "so-called" two') == "The   and   two"
    found = words("The brave and the braver said so")
    assert [places(found, phrase) for phrase in ("the", "brave", "Brave*", "the brav*", "so", "so said")] == [
        [0, 3],
        [1],
        [1, 4],
        [0, 3],
        [6],
        [],
    ]


def test_what_is_no_number_of_a_word_is_no_mark():
    """Endless numbers and such that are none, which JSON of Python's can hold, mark nothing."""
    given = {"a": [math.inf, -math.inf, math.nan, 2.0, 0, -1, 9, 10], "b": "0"}
    assert read_marks(given, ["a", "b", "c"], 10) == {"a": {0, 2, 9}, "b": set(), "c": set()}
    assert read_marks([0], ["a"], 10) == {"a": set()}


def test_cases_in_page(in_page):
    """The module that pages carry gives every hard case the same result as Python."""
    theirs = in_page(*((EXERCISES[case["exercise"]], [case["response"]]) for case in CASES))
    for case, (one,) in zip(CASES, theirs, strict=True):
        assert same(grade(EXERCISES[case["exercise"]], case["response"]), one), case["why"]


def written(number: float, chance: random.Random) -> str:
    """A number as somebody may write it, in one of three sorts of digits."""
    text = f"{number:g}"
    zero = chance.choice("00٠۰")
    return "".join(chr(ord(zero) + int(c)) if c.isdigit() else c for c in text)


def mutated(exercise: dict, best: dict, chance: random.Random) -> dict:
    """A response made from the key by changing some of it: a little, or nearly all."""
    share = chance.random()
    match exercise["kind"]:
        case "choose" | "poll":
            return {"choice": chance.choice([o["id"] for o in exercise["options"]]) if chance.random() < 0.9 else None}
        case "choose-all":
            return {
                "choices": [
                    o["id"] for o in exercise["options"] if (o["id"] in best["choices"]) != (chance.random() < share)
                ]
            }
        case "number":

            def near(text):
                return written(float(text) + chance.choice([0, 0, 1, -1, 0.5, 4, -4, 6, 40, -30]), chance)

            return {name: near(value) if chance.random() < 0.95 else "many" for name, value in best.items()}
        case "rank":
            order = list(best["order"])
            for _ in range(chance.randrange(6)):
                a, b = chance.randrange(len(order)), chance.randrange(len(order))
                order[a], order[b] = order[b], order[a]
            return {"order": order if chance.random() < 0.95 else order[1:]}
        case "write":
            kept = [word for word in best["text"].split(" ") if chance.random() > share * 0.5]
            chance.shuffle(kept) if chance.random() < 0.3 else None
            return {"text": " ".join(kept)}
        case "sort" | "judge":
            classes = [c["id"] for c in exercise["classes"]]
            return {
                "classes": {
                    s: (chance.choice([*classes, None]) if chance.random() < share else c)
                    for s, c in best["classes"].items()
                }
            }
        case "mark":
            count = len(exercise["words"])
            flip = share * 0.5
            return {
                "words": {
                    label["id"]: [
                        n for n in range(count) if (n in best["words"].get(label["id"], [])) != (chance.random() < flip)
                    ]
                    for label in exercise["labels"]
                }
            }


@pytest.mark.parametrize("kind", KINDS)
def test_page_grades_as_python(kind, in_page):
    """At least 2,000 responses a kind, made by mutating the key, score alike in both, and spread over the range."""
    items = [item for item in ITEMS if item.kind == kind]
    assert items, "no exercise of this kind in the book"
    chance = random.Random(kind)
    scores = []
    for item in items:
        exercise, best = item.with_key(), item.best()
        responses = [mutated(exercise, best, chance) for _ in range(-(-MUTATIONS // len(items)))]
        for response, theirs in zip(responses, in_page((exercise, responses))[0], strict=True):
            ours = grade(exercise, response)
            assert same(ours, theirs), (item.id, response, ours, theirs)
            scores.append(ours["score"])
    assert len(scores) >= MUTATIONS
    if kind in ("write", "poll"):
        assert None in scores and set(scores) <= {None, 0.0}
        return
    scores = [score for score in scores if score is not None]
    tenths = Counter(min(int(score * 10), 9) for score in scores)
    if kind in ("choose", "number"):
        assert len(set(scores)) >= 2 and max(Counter(scores).values()) < 0.9 * len(scores)
    else:
        assert len(tenths) >= 5 and max(tenths.values()) < 0.7 * len(scores), tenths


junk = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-3, 20)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=5)
        | st.dictionaries(
            st.sampled_from(
                [
                    "choice",
                    "choices",
                    "classes",
                    "words",
                    "number",
                    "low",
                    "high",
                    "order",
                    "text",
                    "says",
                    "s1",
                    "c1",
                    "__proto__",
                    "constructor",
                    "length",
                ]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@settings(max_examples=60, derandomize=True, deadline=None)
@given(responses=st.lists(junk, min_size=5, max_size=20))
def test_anything_is_graded_alike(in_page, responses):
    """Whatever a response holds, both graders take it without an error and agree."""
    found = in_page(*((exercise, responses) for exercise in EXERCISES.values()))
    for exercise, all_theirs in zip(EXERCISES.values(), found, strict=True):
        for response, theirs in zip(responses, all_theirs, strict=True):
            assert same(grade(exercise, response), theirs), (exercise["kind"], response)


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.id)
def test_key_scores_one(item):
    """Every exercise's own key scores 1, and nothing scores 0."""
    best = grade(item.with_key(), item.best())
    assert (
        best["score"] == pytest.approx(1, abs=1e-12)
        if best["score"] is not None
        else all(f["verdict"] in ("right", "shared", "recorded") for f in best["feedback"])
    )
    assert grade(item.with_key(), {})["score"] == 0
    assert grade(item.with_key(), {})["missing"]
