"""A class on each exercise, from the rows of ``class_answers``: the hardest first, beside what guessing earns."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from matplotlib.axes import Axes

from whosaysso.check.blind import guessing
from whosaysso.exercises.sets import set_of
from whosaysso.exercises.topics import find_exercise
from whosaysso.figures.drawing import ACCENT, INK, LINE, RIGHT, RULE, SOFT, Figure, sheet, svg, wrapped
from whosaysso.measures.estimate import Estimate
from whosaysso.measures.wilson import facility

Answers = Iterable[Mapping[str, Any]]
"""Rows as ``class_answers`` gives them."""

FEWEST = 5
"""Answers, below which an exercise is not among those that went worst, unless the class is smaller."""

_FIGURE, _LINE, _GAP = 40.0, 12.0, 14.0
"""Points: the room of the figure beside a title, of the line below it, and below that."""


class Exercise(NamedTuple):
    """One exercise, as the class did on it; ``guessing`` is what answers at random earn, 0…1."""

    title: str
    answered: int
    right: Estimate
    guessing: float


def by_exercise(rows: Answers) -> list[Exercise]:
    """Every scored exercise that somebody answered, the hardest first."""
    scores: dict[str, list[float]] = {}
    for row in rows:
        if row["score"] is not None:
            scores.setdefault(row["exercise"], []).append(row["score"])
    found = [
        Exercise(_title(name), len(each), right, guessing(find_exercise(name)))
        for name, each in scores.items()
        if (right := facility(each))
    ]
    return sorted(found, key=lambda one: one.right.value)


def _title(name: str) -> str:
    form = set_of(name).form
    return find_exercise(name).title + (f" (test {form})" if form else "")


def exercises_of_the_class(rows: Answers, most: int = 12) -> Figure:
    """The exercises that went worst, each with its interval and what guessing earns."""
    every = by_exercise(rows)
    if not every:
        raise ValueError("none of these rows has a score")
    fewest = min(FEWEST, max(one.answered for one in every))
    found = [one for one in every if one.answered >= fewest][:most]
    titles = [wrapped(one.title, RIGHT - _FIGURE) for one in found]
    high = sum(len(lines) * LINE + _LINE + _GAP for lines in titles)
    drawing, axes = sheet(high + LINE)
    y = 0.0
    for one, lines in zip(found, titles, strict=True):
        y = _draw(axes, y, one, lines)
    for share, side in ((0, "left"), (0.5, "center"), (1, "right")):
        axes.text(_at(share), y + 6, f"{share:.0%}", ha=side, va="baseline", color=SOFT)
    return Figure(
        "class-exercises",
        svg(drawing, "class-exercises"),
        caption="The dot is what was earned of what could be. The bar is how far chance may have moved it. "
        "The upright line is what guessing earns.",
        finding=_finding(found),
        columns=["Exercise", "Answered", "Right on average", "Guessing"],
        rows=[[one.title, one.answered, with_reach(one.right), percent(one.guessing)] for one in found],
    )


def _draw(axes: Axes, top: float, one: Exercise, title: list[str]) -> float:
    """One exercise from ``top`` down; gives where the next begins."""
    axes.text(RIGHT, top + LINE - 3, percent(one.right.value), ha="right", va="baseline", weight="bold")
    for n, line in enumerate(title, 1):
        axes.text(1, top + n * LINE - 3, line, va="baseline")
    y = top + len(title) * LINE + _LINE / 2
    axes.plot([_at(0), _at(1)], [y, y], color=RULE, linewidth=1.2)
    axes.plot([_at(one.guessing)] * 2, [y - 6, y + 6], color=INK, linewidth=1.4)
    axes.plot([_at(one.right.low), _at(one.right.high)], [y, y], color=ACCENT, linewidth=3)
    axes.plot([_at(one.right.value)], [y], marker="o", markersize=8, color=ACCENT)
    return y + _LINE / 2 + _GAP


def _at(share: float) -> float:
    return 4 + share * (RIGHT - 8)


def _finding(found: list[Exercise]) -> str:
    worst = found[0]
    blind = [one for one in found if one.right.low <= one.guessing]
    said = f"“{worst.title}” went worst: {percent(worst.right.value)} on average, where guessing earns "
    said += f"{percent(worst.guessing)}. Of these {len(found)} exercises, "
    return said + (f"{len(blind)} cannot be told from guessing." if blind else "all went better than guessing.")


def percent(share: float) -> str:
    """Whole percents, halves up, as in the page for a class."""
    return f"{_whole(share)}\N{NO-BREAK SPACE}%"


def with_reach(found: Estimate) -> str:
    """A share with its interval, as in the page for a class."""
    return f"{percent(found.value)} ({_whole(found.low)}–{_whole(found.high)})"


def _whole(share: float) -> int:
    return int(100 * share + 0.5)
