"""Mean, variance and correlation of lists of numbers; and a mean with its interval, by Student's t."""

from collections.abc import Sequence
from math import fsum, sqrt

from whosaysso.measures.beta import t_quantile
from whosaysso.measures.estimate import TAIL, Estimate

_NONE = 1e-12
"""A variance below it is none: all that is left is rounding."""


def average(values: Sequence[float]) -> float:
    """The mean of at least one value."""
    return fsum(values) / len(values)


def variance(values: Sequence[float]) -> float:
    """The variance of at least two values as a sample, over one fewer than there are; 0 where all are alike."""
    middle = average(values)
    found = fsum((value - middle) ** 2 for value in values) / (len(values) - 1)
    return found if found > _NONE else 0.0


def correlation(ones: Sequence[float], others: Sequence[float]) -> float | None:
    """Pearson's r, −1 to 1; ``None`` where either does not vary."""
    if len(ones) < 2 or not (spread := sqrt(variance(ones) * variance(others))):
        return None
    a, b = average(ones), average(others)
    together = fsum((x - a) * (y - b) for x, y in zip(ones, others, strict=True)) / (len(ones) - 1)
    return max(-1.0, min(1.0, together / spread))


def mean(values: Sequence[float]) -> Estimate | None:
    """The mean with the interval of Student's t; ``None`` for fewer than two values."""
    if len(values) < 2:
        return None
    middle = average(values)
    wide = t_quantile(1 - TAIL, len(values) - 1) * sqrt(variance(values) / len(values))
    return Estimate(middle, middle - wide, middle + wide)
