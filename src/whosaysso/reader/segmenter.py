"""Where Python runs in a browser, the browser’s own cutter, which the twin of ``ends.py`` uses too."""

from js import Intl  # Pyodide’s way to the browser


def segment(language: str, text: str) -> list[str]:
    """The sentences of a text, with the spaces behind them."""
    cutter = Intl.Segmenter.new(language or "en", granularity="sentence")
    return [str(piece.segment) for piece in cutter.segment(text)]
