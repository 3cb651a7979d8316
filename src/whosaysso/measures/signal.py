"""How well two kinds of claims are told apart, and how quick one is to say yes: d′ and bias of signal detection.

A *hit* is a yes to what deserves one, a *false alarm* a yes to what does not. Half a claim is added on each side, so
that a reader without a slip has a figure too (the log-linear correction): Hautus, M. J. (1995). Behavior Research
Methods, Instruments, & Computers, 27, 46–51. doi:10.3758/BF03203619 The variance of d′: Gourevitch, V., & Galanter, E.
(1967). Psychometrika, 32, 25–33. doi:10.1007/BF02289402 The interval of a difference of two shares: Newcombe, R. G.
(1998). Statistics in Medicine, 17, 873–890, method 10.
"""

from math import hypot, sqrt
from statistics import NormalDist
from typing import NamedTuple

from whosaysso.measures.estimate import Estimate, around
from whosaysso.measures.wilson import wilson

_NORMAL = NormalDist()


class Signal(NamedTuple):
    """d′ (0 is chance), bias c (above 0: slow to say yes; below: quick to), and hits minus false alarms (−1 to 1)."""

    dprime: Estimate
    bias: Estimate
    difference: Estimate


def signal(hits: int, signals: int, false_alarms: int, noises: int) -> Signal | None:
    """Of ``signals`` claims that deserve a yes, and ``noises`` that do not; ``None`` where either are missing."""
    hit, alarm = wilson(hits, signals), wilson(false_alarms, noises)
    if hit is None or alarm is None:
        return None
    yes = (hits + 0.5) / (signals + 1), (false_alarms + 0.5) / (noises + 1)
    z, other = map(_NORMAL.inv_cdf, yes)
    error = sqrt(_variance(yes[0], z, signals) + _variance(yes[1], other, noises))
    apart = hit.value - alarm.value
    return Signal(
        around(z - other, error),
        around(-(z + other) / 2, error / 2),
        Estimate(
            apart,
            apart - hypot(hit.value - hit.low, alarm.high - alarm.value),
            apart + hypot(hit.high - hit.value, alarm.value - alarm.low),
        ),
    )


def _variance(share: float, z: float, count: int) -> float:
    return share * (1 - share) / (count * _NORMAL.pdf(z) ** 2)
