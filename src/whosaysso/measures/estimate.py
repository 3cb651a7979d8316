"""A figure and how far chance may have moved it."""

from statistics import NormalDist
from typing import NamedTuple

CONFIDENCE = 0.95
"""How often an interval holds what it estimates."""

TAIL = (1 - CONFIDENCE) / 2
"""How often it lies wholly above it; below it as often."""

Z = NormalDist().inv_cdf(1 - TAIL)
"""Standard errors from the middle to the end of an interval, where the estimate is normal."""


class Estimate(NamedTuple):
    """A figure with the lowest and the highest value of its interval of 95 %."""

    value: float
    low: float
    high: float


def around(value: float, error: float, least: float = float("-inf"), most: float = float("inf")) -> Estimate:
    """A normal estimate by its standard error, within the values that are possible."""
    return Estimate(value, max(least, value - Z * error), min(most, value + Z * error))
