"""A reader's own text as a strip: ``marks_of(read_text("article.txt").kept)``."""

from typing import Any

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from whosaysso.figures.drawing import (
    EDGE,
    HEDGE,
    INK,
    LINE,
    LOADED,
    PAPER,
    RIGHT,
    SOFT,
    VOICE,
    VOICE_SOFT,
    Figure,
    sheet,
    svg,
    write,
)
from whosaysso.reader.reading import Reading
from whosaysso.reader.seeing import NAMED_SORTS, Seen, finding, numbers_seen, sentences_seen

_LETTERS = {"party": "P", "witness": "W", "record": "R", "relay": "r", "unnamed": "u", "nobody": "n", "other": "o"}
_LEFT, _BAR, _ROW, _MOST = 34.0, 14.0, 31.0, 120
"""Points; and so many words stand in one row at most."""


def marks_of(reading: Reading) -> Figure:
    """Every sentence of a reading in order, as long as it is in words, with who speaks and what is marked in it."""
    seen = sentences_seen(reading)
    rows = _rows(seen)
    scale = (RIGHT - _LEFT) / max(sum(one.words for one in row) for row in rows)
    drawing, axes = sheet(len(rows) * _ROW + 5 * LINE)
    for number, row in enumerate(rows):
        _draw(axes, number * _ROW + 12, row, scale)
    y = write(
        axes, 0, len(rows) * _ROW + 22, "Filled: somebody who can be asked is marked. Tinted: somebody else.", RIGHT
    )
    write(axes, 0, y, "Ring: a hedge. Triangle: a loaded word. Line below: a number.", RIGHT)
    return Figure(
        "marks-of",
        svg(drawing, "marks-of"),
        caption="A text of one’s own, sentence by sentence, as its reader marked it.",
        finding=finding(seen, numbers_seen(reading)),
        columns=["Sentence", "Words", "Who speaks", "Hedges", "Numbers", "Loaded words", "Frames"],
        rows=[
            [
                one.id,
                one.words,
                "; ".join(one.speakers) or "nobody marked",
                *("; ".join(one.by.get(label, [])) or "—" for label in ("hedge", "number", "loaded", "frame")),
            ]
            for one in seen
        ],
    )


def _rows(seen: list[Seen]) -> list[list[Seen]]:
    """Paragraphs, and what is too long for a row in several."""
    rows: list[list[Seen]] = []
    for one in seen:
        row = rows[-1] if rows else []
        same = bool(row) and row[0].id.partition(".")[0] == one.id.partition(".")[0]
        if same and sum(other.words for other in row) + one.words <= _MOST:
            row.append(one)
        else:
            rows.append([one])
    return rows


def _draw(axes: Axes, top: float, row: list[Seen], scale: float) -> None:
    axes.text(0, top + 11, row[0].id.partition(".")[0], va="baseline", color=SOFT)
    x = _LEFT
    for one in row:
        wide = one.words * scale
        asked = any(sort in NAMED_SORTS for sort in one.sorts)
        fill, edge = (VOICE if asked else VOICE_SOFT, VOICE) if one.sorts else ("none", EDGE)
        axes.add_patch(
            Rectangle((x + 0.6, top), max(0.6, wide - 1.2), _BAR, facecolor=fill, edgecolor=edge, linewidth=1)
        )
        letters = " ".join(_LETTERS.get(sort, "·") for sort in one.sorts)
        if letters and wide > 7 * len(one.sorts):
            axes.text(x + wide / 2, top + 11, letters, ha="center", va="baseline", color=PAPER if asked else INK)
        signs = ["hedge"] * len(one.by.get("hedge", ())) + ["loaded"] * len(one.by.get("loaded", ()))
        for n, sign in enumerate(signs[: max(1, int(wide / 9))]):
            _sign(axes, x + 5 + 9 * n, top - 5, sign)
        if one.by.get("number"):
            axes.plot([x + 1, x + max(2, wide - 1)], [top + _BAR + 3] * 2, color=INK, linewidth=1.4)
        x += wide


def _sign(axes: Axes, x: float, y: float, sign: str) -> None:
    how: dict[str, Any]
    if sign == "hedge":
        how = {"marker": "o", "markersize": 5, "markerfacecolor": "none", "color": HEDGE, "markeredgewidth": 1.4}
    else:
        how = {"marker": "^", "markersize": 6, "color": LOADED, "markeredgewidth": 0}
    axes.plot([x], [y], linestyle="", **how)
