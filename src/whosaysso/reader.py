"""A text of a case in a notebook, with the same layers as in the book: ``reader("wire-report")``."""

import anywidget
import traitlets

from whosaysso.article import article
from whosaysso.case import MAIN
from whosaysso.folders import STATIC
from whosaysso.markup import FIGURE, render


class ReaderWidget(anywidget.AnyWidget):
    """A text of the case with its switches and notes."""

    _esm = (STATIC / "reader.js").read_text(encoding="utf-8")
    _css = (STATIC / "reader.css").read_text(encoding="utf-8")
    markup = traitlets.Unicode().tag(sync=True)

    def __init__(self, slug: str, layers: bool):
        # The main case has a page of its own in the book; any other text stands where it is shown.
        self._page = render("reader") if slug == MAIN else article(slug, layers)
        super().__init__(markup=article(slug, layers))

    def _repr_mimebundle_(self, **kwargs):
        """What ipywidgets gives, and a type of our own from which the book makes its page."""
        bundle = super()._repr_mimebundle_(**kwargs)
        data, metadata = bundle if isinstance(bundle, tuple) else (bundle, {})
        return {**(data or {}), FIGURE: {"html": self._page}}, metadata


def reader(slug: str = MAIN, layers: bool = True) -> ReaderWidget:
    """Show the text in ``case/<slug>/`` with every layer that it has, or without its layers."""
    return ReaderWidget(slug, layers)
