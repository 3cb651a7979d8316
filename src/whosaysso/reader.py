"""The article in a notebook, with the same layers as in the book: ``reader("balochistan-july-2025")``."""

import anywidget
import traitlets

from whosaysso.article import article
from whosaysso.folders import STATIC
from whosaysso.markup import FIGURE, render


class ReaderWidget(anywidget.AnyWidget):
    """A text of the case with its switches and notes."""

    _esm = (STATIC / "reader.js").read_text(encoding="utf-8")
    _css = (STATIC / "reader.css").read_text(encoding="utf-8")
    markup = traitlets.Unicode().tag(sync=True)

    def _repr_mimebundle_(self, **kwargs):
        """What ipywidgets gives, and a type of our own from which the book links to the article."""
        bundle = super()._repr_mimebundle_(**kwargs)
        data, metadata = bundle if isinstance(bundle, tuple) else (bundle, {})
        return {**(data or {}), FIGURE: {"html": render("reader")}}, metadata


def reader(slug: str = "balochistan-july-2025") -> ReaderWidget:
    """Show the text in ``case/<slug>/`` with every layer that it has."""
    return ReaderWidget(markup=article(slug))
