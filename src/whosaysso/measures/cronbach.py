"""How far the exercises of a test measure one thing: Cronbach's alpha, with Feldt's interval.

Cronbach, L. J. (1951). Psychometrika, 16, 297–334. doi:10.1007/BF02310555
Feldt, L. S. (1965). Psychometrika, 30, 357–370. doi:10.1007/BF02289499
"""

from collections.abc import Sequence
from math import fsum

from whosaysso.measures.beta import f_quantile
from whosaysso.measures.estimate import TAIL, Estimate
from whosaysso.measures.moments import variance


def cronbach(table: Sequence[Sequence[float]]) -> Estimate | None:
    """Alpha of a table with a row of scores for each student, who has answered every exercise; at most 1.

    ``None`` for fewer than two students or exercises, and where all did equally well.
    """
    students, items = len(table), len(table[0]) if table else 0
    if students < 2 or items < 2 or not (whole := variance([fsum(row) for row in table])):
        return None
    parts = fsum(variance(column) for column in zip(*table, strict=True))
    alpha = items / (items - 1) * (1 - parts / whole)
    freedom = students - 1, (students - 1) * (items - 1)
    return Estimate(
        alpha, 1 - (1 - alpha) * f_quantile(1 - TAIL, *freedom), 1 - (1 - alpha) * f_quantile(TAIL, *freedom)
    )
