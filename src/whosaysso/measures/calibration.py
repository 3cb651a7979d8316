"""Whether one is right as often as one is sure: the Brier score, and the shares that were right by how sure one was.

Brier, G. W. (1950). Monthly Weather Review, 78, 1–3. Shares by bins: Lichtenstein, S., Fischhoff, B., & Phillips,
L. D. (1982), in Kahneman, Slovic & Tversky (eds.), Judgment under Uncertainty, 306–334.

What is said of an answer runs in equal steps from *a guess* to *sure*. A guess is right as often as guessing is, and
not never: so its chance is that of guessing, *sure* is 1, and the others lie between.

The interval of a mean fails where hardly any answer is wrong: the few that are there vary too little. So beside it
stands what whoever is as sure as right would differ by; an answer with the chance p has the variance p (1 − p).
"""

from collections.abc import Sequence
from math import fsum, sqrt
from typing import NamedTuple

from whosaysso.measures.estimate import Estimate, Z
from whosaysso.measures.moments import average, mean
from whosaysso.measures.wilson import facility

NOTCHES = 5

Answer = tuple[float, float, float]
"""How sure one was, what guessing earns, and the score: each from 0 to 1."""


class Bin(NamedTuple):
    """The answers of one notch: how sure, how many, the share that should be right, and the share that was."""

    sure: float
    answers: int
    expected: float
    right: Estimate


class Calibration(NamedTuple):
    """Of how many answers; the Brier score (0 is best); how much surer than right, on average; how far from 0 that lies
    by chance, 95 times of 100, for whoever is as sure as right; the notches in use.
    """

    answers: int
    brier: float
    over: Estimate | None
    allowed: float
    bins: list[Bin]


def chance_of(sure: float, guessing: float) -> float:
    """The chance of being right that goes with how sure one is."""
    return guessing + (1 - guessing) * sure


def calibration(answers: Sequence[Answer]) -> Calibration | None:
    """``None`` where there are no answers."""
    if not answers:
        return None
    pairs = [(chance_of(sure, guessing), score) for sure, guessing, score in answers]
    notches: dict[int, list[tuple[float, float]]] = {}
    for (sure, _, _), pair in zip(answers, pairs, strict=True):
        notches.setdefault(int(sure * (NOTCHES - 1) + 0.5), []).append(pair)
    bins = [
        Bin(notch / (NOTCHES - 1), len(here), average([said for said, _ in here]), right)
        for notch, here in sorted(notches.items())
        if (right := facility([score for _, score in here]))
    ]
    return Calibration(
        len(pairs),
        average([(said - score) ** 2 for said, score in pairs]),
        mean([said - score for said, score in pairs]),
        Z * sqrt(max(0.0, fsum(said * (1 - said) for said, _ in pairs))) / len(pairs),
        bins,
    )
