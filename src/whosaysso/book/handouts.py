"""How a page for teachers leads to what is printed: a role for one handout, a directive for all worksheets.

The handouts lie beside the pages of the book and are none of them: no menu and no search leads there.
"""

from typing import Any

from docutils import nodes
from docutils.parsers.rst.states import Inliner
from sphinx.util.docutils import SphinxDirective

from whosaysso.book.directives import depend, raw
from whosaysso.exercises.path import core_of, sets_in_order
from whosaysso.markup import render
from whosaysso.paper.handouts import FOLDER, handouts, worksheet_name


def _base(docname: str) -> str:
    return f"{'../' * docname.count('/')}{FOLDER}/"


def handout_role(
    role: str,
    rawtext: str,
    text: str,
    lineno: int,
    inliner: Inliner,
    options: dict[str, Any] | None = None,
    content: list[str] | None = None,
) -> tuple[list[nodes.Node], list[nodes.system_message]]:
    """``{handout}`card` `` leads to a handout under its title, ``{handout}`the card <card>` `` under words of one's own."""
    said, _, name = text.removesuffix(">").rpartition(" <")
    found = handouts()
    if name not in found:
        told = inliner.reporter.warning(f"there is no handout “{name}”; there are: {', '.join(found)}", line=lineno)
        return [nodes.Text(said or name)], [told]
    env = inliner.document.settings.env
    link = nodes.reference("", said or found[name].title, refuri=f"{_base(env.docname)}{name}.html", internal=True)
    return [link], []


def worksheets_html(docname: str) -> str:
    """The worksheets as a table, one row a topic."""
    rows = [
        {
            "title": one.title,
            "core": f"{worksheet_name(one.id, True)}.html" if core_of(one) else "",
            "count": len(core_of(one)),
            "all": f"{worksheet_name(one.id, False)}.html",
            "total": len(one.exercises),
        }
        for one in sets_in_order()
    ]
    return render("book/worksheets", rows=rows, base=_base(docname))


class WorksheetsDirective(SphinxDirective):
    """``{worksheets}`` is the table of all worksheets."""

    def run(self) -> list[nodes.Node]:
        """The table, in a page that is stale when an exercise or a chapter changes."""
        depend(self.env)
        for path in self.env.found_docs:
            self.env.note_dependency(str(self.env.doc2path(path)))
        return [raw(worksheets_html, self.env.docname, location=self.get_location())]
