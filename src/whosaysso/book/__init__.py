"""The book's Sphinx extension, the only package that knows Sphinx: exercises and texts as HTML in the page.

Exercises come in by a directive in a chapter, or by a MIME type of our own in a notebook's output. Both are
rendered from the YAML when the page is read, so a page depends on every file of ``exercises/`` and ``case/``.
"""

import os
import posixpath
from pathlib import Path
from shutil import copyfile

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.util import logging
from sphinx.util.typing import ExtensionMetadata

from whosaysso import __version__
from whosaysso.authored.fault import Faulty
from whosaysso.authored.folders import PACKAGE
from whosaysso.book import citations, running
from whosaysso.book.asking import add_asking
from whosaysso.book.directives import DIRECTIVES, PrivateMime, depend
from whosaysso.book.handouts import HandoutRole, WorksheetsDirective
from whosaysso.book.head import add_runtime, launch_links
from whosaysso.book.minutes import MinutesDirective, fill_minutes, minutes
from whosaysso.book.named import link_named_chapters
from whosaysso.book.offline import moved_up, zip_book
from whosaysso.book.progress import SCRIPTS
from whosaysso.browser.lean import lean_style
from whosaysso.browser.styles import sheet, sheets
from whosaysso.classroom.page import SCRIPT, class_script
from whosaysso.figures.preview import preview
from whosaysso.paper.handouts import FOLDER, write_handouts

log = logging.getLogger(__name__)

THEME = Path(__file__).parent / "theme"

__all__ = ["PrivateMime", "launch_links", "setup"]


def _depend_notebooks(app: Sphinx, doctree: nodes.document) -> None:
    """A page with cells shows exercises and figures: it is stale when what they come from changes."""
    if any("cell" in node.get("classes", ()) for node in doctree.findall(nodes.container)):
        depend(app.env)
        for path in PACKAGE.rglob("*.py"):
            app.env.note_dependency(str(path))


def _wait_with_pictures(app: Sphinx, doctree: nodes.document) -> None:
    """A picture that a cell drew is fetched when the reader comes near it."""
    for image in doctree.findall(nodes.image):
        image["loading"] = "lazy"


def _set_theme(app: Sphinx, config: Config) -> None:
    config.templates_path.append(str(THEME / "templates"))
    styles = Path(app.doctreedir) / "styles"
    styles.mkdir(parents=True, exist_ok=True)
    _write_styles(styles)
    config.html_static_path += [str(THEME / "static"), str(styles)]
    config.html_favicon = str(THEME / "static" / "favicon.svg")


def _copy_styles(app: Sphinx, error: Exception | None) -> None:
    """Sphinx copies no static file when no page has changed; an edited style should be seen all the same."""
    if app.builder.format == "html" and not error:
        for path in (THEME / "static").iterdir():
            copyfile(path, Path(app.outdir) / "_static" / path.name)
        _write_styles(Path(app.outdir) / "_static")
        for name, script in {SCRIPT: class_script, **SCRIPTS}.items():
            (Path(app.outdir) / "_static" / name).write_text(script(), encoding="utf-8")


def _write_styles(folder: Path) -> None:
    for name in sheets():
        (folder / f"{name}.css").write_text(lean_style(sheet(name)), encoding="utf-8")


def _finish_book(app: Sphinx, error: Exception | None) -> None:
    """Put the first page at the top as well, add what is printed, and offer the book as one file."""
    if app.builder.format == "html" and not error:
        out, first = Path(app.outdir), app.config.root_doc
        preview(out / "_static" / "preview.png")
        (out / "index.html").write_text(
            moved_up((out / f"{first}.html").read_text(encoding="utf-8"), posixpath.dirname(first)), encoding="utf-8"
        )
        (out / "robots.txt").write_text("User-agent: *\nAllow: /\n", encoding="utf-8")
        try:
            write_handouts(out / FOLDER)
        except (Faulty, KeyError) as wrong:
            log.warning("the handouts cannot be written: %s", wrong.args[0] if isinstance(wrong, KeyError) else wrong)
        zip_book(out)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register everything with Sphinx."""
    app.add_config_value("repository_url", "", "html")
    # Only who publishes the book knows where it will lie: the workflow says so when it builds it.
    app.add_config_value("lite_url", os.environ.get("WHOSAYSSO_LITE", ""), "html")
    for name, directive in {**DIRECTIVES, "minutes": MinutesDirective, "worksheets": WorksheetsDirective}.items():
        app.add_directive(name, directive)
    app.add_role("handout", HandoutRole())
    app.add_node(minutes)
    add_asking(app)
    citations.register()
    running.register()
    app.connect("doctree-read", fill_minutes)
    app.connect("config-inited", _set_theme)
    app.connect("doctree-read", _depend_notebooks)
    app.connect("doctree-read", _wait_with_pictures)
    app.connect("doctree-resolved", link_named_chapters)
    app.connect("build-finished", _copy_styles)
    app.connect("build-finished", _finish_book, priority=900)
    app.connect("html-page-context", add_runtime, priority=900)
    # After the styles of the theme and of sphinx-design, which come at 600.
    for name in sheets():
        app.add_css_file(f"{name}.css", priority=700 if name == "book" else 800)
    return {"version": __version__, "parallel_read_safe": True, "parallel_write_safe": True}
