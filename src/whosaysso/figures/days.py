"""Who said what when: the days of July 2025 with their events, and the accounts that carry a day."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from matplotlib.axes import Axes

from whosaysso.figures.drawing import ACCENT, EDGE, INK, LINE, RIGHT, SOFT, Figure, sheet, svg, wrapped, write
from whosaysso.figures.evidence import ORIGINS, Evidence, dated, evidence, number, place, series
from whosaysso.text.case import MAIN, Row

_AXIS, _LEFT, _PITCH, _BETWEEN = 30.0, 42.0, 9.0, 5.0
_NAMES = {"nine": "the nine", "baam": "Operation Baam", "kalat-july-20": "Parod", "four-attacks": "15 and 16 July"}
_TITLES = {"baam": "Operation Baam begins, the BLF says"}
_OPEN: dict[str, Any] = {"markerfacecolor": "none", "markeredgewidth": 1.4, "color": INK}
_MARKS: dict[str, dict[str, Any]] = {
    "a group’s numbers": {"marker": "o", "markersize": 6.5, "color": ACCENT},
    "army, police, government": {"marker": "s", "markersize": 5.5, **_OPEN},
    "relatives, survivors": {"marker": "^", "markersize": 6.5, "color": INK},
    "without a name": {"marker": "D", "markersize": 4.8, **_OPEN},
}
"""Whose words an account rests on in the end, with its mark."""
_OF = {
    "bla": "a group’s numbers",
    "blf": "a group’s numbers",
    "army": "army, police, government",
    "police-government": "army, police, government",
    "relatives-survivors": "relatives, survivors",
    "colleagues": "relatives, survivors",
    "unnamed": "without a name",
}


@dataclass(frozen=True)
class _Said:
    """What the accounts of one day have on one event from one origin."""

    head: str
    mark: dict[str, Any]
    rows: tuple[Row, ...]

    @property
    def heads(self) -> list[str]:
        return wrapped(self.head, RIGHT - _LEFT - _PITCH * len(self.rows) - 4)

    @property
    def what(self) -> list[str]:
        apart = [f"killed: {row['killed']}" for row in self.rows if ";" in row["killed"]]
        killed = apart or [f"{_killed(self.rows)} killed: {'; '.join(_whom(self.rows))}"]
        injured = [int(row[end]) for row in self.rows for end in ("injured_low", "injured_high") if row[end]]
        if injured:
            few, many = min(injured), max(injured)
            killed.append(f"{few} injured" if few == many else f"{few} to {many} injured")
        return wrapped("; ".join(killed), RIGHT - _LEFT)


def who_said_what_when(slug: str = MAIN) -> Figure:
    """The events of 9 to 20 July and the accounts with a day, under the day of the report they were read in."""
    known = evidence(slug)
    events = [row for row in known.events.values() if row["date"].startswith("2025-07") and "/" not in row["date"]]
    days = _days(min(row["date"] for row in events), max(row["date"] for row in events))
    accounts = [row for name in (*(row["id"] for row in events), "four-attacks") for row in known.accounts(name)]
    happened = {day: [_TITLES.get(row["id"], row["title"]) for row in events if row["date"] == day] for day in days}
    said = {day: _said([row for row in accounts if row["date"] == day]) for day in days}
    heights = {day: _height(happened[day], said[day]) for day in days}
    drawing, axes = sheet(sum(heights.values()) + 56)
    y = 16.0
    axes.text(2, 12, "July 2025", va="baseline", color=SOFT)
    axes.plot([_AXIS, _AXIS], [y + 4, y + sum(heights.values())], color=EDGE, linewidth=1, zorder=0)
    for day in days:
        _day(axes, y, day, happened[day], said[day])
        y += heights[day]
    _legend(axes, y + 18)
    return Figure(
        "who-said-what-when",
        svg(drawing, "who-said-what-when"),
        caption=f"Who said what when: {int(days[0][-2:])} to {dated(days[-1])}. "
        "Events in bold; each mark is one account.",
        finding=_finding(known, accounts, days),
        columns=["Day of the report", "Event", "Who says so", "Killed", "Who was killed", "Note", "Read in"],
        rows=[
            [
                dated(row["date"]),
                known.events[row["event"]]["title"],
                known.outlet(row) if row["role"] == "relay" else row["who"],
                number(row),
                row["killed_whom"] or "not said",
                row["note"] or "—",
                known.cited(row["sources"]),
            ]
            for row in sorted(accounts, key=lambda row: (row["date"] not in days, row["date"]))
        ],
    )


def _days(first: str, last: str) -> list[str]:
    start, end = date.fromisoformat(first), date.fromisoformat(last)
    return [(start + timedelta(n)).isoformat() for n in range((end - start).days + 1)]


def _said(rows: list[Row]) -> list[_Said]:
    """The accounts of a day, those of one event that rest on one origin together; a nameless speaker stands alone."""
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        of = _NAMES.get(row["event"]) or place(row["event"])
        whose = ORIGINS[row["origin"].split()[0]]
        if row["role"] == "relay":
            whose = "the groups’ numbers"
        elif row["who"].startswith("unnamed"):
            whose = row["who"]
        groups[f"{of}: {whose}"].append(row)
    return [_Said(head, _MARKS[_OF[rows[0]["origin"].split()[0]]], tuple(rows)) for head, rows in groups.items()]


def _killed(rows: tuple[Row, ...]) -> str:
    """How many the accounts say were killed: ``3``, ``3 or “at least” 3``, or each number."""
    numbers = sorted({number(row) for row in rows})
    if any(n.endswith("+") for n in numbers):
        numbers = [f"“at least” {n.removesuffix('+')}" if n.endswith("+") else n for n in numbers]
    return " or ".join(numbers)


def _whom(rows: tuple[Row, ...]) -> list[str]:
    """Who the dead are, each word once, and none that another says more exactly."""
    found = list(dict.fromkeys(row["killed_whom"].removesuffix(", named") for row in rows))
    return [words for words in found if not any(words != other and other.startswith(f"{words} ") for other in found)]


def _height(happened: list[str], said: list[_Said]) -> float:
    lines = sum(len(wrapped(title, RIGHT - _LEFT, "bold")) for title in happened)
    lines += sum(len(one.heads) + len(one.what) for one in said)
    return LINE * max(lines, 1) + _BETWEEN * (1 + len(said))


def _day(axes: Axes, y: float, day: str, happened: list[str], said: list[_Said]) -> None:
    quiet = not happened and not said
    weight, colour = ("normal", SOFT) if quiet else ("bold", INK)
    axes.text(_AXIS - 9, y + 12, str(int(day[-2:])), ha="right", va="baseline", weight=weight, color=colour)
    axes.plot([_AXIS - 4, _AXIS + (0 if quiet else 4)], [y + 8, y + 8], color=EDGE, linewidth=1)
    y += 12
    for title in happened:
        y = write(axes, _LEFT, y, title, RIGHT - _LEFT, weight="bold")
    for one in said:
        y += _BETWEEN
        for n in range(len(one.rows)):
            axes.plot([RIGHT - 4 - _PITCH * n], [y - 4], linestyle="", **one.mark)
        for line in one.heads:
            y = write(axes, _LEFT, y, line)
        for line in one.what:
            y = write(axes, _LEFT, y, line, color=SOFT)


def _legend(axes: Axes, y: float) -> None:
    for n, (kind, mark) in enumerate(_MARKS.items()):
        x, line = (7 if n % 2 == 0 else 141), y + (LINE + 2) * (n // 2)
        axes.plot([x], [line - 4], linestyle="", **mark)
        axes.text(x + 9, line, kind, va="baseline", color=SOFT)


def _finding(known: Evidence, accounts: list[Row], days: list[str]) -> str:
    drawn = [row for row in accounts if row["date"] in days]
    groups = (*known.accounts("bus", "armed-group"), *known.accounts("jhau", "armed-group"))
    own = [f"{row['origin'].upper()}’s" for row in groups if row not in drawn]
    bus = known.events["bus"]["date"]
    that_day = [row["origin"].split()[0] for row in drawn if (row["event"], row["date"]) == ("bus", bus)]
    relays = [row["date"] for row in drawn if row["role"] == "relay"]
    return (
        f"Of {len(accounts)} accounts of these events {len(drawn)} carry a day from {int(days[0][-2:])} to "
        f"{dated(days[-1])}, and are drawn. The other {len(accounts) - len(drawn)} give a month or nothing, "
        f"the {series(own)} own statements among them. "
        "An account stands on the day of the report in which it was read; the words may be older. "
        f"On {_short(bus)}, the day of the attack on the bus, {that_day.count('police-government')} accounts of it "
        f"rest on police and government and {that_day.count('relatives-survivors')} on a survivor; "
        "the Associated Press wrote that no group had yet said that it did it. "
        f"The first drawn account that passes the groups’ numbers on is of {_short(min(relays))}, "
        f"and there are {relays.count(min(relays))} that day. "
        "Who spoke first cannot be read from this, since the statements themselves have no day."
    )


def _short(day: str) -> str:
    return dated(day).removesuffix(" 2025")
