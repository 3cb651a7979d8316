"""The book's Sphinx extension, the only module that knows Sphinx: exercises and articles as HTML in the page.

Exercises come in by a directive in a chapter, or by a MIME type of our own in a notebook's output. Both are
rendered from the YAML when the page is read, so a page depends on every file of ``exercises/`` and ``case/``.
"""

import posixpath
import re
from collections.abc import Callable
from pathlib import Path
from shutil import copyfile
from urllib.parse import quote

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from whosaysso import BOOK, EDITION, __version__, fragments
from whosaysso.agreement import consistency
from whosaysso.article import article
from whosaysso.case import MAIN, find_case
from whosaysso.exercise import find_exercise, sources
from whosaysso.fault import Faulty
from whosaysso.figures.preview import preview
from whosaysso.folders import PACKAGE, STATIC, TEMPLATES, THEME, home
from whosaysso.markup import EXERCISE, FIGURE, render
from whosaysso.offline import moved_up, policy, zip_book
from whosaysso.runtime import PARTS, page_module
from whosaysso.sets import read_forms, read_sets

log = logging.getLogger(__name__)

WIDGET_STATE = "application/vnd.jupyter.widget-state+json"
STYLES = {"codebook.css": ("wss-codebook", "wss-scroll"), "figure.css": ("wss-figure", "wss-explorer"), "reader.css": ("wss-reader",),
          "exercise.css": ("wss-exercise", "wss-work", "wss-results"), "mystnb.": ('class="cell',), "sphinx-design": ('class="sd-',), "pygments.css": ('class="highlight',)}
"""What a page has to hold to need a style sheet; one that is not named here is needed everywhere."""
WORDS_A_MINUTE = 180
"""How fast the book expects to be read: slowly, with a second look."""
NOT_READ = (nodes.raw, nodes.literal_block, nodes.comment, nodes.pending)


def codebook_html(layer: str) -> str:
    """One layer of the main case's codebook."""
    case = find_case(MAIN)
    resource = next((r for r in case.codebook["resources"] if r["name"] == layer), None)
    if resource is None:
        raise KeyError(f"the codebook has no layer “{layer}”")
    return render("codebook", resource=resource, count=len(case.layer(layer)))


def agreement_html(slug: str) -> str:
    """How far the codings of a text agree: the machine's runs, and beside them the people's, where there are any."""
    case = find_case(slug)
    tables = {"Runs of a machine": consistency(case, "machine"), "People": consistency(case, "person")}
    return render("agreement", tables={title: table for title, table in tables.items() if table})


class _Html(SphinxDirective):
    """A directive from whose argument ``make`` gives the HTML that stands in its place, and ``pace`` what it takes."""

    make: Callable[..., str]

    def run(self) -> list[nodes.Node]:
        _depend(self.env)
        return [_raw(type(self).make, *self.arguments, location=self.get_location(), pace=self.pace(*self.arguments))]

    def pace(self, *_arguments: str) -> dict:
        """The ``words`` to read, the ``exercises`` and the ``minutes`` they take; nothing where it takes no time."""
        return {}


class ExerciseDirective(_Html):
    """``{exercise} reportedly-by-whom`` puts an exercise into the flow of a chapter."""

    required_arguments = 1
    make = staticmethod(fragments.exercise_html)

    def pace(self, name: str) -> dict:
        try:
            return {"exercises": 1, "minutes": find_exercise(name).minutes}
        except (Faulty, KeyError):
            return {}  # told by ``run``


class CodebookDirective(_Html):
    """``{codebook} claims`` prints what the columns of a layer mean."""

    required_arguments = 1
    make = staticmethod(codebook_html)


class AgreementDirective(_Html):
    """``{agreement} balochistan-july-2025`` prints how far the codings of a text agree."""

    required_arguments = 1
    make = staticmethod(agreement_html)


class TestDirective(_Html):
    """``{test} before`` is the door to the reader's own test form on an occasion: before, after or later."""

    required_arguments = 1
    make = staticmethod(fragments.door_html)

    def pace(self, _occasion: str) -> dict:
        return dict(zip(("words", "exercises", "minutes"), fragments.test_pace(), strict=True)) if read_forms() else {}


class ResultsDirective(_Html):
    """``{results}`` shows the reader's own progress and points."""

    make = staticmethod(fragments.results_html)


class ArticleDirective(_Html):
    """``{article} balochistan-july-2025`` puts a text into the page, its sentences numbered."""

    required_arguments = 1
    make = staticmethod(article)

    def pace(self, slug: str) -> dict:
        return {"words": fragments.reading(slug)} if (home() / "case" / slug / "text.txt").is_file() else {}

    def run(self) -> list[nodes.Node]:
        if self.arguments[0] == MAIN:
            self._note_places()
        return super().run()

    def _note_places(self) -> None:
        """Make every sentence a target, so that any page can write ``[P3.4](#p3.4)``."""
        standard = self.env.get_domain("std")
        for sentence in find_case(MAIN).sentences:
            for place in (sentence.id, sentence.block):
                standard.labels[place.lower()] = (self.env.docname, place, place)
                standard.anonlabels[place.lower()] = (self.env.docname, place)


class minutes(nodes.General, nodes.Element):
    """Where a page says how long it takes; filled when all of it is read."""


class MinutesDirective(SphinxDirective):
    """``{minutes}`` says how long the page takes: what is read and what is done on it, but for sections titled *More*."""

    def run(self) -> list[nodes.Node]:
        return [minutes()]


def _fill_minutes(app: Sphinx, doctree: nodes.document) -> None:
    for place in list(doctree.findall(minutes)):
        more = {id(inside) for section in doctree.findall(nodes.section) if section.next_node(nodes.title).astext().startswith("More")
                for inside in section.findall()}
        core = [node for node in doctree.findall() if id(node) not in more]
        found = [node.attributes for node in core if isinstance(node, nodes.raw)]
        words = sum(len(node.astext().split()) for node in core if isinstance(node, nodes.Text) and not isinstance(node.parent, NOT_READ))
        total = {what: sum(one.get(what, 0) for one in found) for what in ("words", "exercises", "minutes")}
        total["words"] += words
        place.replace_self(nodes.raw("", render("minutes", **total, pace=WORDS_A_MINUTE), format="html"))


class PrivateMime:
    """Renders our own MIME types for myst-nb, in place of the widget that only a kernel can run."""

    mime_priority_overrides = [("*", EXERCISE, 1), ("*", FIGURE, 1)]

    @staticmethod
    def handle_mime(renderer, data, inline: bool) -> list[nodes.Node] | None:
        """The nodes for an output of ours, or None for anybody else's."""
        if inline or data.mime_type not in (EXERCISE, FIGURE):
            return None
        if data.mime_type == FIGURE:
            return [nodes.raw("", data.content["html"], format="html")]
        name = data.content.get("exercise")
        return [_raw(fragments.exercise_html, name, location=renderer.renderer.document["source"])] if name else []


def _raw(make: Callable[..., str], *arguments: str, location, pace: dict | None = None) -> nodes.Node:
    try:
        return nodes.raw("", make(*arguments), format="html", **(pace or {}))
    except (Faulty, KeyError, OSError) as error:
        log.warning("%s", error.args[0] if isinstance(error, KeyError) else error, location=location)
        return nodes.paragraph("", f"“{' '.join(arguments)}” cannot be shown: see the messages of the build.")


def _depend(env: BuildEnvironment) -> None:
    for path in (*sources(), *TEMPLATES.glob("*.jinja"), *STATIC.glob("*.js")):
        env.note_dependency(str(path))


def _depend_notebooks(app: Sphinx, doctree: nodes.document) -> None:
    """A page with cells shows exercises and figures: it is stale when what they come from changes."""
    if any("cell" in node.get("classes", ()) for node in doctree.findall(nodes.container)):
        _depend(app.env)
        for path in PACKAGE.rglob("*.py"):
            app.env.note_dependency(str(path))


def _add_runtime(app: Sphinx, pagename: str, templatename: str, context: dict, doctree) -> None:
    """Give a page what its parts need, each once, and leave out the widget state of its notebook."""
    context["script_files"] = [script for script in context.get("script_files", ())
                               if getattr(script, "attributes", {}).get("type") != WIDGET_STATE and "design-tabs" not in str(getattr(script, "filename", ""))]
    if pagename in {f"exercises/{one.id}" for one in read_forms().values()}:
        context["prev"] = context["next"] = None  # the neighbour of a test form is another form
    body = context.get("body", "")
    parts, modules = [launch_links(app.config.repository_url, pagename), body], {}
    if "data-reader=" in body:
        modules["wss-reader"] = (STATIC / "reader.js").read_text(encoding="utf-8")
    parts += [render("set", set=one) for one in read_sets().values()
              if one.mode == "deferred" and any(f'data-exercise="{name}"' in body for name in one.exercises)]
    if any(sign in body for sign in ('data-exercise="', *PARTS)):
        parts.append(render("work", book=BOOK, edition=EDITION, hidden=True))
        modules["wss-runtime"] = page_module("".join(parts))
    if doctree is not None:
        context["body"] = "".join([*parts, *(render("runtime", name=name, module=module) for name, module in modules.items())])
        context["metatags"] = context.get("metatags", "") + _metadata(app, pagename, context, doctree)
    context["policy"] = policy(list(modules.values()))
    context["css_files"] = [sheet for sheet in context.get("css_files", ()) if _needed(str(getattr(sheet, "filename", sheet)), context.get("body", ""))]


def _needed(sheet: str, body: str) -> bool:
    return all(name not in sheet or any(sign in body for sign in signs) for name, signs in STYLES.items())


def _metadata(app: Sphinx, pagename: str, context: dict, doctree: nodes.document) -> str:
    """What the page says of itself to those who link to it: its first sentences, its licence, its picture."""
    paragraphs = (node.astext().replace("\n", " ") for node in doctree.findall(nodes.paragraph) if not isinstance(node.parent, nodes.entry))
    said = next((text for text in paragraphs if len(text) > 60), context["title"])
    picture = "_static/preview.png"
    return render("metadata", title=re.sub(r"<[^>]+>", "", context["title"]), version=__version__,
                  description=said if len(said) < 200 else f"{said[:197].rsplit(' ', 1)[0]} …",
                  picture=f"{app.config.html_baseurl.rstrip('/')}/{picture}" if app.config.html_baseurl else "../" * pagename.count("/") + picture)


def launch_links(repository: str, pagename: str) -> str:
    """Where a page's notebook can be run, for a repository with an address; nothing for one without."""
    notebook = f"{pagename}.ipynb"
    if not repository or not (home() / notebook).is_file():
        return ""
    repository = repository.removesuffix("/").removesuffix(".git")
    host, _, name = repository.removeprefix("https://").partition("/")
    # Binder has a short form for GitHub, and takes any other address quoted.
    where = f"gh/{name}" if host == "github.com" else f"git/{quote(repository, safe='')}"
    return render("launch", binder=f"https://mybinder.org/v2/{where}/HEAD?labpath={quote(notebook, safe='')}",
                  source=f"{repository}/blob/HEAD/{notebook}")


def _set_theme(app: Sphinx, config) -> None:
    config.templates_path.append(str(THEME / "templates"))
    config.html_static_path += [str(THEME / "static"), *(str(path) for path in STATIC.glob("*.css"))]
    config.html_favicon = str(THEME / "static" / "favicon.svg")


def _copy_styles(app: Sphinx, error: Exception | None) -> None:
    """Sphinx copies no static file when no page has changed; an edited style should be seen all the same."""
    if app.builder.format == "html" and not error:
        for path in (*(THEME / "static").iterdir(), *STATIC.glob("*.css")):
            copyfile(path, Path(app.outdir) / "_static" / path.name)


def _finish_book(app: Sphinx, error: Exception | None) -> None:
    """Put the first page at the top as well, and offer the book as one file."""
    if app.builder.format == "html" and not error:
        out, first = Path(app.outdir), app.config.root_doc
        preview(out / "_static" / "preview.png")
        (out / "index.html").write_text(moved_up((out / f"{first}.html").read_text(encoding="utf-8"), posixpath.dirname(first)), encoding="utf-8")
        (out / "robots.txt").write_text("User-agent: *\nAllow: /\n", encoding="utf-8")
        zip_book(out)


def setup(app: Sphinx) -> dict:
    """Register everything with Sphinx."""
    app.add_config_value("repository_url", "", "html")
    for name, directive in {"exercise": ExerciseDirective, "article": ArticleDirective, "codebook": CodebookDirective, "agreement": AgreementDirective,
                            "test": TestDirective, "results": ResultsDirective, "minutes": MinutesDirective}.items():
        app.add_directive(name, directive)
    app.add_node(minutes)
    app.connect("doctree-read", _fill_minutes)
    app.connect("config-inited", _set_theme)
    app.connect("doctree-read", _depend_notebooks)
    app.connect("build-finished", _copy_styles)
    app.connect("build-finished", _finish_book, priority=900)
    app.connect("html-page-context", _add_runtime, priority=900)
    # After the styles of the theme and of sphinx-design, which come at 600.
    app.add_css_file("book.css", priority=700)
    for path in sorted(STATIC.glob("*.css")):
        app.add_css_file(path.name, priority=800)
    return {"version": __version__, "parallel_read_safe": True, "parallel_write_safe": True}
