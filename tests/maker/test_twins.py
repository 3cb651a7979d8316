"""What the page that makes exercises does in JavaScript, held to what Python does with the same files."""

import json
import re
from pathlib import Path

import pytest

from tests.conftest import ROOT
from whosaysso.authored.folders import PACKAGE
from whosaysso.browser.fragments import STEPS as READING
from whosaysso.browser.fragments import question_html
from whosaysso.browser.joined import joined
from whosaysso.browser.made import STEPS as MAKING
from whosaysso.browser.made import make_html
from whosaysso.check.blind import too_generous
from whosaysso.check.prose import HEDGE, LOADED, VERDICT
from whosaysso.exercises.made import Made, read_made
from whosaysso.exercises.topics import Topic
from whosaysso.kinds.judge.schema import Judge

CASES = json.loads((Path(__file__).parent / "cases.json").read_text(encoding="utf-8"))
SOUND = [case for case in CASES if not case["lacks"]]
SAME_TREE = """([theirs, item]) => {
    const box = document.createElement("div");
    box.innerHTML = theirs;
    const tree = (node) => node.nodeType === 3 ? node.textContent.replace(/\\s+/g, " ").trim()
        : [node.tagName, Object.fromEntries([...node.attributes].map((a) => [a.name, a.value.trim()]).sort()),
            node.matches(".wss-data, noscript, .wss-gap") ? node.textContent.trim()
                : [...node.childNodes].map(tree).filter((part) => part !== "")];
    const plain = (node) => { node.querySelector(".wss-data").remove(); return node; };
    const both = [box.firstElementChild, exerciseSheet(withKey(item))];
    return both.map((node) => JSON.stringify(tree(plain(node))));
}"""


@pytest.fixture(scope="module")
def twins(browser):
    """A page with the modules, whose functions can be called."""
    modules = joined(
        *(PACKAGE / "browser" / "maker" / f"{name}.js" for name in ("sheet", "doubting", "lacking", "sketching"))
    )
    page = browser.new_context(offline=True).new_page()
    names = "{ withKey, exerciseSheet, lackingIn, doubtsOf, sketchOf }"
    page.set_content(f"<script type=module>{modules}\nObject.assign(window, {names});</script>")
    page.wait_for_function("() => Boolean(window.doubtsOf)")
    yield page
    page.context.close()


def made(case: dict) -> Made:
    """The exercises of a case as Python reads them."""
    return Made.model_validate(
        {"format": "who-says-so/exercises/1", "book": "made-1", "title": "T", "exercises": case["exercises"]}
    )


def test_page_makes_the_same_questions_and_keys(twins):
    """Every sound case is, with its key and its version, the same in both languages."""
    for case in SOUND:
        for item in made(case).exercises:
            authored = next(one for one in case["exercises"] if one["id"] == item.id)
            assert twins.evaluate("withKey", authored) == json.loads(json.dumps(item.with_key())), case["why"]


def test_page_draws_the_same_exercise(twins):
    """Every sound case is the same HTML in both languages, but for white space."""
    for case in SOUND:
        for item in made(case).exercises:
            authored = next(one for one in case["exercises"] if one["id"] == item.id)
            theirs, ours = twins.evaluate(SAME_TREE, [question_html(item, "practice", {"a": 1}), authored])
            assert ours == theirs, case["why"]


def test_page_lacks_what_grading_refuses(twins, tmp_path):
    """What the page holds back is what the reader of keys refuses, and nothing else."""
    for case in CASES:
        lacks = [wanting for item in case["exercises"] for wanting in twins.evaluate("lackingIn", item)]
        assert bool(lacks) == case["lacks"], (case["why"], lacks)
        path = tmp_path / "key.json"
        key = {"format": "who-says-so/exercises/1", "book": "made-1", "title": "T", "exercises": case["exercises"]}
        path.write_text(json.dumps(key, ensure_ascii=False), encoding="utf-8")
        if case["lacks"]:
            with pytest.raises(ValueError):
                read_made(path)
        else:
            read_made(path)


def test_page_asks_what_check_says(twins):
    """The page asks of every sound case what is written beside it, and asks by a rule of check where check refuses."""
    prose = {"loaded": LOADED.pattern, "hedge": HEDGE.pattern, "verdict": VERDICT.pattern}
    checked = {"crowded", "clean", "balance", "even", "longest", "loaded", "hedge", "verdict"}
    for case in SOUND:
        asked = [one["rule"] for one in twins.evaluate("([a, b]) => doubtsOf(a, b)", [case["exercises"], prose])]
        assert sorted(asked) == sorted(case["asks"]), case["why"]
        items = made(case).exercises
        topic = Topic(title="T", case="none", exercises=items)
        uneven = [
            item
            for item in items
            if isinstance(item, Judge)
            and len({sum(c.verdict == v for c in item.claims) for v in ("supports", "contradicts")}) > 1
        ]
        own = " ".join(text for one in case["exercises"] for text in _said(one))
        spoken = LOADED.search(own) or HEDGE.search(own)
        refused = any(item.problems() for item in items) or too_generous(topic) or uneven or spoken
        assert bool(refused) == bool(checked & {*asked}), case["why"]


def test_drafts_are_fair_from_the_start(twins):
    """A draft sorts sentences with and without a source, and takes for a range only numbers of the same things."""
    told = [*["Shots fell."] * 7, "A nurse counted 9 people.", "A clerk counted 12 people.", "Both saw 40 cars."]
    words, pieces, marks = " ".join(told), [], []
    for number, one in enumerate(told):
        start = len(" ".join(told[:number])) + bool(number)
        pieces.append({"start": start, "end": start + len(one), "role": "sentence", "paragraph": 1})
    for exact in ("A nurse", "9 people", "A clerk", "12 people", "40 cars"):
        label, start = "number" if exact[0].isdigit() else "voice", words.index(exact)
        marks.append({"id": exact, "label": label, "start": start, "end": start + len(exact), "created": ""})
    reading = {"words": words, "cut": pieces, "labels": [], "marks": marks, "provenance": {}}
    sort, number = (twins.evaluate("([kind, it]) => sketchOf(kind, it, [])", [k, reading]) for k in ("sort", "number"))
    assert [row["class"] for row in sort["rows"]] == ["k2", "k2", "k2", "k1", "k1"]
    assert number["said"] == {"unit": "people", "low": "9", "high": "12"}
    claims = [row["verdict"] for row in twins.evaluate("(it) => sketchOf('judge', it, [])", reading)["rows"]]
    assert [claims.count(verdict) for verdict in ("supports", "contradicts", "open")] == [2, 2, 1]


def test_page_asks_of_words_that_the_key_leaves_out(twins):
    """Numbers without a mark are named, and words of saying in a sentence that names nobody; not what tempts."""
    says = {"voice": ("A nurse",), "number": ("9 people",)}
    mark = {
        "id": "m", "kind": "mark", "title": "T", "prompt": "P", "reads": "sound", "origin": "O", "otherwise": "No.",
        "text": "A nurse said that 9 people, or ten, were hurt.\nTen were hurt, it is said.\nIn 2025 nobody was hurt.",
        "labels": [{"id": one, "label": one.title()} for one in says],
        "marks": [{"label": one, "exact": it, "found": "F", "missed": "M"} for one, all in says.items() for it in all],
        "decoys": [{"exact": "2025", "feedback": "A year."}],
    }  # fmt: skip
    data = carried()
    asked = twins.evaluate("([a, b, c]) => doubtsOf(a, b, c)", [[mark], data["prose"], data["prompts"]])
    left = [one["words"].split(". ")[0] for one in asked if one["rule"] == "unmarked"]
    assert sorted(left) == [
        "Your key leaves out “it is said” (sentence 2)",
        "Your key leaves out “ten” (sentences 1, 2)",
    ]
    only = {**mark, "labels": mark["labels"][:1], "marks": mark["marks"][:1]}
    asked = twins.evaluate("([a, b, c]) => doubtsOf(a, b, c)", [[only], data["prose"], data["prompts"]])
    assert not [one for one in asked if "“ten”" in one["words"]]  # no numbers are asked for


def carried() -> dict:
    """What the page carries for its module."""
    return json.loads(re.search(r'class="wss-data">(.*?)</script>', make_html(""), re.DOTALL)[1])


def test_lesson_plan_names_every_step():
    """The ten minutes to make go through each step of both pages, in their order, up to the hand-out."""
    plan = (ROOT / "chapters/teaching/this-mornings-article.md").read_text(encoding="utf-8")
    named = re.findall(r"\*([^*]+)\*", plan.split("## Ten minutes")[1].split("## Twenty")[0])
    way = [step for step in (*READING.values(), *MAKING.values()) if step not in ("See", "Compare")]
    assert [step for step in dict.fromkeys(named) if step in way] == way


def _said(part: object) -> list[str]:
    if isinstance(part, str):
        return [part]
    inner = part.values() if isinstance(part, dict) else part if isinstance(part, list) else ()
    return [text for each in inner for text in _said(each)]
