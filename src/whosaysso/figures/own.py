"""A reader's own figures from the numbers of the results page: the curve of sureness, and how far they are."""

from collections.abc import Sequence
from math import floor

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from whosaysso.figures.drawing import ACCENT, EDGE, INK, RIGHT, SOFT, Figure, sheet, svg
from whosaysso.measures.calibration import Calibration
from whosaysso.work.judged import Progress, sureness_said

_LEFT, _SIDE, _TOP = 48.0, 226.0, 26.0
"""Points: where the square of the curve begins, and how long its sides are."""
_BAR, _ROW = 9.0, 40.0
_NEAR = 0.12
"""So near the next point stands where the number of answers would be."""


def sureness_curve(found: Calibration, notches: Sequence[str]) -> Figure:
    """How often answers were right, by how often they should be; ``notches`` are the words for how sure one is."""
    drawing, axes = sheet(_TOP + _SIDE + 44)
    _frame(axes)
    for one in found.bins:
        x = _across(one.expected)
        axes.plot([x, x], [_down(one.right.low), _down(one.right.high)], color=ACCENT, linewidth=2)
        axes.plot([x], [_down(one.right.value)], marker="o", markersize=8, color=ACCENT)
        crowded = any(one.expected < other.expected < one.expected + _NEAR for other in found.bins)
        side, beside = ("right", x - 8) if one.expected > 0.9 or crowded else ("left", x + 8)
        below = 14 if one.right.value > 0.9 else -5  # the name of the axis stands above
        axes.text(beside, _down(one.right.value) + below, str(one.answers), ha=side, va="baseline", weight="bold")
    return Figure(
        "sureness-curve",
        svg(drawing, "sureness-curve"),
        caption="How often your answers were right, by how often they should be. Each point has its number of answers.",
        finding=sureness_said(found),
        columns=["You said", "Answers", "Should be right", "Were right"],
        rows=[
            [
                notches[floor(one.sure * (len(notches) - 1) + 0.5)],
                str(one.answers),
                _hundredth(one.expected),
                f"{_hundredth(one.right.value)} ({_hundredth(one.right.low)} to {_hundredth(one.right.high)})",
            ]
            for one in found.bins
        ],
    )


def _frame(axes: Axes) -> None:
    """The axes, and the line on which sureness fits."""
    axes.plot([_across(0), _across(0), _across(1)], [_down(1), _down(0), _down(0)], color=SOFT, linewidth=1)
    axes.plot([_across(0), _across(1)], [_down(0), _down(1)], color=SOFT, linewidth=1, linestyle=(0, (4, 4)))
    for share in (0, 0.5, 1):
        axes.text(_LEFT - 6, _down(share) + 4, f"{share:.0%}", ha="right", va="baseline", color=SOFT)
        axes.text(_across(share), _down(0) + 16, f"{share:.0%}", ha="center", va="baseline", color=SOFT)
    axes.text(_across(0), _TOP - 14, "was right", va="baseline", color=SOFT)
    axes.text(_across(0.5), _down(0) + 34, "should be right", ha="center", va="baseline", color=SOFT)


def _across(share: float) -> float:
    return _LEFT + _SIDE * share


def _down(share: float) -> float:
    return _TOP + _SIDE * (1 - share)


def _hundredth(share: float) -> str:
    """Rounded as a browser does, halves up."""
    return f"{floor(100 * share + 0.5)}%"


def progress_bars(rows: Sequence[Progress]) -> Figure:
    """How many exercises of each chapter of the path are answered."""
    drawing, axes = sheet(len(rows) * _ROW)
    for number, row in enumerate(rows):
        y, wide = number * _ROW, RIGHT - 1
        axes.text(0.5, y + 14, row.title, va="baseline", color=INK)
        axes.text(RIGHT, y + 14, row.answered, ha="right", va="baseline", color=SOFT)
        axes.add_patch(Rectangle((0.5, y + 20), wide, _BAR, facecolor="none", edgecolor=EDGE, linewidth=1))
        if row.done:
            axes.add_patch(Rectangle((0.5, y + 20), wide * row.done / row.all, _BAR, facecolor=ACCENT, linewidth=0))
    return Figure(
        "progress",
        svg(drawing, "progress"),
        caption="The path: how many exercises of each chapter you have answered.",
        finding=f"You have answered {sum(r.done for r in rows)} of {sum(r.all for r in rows)} exercises of the path.",
        columns=["Chapter", "Answered", "Points"],
        rows=[[row.title, row.answered, row.earned] for row in rows],
    )
