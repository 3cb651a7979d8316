"""What the measures give back of readers whose skill is known, and what these are told, by the number of answers."""

import random
from dataclasses import dataclass
from statistics import fmean

from whosaysso.measures.calibration import calibration
from whosaysso.measures.chance import quantile
from whosaysso.measures.estimate import TAIL
from whosaysso.measures.signal import signal
from whosaysso.work.judged import belief_said, sureness_said
from whosaysso.work.known_readers import Sort, Yes, answers, judged

READERS = 300
"""So many of each sort go through the exercises."""


@dataclass(frozen=True)
class Back:
    """What came back of many readers of one sort: of the measure the mean and where 95 of 100 readers lie.

    ``held`` is how many of 100 intervals hold what was put in, ``told`` how many of 100 readers are told each thing.
    """

    many: int
    put: float
    mean: float
    low: float
    high: float
    held: int
    told: dict[str, int]


def sureness_back(sort: Sort, many: int, readers: int = READERS) -> Back:
    """How much surer than right readers of a sort come out, and what they are told, from so many answers each."""
    dice = random.Random(many)  # noqa: S311
    found, truths, words, held = [], [], [], 0
    for _ in range(readers):
        given, truth = answers(sort, many, dice)
        measured = calibration(given)
        if measured and measured.over:
            found.append(measured.over.value)
            held += measured.over.low <= truth <= measured.over.high
            words.append(sureness_said(measured))
        truths.append(truth)
    return back_of(many, fmean(truths), found, held, words, ("surer than right", "more often than you were sure"))


def belief_back(calls: Yes, many: int, put: float, measure: str = "dprime", readers: int = READERS) -> Back:
    """What comes out of ``dprime``, ``bias`` or ``difference``, and what is told, from so many claims of each sort."""
    dice = random.Random(many)  # noqa: S311
    found, words, held = [], [], 0
    for _ in range(readers):
        if measured := signal(*judged(calls, many, dice)):
            one = getattr(measured, measure)
            found.append(one.value)
            held += one.low <= put <= one.high
            words.append(belief_said(measured))
    return back_of(many, put, found, held, words, ("better than chance", "You are slow", "You are quick"))


def back_of(many: int, put: float, found: list[float], held: int, words: list[str], things: tuple[str, ...]) -> Back:
    """All that came back of readers or classes of one sort; ``things`` are looked for in the words."""
    ordered = sorted(found)
    told = {thing: round(100 * fmean(thing in said for said in words)) for thing in things}
    return Back(
        many,
        put,
        fmean(ordered),
        quantile(ordered, TAIL),
        quantile(ordered, 1 - TAIL),
        round(100 * held / len(ordered)),
        told,
    )
