"""What a finished page is given beside its text: modules, style sheets, a policy, and what it says of itself."""

import posixpath
import re
from typing import Any
from urllib.parse import quote

from docutils import nodes
from sphinx.application import Sphinx

from whosaysso import __version__
from whosaysso.authored.folders import PACKAGE, home
from whosaysso.browser.fragments import finish_html, work_html
from whosaysso.browser.joined import (
    ASKED,
    PARTS,
    bar_module,
    joined,
    made_module,
    maker_module,
    page_module,
    your_text_module,
)
from whosaysso.browser.lean import lean
from whosaysso.browser.policy import policy
from whosaysso.exercises.forms import read_forms
from whosaysso.exercises.sets import read_sets
from whosaysso.markup import render

WIDGET_STATE = "application/vnd.jupyter.widget-state+json"
STYLES = {
    "asking.css": ("book-earlier", "book-keep"),
    "codebook.css": ("wss-codebook", "wss-scroll"),
    "figure.css": ("wss-figure", "wss-explorer"),
    "article.css": ("wss-reader",),
    "class.css": ('class="wss-class"',),
    "judgement.css": ('class="wss-results',),
    "exercise.css": ("wss-exercise", "wss-work", "wss-results"),
    "yourtext.css": ("wss-any",),
    "maker.css": ("wss-maker",),
    "sphinx-design": ('class="sd-',),
    "mystnb.": ('<details class="hide',),
    "pygments.css": (),
    "furo-extensions.css": (),
}
"""What a page has to hold to need a style sheet; one that is not named here is needed everywhere,
and one with no sign nowhere.

Code and cells are set in ``book.css``. What the libraries bring for them is 64 KB, most of it 256 terminal colours.
"""


def add_runtime(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Give a page what its parts need, each once, and leave out the widget state of its notebook."""
    context["script_files"] = [
        script
        for script in context.get("script_files", ())
        if getattr(script, "attributes", {}).get("type") != WIDGET_STATE
        and "design-tabs" not in str(getattr(script, "filename", ""))
    ]
    if pagename in {f"exercises/{one.id}" for one in read_forms().values()}:
        context["prev"] = context["next"] = None  # the neighbour of a test form is another form
    body = context.get("body", "")
    parts, modules = [launch_links(app.config.repository_url, pagename, app.config.lite_url), body], {}
    if "data-reader=" in body:
        modules["wss-reader"] = joined(PACKAGE / "text" / "article.js")
    parts += [
        finish_html(one.id)
        for one in read_sets().values()
        if one.mode == "deferred"
        and f'data-set="{one.id}"' not in body
        and any(f'data-exercise="{name}"' in body for name in one.exercises)
    ]
    if any(sign in body for sign in (ASKED, *PARTS)):
        parts += [work_html()] if "data-work " not in body else []
        modules["wss-runtime"] = lean(page_module("".join(parts)))
        modules["wss-bar"] = lean(bar_module())
    if "data-your-text" in body:
        modules["wss-your-text"] = lean(your_text_module())
    if "data-make " in body:
        modules["wss-runtime"] = lean(made_module())  # first: the other puts its text into the files that it makes
        modules["wss-maker"] = lean(maker_module())
    if doctree is not None:
        context["body"] = "".join(
            [*parts, *(render("browser/module", name=name, module=module) for name, module in modules.items())]
        )
        context["metatags"] = context.get("metatags", "") + _metadata(app, pagename, context, doctree)
    context["policy"] = policy(list(modules.values()))
    context["css_files"] = [
        sheet
        for sheet in context.get("css_files", ())
        if _needed(str(getattr(sheet, "filename", sheet)), context.get("body", ""))
    ]


def _needed(sheet: str, body: str) -> bool:
    return all(name not in sheet or any(sign in body for sign in signs) for name, signs in STYLES.items())


def _metadata(app: Sphinx, pagename: str, context: dict[str, Any], doctree: nodes.document) -> str:
    """What the page says of itself to those who link to it: its first sentences, its licence, its picture."""
    paragraphs = (
        node.astext().replace("\n", " ")
        for node in doctree.findall(nodes.paragraph)
        if not isinstance(node.parent, nodes.entry)
    )
    said = next((text for text in paragraphs if len(text) > 60), context["title"])
    picture = "_static/preview.png"
    return render(
        "book/metadata",
        title=re.sub(r"<[^>]+>", "", context["title"]),
        version=__version__,
        description=said if len(said) < 200 else f"{said[:197].rsplit(' ', 1)[0]} …",
        picture=f"{app.config.html_baseurl.rstrip('/')}/{picture}"
        if app.config.html_baseurl
        else "../" * pagename.count("/") + picture,
    )


def launch_links(repository: str, pagename: str, lite: str = "") -> str:
    """Where a page's notebook can be run: by a repository with an address, and by a site that JupyterLite has made."""
    notebook = f"{pagename}.ipynb"
    if not (repository or lite) or not (home() / notebook).is_file():
        return ""
    repository = repository.removesuffix("/").removesuffix(".git")
    host, _, name = repository.removeprefix("https://").partition("/")
    # Binder has a short form for GitHub, and takes any other address quoted.
    where = f"gh/{name}" if host == "github.com" else f"git/{quote(repository, safe='')}"
    return render(
        "book/launch",
        binder=repository and f"https://mybinder.org/v2/{where}/HEAD?labpath={quote(notebook, safe='')}",
        source=f"{repository}/blob/HEAD/{notebook}",
        lite=lite and f"{lite.removesuffix('/')}/lab/index.html?path={quote(posixpath.basename(notebook))}",
    )
