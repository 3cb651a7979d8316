"""How many origins stand behind how many outlets."""

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from whosaysso.figures.drawing import ACCENT, ACCENT_SOFT, EDGE, LINE, RIGHT, SOFT, Figure, sheet, svg, wrapped, write
from whosaysso.figures.evidence import ORIGINS, Evidence, evidence
from whosaysso.text.case import MAIN

SIDES = {"claims": "the groups’ numbers", "officials": "three dead on the bus"}
"""The two things that outlets report, in the words of the explorer."""
_HEAD, _PITCH, _NAMES, _BOX = 48.0, 17.0, 132.0, 196.0


def outlets(known: Evidence, side: str) -> dict[str, tuple[list[str], str]]:
    """The outlets that report one side, in the order of the file, each with the origins that can be placed,
    and where it was read.
    """
    if side == "claims":
        rows = known.accounts("four-attacks", "relay")
    else:
        rows = [row for row in known.accounts("bus") if row["role"] != "armed-group" and row["killed_low"]]
    found: dict[str, tuple[list[str], str]] = {}
    for row in rows:
        origins, cited = found.get(known.outlet(row), ([], known.cited(row["sources"].split()[0])))
        found[known.outlet(row)] = (
            [*origins, *(o for o in row["origin"].split() if o not in (*origins, "unnamed"))],
            cited,
        )
    return found


def behind(many: int, side: str = "claims", slug: str = MAIN, name: str = "behind") -> Figure:
    """The first so many outlets that report one side, each joined to the origins it rests on."""
    known = evidence(slug)
    every = outlets(known, side)
    shown = dict(list(every.items())[:many])
    order = [origin for origin in ORIGINS if any(origin in origins for origins, _ in every.values())]
    reached = [origin for origin in order if any(origin in origins for origins, _ in shown.values())]
    drawing, axes = sheet(_HEAD + _PITCH * len(every) + 6)
    axes.text(0, 26, _counted(len(shown), "outlet"), va="baseline", weight="bold", size=17)
    axes.text(RIGHT, 26, _counted(len(reached), "origin"), va="baseline", weight="bold", size=17, ha="right")
    middle = {origin: _HEAD + _PITCH * len(every) * (place + 0.5) / len(order) for place, origin in enumerate(order)}
    for origin in order:
        _origin(axes, middle[origin], origin, origin in reached)
    for place, outlet in enumerate(every):
        y = _HEAD + _PITCH * (place + 0.5)
        if outlet not in shown:
            axes.plot([_NAMES], [y], marker="o", markersize=4, color=EDGE, markerfacecolor="none", linestyle="")
            continue
        axes.text(_NAMES - 8, y + 4, outlet, va="baseline", ha="right")
        axes.plot([_NAMES], [y], marker="o", markersize=5, color=ACCENT, linestyle="")
        for origin in shown[outlet][0]:
            axes.plot([_NAMES, _BOX], [y, middle[origin]], color=ACCENT, linewidth=1)
    return Figure(
        name,
        svg(drawing, name),
        caption=f"Outlets that report {SIDES[side]}, and the origins they rest on.",
        finding=_finding(side, shown, reached, len(every)),
        columns=["Outlet", "Rests on", "Read in"],
        rows=[
            [outlet, "; ".join(ORIGINS[origin] for origin in origins), cited]
            for outlet, (origins, cited) in shown.items()
        ],
    )


def _finding(side: str, shown: dict[str, tuple[list[str], str]], reached: list[str], every: int) -> str:
    said = (
        f"{_counted(len(shown), 'outlet')} with {SIDES[side]}, {_counted(len(reached), 'origin')}: "
        f"{', '.join(ORIGINS[origin] for origin in reached)}."
    )
    if len(shown) < every:
        return said
    party = (
        "Both are parties to the conflict."
        if side == "claims"
        else (
            "Police and government belong to a party to the conflict; "
            "the others do not speak for one. Sources without a name cannot be placed and are not counted."
        )
    )
    return (
        f"{said} These are all that were found. {party} "
        "An origin may be right or wrong; one more outlet for it makes it neither."
    )


def _counted(many: int, what: str) -> str:
    return f"{many} {what}{'s' * (many != 1)}"


def _origin(axes: Axes, y: float, origin: str, reached: bool) -> None:
    lines = wrapped(ORIGINS[origin], RIGHT - _BOX - 12, "bold")
    high = LINE * len(lines) + 8
    axes.add_patch(
        Rectangle(
            (_BOX, y - high / 2),
            RIGHT - _BOX,
            high,
            facecolor=ACCENT_SOFT if reached else "none",
            edgecolor=ACCENT if reached else EDGE,
            linewidth=1.1,
            linestyle="-" if reached else (0, (3, 2)),
        )
    )
    if reached:
        write(axes, _BOX + 7, y - high / 2 + 15, ORIGINS[origin], RIGHT - _BOX - 12, weight="bold")
    else:
        axes.text((_BOX + RIGHT) / 2, y + 4, "not yet", va="baseline", ha="center", color=SOFT)
