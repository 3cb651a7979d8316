"""The article as a strip, sentence by sentence: who says so, and how sure the words are."""

from dataclasses import dataclass
from typing import Any

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from whosaysso.figures.drawing import (
    EDGE,
    HEDGE,
    INK,
    LOADED,
    PAPER,
    RIGHT,
    RULE,
    SOFT,
    VOICE,
    VOICE_SOFT,
    Figure,
    length,
    sheet,
    svg,
    wrapped,
    write,
)
from whosaysso.figures.evidence import series
from whosaysso.text.case import MAIN, Case, find_case
from whosaysso.text.sentences import Sentence, words

_KINDS = {
    "armed-group": ("G", "an armed group"),
    "state": ("A", "the army"),
    "independent": ("I", "an independent source"),
    "collective": ("p", "a people, “locals”"),
    "media": ("m", "“videos”, social media"),
    "hedge-only": ("r", "“reportedly”, no name"),
    "orphan-quotation": ("q", "quoted, no speaker"),
}
"""Who a sentence names, with a letter each: capitals for a named party, small letters for a gesture."""
_STEPS_BACK, _LEANS_IN = ("hedge", "claim-word", "modal", "label"), ("booster", "factive")
_LEFT, _BAR, _ROW, _REPORT = 26.0, 16.0, 31.0, 3
"""``_REPORT`` paragraphs stand before the article turns from the events to what they mean."""


@dataclass(frozen=True)
class _Coded:
    """A sentence or heading with its codings."""

    sentence: Sentence
    kinds: list[str]
    back: list[str]
    lean: list[str]
    split: bool

    @property
    def heading(self) -> bool:
        return self.sentence.id.startswith("H")

    @property
    def long(self) -> int:
        return len(words(self.sentence.text))


def strip(slug: str = MAIN) -> Figure:
    """Every sentence of the article in order, as long as it is in words, with its source and its hedges."""
    case = find_case(slug)
    coded = {sentence.id: _coded(case, sentence) for sentence in case.sentences}
    blocks = [[coded[sentence.id] for sentence in sentences] for _, sentences in case.blocks]
    scale = (RIGHT - _LEFT) / max(sum(item.long for item in block) for block in blocks if not block[0].heading)
    shown = [kind for kind in _KINDS if any(kind in item.kinds for item in coded.values())]
    drawing, axes = sheet(sum(map(_height, blocks)) + 15 * ((len(shown) + 1) // 2) + 62)
    y = 8.0
    for block in blocks:
        (_heading if block[0].heading else _paragraph)(axes, y, block, scale)
        y += _height(block)
    _legend(axes, y + 12, shown)
    return Figure(
        "strip",
        svg(drawing, "strip"),
        caption="The article, sentence by sentence: whom each names for what it says, "
        "and the words that step back from it or lean into it.",
        finding=_finding(case, [item for item in coded.values() if not item.heading]),
        columns=["Sentence", "Words", "Names for it", "Steps back", "Leans in", "The codings"],
        rows=[
            [
                item.sentence.id,
                item.long,
                "; ".join(_KINDS[kind][1] for kind in item.kinds) or "nobody",
                "; ".join(item.back) or "—",
                "; ".join(item.lean) or "—",
                "differ on the source" if item.split else "agree",
            ]
            for item in coded.values()
        ],
    )


def _coded(case: Case, sentence: Sentence) -> _Coded:
    named = {row["attribution"] for row in case.layer("claims") if row["where"] == sentence.id}
    hedges = [row for row in case.layer("hedges") if row["where"] == sentence.id]
    phrases = [row["contested"] for row in case.layer("attributions") if row["where"] == sentence.id]
    return _Coded(
        sentence,
        [kind for kind in _KINDS if kind in named],
        [row["exact"] for row in hedges if row["kind"] in _STEPS_BACK],
        [row["exact"] for row in hedges if row["kind"] in _LEANS_IN],
        bool(phrases) and set(phrases) == {"yes"},
    )


def _finding(case: Case, items: list[_Coded]) -> str:
    early, late = (
        [item for item in items if (int(item.sentence.block[1:]) <= _REPORT) == first] for first in (True, False)
    )
    named = [item for item in items if item.kinds]
    some = [sum(bool(item.kinds) for item in part) for part in (early, late)]
    party = [sum(bool({"armed-group", "state"} & set(item.kinds)) for item in part) for part in (early, late)]
    back = [sum(bool(item.back) for item in part) for part in (early, late)]
    independent = sum("independent" in item.kinds for item in items)
    sure = [f"“{row['exact']}” ({row['where']})" for row in case.layer("hedges") if row["kind"] == "booster"]
    return (
        f"{len(named)} of {len(items)} sentences name or gesture at a source, {len(items) - len(named)} name nobody: "
        f"in P1 to P{_REPORT}, {some[0]} of {len(early)}; in P{_REPORT + 1} to the end, {some[1]} of {len(late)}. "
        f"A party to the conflict is named in {party[0]} sentences of the first part and {party[1]} of the second, "
        f"an independent source in {independent or 'none'}. Words that step back stand in {back[0]} sentences "
        "of the first part and "
        f"{back[1]} of the second; the words of certainty are {series(sure)}. "
        f"On the source of {sum(item.split for item in items)} sentences, marked ?, codings differ."
    )


def _height(block: list[_Coded]) -> float:
    return 17 + 14.5 * len(_heading_lines(block[0])) if block[0].heading else _ROW


def _heading_lines(item: _Coded) -> list[str]:
    return wrapped(item.sentence.text + (" ▲" if item.lean else ""), RIGHT, "bold")


def _heading(axes: Axes, y: float, block: list[_Coded], scale: float) -> None:
    axes.plot([0, RIGHT], [y + 7, y + 7], color=RULE, linewidth=0.9)
    write(axes, 0, y + 21, block[0].sentence.text, RIGHT, weight="bold")
    if block[0].lean:
        x = length(_heading_lines(block[0])[-1].removesuffix(" ▲"), "bold")
        axes.plot([x + 8], [y + 2.5 + 14.5 * len(_heading_lines(block[0]))], **_mark(lean=True))


def _paragraph(axes: Axes, y: float, block: list[_Coded], scale: float) -> None:
    x, top = _LEFT, y + 11
    axes.text(0, top + 12, block[0].sentence.block, va="baseline", color=SOFT)
    for item in block:
        wide = item.long * scale
        party = any(kind in ("armed-group", "state", "independent") for kind in item.kinds)
        axes.add_patch(
            Rectangle(
                (x + 0.6, top),
                wide - 1.2,
                _BAR,
                facecolor=VOICE if party else VOICE_SOFT if item.kinds else "none",
                edgecolor=VOICE if item.kinds else EDGE,
                linewidth=1.0,
            )
        )
        letters = " ".join(_KINDS[kind][0] for kind in item.kinds) + ("?" if item.split else "")
        if letters:
            axes.text(
                x + wide / 2,
                top + 12,
                letters,
                ha="center",
                va="baseline",
                weight="bold",
                color=PAPER if party else INK,
            )
        place = x + 6
        for lean in (*(False for _ in item.back), *(True for _ in item.lean)):
            axes.plot([place], [top - 5], **_mark(lean))
            place += 9
        x += wide


def _mark(lean: bool) -> dict[str, Any]:
    """How a word that leans in, or steps back, is shown."""
    return (
        {"marker": "^", "markersize": 6, "color": LOADED, "linestyle": "", "markeredgewidth": 0}
        if lean
        else {
            "marker": "o",
            "markersize": 5,
            "color": HEDGE,
            "linestyle": "",
            "markerfacecolor": "none",
            "markeredgewidth": 1.4,
        }
    )


def _legend(axes: Axes, y: float, shown: list[str]) -> None:
    axes.plot([0, RIGHT], [y - 10, y - 10], color=RULE, linewidth=0.9)
    for place, kind in enumerate(shown):
        x, line = (2 if place % 2 == 0 else 156), y + 5 + 15 * (place // 2)
        axes.text(x + 4, line, _KINDS[kind][0], ha="center", va="baseline", weight="bold")
        axes.text(x + 13, line, _KINDS[kind][1], va="baseline", color=SOFT)
    y += 5 + 15 * ((len(shown) + 1) // 2)
    axes.add_patch(Rectangle((1.5, y - 9), 9, 10, facecolor="none", edgecolor=EDGE, linewidth=1))
    axes.text(15, y, "nobody", va="baseline", color=SOFT)
    axes.text(160, y, "?", ha="center", va="baseline", weight="bold")
    axes.text(169, y, "the codings differ", va="baseline", color=SOFT)
    for lean, line, example in (
        (False, y + 16, "steps back: “reportedly”, “claimed”, “may”"),
        (True, y + 32, "leans in: “clearly”, “prove”, “exposing”"),
    ):
        axes.plot([6], [line - 4], **_mark(lean))
        axes.text(15, line, example, va="baseline", color=SOFT)
