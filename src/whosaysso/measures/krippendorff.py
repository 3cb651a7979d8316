"""Agreement beyond chance of any number of coders: Krippendorff's alpha for nominal data, with a bootstrap interval.

Krippendorff, K. (2018). Content Analysis, 4th ed., chapter 12. The interval is a percentile bootstrap over what was
coded: over the units, or over groups of units that belong together, as the words of a sentence do.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence

from whosaysso.measures.chance import bootstrap
from whosaysso.measures.estimate import Estimate


def alpha(units: Iterable[Iterable[str]]) -> float:
    """Krippendorff's alpha of nominal codings.

    Parameters
    ----------
    units
        For each thing that was coded, the values that its coders gave; a coder who gave none is left out.

    Returns
    -------
    float
        1 − observed / expected disagreement, at most 1; 1 where only one value was ever used.

    Raises
    ------
    ValueError
        When no unit has two values that could agree.
    """
    values, disagreeing = _together(map(Counter, units))
    if not values:
        raise ValueError("no unit was coded twice")
    return _alpha(values, disagreeing)


def alpha_between(units: Sequence[Iterable[str]], groups: Sequence[Hashable] | None = None) -> Estimate | None:
    """Alpha with its interval; ``groups`` names for each unit the group with which it is drawn.

    ``None`` where nothing was coded twice, or only one value was ever used: there is nothing to draw from.
    """
    members: dict[Hashable, list[Counter[str]]] = {}
    for group, values in zip(groups if groups is not None else range(len(units)), units, strict=True):
        members.setdefault(group, []).append(Counter(values))
    drawn = [_together(together) for together in members.values()]
    if (value := _of(drawn)) is None or (ends := bootstrap(drawn, _of)) is None:
        return None
    return Estimate(value, *ends)


_Part = tuple[Counter[str], float]
"""What units add to alpha: how often each value was given where two could agree, and how far they disagree."""


def _together(units: Iterable[Counter[str]]) -> _Part:
    values: Counter[str] = Counter()
    disagreeing = 0.0
    for unit in units:
        if (given := unit.total()) > 1:
            values.update(unit)
            disagreeing += (given**2 - sum(n**2 for n in unit.values())) / (given - 1)
    return values, disagreeing


def _added(*parts: _Part) -> _Part:
    values: Counter[str] = Counter()
    for given, _ in parts:
        values.update(given)
    return values, sum(disagreeing for _, disagreeing in parts)


def _of(drawn: list[_Part]) -> float | None:
    values, disagreeing = _added(*drawn)
    return _alpha(values, disagreeing) if len(values) > 1 else None


def _alpha(values: Counter[str], disagreeing: float) -> float:
    total = values.total()
    expected = (total**2 - sum(n**2 for n in values.values())) / (total - 1)
    return 1 - disagreeing / expected if expected else 1.0
