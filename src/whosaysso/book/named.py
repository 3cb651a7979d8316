"""In the book a chapter that a notebook names is a link to it.

JupyterLab would open a link to a chapter as its source, full of marks. So a notebook has no such link: it names the
chapter by its title, in emphasis, which reads well there, and here leads on.
"""

from docutils import nodes
from sphinx.application import Sphinx


def link_named_chapters(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Make every emphasis of a notebook's page that is a chapter's title a link to that chapter."""
    if not str(app.env.doc2path(docname)).endswith(".ipynb"):
        return
    chapters = {title.astext(): name for name, title in app.env.titles.items() if name.startswith("chapters/")}
    for named in list(doctree.findall(nodes.emphasis)):
        if chapter := chapters.get(named.astext()):
            link = nodes.reference("", "", internal=True, refuri=app.builder.get_relative_uri(docname, chapter))
            named.replace_self(link)
            link += named
