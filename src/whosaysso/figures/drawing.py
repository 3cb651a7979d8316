"""Figures drawn by matplotlib from the case, as SVG that follows the page's theme, with the finding in words.

A figure is a ``Figure``: JupyterLab and the page show the same drawing, the same sentence that carries its finding,
and the same table of its data.
"""

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import matplotlib
from matplotlib.axes import Axes
from matplotlib.figure import Figure as Drawing
from matplotlib.font_manager import FontProperties
from matplotlib.text import Text
from matplotlib.textpath import text_to_path

from whosaysso.browser import styles
from whosaysso.markup import FIGURE, render

# Each colour is drawn as the book's light one and shown by its name, so that a figure follows the theme's switch.
_NAMES = (
    "ink",
    "ink-soft",
    "rule",
    "edge",
    "paper",
    "accent",
    "accent-soft",
    "layer-voice",
    "layer-voice-soft",
    "layer-hedge",
    "layer-loaded",
)
INK, SOFT, RULE, EDGE, PAPER, ACCENT, ACCENT_SOFT, VOICE, VOICE_SOFT, HEDGE, LOADED = (
    styles.colours()[name][0] for name in _NAMES
)

STYLE = matplotlib.rc_params_from_file(Path(__file__).parent / "figures.mplstyle", use_default_template=False)
STYLE.update(
    {"text.color": INK, **dict.fromkeys(("axes.edgecolor", "axes.labelcolor", "xtick.color", "ytick.color"), SOFT)}
)

WIDTH, RIGHT, LINE = 302.4, 300.0, 14.5
"""Points: how wide a sheet is, where its words end, and how far apart two lines stand."""


@dataclass(frozen=True)
class Figure:
    """A drawing with its finding in words and its data."""

    name: str
    svg: str
    caption: str
    finding: str
    columns: list[str]
    rows: Sequence[Sequence[object]]

    @property
    def html(self) -> str:
        """As it stands in a page: drawing, caption, finding and table."""
        return render("figures/figure", figure=self)

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, object]:
        return {"text/html": styled(self.html), "text/plain": self.finding, FIGURE: {"html": self.html}}


def styled(html: str) -> str:
    """A figure's HTML for a notebook, which has no style sheet of the book."""
    return f"<style>{styles.in_notebook('figure')}</style>{html}"


class _Hand(Axes):
    """Axes whose words are in the book's hand, wherever they are written."""

    def text(self, x: float, y: float, s: str, *args: Any, **how: Any) -> Text:
        return super().text(x, y, s, *args, **{"color": STYLE["text.color"], "size": STYLE["font.size"], **how})


def drawn(width: float, height: float) -> tuple[Drawing, Axes]:
    """An empty drawing in the book's hand; sizes in inches. A figure of 4.2 inches is legible on a phone."""
    with matplotlib.rc_context(STYLE):
        drawing = Drawing(figsize=(width, height))
        return drawing, drawing.add_axes((0.01, 0.01, 0.98, 0.98), axes_class=_Hand)


def sheet(height: float) -> tuple[Drawing, Axes]:
    """An empty drawing measured in points from its top left corner, ``WIDTH`` wide."""
    drawing, axes = drawn(WIDTH / 72, height / 72)
    axes.set(position=(0, 0, 1, 1), xlim=(0, WIDTH), ylim=(height, 0))
    axes.axis("off")
    return drawing, axes


def write(axes: Axes, x: float, y: float, words: str, width: float | None = None, **how: Any) -> float:
    """Words from baseline ``y`` down, wrapped to ``width`` points; gives the baseline after the last line."""
    for line in wrapped(words, width, how.get("weight", "normal")) if width else [words]:
        axes.text(x, y, line, va="baseline", **how)
        y += LINE
    return y


def wrapped(words: str, width: float, weight: str = "normal") -> list[str]:
    """Words cut into lines of at most ``width`` points, in the widest of the fonts that a reader may have."""
    lines = [""]
    for word in words.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and length(longer, weight) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


@cache
def length(words: str, weight: str = "normal") -> float:
    """How many points the words take in DejaVu Sans, which is wider than the fonts before it in the book's list."""
    font = FontProperties(family="DejaVu Sans", weight=weight, size=STYLE["font.size"])
    return text_to_path.get_text_width_height_descent(words, font, ismath=False)[0]


def svg(drawing: Drawing, name: str) -> str:
    """The drawing as SVG to stand in a page: the page's fonts and colours, ids of its own, no fixed size."""
    buffer = io.StringIO()
    for artist in drawing.findobj():
        artist.set_clip_on(False)
    with matplotlib.rc_context({"svg.fonttype": "none", "svg.hashsalt": name, "hatch.linewidth": 0.7}):
        drawing.savefig(
            buffer, format="svg", transparent=True, metadata=dict.fromkeys(("Date", "Creator", "Format", "Type"))
        )
    text = buffer.getvalue()
    text = text[text.index("<svg") :].strip()
    # A style element inside a page would reach beyond its drawing.
    text = re.sub(r"<metadata>.*?</metadata>|<style.*?</style>|<!--.*?-->", "", text, flags=re.DOTALL)
    used = {old: f"{name}-{n}" for n, old in enumerate(dict.fromkeys(re.findall(r'(?:href="|url\()#([^")]+)', text)))}
    text = re.sub(r' id="([^"]*)"', lambda m: f' id="{used[m[1]]}"' if m[1] in used else "", text)
    text = re.sub(r'(href="|url\()#([^")]+)', lambda m: f"{m[1]}#{used[m[2]]}", text)
    text = re.sub(r'<svg ([^>]*?)width="[^"]*" height="[^"]*"', r"<svg \1", text)
    # The font is said once, on the drawing, where the page can set it.
    text = re.sub(r"font: (?:(\w+) )?([\d.]+px) [^;\"]*", r"font-weight: \1; font-size: \2", text).replace(
        "font-weight: ; ", ""
    )
    text = re.sub(
        rf"font-family: [^;\"]*(; )?|text-anchor: start(; )?|font-size: {STYLE['font.size']:g}px(; )?", "", text
    )
    text = text.replace("<svg ", f'<svg style="font: {STYLE["font.size"]:g}px var(--figure-font, sans-serif)" ', 1)
    text = _shorter(text)
    for shown in _NAMES:
        colour = styles.colours()[shown][0]
        text = text.replace(colour, f"var(--{shown}, {colour})")
    return text


def _shorter(text: str) -> str:
    """The same drawing in fewer words: two decimals, no turns by nothing, no empty groups,
    and how a mark looks said once.
    """
    text = re.sub(r"(\.\d\d)\d+", r"\1", text)
    text = re.sub(
        r' transform="rotate\(-0 [^"]*"|; stroke-linecap: square|; stroke-linejoin: miter|<defs>\s*</defs>', "", text
    )
    text = re.sub(r" *\n *(?=[A-Za-z\"])", " ", re.sub(r">\s+<", ">\n<", text))
    text = re.sub(
        r'<g>\n(<use [^>]*?( style="[^"]*")/>\n(?:<use [^>]*?\2/>\n)*)</g>',
        lambda m: f"<g{m[2]}>\n{m[1].replace(m[2], '')}</g>",
        text,
    )
    while (less := re.sub(r"<g>\n((?:(?!</?g\b).)*?)</g>\n", r"\1", text, flags=re.DOTALL)) != text:
        text = less
    return text
