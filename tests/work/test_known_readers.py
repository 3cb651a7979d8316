"""Readers whose skill is known: the measures give it back, and nobody is told what is not so."""

import random

import pytest

from whosaysso.authored.folders import PACKAGE
from whosaysso.browser.joined import joined
from whosaysso.measures.calibration import calibration
from whosaysso.measures.ranking import auc
from whosaysso.measures.signal import signal
from whosaysso.work.given_back import belief_back, sureness_back
from whosaysso.work.judged import FEWEST_CLAIMS, FEWEST_TO_TELL, belief_said, sureness_said
from whosaysso.work.known_classes import discrimination_back, gain_back, surer_back
from whosaysso.work.known_readers import (
    FAIR,
    GUESSER,
    SURE,
    SURER,
    answers,
    by_feeling,
    by_knowing,
    claims,
    judged,
    tasks,
)

MOST_MISLED = 6
"""Of 100 readers, so many may be told what is not so of them: 2.5 by the interval, and the rest by chance here."""
NEVER, EVERYTHING = (lambda sound, dice: False), (lambda sound, dice: True)


@pytest.mark.parametrize("sort", [FAIR, SURE, GUESSER, SURER], ids=lambda sort: sort.name)
def test_sureness_comes_back(sort):
    """How much surer than right readers are comes back on average, and nearer the truth with more answers."""
    backs = [sureness_back(sort, many) for many in (10, FEWEST_TO_TELL, 40)]
    for back in backs:
        assert back.mean == pytest.approx(back.put, abs=0.025)
    assert backs[0].high - backs[0].low > backs[1].high - backs[1].low > backs[2].high - backs[2].low
    if sort is not SURER:
        assert max(sum(back.told.values()) for back in backs[1:]) <= MOST_MISLED
    else:
        assert backs[2].told["surer than right"] >= 50 and backs[2].told["more often than you were sure"] == 0
    assert not any(backs[0].told.values()), "with ten answers nothing is said"


@pytest.mark.parametrize("dprime", [0, 1, 2])
def test_skill_comes_back(dprime):
    """The d′ of readers comes back on average, and whoever tells nothing apart is told no other thing."""
    back = belief_back(by_feeling(dprime), FEWEST_CLAIMS, dprime)
    assert back.mean == pytest.approx(dprime, abs=0.1)
    assert back.told["better than chance"] <= MOST_MISLED if dprime == 0 else back.told["better than chance"] >= 50


@pytest.mark.parametrize("share", [0, 0.3, 0.6, 0.9])
def test_guessing_is_no_lean(share):
    """Whoever knows some claims and guesses the others among three verdicts is told no lean."""
    back = belief_back(by_knowing(share), FEWEST_CLAIMS, 0)
    assert back.told["You are slow"] + back.told["You are quick"] <= MOST_MISLED


@pytest.mark.parametrize(("bias", "told"), [(1.2, "You are slow"), (-1.2, "You are quick")])
def test_strong_lean_is_told(bias, told):
    """A strong lean to doubt or to belief comes back, and is told to most."""
    back = belief_back(by_feeling(1, bias), 2 * FEWEST_CLAIMS, bias, "bias")
    assert back.mean == pytest.approx(bias, abs=0.1) and back.told[told] >= 80


@pytest.mark.parametrize(("calls", "lean"), [(EVERYTHING, "quick"), (NEVER, "slow")], ids=["believes", "distrusts"])
def test_one_answer_for_all_tells_nothing_apart(calls, lean):
    """Whoever believes everything or distrusts everything has 0 for hits minus false alarms, 0.5 for the area."""
    found = judged(calls, 30, random.Random(0))
    measured = signal(*found)
    assert measured.difference.value == measured.dprime.value == 0
    assert f"do not show yet whether you tell the two kinds apart. You are {lean} to" in belief_said(measured)
    ratings = ([1.0] * kind + [0.0] * (30 - kind) for kind in (found.hits, found.alarms))
    assert auc(*ratings).value == 0.5


def test_guesser_is_calibrated_and_unskilled():
    """Whoever only guesses, and says so, is as sure as right, and tells nothing apart."""
    given, truth = answers(GUESSER, len(tasks()), random.Random(4))
    found = calibration(given)
    assert len(found.bins) == 1 and found.over.low <= 0 <= found.over.high and abs(truth) < 0.05
    assert sureness_said(found).startswith("So far you were right about as often as you were sure")
    measured = signal(*judged(by_knowing(0), len(claims()) // 2, random.Random(4)))
    assert measured.difference.low <= 0 <= measured.difference.high


def test_what_is_said_of_a_class_comes_back():
    """A class’s gain and its sureness come back, their intervals hold, and a sound exercise is not called faulty."""
    for back in (gain_back(20, 0.2, 100), gain_back(20, 0.0, 100), surer_back(20, 60)):
        assert back.mean == pytest.approx(back.put, abs=0.03) and back.held >= 88
    assert sum(gain_back(20, 0.0, 100).told.values()) <= 12
    assert discrimination_back(20, 60).told["all below 0"] <= 5


def test_words_are_those_of_the_page(page):
    """From the same figures page and package say the same words of readers of every sort."""
    dice = random.Random(8)
    sure = [
        calibration(answers(sort, many, dice)[0])
        for sort in (FAIR, SURE, GUESSER, SURER)
        for many in (10, 19, 20, 40)
        for _ in range(10)
    ]
    belief = [
        signal(*judged(calls, many, dice))
        for calls in (NEVER, EVERYTHING, by_feeling(-1), by_feeling(1, 0.6), by_feeling(2, -0.6), by_knowing(0.4))
        for many in (20, 40)
        for _ in range(10)
    ]
    page.goto("about:blank")
    theirs = page.evaluate(
        """async ([text, sure, belief]) => {
        const said = await import(URL.createObjectURL(new Blob([text], {type: "text/javascript"})));
        return [sure.map(said.surenessSaid), belief.map(said.beliefSaid)];
    }""",
        [joined(PACKAGE / "browser/judgement/calibrated.js"), [_plain(c) for c in sure], [_plain(s) for s in belief]],
    )
    ours = [[sureness_said(one) for one in sure], [belief_said(one) for one in belief]]
    assert theirs == ours
    assert len({*ours[0]}) > 10 and len({*ours[1]}) >= 5


def _plain(found):
    """A measure as the browser has it."""
    if isinstance(found, list):
        return [_plain(each) for each in found]
    return {name: _plain(each) for name, each in found._asdict().items()} if hasattr(found, "_asdict") else found
