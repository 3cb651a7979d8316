"""How long a page takes: what is read on it at a steady pace, and the minutes of its exercises."""

import re
from html import unescape

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from whosaysso.exercises.pace import WORDS_A_MINUTE
from whosaysso.markup import render

NOT_READ = (nodes.raw, nodes.literal_block, nodes.comment, nodes.pending)


UNSEEN = r"(?s)<(script|style|details|title|desc|metadata|defs)\b.*?</\1>|<[^>]*>"
"""What a drawing carries beside the words that stand in it and below it."""


class minutes(nodes.General, nodes.Element):  # noqa: N801 - docutils names its nodes in small letters
    """Where a page says how long it takes; filled when all of it is read."""


class MinutesDirective(SphinxDirective):
    """``{minutes}`` says how long the page takes: what is read and what is done on it,
    but for sections titled *More*.
    """

    def run(self) -> list[nodes.Node]:
        """The place, still empty."""
        return [minutes()]


def fill_minutes(app: Sphinx, doctree: nodes.document) -> None:
    """Count the words that are read and add what directives say they take."""
    for place in list(doctree.findall(minutes)):
        more = {
            id(inside)
            for section in doctree.findall(nodes.section)
            if (title := section.next_node(nodes.title)) and title.astext().startswith("More")
            for inside in section.findall()
        }
        core = [node for node in doctree.findall() if id(node) not in more]
        found = [node.attributes for node in core if isinstance(node, nodes.raw)]
        words = sum(
            len(node.astext().split())
            for node in core
            if isinstance(node, nodes.Text) and not isinstance(node.parent, NOT_READ)
        )
        total = {what: sum(one.get(what, 0) for one in found) for what in ("words", "exercises", "minutes")}
        total["words"] += words
        total["words"] += sum(_drawn(node) for node in core if isinstance(node, nodes.raw) and "drawing" in node)
        place.replace_self(nodes.raw("", render("book/minutes", **total, pace=WORDS_A_MINUTE), format="html"))


def _drawn(figure: nodes.raw) -> int:
    """The words in a figure and of its caption."""
    return len(unescape(re.sub(UNSEEN, " ", figure.astext())).split())
