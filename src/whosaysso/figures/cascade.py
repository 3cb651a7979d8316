"""Four numbers by two spokesmen, and the totals that outlets made of them."""

from dataclasses import dataclass
from itertools import combinations

from matplotlib.axes import Axes

from whosaysso.figures.bars import FULL, LEFT, claims_bar, onward, piece
from whosaysso.figures.drawing import EDGE, LINE, RIGHT, SOFT, Figure, sheet, svg, wrapped, write
from whosaysso.figures.evidence import Claim, Evidence, evidence, number, series
from whosaysso.text.case import MAIN
from whosaysso.text.rows import Row

_HEAD, _BAR = 86, 9


@dataclass(frozen=True)
class _Total:
    """One total in print: in words, its least value, whether it is open upward, and who gives it."""

    words: str
    least: int
    open: bool
    outlets: list[str]

    @property
    def height(self) -> float:
        return 44 + LINE * len(wrapped("; ".join(self.outlets), RIGHT - LEFT)) if self.outlets else 44


def cascade(slug: str = MAIN) -> Figure:
    """How the four numbers become the totals in print: one bar a total, on the scale of the four."""
    known = evidence(slug)
    claims, relays = known.claims, known.accounts("four-attacks", "relay")
    whole = sum(claim.killed for claim in claims)
    apart, totals = [known.outlet(row) for row in relays if not row["killed_low"]], _totals(known, relays)
    shown = [
        _Total("the numbers apart, no total", 0, False, apart),
        *totals,
        _dozens(known, relays),
        _Total(str(whole), whole, False, []),
    ]
    drawing, axes = sheet(_HEAD + sum(total.height for total in shown) - 6)
    _four(axes, claims, FULL / whole)
    y: float = _HEAD
    for total in shown:
        _draw(axes, y, total, claims, FULL / whole)
        y += total.height
    origins = {origin for row in relays for origin in row["origin"].split()}
    given = ", ".join(f"{total.words} ({len(total.outlets)})" for total in totals)
    return Figure(
        "cascade",
        svg(drawing, "cascade"),
        caption=f"From {len(claims)} numbers to {len(relays)} outlets: "
        "soldiers said to have been killed on 15 and 16 July 2025.",
        finding=f"The spokesmen of two groups gave {len(claims)} numbers: {_plus(claims)}. They add up to {whole}. "
        f"The {len(relays)} outlets found that pass them on, the article among them, give totals of {given}; "
        f"{len(apart)} gives no total, and none gives {whole}. None adds evidence of its own "
        "in the parts that were read: "
        f"{len(relays)} outlets, {len(origins)} origins.",
        columns=[
            "Outlet",
            "Total it gives",
            "Whose numbers it passes on",
            "Which of them add up to that",
            "Note",
            "Read in",
        ],
        rows=[
            [
                known.outlet(row),
                number(row) if row["killed_low"] else f"no total: {row['killed']}",
                series([origin.upper() for origin in row["origin"].split()]),
                _parts(claims, row),
                row["note"] or "—",
                known.cited(row["sources"]),
            ]
            for row in relays
        ],
    )


def _totals(known: Evidence, relays: list[Row]) -> list[_Total]:
    found = []
    for least in sorted({int(row["killed_low"]) for row in relays if row["killed_low"]}):
        rows = [row for row in relays if row["killed_low"] == str(least)]
        over = rows[0]["killed"].startswith("over ")
        found.append(
            _Total(rows[0]["killed"] if over else str(least), least - over, over, [known.outlet(row) for row in rows])
        )
    return found


def _dozens(known: Evidence, relays: list[Row]) -> _Total:
    row = next(row for row in known.case.layer("numbers") if row["number"] == "dozens")
    outlets = [f"{known.outlet(relay)}, in its text" for relay in relays if "“dozens”" in relay["note"]]
    return _Total("“dozens”", int(row["low"]), True, [f"the article, in {row['where']}", *outlets])


def _four(axes: Axes, claims: list[Claim], scale: float) -> None:
    """The claims at the head of the figure, the names of the short ones led up to where there is room."""
    write(axes, LEFT, 12, "What the two groups said", weight="bold")
    top, x = 54, LEFT
    end = claims_bar(axes, top, claims, scale, numbers=True)
    axes.text(end + 6, top + 12.5, str(sum(claim.killed for claim in claims)), va="baseline", weight="bold")
    for place, claim in enumerate(claims):
        middle = x + claim.killed * scale / 2
        x += claim.killed * scale
        first, last, line = place == 0, place == len(claims) - 1, 31 if place == len(claims) - 2 else 46
        axes.text(
            LEFT if first else middle if last else middle + 2,
            line,
            f"{claim.group}: {claim.place}",
            va="baseline",
            ha="left" if first else "center" if last else "right",
        )
        if not first and not last:
            axes.plot([middle, middle], [line + 3, top], color=EDGE, linewidth=0.9)


def _draw(axes: Axes, y: float, total: _Total, claims: list[Claim], scale: float) -> None:
    many = len(total.outlets)
    axes.text(LEFT, y + 11, total.words, va="baseline", weight="bold")
    axes.text(
        RIGHT,
        y + 11,
        f"{many} outlet{'s' * (many != 1)}" if many else "no outlet",
        va="baseline",
        ha="right",
        color=SOFT,
    )
    bar, parts = y + 17, _adding_up(claims, total.least)
    if not total.least:
        claims_bar(axes, bar, claims, scale, _BAR, gap=3)
    elif parts:
        claims_bar(axes, bar, parts, scale, _BAR)
    else:
        piece(axes, LEFT, bar, total.least * scale, _BAR)
    if total.open:
        onward(axes, LEFT + total.least * scale, bar + _BAR / 2)
    if many:
        write(axes, LEFT, bar + _BAR + 14, "; ".join(total.outlets), RIGHT - LEFT, color=SOFT)


def _adding_up(claims: list[Claim], total: int) -> tuple[Claim, ...]:
    """The claims, as few as possible, that add up to a total; none where none do."""
    return next(
        (
            chosen
            for many in range(1, len(claims) + 1)
            for chosen in combinations(claims, many)
            if sum(claim.killed for claim in chosen) == total
        ),
        (),
    )


def _parts(claims: list[Claim], row: Row) -> str:
    if not row["killed_low"]:
        return "each stands by itself"
    over = row["killed"].startswith("over ")
    parts = _plus(_adding_up(claims, int(row["killed_low"]) - over))
    return f"{parts}, and “over”" if over else parts or "none do"


def _plus(claims: list[Claim] | tuple[Claim, ...]) -> str:
    return " + ".join(f"{claim.killed} ({claim.group}, {claim.place})" for claim in claims)
