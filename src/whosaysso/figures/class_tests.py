"""A class’s tests, from the rows of ``class_answers``: who took two of them, and what they gained."""

from collections import defaultdict
from itertools import combinations
from typing import NamedTuple

from matplotlib.axes import Axes

from whosaysso.check.blind import scored
from whosaysso.exercises.forms import OCCASIONS, read_forms
from whosaysso.exercises.sets import sets_by_exercise
from whosaysso.exercises.topics import find_exercise
from whosaysso.figures.class_exercises import Answers, percent
from whosaysso.figures.drawing import ACCENT, INK, LINE, PAPER, RIGHT, RULE, SOFT, Figure, sheet, svg
from whosaysso.measures.effect import Effect, effect
from whosaysso.measures.estimate import Estimate

_ROW = 64.0


class Gain(NamedTuple):
    """Two occasions, and what those gained who took both, in shares of the points of a test."""

    earlier: str
    later: str
    effect: Effect


def gains(rows: Answers) -> list[Gain]:
    """Of each two occasions, over all forms; a test that was begun counts whole."""
    points: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    every = sets_by_exercise()
    forms: dict[tuple[str, str], str] = {}
    for row in rows:
        if row["topic"] in OCCASIONS and row["score"] is not None:
            points[row["topic"]][row["student"]] += row["points"]
            forms[row["topic"], row["student"]] = every[row["exercise"]].form or ""
    of = {
        form: sum(one.worth(n) for n in one.exercises if scored(find_exercise(n))) for form, one in read_forms().items()
    }
    shares = {when: {who: sum_ / of[forms[when, who]] for who, sum_ in each.items()} for when, each in points.items()}
    found = []
    for earlier, later in combinations((when for when in OCCASIONS if when in shares), 2):
        both = [who for who in shares[earlier] if who in shares[later]]
        measured = effect([shares[earlier][who] for who in both], [shares[later][who] for who in both])
        if measured:
            found.append(Gain(earlier, later, measured))
    return found


def gains_of_the_class(rows: Answers) -> Figure:
    """From one test to the other: a line for each two occasions, between the means of those who took both."""
    found = gains(rows)
    if not found:
        raise ValueError("in these rows nobody took two tests, or the order of the tests is not known")
    drawing, axes = sheet(len(found) * _ROW + LINE)
    for number, one in enumerate(found):
        _draw(axes, number * _ROW, one)
    for share, side in ((0, "left"), (0.5, "center"), (1, "right")):
        axes.text(_at(share), len(found) * _ROW + 8, f"{share:.0%}", ha=side, va="baseline", color=SOFT)
    return Figure(
        "class-tests",
        svg(drawing, "class-tests"),
        caption="What those earned on average who took both tests, the earlier one as an open dot. "
        "On the right is the gain in points of 100, with how far chance may have moved it.",
        finding=_finding(found[0]),
        columns=["From, to", "Students", "Earlier", "Later", "Gain in points of 100"],
        rows=[
            [
                f"{one.earlier}, {one.later}",
                one.effect.people,
                percent(one.effect.before),
                percent(one.effect.after),
                in_points(one.effect.gain),
            ]
            for one in found
        ],
    )


def _draw(axes: Axes, top: float, one: Gain) -> None:
    axes.text(1, top + 12, f"{one.earlier} and {one.later}: {one.effect.people} students", va="baseline")
    axes.text(RIGHT, top + 12, in_points(one.effect.gain), ha="right", va="baseline", weight="bold")
    y, before, after = top + 26, _at(one.effect.before), _at(one.effect.after)
    axes.plot([_at(0), _at(1)], [y, y], color=RULE, linewidth=1.2)
    axes.plot([before, after], [y, y], color=ACCENT, linewidth=3)
    axes.plot([after], [y], marker="o", markersize=9, color=ACCENT)
    axes.plot([before], [y], marker="o", markersize=9, color=ACCENT, markerfacecolor=PAPER)
    left, right = sorted(((before, one.effect.before), (after, one.effect.after)))
    axes.text(left[0] - 2, y + 18, percent(left[1]), ha="right", va="baseline", color=INK)
    axes.text(right[0] + 2, y + 18, percent(right[1]), ha="left", va="baseline", color=INK)


def _at(share: float) -> float:
    return 4 + share * (RIGHT - 8)


def _finding(one: Gain) -> str:
    found = one.effect
    said = f"From {one.earlier} to {one.later}, {found.people} students went from {percent(found.before)} to "
    said += f"{percent(found.after)}: {in_points(found.gain)} points of 100. "
    by_chance = found.gain.low <= 0 <= found.gain.high
    return said + ("Chance alone may do that." if by_chance else "Chance alone seldom does that.")


def signed(share: float) -> str:
    """Points of 100 with their sign."""
    return f"{100 * share:+.0f}".replace("-", "−").replace("+0", "0").replace("−0", "0")


def in_points(found: Estimate) -> str:
    """A gain with its interval."""
    return f"{signed(found.value)} ({signed(found.low)} to {signed(found.high)})"
