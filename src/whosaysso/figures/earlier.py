"""Earlier events: what an armed group said, beside what officials said, and others where they were found."""

import re
from collections import defaultdict
from itertools import pairwise
from math import log
from typing import Any

from matplotlib.axes import Axes
from matplotlib.patches import FancyArrowPatch

from whosaysso.figures.drawing import ACCENT, INK, RIGHT, RULE, SOFT, Figure, length, sheet, svg
from whosaysso.figures.evidence import Evidence, dated, evidence, number, series
from whosaysso.text.case import MAIN
from whosaysso.text.rows import Row

_LEFT, _SPAN, _EVENT, _LINE, _HEAD = 66.0, 196.0, 28.0, 19.0, 26.0
_TICKS = (1, 10, 100)
_OFFICIAL = ("army", "police", "government")
_SIDES = ("BLA", "officials", "unnamed")
"""Who speaks, a line each: the group, the state, and sources without a name that are neither."""


def claims_against_official(slug: str = MAIN) -> Figure:
    """Killed in earlier events, by the group’s word, by officials’ and by others’, each as the numbers moved."""
    known = evidence(slug)
    first = known.events["four-attacks"]["date"]
    events = sorted(
        (
            event
            for event in known.events.values()
            if event["in_text"] == "no" and event["date"] < first and _both(known, event["id"])
        ),
        key=lambda event: event["date"],
    )
    accounts = {event["id"]: known.accounts(event["id"]) for event in events}
    top = max(low for rows in accounts.values() for row in rows for low, _ in _values(row))
    bottom = _HEAD + sum(map(_height, accounts.values()))
    drawing, axes = sheet(bottom + 24)
    _scale(axes, bottom, top)
    y = _HEAD
    for event in events:
        _event(axes, y, event, accounts[event["id"]], top)
        y += _height(accounts[event["id"]])
    return Figure(
        "claims-against-official",
        svg(drawing, "claims-against-official"),
        caption=f"{len(events)} earlier events: how many were killed, as the BLA says, as officials say "
        "and, where found, as unnamed sources say. "
        "Each upright line is ten times the one before.",
        finding=_finding(events, accounts),
        columns=["Event", "When", "Who says so", "Killed", "Who was killed", "Note", "Read in"],
        rows=[
            [
                event["title"],
                dated_span(event["date"]),
                row["who"],
                number(row),
                row["killed_whom"],
                row["note"] or "—",
                known.cited(row["sources"]),
            ]
            for event in events
            for row in accounts[event["id"]]
        ],
    )


def _both(known: Evidence, event: str) -> bool:
    return bool(known.accounts(event, "armed-group") and known.accounts(event, *_OFFICIAL))


def _said(rows: list[Row]) -> dict[str, list[Row]]:
    """The accounts of an event by side, without the sides that are silent."""
    of = [
        _SIDES[0] if row["role"] == "armed-group" else _SIDES[1] if row["role"] in _OFFICIAL else _SIDES[2]
        for row in rows
    ]
    return {side: [row for row, whose in zip(rows, of, strict=True) if whose == side] for side in _SIDES if side in of}


def _height(rows: list[Row]) -> float:
    return _EVENT + _LINE * len(_said(rows))


def _values(row: Row) -> list[tuple[int, str]]:
    """The numbers of an account with their words: of all the dead and, where it tells them apart,
    of the forces alone.
    """
    values = [(int(row["killed_low"]), number(row))]
    if forces := re.match(r"(\d+) of the security forces", row["killed_whom"]):
        values.insert(0, (int(forces[1]), forces[1]))
    return values


def _finding(events: list[Row], accounts: dict[str, list[Row]]) -> str:
    above: list[str] = []
    below: list[str] = []
    moved, parts = [], []
    for event in events:
        said = _said(accounts[event["id"]])
        group, officials = (said[side] for side in _SIDES[:2])
        order = below if int(group[0]["killed_low"]) < int(officials[0]["killed_low"]) else above
        order.append(f"{number(group[0])} against {number(officials[0])} at {_town(event)}")
        parts += [
            f"At {_town(event)} {row['who'].replace(', ', ' said ')} that {row['killed']} people died, "
            f"between the officials’ {number(officials[0])} "
            f"and the BLA’s {number(group[0])}."
            for row in said.get(_SIDES[2], ())
            if int(officials[0]["killed_low"]) < int(row["killed_low"]) < int(group[0]["killed_low"])
        ]
        for speaker, rows in _speakers(accounts[event["id"]]).items():
            parts += [
                f"At {_town(event)} {row['who']} said that {row['killed']} died in all, "
                f"{_values(row)[0][1]} of them of the security forces."
                for row in rows
                if len(_values(row)) > 1
            ]
            if len({row["killed_low"] for row in rows}) > 1:
                moved.append(
                    f"{speaker}’s from {series([number(row) for row in rows]).replace(' and ', ' to ')}"
                    f" at {_town(event)}"
                )
    disputes = [
        f", where the dispute is over {event['disputed'].split(':')[0].lower()}"
        for event in events
        if any(_town(event) in words for words in below)
    ]
    return (
        f"In {len(above)} of the {len(events)} events the BLA’s first number is the higher one; "
        f"in {len(below)} it is the lower: {series(below)}"
        f"{''.join(disputes)}. "
        f"Numbers moved on both sides: {'; '.join(moved)}. "
        f"{_same_day(accounts)} {' '.join(parts)} The cases were found by searching, not sampled: they are examples, "
        "and give no rate. "
        "The official number is the other party’s number, not the truth."
    )


def _same_day(accounts: dict[str, list[Row]]) -> str:
    """Two offices of one state that gave two numbers on one day."""
    for rows in accounts.values():
        days = defaultdict(list)
        for row in rows:
            if row["role"] in _OFFICIAL and (day := re.search(r", on (\d+ \w+)", row["who"])):
                days[day[1]].append((row["who"].split(", on")[0], row))
        for on, said in days.items():
            if len({row["killed_low"] for _, row in said}) > 1:
                year = next(row["date"][:4] for _, row in said)
                return (
                    f"On {on} {year} "
                    + series([f"{who} said {row['killed']}" for who, row in said]).replace("'", "’")
                    + "."
                )
    return ""


def _speakers(rows: list[Row]) -> dict[str, list[Row]]:
    """The accounts of an event by who speaks, in the order in which they were given."""
    said = defaultdict(list)
    for row in rows:
        said[row["who"].split(", ")[0]].append(row)
    return {("the " + who if who == "BLA" else who): found for who, found in said.items()}


def _town(event: Row) -> str:
    named = {"jaffar-2025": "the Jaffar Express", "panjgur-2022": "Panjgur and Nushki", "noshki-2025": "Nushki"}
    return named.get(event["id"], event["id"].split("-")[0].capitalize())


def dated_span(date: str) -> str:
    """One day, or the first and the last, in words."""
    return " to ".join(dated(day) for day in date.split("/"))


def _x(value: float, top: int) -> float:
    return _LEFT + 6 + _SPAN * log(value) / log(top)


def _scale(axes: Axes, bottom: float, top: int) -> None:
    axes.text(2, 12, "killed:", va="baseline", color=SOFT)
    for tick in _TICKS:
        axes.text(_x(tick, top), 12, str(tick), ha="center", va="baseline", color=SOFT)
    axes.add_patch(_arrow(_LEFT + 2, _LEFT + 18, bottom + 13))
    axes.text(_LEFT + 24, bottom + 17, "the same speaker, later", va="baseline", color=SOFT)


def _arrow(a: float, b: float, y: float) -> FancyArrowPatch:
    return FancyArrowPatch(
        (a, y), (b, y), arrowstyle="-|>", mutation_scale=7, color=SOFT, linewidth=1, shrinkA=0, shrinkB=0
    )


def _mark(side: str) -> dict[str, Any]:
    if side == _SIDES[0]:
        return {"marker": "o", "markersize": 8, "color": ACCENT, "linestyle": ""}
    shape = "s" if side == _SIDES[1] else "D"
    return {
        "marker": shape,
        "markersize": 6,
        "markerfacecolor": "none",
        "markeredgewidth": 1.6,
        "color": INK,
        "linestyle": "",
    }


def _event(axes: Axes, y: float, event: Row, rows: list[Row], top: int) -> None:
    axes.text(2, y + 13, _town(event).replace("the J", "J"), va="baseline", weight="bold")
    axes.text(RIGHT, y + 13, dated(event["date"].split("/")[0]), va="baseline", ha="right", color=SOFT)
    for x in (_x(tick, top) for tick in _TICKS):
        axes.plot([x, x], [y + 18, y + _height(rows) - 6], color=RULE, linewidth=0.9, zorder=0)
    for place, (side, said) in enumerate(_said(rows).items()):
        line = y + 29 + _LINE * place
        axes.text(6, line + 4, side, va="baseline")
        values = sorted({value for row in said for value in _values(row)})
        axes.plot([_x(low, top) for low, _ in values], [line] * len(values), **_mark(side))
        for speaker in _speakers(said).values():
            for one, other in pairwise(speaker):
                a, b = (_x(int(row["killed_low"]), top) for row in (one, other))
                axes.add_patch(_arrow(a, b, line + 8.5))
        _labels(axes, line, values, top)


def _labels(axes: Axes, line: float, values: list[tuple[int, str]], top: int) -> None:
    """The least number to the left of its mark, the rest to the right; one in between above."""
    for place, (low, words) in enumerate(values):
        x, first, last = _x(low, top), place == 0, place == len(values) - 1
        if first and (not last or x + 10 + length(words, "bold") > RIGHT):
            axes.text(x - 7, line + 4, words, ha="right", va="baseline", weight="bold")
        elif last:
            axes.text(x + 7, line + 4, words, ha="left", va="baseline", weight="bold")
        else:
            axes.text(x, line - 7, words, ha="center", va="baseline", weight="bold")
