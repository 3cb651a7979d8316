"""How a page for teachers leads to what is printed: a role for one handout, a directive for all worksheets.

The handouts lie beside the pages of the book and are none of them: no menu and no search leads there.
"""

from docutils import nodes
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective, SphinxRole

from whosaysso.book.directives import depend, raw
from whosaysso.exercises.path import core_of, sets_in_order
from whosaysso.markup import render
from whosaysso.paper.handouts import FOLDER, handouts, worksheet_name

log = logging.getLogger(__name__)


def _base(docname: str) -> str:
    return f"{'../' * docname.count('/')}{FOLDER}/"


class HandoutRole(SphinxRole):
    """``{handout}`card` `` leads to a handout under its title, ``{handout}`a card <card>` `` under other words."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """The link; a warning where there is no such handout."""
        said, _, name = self.text.removesuffix(">").rpartition(" <")
        found = handouts()
        if name not in found:
            log.warning("there is no handout “%s”; there are: %s", name, ", ".join(found), location=self.get_location())
            return [nodes.Text(said or name)], []
        address = f"{_base(self.env.docname)}{name}.html"
        return [nodes.reference("", said or found[name].title, refuri=address, internal=True)], []


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
