"""The months around “one of the deadliest weeks”, with the two totals as lines."""

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from whosaysso.figures.drawing import ACCENT, ACCENT_SOFT, INK, RIGHT, SOFT, Figure, sheet, svg
from whosaysso.figures.evidence import Evidence, dated, evidence
from whosaysso.text.case import MAIN
from whosaysso.text.rows import Row

_LEFT, _SPAN, _HEAD, _ROW, _BAR = 4.0, 256.0, 46.0, 48.0, 16.0


def month(slug: str = MAIN) -> Figure:
    """Security-force deaths by month in all Pakistan, as one think tank counts them,
    and the groups’ numbers for two days in July.
    """
    known = evidence(slug)
    rows = known.case.layer("monthly")
    lines = _lines(known)
    scale = _SPAN / max(int(row["killed_total"]) for row in rows)
    drawing, axes = sheet(_HEAD + _ROW * len(rows) + 20)
    bottom = _HEAD + _ROW * len(rows)
    for level, (total, words) in enumerate(lines):
        x, top = _LEFT + total * scale, 14 + 16 * level
        axes.plot(
            [x, x], [top - 10, bottom - 8], color=INK, linewidth=1.3, linestyle=(0, (4, 2)) if level else "-", zorder=3
        )
        axes.text(x + 5, top, f"{total}: {words}", va="baseline")
    for place, row in enumerate(rows):
        _month(axes, _HEAD + _ROW * place, row, scale)
    for x, fill, words in (
        (_LEFT, ACCENT_SOFT, "in attacks"),
        (84, "none", "in operations"),
        (184, ACCENT, "in Balochistan"),
    ):
        axes.add_patch(
            Rectangle(
                (x, bottom + 2),
                9,
                9,
                facecolor=fill,
                edgecolor=ACCENT,
                linewidth=1.1,
                hatch="//////" if fill == "none" else None,
            )
        )
        axes.text(x + 13, bottom + 11, words, va="baseline", color=SOFT)
    return Figure(
        "month",
        svg(drawing, "month"),
        caption="Members of the security forces killed in all Pakistan, by month of 2025, "
        "as counted by the think tank PICSS; "
        "and what armed groups say of two days in July.",
        finding=_finding(rows, lines),
        columns=[
            "Month",
            "Killed in attacks",
            "Killed in operations",
            "In all",
            "In Balochistan, in attacks",
            "Attacks in Balochistan",
            "Rests on",
            "Read in",
        ],
        rows=[
            [
                dated(row["month"]),
                row["killed_attacks"],
                row["killed_operations"],
                row["killed_total"],
                row["killed_balochistan"] or "not found",
                row["attacks_balochistan"] or "not found",
                row["rests_on"],
                known.cited(row["sources"]),
            ]
            for row in rows
        ],
    )


def _lines(known: Evidence) -> list[tuple[int, str]]:
    """The BLA's total, and that of both groups."""
    one = known.claims[0].group
    return [
        (sum(claim.killed for claim in known.claims if claim.group == one), f"the {one}’s two numbers"),
        (sum(claim.killed for claim in known.claims), "all four numbers"),
    ]


def _finding(rows: list[Row], lines: list[tuple[int, str]]) -> str:
    july = next(row for row in rows if row["month"].endswith("-07"))
    count = int(july["killed_total"])
    (small, _), (large, _) = lines
    lowest = " the lowest of these months" if count == min(int(row["killed_total"]) for row in rows) else ""
    others = ", ".join(f"{row['killed_total']} in {dated(row['month']).split()[0]}" for row in rows if row is not july)
    return (
        f"PICSS counts {count} members of the security forces killed in all Pakistan in July 2025,{lowest} "
        f"({others}). The BLA’s {small}, all for 16 July, would be "
        f"{small / count:.0%} of that month, and the {large} of both groups for two days "
        f"{'more than all of it' if large > count else f'{large / count:.0%} of it'}. "
        "So these numbers and the count are in tension; this does not settle which is wrong, "
        "nor whether it was “one of the deadliest weeks”: the phrase "
        "has no cut-off, the count is by the month and not by the week, and it leans on reports, "
        "official ones among them. "
        "The count for the week itself was not found."
    )


def _month(axes: Axes, y: float, row: Row, scale: float) -> None:
    attacks, operations = int(row["killed_attacks"]), int(row["killed_operations"])
    axes.text(_LEFT, y + 11, f"{dated(row['month']).split()[0]}: {row['killed_total']}", va="baseline", weight="bold")
    top = y + 16
    axes.add_patch(
        Rectangle((_LEFT, top), attacks * scale, _BAR, facecolor=ACCENT_SOFT, edgecolor=ACCENT, linewidth=1.1)
    )
    axes.add_patch(
        Rectangle(
            (_LEFT + attacks * scale, top),
            operations * scale,
            _BAR,
            facecolor="none",
            edgecolor=ACCENT,
            linewidth=1.1,
            hatch="//////",
        )
    )
    known = row["killed_balochistan"]
    if known:
        axes.add_patch(
            Rectangle((_LEFT, top + _BAR - 5), int(known) * scale, 5, facecolor=ACCENT, edgecolor=ACCENT, linewidth=1.1)
        )
    axes.text(RIGHT, y + 11, f"in Balochistan: {known or 'not found'}", va="baseline", ha="right", color=SOFT)
