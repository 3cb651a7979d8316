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
    return _alpha([Counter(values) for values in units])


def alpha_between(units: Sequence[Iterable[str]], groups: Sequence[Hashable] | None = None) -> Estimate | None:
    """Alpha with its interval; ``groups`` names for each unit the group with which it is drawn.

    ``None`` where nothing was coded twice, or only one value was ever used: there is nothing to draw from.
    """
    members: dict[Hashable, list[Counter[str]]] = {}
    for group, values in zip(groups if groups is not None else range(len(units)), units, strict=True):
        members.setdefault(group, []).append(Counter(values))
    if (value := _of(list(members.values()))) is None or (ends := bootstrap(list(members.values()), _of)) is None:
        return None
    return Estimate(value, *ends)


def _of(drawn: list[list[Counter[str]]]) -> float | None:
    units = [unit for group in drawn for unit in group if unit.total() > 1]
    return _alpha(units) if len({value for unit in units for value in unit}) > 1 else None


def _alpha(units: list[Counter[str]]) -> float:
    pairable = [(unit, unit.total()) for unit in units if unit.total() > 1]
    values: Counter[str] = Counter()
    disagreeing = 0.0
    for unit, given in pairable:
        values.update(unit)
        disagreeing += (given**2 - sum(n**2 for n in unit.values())) / (given - 1)
    total = values.total()
    if not total:
        raise ValueError("no unit was coded twice")
    expected = (total**2 - sum(n**2 for n in values.values())) / (total - 1)
    return 1 - disagreeing / expected if expected else 1.0
