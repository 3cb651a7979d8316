"""One event, every account of it, by origin."""

import re
from typing import Any

from matplotlib.axes import Axes

from whosaysso.figures.drawing import EDGE, INK, LOADED, RIGHT, RULE, SOFT, WIDTH, Figure, sheet, svg
from whosaysso.figures.evidence import ORIGINS, Evidence, evidence, number, series
from whosaysso.text.case import MAIN
from whosaysso.text.rows import Row

_ABOARD = {"soldiers": r"soldier", "musicians": r"music|qawwali|troupe", "passengers": r"passenger|coach|civilian"}
"""Who was aboard, by the words of the account."""
_COLUMNS = (242.0, 268.0, 294.0)
_NUMBER, _DOTS, _STEP, _A_ROW = 136.0, 162.0, 7.0, 10
_PITCH, _HEAD = 15.5, 74


def accounts_of_the_bus(slug: str = MAIN) -> Figure:
    """Every account of the bus under the origin it traces to: how many were killed, and who was aboard."""
    known = evidence(slug)
    accounts = known.accounts("bus")
    groups = {
        origin: rows for origin in ORIGINS if (rows := [row for row in accounts if row["origin"].split()[0] == origin])
    }
    drawing, axes = sheet(_HEAD + sum(_height(rows) for rows in groups.values()) + 22)
    _head(axes)
    y: float = _HEAD
    for origin, rows in groups.items():
        _group(axes, y, known, origin, rows)
        y += _height(rows)
    _legend(axes, y + 14)
    return Figure(
        "accounts-of-the-bus",
        svg(drawing, "accounts-of-the-bus"),
        caption=f"The attack on the bus on 16 July 2025: {len(accounts)} accounts by the origin they trace to.",
        finding=_finding(known, accounts),
        columns=[
            "Account",
            "Killed",
            "Who was killed",
            "Who was aboard",
            "How they say they know",
            "Traces to",
            "Read in",
        ],
        rows=[
            [
                row["who"],
                number(row),
                row["killed_whom"] or "not said",
                row["aboard"] or "not said",
                row["how_known"],
                series([ORIGINS[origin] for origin in row["origin"].split()]),
                known.cited(row["sources"]),
            ]
            for row in accounts
        ],
    )


def _finding(known: Evidence, accounts: list[Row]) -> str:
    said = [int(row["killed_low"]) for row in accounts if row["killed_low"]]
    most, least = max(said), min(said)
    many, few = ([row for row in accounts if row["killed_low"] == str(n)] for n in (most, least))
    traced = [row["origin"].split()[0] for row in few]
    behind = list(dict.fromkeys(ORIGINS[origin] for origin in traced if origin != "unnamed"))
    nameless = traced.count("unnamed")
    soldiers = [row for row in accounts if _aboard(row)["soldiers"]]
    others = [f"{known.outlet(row)}, from {ORIGINS[row['origin']]}" for row in soldiers if row not in many]
    return (
        f"{most} killed, all soldiers, traces to one origin: {ORIGINS[many[0]['origin']]}, "
        "which has musicians aboard too. "
        f"{least} or “at least” {least} killed stands in {len(few)} of the {len(accounts)} accounts, "
        f"and these trace to {len(behind)} origins: "
        f"{', '.join(behind)}. Of them, police and government belong to a party to the conflict. "
        f"{_nameless(nameless)}"
        f"{len(soldiers)} accounts put soldiers on the bus: the BLA’s, and {series(others)}. "
        "Who else was aboard is not known; that there were no soldiers is not established. "
        "Outlets that only pass on the BLA’s number are not counted here."
    )


def _nameless(many: int) -> str:
    """What the reader is told of accounts that rest on people without a name."""
    if not many:
        return ""
    rest = "One of these accounts rests" if many == 1 else f"{many} of these accounts rest"
    return f"{rest} on people without a name, who cannot be placed and are not counted. "


def _aboard(row: Row) -> dict[str, bool]:
    return {who: bool(re.search(words, row["aboard"])) for who, words in _ABOARD.items()}


def _height(rows: list[Row]) -> float:
    return 25 + sum(map(_deep, rows))


def _deep(row: Row) -> float:
    """How much room a row takes: more where its marks need several lines."""
    return _PITCH + 7.5 * (max(int(row["killed_low"] or 1) - 1, 0) // _A_ROW)


def _head(axes: Axes) -> None:
    axes.text(0, 46, "account", va="baseline", color=SOFT)
    axes.text(_NUMBER, 46, "killed", va="baseline", color=SOFT)
    axes.text(_COLUMNS[-1], 11, "aboard, by its words:", ha="right", va="baseline", color=SOFT)
    for level, (x, who) in enumerate(zip(_COLUMNS, _ABOARD, strict=True)):
        line = 58 - 15 * level
        axes.text(x - 3, line, who, ha="right", va="baseline")
        axes.plot([x, x], [line - 8, _HEAD - 4], color=EDGE, linewidth=0.9)


def _group(axes: Axes, y: float, known: Evidence, origin: str, rows: list[Row]) -> None:
    axes.plot([0, WIDTH], [y, y], color=RULE, linewidth=0.9)
    many = f"{len(rows)} account{'s' * (len(rows) != 1)}"
    axes.text(0, y + 15, f"{ORIGINS[origin][0].upper()}{ORIGINS[origin][1:]}", va="baseline", weight="bold")
    axes.text(RIGHT, y + 15, many, va="baseline", ha="right", color=SOFT)
    y += 25
    marks: dict[str, list[tuple[float, float]]] = {"o": [], "_": []}
    for row in rows:
        axes.text(8, y + 7, known.outlet(row), va="baseline")
        axes.text(_NUMBER, y + 7, number(row), va="baseline", weight="bold" if row["killed_low"] else "normal")
        for x, there in zip(_COLUMNS, _aboard(row).values(), strict=True):
            marks["o" if there else "_"].append((x, y + 3))
        y += _deep(row)
    for shape, places in marks.items():
        axes.plot(
            *zip(*places, strict=True),
            linestyle="",
            marker=shape,
            color=INK if shape == "o" else EDGE,
            markersize=7 if shape == "o" else 4,
        )
    for soldiers in (True, False):
        _killed(axes, y - sum(map(_deep, rows)) + 3, rows, soldiers)


def _killed(axes: Axes, y: float, rows: list[Row], soldiers: bool) -> None:
    """One mark a person: a square a soldier, a ring anybody else."""
    places = []
    for row in rows:
        if ("soldier" in row["killed_whom"]) == soldiers:
            places += [
                (_DOTS + _STEP * (n % _A_ROW), y + 7.5 * (n // _A_ROW)) for n in range(int(row["killed_low"] or 0))
            ]
        y += _deep(row)
    if places:
        axes.plot(*zip(*places, strict=True), **_mark(soldiers))


def _mark(soldiers: bool) -> dict[str, Any]:
    if soldiers:
        return {"marker": "s", "markersize": 4.4, "color": LOADED, "markeredgewidth": 0, "linestyle": ""}
    return {
        "marker": "o",
        "markersize": 4.2,
        "color": INK,
        "markerfacecolor": "none",
        "markeredgewidth": 1,
        "linestyle": "",
    }


def _legend(axes: Axes, y: float) -> None:
    for x, soldiers, words in ((12.0, True, "a soldier killed"), (110.0, False, "another person killed")):
        axes.plot([x], [y - 4], **_mark(soldiers))
        axes.text(x + 7, y, words, va="baseline", color=SOFT)
    axes.text(RIGHT, y, "+ at least", va="baseline", ha="right", color=SOFT)
