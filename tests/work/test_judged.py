"""What the first answers tell of a reader: which of them count, what they come to, and when something is said."""

import pytest

from tests.work.attempts import attempt
from tests.work.small_book import PATH
from whosaysso.exercises.topics import find_exercise
from whosaysso.measures.calibration import Calibration
from whosaysso.measures.estimate import Estimate
from whosaysso.measures.signal import Signal, signal
from whosaysso.work.hand_in import HandIn
from whosaysso.work.judged import (
    FEWEST_ANSWERS,
    FEWEST_CLAIMS,
    FEWEST_TO_TELL,
    GUESSED_LEAN,
    Judged,
    Progress,
    belief_said,
    claims_judged,
    first_answers,
    progress,
    said_sure,
    sureness,
    sureness_said,
)

NEVER, ALWAYS = (lambda name: False), (lambda name: True)


def answered(*answers) -> HandIn:
    """A work of these answers, each an exercise with what the attempt says of it, at the exercise as it now is."""
    return HandIn(
        attempts=[
            attempt(minute, exercise=name, **{"version": find_exercise(name).question()["version"], **said})
            for minute, (name, said) in enumerate(answers)
        ]
    )


def test_progress_counts_by_the_rule_of_each_set(small_book):
    """A chapter counts what was answered; of the points the first, the last or the best claim at what is asked now."""
    asked_before = {"version": "0" * 12}
    work = answered(
        ("threshold", {"claimed": 0.5}),  # the first counts
        ("threshold", {"claimed": 1}),
        ("ferry", {"claimed": 1}),  # the last counts
        ("ferry", {"claimed": 0.5}),
        ("ferry", {"claimed": 0.25}),
        ("boats", {"claimed": 1, **asked_before}),  # answered, and asks something else now
        ("weir", {"claimed": 1}),  # is worth nothing
        ("mill", {"claimed": 0.25}),  # the best counts, twice
        ("mill", {"claimed": 0.75}),
        ("mill", {"claimed": 0.5}),
        ("mill", {"claimed": 1, **asked_before}),
        ("roofs", {"claimed": None}),  # nobody knows yet
        ("rewrite", {"claimed": 1}),  # no machine can score it
        ("aside", {"claimed": 1}),  # is not of the path
    )
    rows = progress(work)
    assert rows == [
        Progress("Doors", 1, 1, 0.5, 1.0),
        Progress("The river", 2, 2, 0.25, 1.0),
        Progress("The river", 1, 1, 0.0, 0.0),
        Progress("Test A", 0, 1, 0.0, 0.0),
        Progress("The hill", 3, 5, 1.5, 2.0),
    ]
    assert sum(row.all for row in rows) == len(PATH)
    assert [(row.answered, row.earned) for row in rows] == [
        ("1 of 1", "0.5 of 1"),
        ("2 of 2", "0.3 of 1"),
        ("1 of 1", "–"),
        ("0 of 1", "–"),
        ("3 of 5", "1.5 of 2"),
    ]


@pytest.mark.parametrize(
    ("points", "said"), [(0.0, "0"), (0.24, "0.2"), (0.25, "0.3"), (1.96, "2"), (12.04, "12"), (99.95, "100")]
)
def test_points_are_rounded_as_a_browser_does(points, said):
    """Points are told to a tenth, halves up, and without a tenth of nothing."""
    assert Progress("One", 0, 0, points, 100.0).earned == f"{said} of 100"


def test_first_answer_is_the_first_to_what_is_asked_now(small_book):
    """The first answer counts, whatever came later; one to what the exercise asked before, or to none of the book's,
    does not; those of a test only where they may be told.
    """
    work = answered(
        ("rumour", {"response": {"choice": "c"}, "version": "0" * 12}),
        ("ferry", {}),
        ("rumour", {"response": {"choice": "a"}}),
        ("rumour", {"response": {"choice": "b"}}),
        ("ash-one", {}),
        ("birch-one", {}),
    )
    work.attempts.append(attempt(50, exercise="of-another-book"))
    first = work.attempts
    asked = []
    assert first_answers(work, NEVER) == [
        (find_exercise("ferry"), first[1]),
        (find_exercise("rumour"), first[2]),
    ]
    told = first_answers(work, lambda name: asked.append(name) or name == "test-b")
    assert [(item.id, one) for item, one in told] == [
        ("ferry", first[1]),
        ("rumour", first[2]),
        ("birch-one", first[5]),
    ]
    assert asked == ["test-a", "test-b"], "only of a test is it asked whether it may be told"


def test_how_sure_is_taken_where_it_was_asked_and_scored(small_book):
    """Of an answer count how sure, what guessing earns there, and its score; a guess that was sure of nothing too."""
    firsts = first_answers(
        answered(
            ("rumour", {"confidence": 0, "claimed": 0}),
            ("ferry", {"confidence": 0.75, "claimed": 1}),
            ("roofs", {"confidence": 1, "claimed": 0.5}),
            ("threshold", {"confidence": None, "claimed": 1}),
            ("mill", {"confidence": 0.5, "claimed": None}),
            ("boats", {"confidence": 0.5, "claimed": 1}),  # is not asked there
            ("opinion", {"confidence": 0.5, "claimed": 1}),  # has no score
        ),
        ALWAYS,
    )
    assert said_sure(firsts) == [(0, 0.412, 0), (0.75, 0.325, 1), (1, 0, 0.5)]


def test_claims_are_counted_by_what_the_evidence_does(small_book):
    """Of claims that the evidence supports, and of all others, so many were judged and so many called supported."""
    two = (
        ("mill", {"response": {"classes": {"c1": "supports", "c2": "open", "c3": "supports", "c9": "supports"}}}),
        ("weir", {"response": {"classes": dict.fromkeys(("c1", "c2", "c3", "c4", "c5", "c6"), "supports")}}),
        ("rumour", {"response": {"classes": {"c1": "supports"}}}),  # has no claims
    )
    assert claims_judged(first_answers(answered(*two), ALWAYS)) == Judged(hits=3, sound=4, alarms=5, unsound=5)


@pytest.mark.parametrize("response", [{}, {"classes": ["c1"]}, {"classes": None}], ids=["none", "list", "null"])
def test_damaged_answer_judges_nothing(small_book, response):
    """An answer without classes, or with something else in their place, has judged no claim."""
    assert claims_judged(first_answers(answered(("mill", {"response": response})), ALWAYS)) == Judged(0, 0, 0, 0)


@pytest.mark.parametrize(
    ("supported", "others", "measured"),
    [(FEWEST_CLAIMS, FEWEST_CLAIMS, True), (FEWEST_CLAIMS - 1, 99, False), (99, FEWEST_CLAIMS - 1, False)],
)
def test_claims_enough_of_either_sort(supported, others, measured):
    """Whether claims are told apart is worked out from twenty of either sort on."""
    assert Judged(9, supported, 3, others).signal() == (signal(9, supported, 3, others) if measured else None)


def test_answers_enough_for_a_curve():
    """There is a curve from ten answers on."""
    answer = (0.5, 0.25, 1.0)
    assert sureness([answer] * (FEWEST_ANSWERS - 1)) is None
    assert sureness([answer] * FEWEST_ANSWERS).answers == FEWEST_ANSWERS


FEW = "With fewer than 20 answers, chance could have drawn this curve, so nothing more is said."
AS_OFTEN = "So far you were right about as often as you were sure, as far as these answers can tell."
SURER = "So far you were surer than right, by 26 to 74 points of 100."
LESS = "So far you were right more often than you were sure, by 26 to 74 points of 100."


@pytest.mark.parametrize(
    ("answers", "over", "allowed", "said"),
    [
        (FEWEST_TO_TELL - 1, (0.5, 0.26, 0.74), 0.1, FEW),
        (FEWEST_TO_TELL, None, 0.1, FEW),
        (FEWEST_TO_TELL, (0.5, 0.26, 0.74), 0.1, SURER),
        (FEWEST_TO_TELL, (-0.5, -0.74, -0.26), 0.1, LESS),
        (FEWEST_TO_TELL, (0.15, 0.0, 0.3), 0.1, AS_OFTEN),
        (FEWEST_TO_TELL, (-0.15, -0.3, 0.0), 0.1, AS_OFTEN),
        (FEWEST_TO_TELL, (0.5, 0.26, 0.74), 0.5, AS_OFTEN),
        (FEWEST_TO_TELL, (-0.5, -0.74, -0.26), 0.5, AS_OFTEN),
        (FEWEST_TO_TELL, (0.5, 0.26, 0.74), 0.499, SURER),
    ],
)
def test_sureness_in_words(answers, over, allowed, said):
    """Somebody is called surer than right only where neither the interval nor chance allows the opposite."""
    found = Calibration(answers, 0.2, over and Estimate(*over), allowed, [])
    assert sureness_said(found) == said


APART = "You tell the claims that the evidence supports from those that it does not, better than chance would."
TURNED = "You called claims supported more often where the evidence does not support them."
UNKNOWN = "These claims do not show yet whether you tell the two kinds apart."
SLOW, QUICK = "You are slow to call a claim supported.", "You are quick to call a claim supported."
EVEN = "They show no lean towards belief or doubt."


@pytest.mark.parametrize(
    ("difference", "bias", "said"),
    [
        ((0.1, 0.5), (-0.2, 0.2), (APART, EVEN)),
        ((0.0, 0.5), (-0.2, 0.2), (UNKNOWN, EVEN)),
        ((-0.5, 0.0), (-0.2, 0.2), (UNKNOWN, EVEN)),
        ((-0.5, -0.1), (-0.2, 0.2), (TURNED, EVEN)),
        ((0.1, 0.5), (GUESSED_LEAN, 0.9), (APART, EVEN)),
        ((0.1, 0.5), (GUESSED_LEAN + 0.01, 0.9), (APART, SLOW)),
        ((-0.1, 0.5), (-0.9, 0.0), (UNKNOWN, EVEN)),
        ((-0.1, 0.5), (-0.9, -0.01), (UNKNOWN, QUICK)),
    ],
)
def test_belief_in_words(difference, bias, said):
    """Something is said only where the whole interval says it; a lean to doubt only beyond that of whoever guesses."""
    dprime, *rest = (Estimate(sum(ends) / 2, *ends) for ends in ((-9.0, 9.0), bias, difference))
    assert belief_said(Signal(dprime, *rest)) == " ".join(said)


def test_lean_of_whoever_guesses():
    """Who picks one of three verdicts at random says *supported* to one claim in three, which is a bias of 0.43."""
    assert pytest.approx(0.4307, abs=1e-4) == GUESSED_LEAN
