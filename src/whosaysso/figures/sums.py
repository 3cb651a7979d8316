"""What the groups’ four numbers add up to, for those that a reader counts, by one side’s word or by both."""

from collections.abc import Collection

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from whosaysso.figures.bars import LEFT, piece
from whosaysso.figures.drawing import EDGE, INK, RIGHT, RULE, SOFT, Figure, sheet, svg
from whosaysso.figures.evidence import Claim, Evidence, evidence, number, series
from whosaysso.text.case import MAIN

_BAR, _ROW, _NAMES = 15.0, 21.0, 128.0


def added_up(events: Collection[str], agreed: bool = False, slug: str = MAIN, name: str = "added-up") -> Figure:
    """Soldiers killed in these of the four attacks, as one side says or as both sides agree,
    with the range of the two.
    """
    known = evidence(slug)
    counted = [claim for claim in known.claims if claim.event in events]
    low, high = (sum(getattr(claim, part) for claim in counted) for part in ("agreed", "killed"))
    total = low if agreed else high
    drawing, axes = sheet(92 + _ROW * len(known.claims))
    axes.text(LEFT, 28, str(total), va="baseline", weight="bold", size=28)
    axes.text(LEFT + 44, 16, f"soldier{'s' * (total != 1)} killed, counting", va="baseline")
    axes.text(LEFT + 44, 30, "what both sides agree on" if agreed else "what one side says", va="baseline")
    for place, claim in enumerate(known.claims):
        _row(
            axes,
            44 + _ROW * place,
            claim,
            claim in counted,
            agreed,
            (RIGHT - _NAMES) / max(c.killed for c in known.claims),
        )
    y = 52 + _ROW * len(known.claims)
    _range(axes, y, low, high, total, sum(claim.killed for claim in known.claims))
    return Figure(
        name,
        svg(drawing, name),
        caption="What you count, and what it adds up to.",
        finding=_finding(known, counted, agreed, low, high),
        columns=["Attack", "Counted", "What one side says", "Both sides agree on", "What officials say", "Read in"],
        rows=[
            [
                claim.place,
                "yes" if claim in counted else "no",
                f"{claim.killed}, by the {claim.group}",
                claim.agreed,
                _officials(known, claim),
                known.cited(claim.sources),
            ]
            for claim in known.claims
        ],
    )


def _finding(known: Evidence, counted: list[Claim], agreed: bool, low: int, high: int) -> str:
    if not counted:
        return "Nothing is counted, so there is nothing to add up."
    places = series([claim.place for claim in counted])
    said = (
        f"{places[0].upper()}{places[1:]}, counting {'what both sides agree on' if agreed else 'what one side says'}: "
        f"{low if agreed else high}. "
        f"It rests on {_rests_on(counted, agreed)}. Both sides say {low or 'no number'}, the groups say {high}; "
        "what lies in between is not known."
    )
    silent = [claim.place for claim in counted if not known.accounts(claim.event, "army", "government", "police")]
    return f"{said} Of {series(silent)} no account by officials was found." if silent else said


def _row(axes: Axes, y: float, claim: Claim, counted: bool, agreed: bool, scale: float) -> None:
    """One claim: a full or an empty dot, its place, and its length if it counts."""
    axes.plot(
        [LEFT + 4],
        [y + 5.5],
        marker="o",
        markersize=7,
        color=INK if counted else EDGE,
        markerfacecolor=INK if counted else "none",
        linestyle="",
    )
    axes.text(LEFT + 17, y + 9, claim.place, va="baseline", color=INK if counted else SOFT)
    wide = claim.killed * scale
    piece(axes, _NAMES, y - 2, wide, _BAR - 1, claim.group if counted and not agreed else "")
    if counted and claim.agreed:
        axes.add_patch(
            Rectangle((_NAMES, y - 2), claim.agreed * scale, _BAR - 1, facecolor=INK, edgecolor=INK, linewidth=1.1)
        )
    value = (claim.agreed if agreed else claim.killed) if counted else None
    axes.text(
        _NAMES - 8,
        y + 9,
        "–" if value is None else str(value or "none"),
        va="baseline",
        ha="right",
        weight="normal" if value is None else "bold",
        color=SOFT if value is None else INK,
    )


def _range(axes: Axes, y: float, low: int, high: int, total: int, whole: int) -> None:
    scale = (RIGHT - 12 - LEFT) / whole
    axes.plot([LEFT + 4, LEFT + 4 + whole * scale], [y + 12, y + 12], color=RULE, linewidth=1)
    axes.plot([LEFT + 4 + low * scale, LEFT + 4 + high * scale], [y + 12, y + 12], color=INK, linewidth=2)
    for value in {low, high}:
        axes.plot([LEFT + 4 + value * scale] * 2, [y + 7, y + 17], color=INK, linewidth=1.6)
    axes.plot([LEFT + 4 + total * scale], [y + 12], marker="o", markersize=8, color=INK, linestyle="")
    axes.text(LEFT, y + 33, f"least {low}, most {high}" if high else "nothing counted", va="baseline", weight="bold")
    axes.text(RIGHT, y + 33, "in between: not known" if high > low else "", va="baseline", ha="right", color=SOFT)


def _rests_on(counted: list[Claim], agreed: bool) -> str:
    if agreed:
        both = [claim for claim in counted if claim.agreed]
        return (
            series([f"the {claim.group}’s and the army’s statements on {claim.place}" for claim in both])
            if both
            else "nothing: there is no number of soldiers that both sides give"
        )
    groups = sorted({claim.group for claim in counted})
    return series(
        [
            f"the {group}’s statement ({' + '.join(str(claim.killed) for claim in counted if claim.group == group)})"
            for group in groups
        ]
    )


def _officials(known: Evidence, claim: Claim) -> str:
    """What the army, or else other offices of the state, say of an attack."""
    for roles in (("army",), ("government",), ("police",)):
        if rows := known.accounts(claim.event, *roles):
            return f"{number(rows[0])} killed: {rows[0]['killed_whom']}"
    return "no account found"
