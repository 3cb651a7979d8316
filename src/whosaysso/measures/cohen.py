"""Cohen's kappa of two coders with any number of values, with its interval.

Its large-sample standard error: Fleiss, J. L., Cohen, J., & Everitt, B. S. (1969). Psychological Bulletin, 72,
323–327. doi:10.1037/h0028106
"""

from collections import Counter
from collections.abc import Sequence
from math import fsum, sqrt

from whosaysso.measures.estimate import Estimate, around
from whosaysso.measures.kappa import beyond_chance


def cohen(pairs: Sequence[tuple[str, str]]) -> Estimate | None:
    """For each thing the values that the two coders gave; ``None`` for none, and where only one value was used."""
    count, cells = len(pairs), Counter((one, other) for one, other in pairs)
    ones, others = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    values = ones.keys() | others.keys()
    if len(values) < 2:
        return None
    expected = fsum(ones[value] * others[value] for value in values) / count**2
    found = beyond_chance(fsum(cells[value, value] for value in values) / count, expected)
    spread = fsum(
        many
        / count
        * (
            (1 - (ones[one] + others[one]) / count * (1 - found)) ** 2
            if one == other
            else ((others[one] + ones[other]) / count * (1 - found)) ** 2
        )
        for (one, other), many in cells.items()
    )
    rest = (found - expected * (1 - found)) ** 2
    return around(found, sqrt(max(0.0, spread - rest) / count) / (1 - expected), -1.0, 1.0)
