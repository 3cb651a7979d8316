"""Figures drawn by matplotlib from the case, as SVG that follows the page's theme, with the finding in words.

A figure is a ``Figure``: JupyterLab and the page show the same drawing, the same sentence that carries its finding,
and the same table of its data.
"""

import io
import re
from dataclasses import dataclass

import matplotlib
from matplotlib.figure import Figure as Drawing

from whosaysso.folders import STATIC
from whosaysso.markup import render

# Each colour is drawn as this value and shown as the page's own, so that a figure follows the theme's switch.
INK, SOFT, RULE, ACCENT, VOICE = "#1b1f23", "#57606a", "#d0d7de", "#0b6e75", "#8250df"
_SHOWN = {INK: "--ink", SOFT: "--ink-soft", RULE: "--rule", ACCENT: "--accent", VOICE: "--layer-voice"}


@dataclass(frozen=True)
class Figure:
    """A drawing with its finding in words and its data."""

    name: str
    svg: str
    caption: str
    finding: str
    columns: list[str]
    rows: list[list]

    @property
    def html(self) -> str:
        return render("figure", figure=self)

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict:
        return {"text/html": self.html, "text/plain": self.finding, "application/vnd.whosaysso.figure+json": {"html": self.html}}


def drawn(width: float, height: float) -> tuple[Drawing, matplotlib.axes.Axes]:
    """An empty drawing in the book's hand; sizes in inches. A figure of 4.2 inches is legible on a phone."""
    with matplotlib.rc_context(fname=str(STATIC / "figures.mplstyle")):
        drawing = Drawing(figsize=(width, height))
        return drawing, drawing.add_axes((0.01, 0.01, 0.98, 0.98))


def svg(drawing: Drawing, name: str) -> str:
    """The drawing as SVG to stand in a page: the page's fonts and colours, ids of its own, no fixed size."""
    buffer = io.StringIO()
    with matplotlib.rc_context({"svg.fonttype": "none", "svg.hashsalt": name}):
        drawing.savefig(buffer, format="svg", transparent=True, metadata=dict.fromkeys(("Date", "Creator", "Format", "Type")))
    text = buffer.getvalue()
    text = text[text.index("<svg"):].strip()
    # A style element inside a page would reach beyond its drawing.
    text = re.sub(r"<metadata>.*?</metadata>|<style.*?</style>", "", text, flags=re.DOTALL)
    text = re.sub(r'\b(id=|href=|xlink:href=)"(#?)(?!#)', lambda m: f'{m[1]}"{m[2]}{name}-', text)
    text = re.sub(r"url\(#", f"url(#{name}-", text)
    text = re.sub(r'<svg ([^>]*?)width="[^"]*" height="[^"]*"', r"<svg \1", text)
    text = re.sub(r"font: ([^;\"]*)'[^;\"]*", r"font: \1var(--figure-font, sans-serif)", text)
    for colour, variable in _SHOWN.items():
        text = text.replace(colour, f"var({variable}, {colour})")
    return text
