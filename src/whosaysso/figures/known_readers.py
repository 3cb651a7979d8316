"""What the measures give back of readers whose skill is known, by the number of their answers."""

from dataclasses import dataclass

from matplotlib.axes import Axes

from whosaysso.figures.drawing import ACCENT, EDGE, INK, RIGHT, SOFT, Figure, sheet, svg
from whosaysso.work.given_back import READERS, Back, belief_back, sureness_back
from whosaysso.work.known_readers import FAIR, GUESSER, SURER, by_feeling

_LEFT, _ROW, _HEAD, _GAP = 96.0, 19.0, 30.0, 26.0
_MANY = (10, 20, 40)
_SORTS = (GUESSER, FAIR, SURER)
_SKILLS = {0: "tells nothing apart", 1: "tells some apart", 2: "tells most apart"}


@dataclass(frozen=True)
class Panel:
    """One measure: its readers with what came back of them, and the axis on which they are drawn."""

    title: str
    unit: str
    readers: list[tuple[str, list[Back]]]
    low: float
    high: float
    step: float
    places: int
    by: int = 1

    @property
    def high_of_all(self) -> float:
        """How high it is, in points."""
        return _HEAD + len(self.readers) * (_GAP + len(_MANY) * _ROW) + _ROW

    def at(self, value: float) -> float:
        """Where a value stands."""
        return _LEFT + (value - self.low) / (self.high - self.low) * (RIGHT - _LEFT)

    def words(self, value: float) -> str:
        """A value as it is written."""
        return f"{value * self.by:.{self.places}f}".replace("-", "−")


def known_readers() -> Figure:
    """How near a reader's figures come to the truth, by the number of answers."""
    sure = [(sort.name, [sureness_back(sort, many) for many in _MANY]) for sort in _SORTS]
    apart = [
        (f"d′ {skill}: {name}", [belief_back(by_feeling(skill), many, skill) for many in _MANY])
        for skill, name in _SKILLS.items()
    ]
    panels = (
        Panel("Surer than right, in points of 100", "answers", sure, -0.5, 0.5, 0.25, 0, 100),
        Panel("d′, how well claims are told apart", "of each sort", apart, -1.5, 4, 0.5, 1),
    )
    drawing, axes = sheet(sum(panel.high_of_all for panel in panels) + 12)
    top = 12.0
    for panel in panels:
        _draw(axes, top, panel)
        top += panel.high_of_all
    return Figure(
        "known-readers",
        svg(drawing, "known-readers"),
        caption=f"What comes back of readers whose skill is known: {READERS} of each sort, made by a computer, "
        "who answer this book’s exercises. The broken line is what was put in, the dot what comes back on average; "
        "95 of 100 readers lie on the bar.",
        finding=_finding(sure[1][1], apart[2][1]),
        columns=["Readers", "Answers", "Put in", "Came back", "95 of 100 lie between", "Told so, of 100"],
        rows=[_row(panel, name, back) for panel in panels for name, backs in panel.readers for back in backs],
    )


def _row(panel: Panel, name: str, back: Back) -> list[object]:
    shown = [panel.words(each) for each in (back.put, back.mean, back.low, back.high)]
    told = "; ".join(f"{thing}: {many}" for thing, many in back.told.items())
    return [name, f"{back.many} {panel.unit}", *shown[:2], f"{shown[2]} to {shown[3]}", told]


def _draw(axes: Axes, top: float, panel: Panel) -> None:
    """A line for each number of answers, from where 2.5 of 100 readers lie to where 97.5 do."""
    axes.text(0, top, panel.title, va="baseline", weight="bold")
    bottom = top + panel.high_of_all - _ROW - 8
    for n in range(round((panel.high - panel.low) / panel.step) + 1):
        tick = panel.low + n * panel.step
        if panel.by > 1 or tick == int(tick):
            axes.text(panel.at(tick), bottom, panel.words(tick), ha="center", va="baseline", color=SOFT)
    y = top
    for name, backs in panel.readers:
        y += _GAP
        axes.text(0, y, name, va="baseline", color=INK)
        put = panel.at(backs[0].put)
        axes.plot([put, put], [y + 6, y + 6 + len(backs) * _ROW], color=EDGE, linewidth=1.2, linestyle=(0, (3, 2)))
        for back in backs:
            y += _ROW
            axes.text(_LEFT - 12, y + 1, f"{back.many} {panel.unit}", ha="right", va="baseline", color=SOFT)
            axes.plot([panel.at(back.low), panel.at(back.high)], [y - 3, y - 3], color=ACCENT, linewidth=2.4)
            axes.plot([panel.at(back.mean)], [y - 3], marker="o", markersize=6, color=ACCENT)


def _finding(fair: list[Back], skilled: list[Back]) -> str:
    few, many = fair[0], fair[-1]
    some = skilled[1]
    return (
        f"Of readers who are as sure as right, 95 of 100 come out between {100 * few.low:.0f} and {100 * few.high:.0f} "
        f"points with {few.many} answers, and between {100 * many.low:.0f} and {100 * many.high:.0f} with {many.many}. "
        f"Of those with a d′ of 2, they come out between {some.low:.1f} and {some.high:.1f} "
        f"with {some.many} claims of each sort."
    ).replace("-", "−")
