"""Chance that is the same each time and in both languages, and the bootstrap that is drawn by it.

The generator is mulberry32, by Tommy Ettinger (2017), in the public domain: 32 bits of state, which JavaScript and
Python work out alike. The interval is the percentile bootstrap: Efron, B., & Tibshirani, R. J. (1993). An Introduction
to the Bootstrap, chapter 13.
"""

from collections.abc import Callable, Sequence
from typing import TypeVar

from whosaysso.measures.estimate import TAIL

RESAMPLES = 1000
_BITS = 0xFFFFFFFF

Drawn = TypeVar("Drawn")


def chance(seed: int = 0) -> Callable[[], float]:
    """Numbers from 0 to below 1 that look like chance, one each time that what this gives is called."""
    state = seed & _BITS

    def draw() -> float:
        nonlocal state
        state = (state + 0x6D2B79F5) & _BITS
        t = (state ^ state >> 15) * (state | 1) & _BITS
        t = (t + (t ^ t >> 7) * (t | 61) & _BITS) ^ t
        return (t ^ t >> 14) / 2**32

    return draw


def bootstrap(
    things: Sequence[Drawn], statistic: Callable[[list[Drawn]], float | None], resamples: int = RESAMPLES
) -> tuple[float, float] | None:
    """The interval of a statistic over things drawn anew; a draw for which there is none is left out.

    ``None`` where no draw has one.
    """
    draw, count = chance(), len(things)
    values = [statistic([things[int(draw() * count)] for _ in things]) for _ in range(resamples)]
    found = sorted(value for value in values if value is not None)
    return (quantile(found, TAIL), quantile(found, 1 - TAIL)) if found else None


def quantile(ordered: Sequence[float], share: float) -> float:
    """The value below which a share of the ordered values lies, straight between two neighbours."""
    place = share * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])
