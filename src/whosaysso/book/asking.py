"""Asked, not told: a chapter opens with two questions from the chapters before it, and asks what to keep of it first.

Whoever recalls a thing keeps it longer than whoever reads it again. Both are offers: nothing is counted, and nothing
is hidden from those who would rather read.
"""

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from sphinx.writers.html5 import HTML5Translator

from whosaysso.book.directives import depend, raw
from whosaysso.browser.results import practisable
from whosaysso.exercises.pace import minutes
from whosaysso.exercises.path import core_exercises, sets_before
from whosaysso.exercises.topics import find_exercise
from whosaysso.markup import render

SHORT = 2.5
"""Minutes: what is asked before a chapter takes no longer."""


def earlier_html(docname: str) -> str:
    """Two questions from the chapters before this one; where the browser knows the reader, it puts in what is due.

    Raises
    ------
    KeyError
        For a page before which no chapter has two short exercises.
    """
    sets = sets_before(docname)
    known = _known(sets)
    core = core_exercises()
    short = sorted((one for one in known if one["short"]), key=lambda one: one["id"] in core)
    turns = [turn for name in reversed(sets) if (turn := [one for one in short if one["set"] == name])][:2]
    longest = max(map(len, turns), default=0)
    two = [turn[n] for n in range(longest) for turn in turns if n < len(turn)][:2]
    if len(two) < 2:
        raise KeyError(f"there are no two short exercises before {docname}: leave out {{earlier}}")
    return render("book/earlier", two=two, data=known, base="../" * docname.count("/"))


def _known(sets: list[str]) -> list[dict[str, Any]]:
    """What can be practised of these sets, and whether it is short."""
    kept = ("id", "set", "version", "title", "href", "topic")
    return [
        {**{name: one[name] for name in kept}, "short": minutes(find_exercise(one["id"])) <= SHORT}
        for one in practisable()
        if one["href"] and one["set"] in sets
    ]


class EarlierDirective(SphinxDirective):
    """``{earlier}`` offers two questions from the chapters before."""

    def run(self) -> list[nodes.Node]:
        """The questions, in a page that is stale when an exercise changes."""
        depend(self.env)
        return [raw(earlier_html, self.env.docname, location=self.get_location())]


class keep(nodes.General, nodes.Element):  # noqa: N801 - docutils names its nodes in small letters
    """What a chapter would like to be kept, behind a question."""


class kept_question(nodes.Part, nodes.TextElement):  # noqa: N801
    """The question."""


class KeepDirective(SphinxDirective):
    """``{keep} What do you ask?`` shows its text once the question is answered, if only in the reader's head."""

    required_arguments = 1
    final_argument_whitespace = True
    has_content = True

    def run(self) -> list[nodes.Node]:
        """The question, and behind it what stands in the directive."""
        [question] = self.arguments
        return [keep("", kept_question(question, question), *self.parse_content_to_nodes())]


def _open_keep(self: HTML5Translator, node: keep) -> None:
    self.body.append('<details class="book-keep">')


def _close_keep(self: HTML5Translator, node: keep) -> None:
    self.body.append("</details>\n")


def _open_question(self: HTML5Translator, node: kept_question) -> None:
    self.body.append("<summary>")


def _close_question(self: HTML5Translator, node: kept_question) -> None:
    self.body.append(" <span>Say it, then open.</span></summary>\n")


def add_asking(app: Sphinx) -> None:
    """Register both directives."""
    app.add_node(keep, html=(_open_keep, _close_keep))
    app.add_node(kept_question, html=(_open_question, _close_question))
    app.add_directive("earlier", EarlierDirective)
    app.add_directive("keep", KeepDirective)
