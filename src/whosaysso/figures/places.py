"""Where the events were: Balochistan, its neighbours, the towns that accounts name, and the road between them."""

from math import asin, cos, radians, sin, sqrt

from matplotlib.axes import Axes
from matplotlib.patches import Polygon, Rectangle

from whosaysso.figures.drawing import (
    ACCENT,
    ACCENT_SOFT,
    EDGE,
    INK,
    LINE,
    RIGHT,
    RULE,
    SOFT,
    WIDTH,
    Figure,
    sheet,
    svg,
    wrapped,
    write,
)
from whosaysso.figures.evidence import Evidence, dated, evidence, series
from whosaysso.text.case import MAIN
from whosaysso.text.rows import Row

WEST, EAST, SOUTH, NORTH = 60.4, 70.4, 24.4, 32.2
"""The edges of the map in degrees, at which the outlines are cut."""
_NARROW = cos(radians((SOUTH + NORTH) / 2))
_DEGREE = WIDTH / ((EAST - WEST) * _NARROW)
_BOTTOM, _NAMES = (NORTH - SOUTH) * _DEGREE, 96.0

_SIDES = {
    "kalat": ("right", -6, 4),
    "awaran": ("right", -6, 4),
    "zhob": ("right", -6, 4),
    "musakhail": ("right", -6, 4),
    "jhau": ("center", 0, 15),
    "gwadar": ("left", -8, -8),
}
"""How a name stands beside its town, and how far from it, where that is not to the right."""
_LANDS = {
    "Iran": (61.4, 27.5),
    "Afghanistan": (64.4, 30.9),
    "BALOCHISTAN": (64.5, 28.2),
    "Sindh": (68.9, 26.4),
    "Punjab →": (69.3, 29.2),
    "Arabian Sea": (62.6, 24.6),
}
_SCALE = 100
"""How many kilometres the bar in the corner shows."""


def where_it_was(slug: str = MAIN) -> Figure:
    """The towns to which accounts put the events, and the places that could not be put on a map."""
    known = evidence(slug)
    places = {row["id"]: row for row in known.case.layer("places")}
    lost = _lost(known, places)
    drawing, axes = sheet(_BOTTOM + 66 + LINE * sum(len(lines) for _, lines in lost))
    _land(axes, known)
    _road(axes, _highway(places))
    for row in places.values():
        if row["latitude"] and not (row["highway"] and "does not name it" in row["what"]):
            _town(axes, row)
    _legend(axes, _BOTTOM + 16)
    y = write(axes, 2, _BOTTOM + 56, "Not on the map: no coordinates found", weight="bold") + 2
    for near, lines in lost:
        axes.text(2, y, near, va="baseline")
        for line in lines:
            y = write(axes, _NAMES, y, line, color=SOFT)
    return Figure(
        "where-it-was",
        svg(drawing, "where-it-was"),
        caption="Where it was: Balochistan, its neighbours, and the towns to which accounts put the events.",
        finding=_finding(known, places),
        columns=["Place", "Latitude, north", "Longitude, east", "What it is here", "Read in"],
        rows=[
            [
                row["name"],
                row["latitude"] or "not found",
                row["longitude"] or "not found",
                row["what"],
                known.cited(row["sources"]),
            ]
            for row in places.values()
        ],
    )


def kilometres(one: Row, other: Row) -> float:
    """The straight line between two places, along a great circle of a sphere of 6,371 km."""
    (a, b), (c, d) = ([radians(float(row[x])) for x in ("latitude", "longitude")] for row in (one, other))
    return 2 * 6371 * asin(sqrt(sin((c - a) / 2) ** 2 + cos(a) * cos(c) * sin((d - b) / 2) ** 2))


def _highway(places: dict[str, Row]) -> list[Row]:
    return sorted((row for row in places.values() if row["highway"]), key=lambda row: int(row["highway"]))


def _lost(known: Evidence, places: dict[str, Row]) -> list[tuple[str, list[str]]]:
    """The places without coordinates by the towns they are called after, in lines that fit."""
    said: dict[str, list[str]] = {}
    for row in places.values():
        if row["near"]:
            day = dated(known.events[row["event"]]["date"]).removesuffix(" 2025")
            what = f"the bus, {day}" if row["event"] == "bus" else day
            said.setdefault(row["near"], []).append(f"{row['name']} ({what})")
    return [
        (", ".join(places[name]["name"] for name in near.split()), wrapped("; ".join(words), RIGHT - _NAMES))
        for near, words in said.items()
    ]


def _finding(known: Evidence, places: dict[str, Row]) -> str:
    first, last = known.events["four-attacks"]["date"].split("/")
    put: dict[str, int] = {}
    for row in places.values():
        if row["event"] and first <= known.events[row["event"]]["date"] <= last:
            put[row["near"]] = put.get(row["near"], 0) + 1
    put_there = [f"{many} at {places[near]['name']}" for near, many in put.items()]
    lost = sum(not row["latitude"] for row in places.values())
    quetta, kalat, karachi, jhau = (places[name] for name in ("quetta", "kalat", "karachi", "jhau"))
    durand = known.sources["trt-durand"]
    return (
        "Balochistan is the south-west of Pakistan, with Iran to its west, Afghanistan to its north, and Sindh and "
        f"Punjab to its east. Accounts put the {sum(put.values())} attacks of 15 and 16 July at {len(put)} towns "
        f"or near them: {series(put_there)}. "
        f"In a straight line Kalat is about {_round(quetta, kalat)} km from Quetta and {_round(kalat, karachi)} km "
        f"from Karachi, and Jhau about {_round(jhau, kalat)} km from Kalat. "
        f"No coordinates were found for {lost} places, the crossing where the bus was attacked among them. "
        "The border with Afghanistan is drawn as it is held: Pakistan holds it to be permanent, Afghanistan does not "
        f"recognise it ({durand['outlet']}, {dated(durand['date'])}). "
        "Kashmir, disputed between India and Pakistan, lies beyond the map. "
        "The highway is drawn straight from town to town, and the borders of provinces are left out. "
        "Outlines: Natural Earth, in the public domain; towns: GeoNames, CC BY 4.0."
    )


def _round(one: Row, other: Row) -> int:
    return round(kilometres(one, other) / 10) * 10


def _at(longitude: float, latitude: float) -> tuple[float, float]:
    """A point of the world on the sheet, where the east is shortened as in the middle of the map."""
    return (longitude - WEST) * _NARROW * _DEGREE, (NORTH - latitude) * _DEGREE


def _point(row: Row) -> tuple[float, float]:
    return _at(float(row["longitude"]), float(row["latitude"]))


def _land(axes: Axes, known: Evidence) -> None:
    lines: dict[str, list[tuple[float, float]]] = {}
    for row in known.case.layer("outlines"):
        lines.setdefault(row["line"], []).append(_point(row))
    axes.add_patch(Polygon([*lines["coast"], _at(WEST, SOUTH)], facecolor=ACCENT_SOFT, edgecolor="none"))
    axes.add_patch(Rectangle((0.5, 0.5), WIDTH - 1, _BOTTOM - 1, facecolor="none", edgecolor=RULE, linewidth=1))
    axes.plot(*zip(*lines.pop("coast"), strict=True), color=EDGE, linewidth=0.9)
    for border in lines.values():
        axes.plot(*zip(*border, strict=True), color=SOFT, linewidth=1.1, linestyle=(0, (4, 2)))
    for name, place in _LANDS.items():
        weight, colour = ("bold", INK) if name.isupper() else ("normal", SOFT)
        axes.text(*_at(*place), name, ha="center", va="baseline", weight=weight, color=colour)
    x, y = _at(64.35, 24.65)
    long = _SCALE / (2 * 6371 * asin(1) / 180) * _DEGREE
    axes.plot([x, x, x + long, x + long], [y - 3, y, y, y - 3], color=SOFT, linewidth=1)
    axes.text(x + long + 5, y + 2, f"{_SCALE} km", va="baseline", color=SOFT)


def _road(axes: Axes, towns: list[Row]) -> None:
    axes.plot(*zip(*map(_point, towns), strict=True), color=ACCENT, linewidth=1.8)


def _town(axes: Axes, row: Row) -> None:
    x, y = _point(row)
    axes.plot([x], [y], marker="o", markersize=5.5, color=ACCENT, linestyle="")
    align, across, down = _SIDES.get(row["id"], ("left", 6, 4))
    axes.text(x + across, y + down, row["name"], ha=align, va="baseline")


def _legend(axes: Axes, y: float) -> None:
    axes.plot([8], [y - 4], marker="o", markersize=5.5, color=ACCENT, linestyle="")
    axes.text(22, y, "a town of the case", va="baseline", color=SOFT)
    axes.plot([156, 172], [y - 4, y - 4], color=SOFT, linewidth=1.1, linestyle=(0, (4, 2)))
    axes.text(178, y, "a border of Pakistan", va="baseline", color=SOFT)
    axes.plot([0, 16], [y + 12, y + 12], color=ACCENT, linewidth=1.8)
    axes.text(22, y + 16, "the highway from Quetta to Karachi", va="baseline", color=SOFT)
