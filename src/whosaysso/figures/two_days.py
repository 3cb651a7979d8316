"""Soldiers killed in two days: what both sides say, what the groups say, and what the article prints."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from whosaysso.figures.bars import FULL, LEFT, claims_bar, onward
from whosaysso.figures.drawing import INK, LINE, RIGHT, SOFT, Figure, sheet, svg, wrapped, write
from whosaysso.figures.evidence import Claim, Evidence, evidence, place, series
from whosaysso.text.case import MAIN

_ROW, _BAR = 48, 12


@dataclass(frozen=True)
class _Number:
    """A number of soldiers: in words, whose it is, what it rests on, and the claims that make it up."""

    words: str
    whose: str
    rests_on: str
    claims: tuple[Claim, ...]
    open: bool = False

    @property
    def lines(self) -> int:
        return len(wrapped(self.rests_on, RIGHT - LEFT))


def two_day_range(slug: str = MAIN) -> Figure:
    """The numbers of soldiers killed on 15 and 16 July, from what both sides say to all that the groups say."""
    known = evidence(slug)
    numbers = _numbers(known)
    most = sum(claim.killed for claim in known.claims)
    least = sum(claim.agreed for claim in known.claims)
    scale = FULL / most
    drawing, axes = sheet(sum(_ROW + LINE * number.lines for number in numbers) + 50)
    y = 0.0
    for number in numbers:
        write(axes, LEFT, y + 12, number.words, weight="bold")
        write(axes, RIGHT, y + 12, number.whose, ha="right", color=SOFT)
        if number.claims:
            end = claims_bar(axes, y + 18, number.claims, scale, _BAR, agreed=True)
        else:
            end = LEFT + least * scale
            axes.add_patch(Rectangle((LEFT, y + 18), least * scale, _BAR, facecolor=INK, edgecolor=INK, linewidth=1.1))
        if number.open:
            onward(axes, end, y + 18 + _BAR / 2)
        write(axes, LEFT, y + 32 + 12, number.rests_on, RIGHT - LEFT, color=SOFT)
        y += _ROW + LINE * number.lines
    _range(axes, y, least, most, scale)
    over = next(number.words for number in numbers if number.open)
    visible = next(number for number in numbers if "visible" in number.whose)
    return Figure(
        "two-day-range",
        svg(drawing, "two-day-range"),
        caption=f"Soldiers killed on 15 and 16 July 2025: {len(numbers)} numbers, and what each rests on. "
        "The solid block is what both sides say.",
        finding=f"Both sides say that {least} soldier was killed; the two groups together say {most}. "
        "The article’s own visible numbers make "
        f"{visible.words}, and the 29 in “{over}” is the sum of the BLA’s two numbers. "
        f"What lies between {least} and {most} is not known: "
        f"every number above the {least} is the groups’ own. {_without_a_name(known)} "
        "That the army speaks of no more does not show that there were no more. "
        f"The {_others(known)} people of a music party killed on the bus are not soldiers and are not counted here.",
        columns=["Number", "Whose it is", "What it rests on"],
        rows=[[n.words, n.whose, n.rests_on] for n in numbers],
    )


def _numbers(known: Evidence) -> list[_Number]:
    claims = known.claims
    both = [claim for claim in claims if claim.agreed]
    rows = known.case.layer("numbers")
    over = next(row for row in rows if row["number"].startswith("over "))
    printed = [
        row
        for row in rows
        if row["low"] == row["high"] != "" and re.search(r"(soldiers|personnel) killed", row["counts"])
    ]
    visible = tuple(claim for claim in claims if str(claim.killed) in {row["low"] for row in printed})
    groups = {claim.group for claim in claims}
    pair = next(
        tuple(c for c in claims if c.group == group)
        for group in sorted(groups)
        if sum(c.killed for c in claims if c.group == group) == int(over["low"]) - 1
    )
    return [
        _Number(
            str(sum(c.agreed for c in claims)),
            "both sides",
            f"{_announced(known, both[0])}, at {both[0].place}: the {both[0].group} and the army both say so.",
            (),
        ),
        _Number(
            over["number"],
            f"the article, {over['where']}",
            f"“{over['hedge']}”, with nobody named. {sum(c.killed for c in pair)} is the sum of the "
            f"{pair[0].group}’s numbers: {_plus(pair)}.",
            pair,
            True,
        ),
        _Number(
            str(sum(int(row["low"]) for row in printed)),
            "the article’s visible numbers",
            f"{_plus(visible)}: the BLA’s number as “claimed”, and the BLF’s as “reportedly”.",
            visible,
        ),
        _Number(
            str(sum(c.killed for c in claims)),
            "all that the groups say",
            "; ".join(f"the {group}’s {_plus([c for c in claims if c.group == group])}" for group in sorted(groups))
            + ". How they counted is not said.",
            tuple(claims),
        ),
    ]


def _announced(known: Evidence, claim: Claim) -> str:
    return known.accounts(claim.event, "army")[0]["killed_whom"]


def _without_a_name(known: Evidence) -> str:
    """What sources without a name tell of the same attacks, where they tell of dead and give no number."""
    rows = [
        row
        for claim in known.claims
        for row in known.accounts(claim.event)
        if row["origin"] == "unnamed" and row["killed"] and not row["killed_low"]
    ]
    told = [
        f"{row['killed_whom'].split(',')[0]} killed{' or injured' * ('injured' in row['killed'])} "
        f"{'on' if row['event'] == 'bus' else 'at'} {place(row['event'])}"
        for row in rows
    ]
    return f"Sources without a name tell of {series(told)}, and give no number."


def _others(known: Evidence) -> str:
    """How many were killed on the bus by every account but the group's."""
    (number,) = {
        row["killed_low"] for row in known.accounts("bus") if row["role"] != "armed-group" and row["killed_low"]
    }
    return number


def _range(axes: Axes, y: float, least: int, most: int, scale: float) -> None:
    """From the least to the most that can be said, with nothing in between known."""
    left, right = LEFT + least * scale, LEFT + most * scale
    axes.plot([left, right], [y + 8, y + 8], color=INK, linewidth=1.1, linestyle=(0, (1, 2)))
    for x, words in ((left, str(least)), (right, str(most))):
        axes.plot([x, x], [y + 2, y + 14], color=INK, linewidth=1.6)
        axes.text(x, y + 27, words, ha="center", va="baseline", weight="bold")
    axes.text((left + right) / 2, y + 27, "in between: not known", ha="center", va="baseline")


def _plus(claims: Iterable[Claim]) -> str:
    return " and ".join(f"{claim.killed} ({claim.place})" for claim in claims)
