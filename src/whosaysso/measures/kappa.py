"""Agreement beyond chance of two who have marked the same things: Cohen's kappa.

Cohen, J. (1960). Educational and Psychological Measurement, 20, 37–46. doi:10.1177/001316446002000104
"""

from collections.abc import Set


def beyond_chance(observed: float, expected: float) -> float:
    """The share of what chance leaves open; 0 where chance explains all."""
    return 0.0 if expected == 1 else (observed - expected) / (1 - expected)


def kappa(a: Set[int], b: Set[int], count: int) -> float:
    """Of two sets of yes-decisions over ``count`` things, which are numbered from 0; at most 1."""
    both = len(a & b)
    observed = (count - len(a) - len(b) + 2 * both) / count
    return beyond_chance(observed, (len(a) * len(b) + (count - len(a)) * (count - len(b))) / (count * count))
