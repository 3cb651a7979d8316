"""Claims as lengths: bars of claims laid end to end, one scale for all,
in which the solid part is what both sides say.
"""

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.patches import FancyArrowPatch, Rectangle

from whosaysso.figures.drawing import ACCENT, ACCENT_SOFT, INK, PAPER, WIDTH, length
from whosaysso.figures.evidence import Claim

LEFT, FULL = 4.0, WIDTH - 30.0
"""Where bars begin, and how long the longest may be, in points."""


def claims_bar(
    axes: Axes,
    y: float,
    claims: Sequence[Claim],
    scale: float,
    height: float = 17,
    *,
    numbers: bool = False,
    agreed: bool = False,
    gap: float = 0,
) -> float:
    """Draw claims end to end from ``y`` down, ``scale`` points a person; gives where the bar ends."""
    x = LEFT
    for claim in claims:
        piece(axes, x, y, claim.killed * scale - gap, height, claim.group)
        both = claim.agreed * scale if agreed else 0
        if both:
            axes.add_patch(Rectangle((x, y), both, height, facecolor=INK, edgecolor=INK, linewidth=1.1))
        words = str(claim.killed)
        if numbers and (room := claim.killed * scale - both) > length(words, "bold") + 3:
            _figure(axes, x + both + room / 2, y, height, words)
        x += claim.killed * scale
    return x


def piece(axes: Axes, x: float, y: float, wide: float, height: float, group: str = "") -> None:
    """A stretch of a bar: plain for the BLA, hatched for the BLF, empty and broken for what is no group's sum."""
    how = {"facecolor": ACCENT_SOFT} if group else {"facecolor": "none", "linestyle": (0, (3, 2))}
    axes.add_patch(
        Rectangle(
            (x, y), wide, height, linewidth=1.1, edgecolor=ACCENT, hatch="////" if group == "BLF" else None, **how
        )
    )


def _figure(axes: Axes, middle: float, y: float, height: float, words: str) -> None:
    half = length(words, "bold") / 2 + 1.5
    axes.add_patch(Rectangle((middle - half, y + 2), 2 * half, height - 4, facecolor=PAPER, edgecolor="none"))
    axes.text(middle, y + height / 2 + 4, words, ha="center", va="baseline", weight="bold")


def onward(axes: Axes, x: float, y: float) -> None:
    """An arrow from the end of a bar: this number or more."""
    axes.add_patch(
        FancyArrowPatch(
            (x, y), (x + 16, y), arrowstyle="-|>", mutation_scale=9, color=ACCENT, shrinkA=1, shrinkB=0, linewidth=1.3
        )
    )
