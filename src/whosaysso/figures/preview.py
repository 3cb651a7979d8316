"""The picture that stands beside a link to the book: its name and its three questions."""

from pathlib import Path

from matplotlib.figure import Figure

from whosaysso.browser.styles import colours

INK, ACCENT, PAPER = (colours()[name][0] for name in ("ink", "accent", "paper"))
QUESTIONS = ("Who says so?", "How do they know the number?", "What does the text want of me?")


def preview(path: Path) -> None:
    """Draw the picture, 1200 by 630 pixels, as a PNG at ``path``."""
    picture = Figure(figsize=(12, 6.3), dpi=100, facecolor=PAPER)
    picture.text(0.08, 0.68, "Who Says So?", fontsize=62, weight="bold", color=INK, family="serif")
    picture.text(0.08, 0.54, "Reading conflict reporting closely", fontsize=28, color=INK, family="serif")
    for line, question in enumerate(QUESTIONS):
        picture.text(0.08, 0.34 - 0.1 * line, question, fontsize=24, color=ACCENT, family="sans-serif")
    picture.savefig(path, metadata={"Software": None})
