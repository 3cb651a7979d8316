"""The measures against published worked examples and scipy, in Python and in the browser."""

import json
import random
import re
from importlib import import_module

import pytest

from tests.conftest import ROOT
from whosaysso.authored.folders import PACKAGE
from whosaysso.browser.joined import joined
from whosaysso.measures.chance import bootstrap, chance, quantile

CASES = json.loads((ROOT / "tests/measures/cases.json").read_text(encoding="utf-8"))
MODULES = sorted((PACKAGE / "measures").glob("*.js"))
MEASURES = {
    name: function
    for path in MODULES
    if path.with_suffix(".py").exists()
    for name, function in vars(import_module(f"whosaysso.measures.{path.stem}")).items()
    if callable(function)
}


@pytest.fixture(scope="module")
def in_browser(browser):
    """Works measures out in the browser: takes their names and what they are given, all at once."""
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.goto("about:blank")
    page.evaluate(
        """async (text) => {
        window.measures = await import(URL.createObjectURL(new Blob([text], {type: "text/javascript"})));
    }""",
        joined(*MODULES),
    )
    yield lambda asked: page.evaluate(
        "(asked) => asked.map(([name, given]) => measures[name](...given))",
        [[re.sub(r"_(\w)", lambda m: m[1].upper(), name), given] for name, given in asked],
    )
    context.close()


def plain(found):
    """What a measure gives, as JSON has it."""
    if hasattr(found, "_asdict"):
        return {name: plain(value) for name, value in found._asdict().items()}
    return [plain(each) for each in found] if isinstance(found, list) else found


def close(found, due, within=1e-9) -> bool:
    """Whether two results are the same but for rounding."""
    if isinstance(due, dict):
        return (
            isinstance(found, dict) and found.keys() == due.keys() and all(close(found[k], due[k], within) for k in due)
        )
    if isinstance(due, list):
        return isinstance(found, list) and len(found) == len(due) and all(map(close, found, due, [within] * len(due)))
    return found == due if None in (found, due) else found == pytest.approx(due, rel=within, abs=within)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['measure']}: {case['why'][:50]}")
def test_case_in_python(case):
    """Every worked example has the result that is written beside it."""
    found = plain(MEASURES[case["measure"]](*case["given"]))
    assert close(found, case["gives"], case.get("within", 1e-9)), found


def test_cases_in_browser(in_browser):
    """The browser's modules give every worked example the same result."""
    found = in_browser([[case["measure"], case["given"]] for case in CASES])
    wrong = [c["why"] for c, f in zip(CASES, found, strict=True) if not close(f, c["gives"], c.get("within", 1e-9))]
    assert not wrong


def drawn(dice: random.Random) -> list[list]:
    """What each measure may be given, made up."""
    many = dice.randrange(2, 60)
    shares = [dice.choice([0, 0.5, 1, dice.random()]) for _ in range(many)]
    others = [dice.random() for _ in range(many)]
    items = dice.randrange(2, 8)
    codes = [[dice.choice("abc") for _ in range(dice.randrange(0, 4))] for _ in range(many)] + [["a", "b"]]
    return [
        ["facility", [shares]],
        ["mean", [others]],
        ["discrimination", [shares, others]],
        ["effect", [shares, others]],
        ["auc", [shares, others]],
        ["cronbach", [[[dice.choice([0, 0.5, 1]) for _ in range(items)] for _ in range(many)]]],
        ["cohen", [[[dice.choice("abc"), dice.choice("abc")] for _ in range(many)]]],
        ["alpha", [codes]],
        ["alpha_between", [codes, [n // 3 for n in range(len(codes))]]],
        ["signal", [dice.randrange(many + 1), many, dice.randrange(items + 1), items]],
        ["calibration", [[[n % 5 / 4, dice.random() / 2, share] for n, share in enumerate(shares)]]],
    ]


def test_browser_measures_as_python(in_browser):
    """Whatever data the measures are given, both languages give the same figures and intervals."""
    dice = random.Random(18)
    asked = [one for _ in range(12) for one in drawn(dice)]
    for (name, given), theirs in zip(asked, in_browser(asked), strict=True):
        ours = plain(MEASURES[name](*given))
        assert close(theirs, ours), (name, given, ours, theirs)


def test_every_measure_has_its_twin():
    """Every module of measures is there in both languages, but for the normal distribution, which Python has."""
    ours = {path.stem for path in (PACKAGE / "measures").glob("*.py")} - {"__init__"}
    assert {path.stem for path in MODULES} - ours == {"normal"} and ours <= {path.stem for path in MODULES}
    assert {case["measure"] for case in CASES} <= MEASURES.keys()


def test_chance_is_even_and_the_same_each_time():
    """What looks like chance is the same from the same seed, and as often in one tenth as in another."""
    draw, again = chance(1), chance(1)
    values = [draw() for _ in range(20_000)]
    assert values == [again() for _ in values] and values[0] != chance(2)()
    tenths = [sum(n / 10 <= value < (n + 1) / 10 for value in values) for n in range(10)]
    assert sum(tenths) == len(values) and all(1850 < many < 2150 for many in tenths)


def test_bootstrap_holds_the_mean():
    """The interval of a mean by drawing anew is near the one by Student's t, and fails where no draw has a figure."""
    dice = random.Random(0)
    values = [dice.gauss(0, 1) for _ in range(200)]
    low, high = bootstrap(values, lambda drawn: sum(drawn) / len(drawn))
    due = MEASURES["mean"](values)
    assert low == pytest.approx(due.low, abs=0.02) and high == pytest.approx(due.high, abs=0.02)
    assert bootstrap(values, lambda _: None) is None
    assert quantile([0, 1, 2], 0.25) == 0.5 and quantile([3], 0.975) == 3
