"""A text of a case in a notebook, with the same layers as in the book: ``article("wire-report")``."""

from typing import Any

import anywidget
import traitlets

from whosaysso.authored.folders import PACKAGE
from whosaysso.browser.joined import joined
from whosaysso.browser.styles import in_notebook
from whosaysso.markup import FIGURE, render
from whosaysso.notebook.bundled import Bundled
from whosaysso.text import article as text
from whosaysso.text.case import MAIN


class ArticleWidget(Bundled, anywidget.AnyWidget):
    """A text of the case with its switches and notes."""

    _esm = joined(PACKAGE / "text" / "article.js")
    _css = in_notebook("article")
    markup = traitlets.Unicode().tag(sync=True)

    def __init__(self, slug: str, layers: bool):
        markup = text.article(slug, layers)
        # The main case has a page of its own in the book; any other text stands where it is shown.
        self._in_book = render("text/elsewhere") if slug == MAIN else markup
        super().__init__(markup=markup)

    def _ours(self) -> dict[str, Any]:
        return {FIGURE: {"html": self._in_book}}


def article(slug: str = MAIN, layers: bool = True) -> ArticleWidget:
    """Show the text in ``case/<slug>/`` with every layer that it has, or without its layers."""
    return ArticleWidget(slug, layers)
