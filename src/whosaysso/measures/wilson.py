"""A share with Wilson's interval, which stays within 0 and 1 and holds for small classes.

Wilson, E. B. (1927). Journal of the American Statistical Association, 22, 209–212. doi:10.1080/01621459.1927.10502953
"""

from collections.abc import Sequence
from math import fsum, sqrt

from whosaysso.measures.estimate import Estimate, Z


def wilson(successes: float, count: int) -> Estimate | None:
    """The share of successes in ``count`` trials; ``None`` where nothing was tried."""
    if not count:
        return None
    share = successes / count
    shrunk = 1 + Z**2 / count
    middle = (share + Z**2 / (2 * count)) / shrunk
    wide = Z / shrunk * sqrt(max(0.0, share * (1 - share)) / count + Z**2 / (4 * count**2))
    return Estimate(share, max(0.0, min(share, middle - wide)), min(1.0, max(share, middle + wide)))


def facility(scores: Sequence[float]) -> Estimate | None:
    """The mean of scores from 0 to 1: how easy an exercise was for this class.

    Scores between 0 and 1 vary less than right and wrong with the same mean, so for them the interval is rather too
    wide than too narrow.
    """
    return wilson(fsum(scores), len(scores))
