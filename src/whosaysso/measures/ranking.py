"""How often one thing of a better kind is rated above one of a worse: the area under the ROC curve.

0.5 is chance, and what a reader gets who rates all alike. Hanley, J. A., & McNeil, B. J. (1982). Radiology, 143,
29–36. doi:10.1148/radiology.143.1.7063747 The interval holds at 0 and 1 too: Newcombe, R. G. (2006). Statistics in
Medicine, 25, 559–573, method 5. doi:10.1002/sim.2324
"""

from collections.abc import Sequence
from math import fsum

from whosaysso.measures.estimate import Estimate, Z


def auc(better: Sequence[float], worse: Sequence[float]) -> Estimate | None:
    """From the ratings of either kind; a tie counts half. ``None`` where one kind is missing."""
    if not better or not worse:
        return None
    won = fsum((b > w) + (b == w) / 2 for b in better for w in worse) / (len(better) * len(worse))
    return Estimate(won, _end(won, 0.0, better, worse), _end(won, 1.0, better, worse))


def _end(value: float, end: float, better: Sequence[float], worse: Sequence[float]) -> float:
    """The value furthest toward ``end`` from which the observed one is no more than chance away, by halving."""
    near, far = value, end
    for _ in range(60):
        middle = (near + far) / 2
        if (value - middle) ** 2 <= Z**2 * _variance(middle, len(better), len(worse)):
            near = middle
        else:
            far = middle
    return near


def _variance(area: float, better: int, worse: int) -> float:
    beside = (better + worse) / 2 - 1
    return area * (1 - area) * (1 + beside * (1 - area) / (2 - area) + beside * area / (1 + area)) / (better * worse)
