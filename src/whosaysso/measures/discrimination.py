"""How far an exercise tells those apart who do well from those who do not: the corrected item-rest correlation.

Each student's score on the exercise beside their score on the *rest*, without it. Henrysson, S. (1963). Psychometrika,
28, 211–218. doi:10.1007/BF02289618 The interval is by Fisher's z: Fisher, R. A. (1921). Metron, 1, 3–32.
"""

from collections.abc import Sequence
from math import atanh, sqrt, tanh

from whosaysso.measures.estimate import Estimate, Z
from whosaysso.measures.moments import correlation

FEWEST = 20
"""Students below whom it says nothing: with 30, a discrimination of .54 lies anywhere from .22 to .75."""


def discrimination(scores: Sequence[float], rest: Sequence[float]) -> Estimate | None:
    """From −1 to 1, for scores on the exercise and on the rest, student by student.

    ``None`` under twenty students, and where everybody scored alike.
    """
    if len(scores) < FEWEST or (found := correlation(scores, rest)) is None:
        return None
    if abs(found) == 1:
        return Estimate(found, found, found)
    wide = Z / sqrt(len(scores) - 3)
    return Estimate(found, tanh(atanh(found) - wide), tanh(atanh(found) + wide))
