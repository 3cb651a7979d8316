"""Who said what when: the days of July 2025 with their events, and the accounts that carry a day."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from matplotlib.axes import Axes

from whosaysso.figures.drawing import ACCENT, EDGE, INK, LINE, RIGHT, SOFT, Figure, sheet, svg, wrapped, write
from whosaysso.figures.evidence import Evidence, dated, evidence, number, place, series
from whosaysso.text.case import MAIN
from whosaysso.text.rows import Row

_AXIS, _LEFT, _PITCH, _BETWEEN, _ABREAST = 28.0, 38.0, 9.0, 4.0, 3
_TEXT = RIGHT - _LEFT - _PITCH * _ABREAST - 6
"""How wide the words are beside the marks, which stand three abreast."""
_NAMES = {"nine": "the nine", "kalat-july-20": "Parod", "four-attacks": "15 and 16 July"}
_TITLES = {"baam": "Operation Baam begins, the BLF says"}
_OPEN: dict[str, Any] = {"markerfacecolor": "none", "markeredgewidth": 1.4, "color": INK}
_MARKS: dict[str, dict[str, Any]] = {
    "a group’s numbers": {"marker": "o", "markersize": 6.5, "color": ACCENT},
    "the army": {"marker": "s", "markersize": 6, "color": INK},
    "police and government": {"marker": "s", "markersize": 5.5, **_OPEN},
    "relatives, survivors": {"marker": "^", "markersize": 6.5, "color": INK},
    "without a name": {"marker": "D", "markersize": 4.8, **_OPEN},
}
"""Whose words an account rests on in the end, with its mark."""
_OF = {
    "bla": "a group’s numbers",
    "blf": "a group’s numbers",
    "army": "the army",
    "police-government": "police and government",
    "relatives-survivors": "relatives, survivors",
    "unnamed": "without a name",
}


@dataclass(frozen=True)
class _Said:
    """What the accounts of one day have on one event from one origin."""

    about: str
    whose: str
    rows: tuple[Row, ...]

    @property
    def lines(self) -> list[str]:
        killed = [row["killed"].replace(";", " and") for row in self.rows if ";" in row["killed"]]
        said = f"{killed[0]} killed" if killed else f"{_killed(self.rows)} killed ({'; '.join(_whom(self.rows))})"
        injured = [int(row[end]) for row in self.rows for end in ("injured_low", "injured_high") if row[end]]
        if injured:
            few, many = min(injured), max(injured)
            said += f", {few} injured" if few == many else f", {few} to {many} injured"
        return wrapped(f"{self.about}: {said}", _TEXT)

    @property
    def height(self) -> float:
        return _BETWEEN + LINE * max(len(self.lines), -(-len(self.rows) // _ABREAST))


def who_said_what_when(slug: str = MAIN) -> Figure:
    """The events of 9 to 20 July and the accounts with a day, under the day of the report they were read in."""
    known = evidence(slug)
    events = [row for row in known.events.values() if row["date"].startswith("2025-07") and "/" not in row["date"]]
    days = _days(min(row["date"] for row in events), max(row["date"] for row in events))
    accounts = [row for name in (*(row["id"] for row in events), "four-attacks") for row in known.accounts(name)]
    happened = {day: [_TITLES.get(row["id"], row["title"]) for row in events if row["date"] == day] for day in days}
    said = {day: _said([row for row in accounts if row["date"] == day]) for day in days}
    heights = {day: _height(happened[day], said[day]) for day in days}
    drawing, axes = sheet(sum(heights.values()) + 72)
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
        "Events in bold; each mark is one account, its shape says whose.",
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
    groups: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        about = _NAMES.get(row["event"]) or place(row["event"])
        if row["who"].startswith("unnamed"):
            about = f"{about}, {row['who']}"
        groups[about, _OF[row["origin"].split()[0]]].append(row)
    return [_Said(about, whose, tuple(found)) for (about, whose), found in groups.items()]


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
    titles = LINE * sum(len(wrapped(title, RIGHT - _LEFT, "bold")) for title in happened)
    return max(titles + sum(one.height for one in said), LINE) + _BETWEEN


def _day(axes: Axes, y: float, day: str, happened: list[str], said: list[_Said]) -> None:
    quiet = not happened and not said
    weight, colour = ("normal", SOFT) if quiet else ("bold", INK)
    top = y if happened or quiet else y + _BETWEEN
    axes.text(_AXIS - 8, top + 12, str(int(day[-2:])), ha="right", va="baseline", weight=weight, color=colour)
    axes.plot([_AXIS - 4, _AXIS + (0 if quiet else 4)], [top + 8, top + 8], color=EDGE, linewidth=1)
    for title in happened:
        y = write(axes, _LEFT, y + 12, title, RIGHT - _LEFT, weight="bold") - 12
    for one in said:
        for n in range(len(one.rows)):
            down, across = divmod(n, _ABREAST)
            at = RIGHT - 5 - _PITCH * (_ABREAST - 1 - across), y + _BETWEEN + 8 + LINE * down
            axes.plot(*([part] for part in at), linestyle="", **_MARKS[one.whose])
        for n, line in enumerate(one.lines):
            axes.text(_LEFT, y + _BETWEEN + 12 + LINE * n, line, va="baseline")
        y += one.height


def _legend(axes: Axes, y: float) -> None:
    for n, (kind, mark) in enumerate(_MARKS.items()):
        x, line = (7 if n % 2 == 0 else 165), y + (LINE + 2) * (n // 2)
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
        "the Associated Press wrote that no group had yet said that it was behind it. "
        f"The first drawn account that passes the groups’ numbers on is of {_short(min(relays))}, "
        f"and there are {relays.count(min(relays))} that day. "
        "Who spoke first cannot be read from this, since the statements themselves have no day."
    )


def _short(day: str) -> str:
    return dated(day).removesuffix(" 2025")
