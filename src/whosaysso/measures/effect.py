"""What the same people gained between two tests: in points, and in standard deviations of the scores.

The gain has the interval of Student's t on the differences. The size is the gain over the square root of the mean of
the two variances, with the interval of Bonett, D. G. (2008). Psychological Methods, 13, 99–109.
doi:10.1037/1082-989X.13.2.99
"""

from collections.abc import Sequence
from math import sqrt
from typing import NamedTuple

from whosaysso.measures.estimate import Estimate, around
from whosaysso.measures.moments import average, correlation, mean, variance


class Effect(NamedTuple):
    """How many people, their two means, the gain (later minus earlier), and its size (``None`` where all are alike)."""

    people: int
    before: float
    after: float
    gain: Estimate
    size: Estimate | None


def effect(before: Sequence[float], after: Sequence[float]) -> Effect | None:
    """Of the same people in the same order; ``None`` for fewer than two."""
    gain = mean([later - earlier for earlier, later in zip(before, after, strict=True)])
    if gain is None:
        return None
    earlier, later, count = variance(before), variance(after), len(before)
    together = correlation(before, after) or 0.0
    size = size_of(gain.value, (earlier, later), together, count) if earlier + later else None
    return Effect(count, average(before), average(after), gain, size)


def size_of(gain: float, variances: tuple[float, float], correlated: float, count: int) -> Estimate:
    """The size of a gain from summary figures: the two variances, their correlation, the number of people."""
    one, other = variances
    pooled = (one + other) / 2
    size = gain / sqrt(pooled)
    spread = size**2 * (one**2 + other**2 + 2 * correlated**2 * one * other) / (8 * pooled**2 * (count - 1))
    spread += (one + other - 2 * correlated * sqrt(one * other)) / (pooled * (count - 1))
    return around(size, sqrt(spread))
