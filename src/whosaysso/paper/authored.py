"""Sheets that authors write in Markdown, in ``chapters/teaching/handouts/``: a card, a ticket, a rubric, supports.

Three asterisks on a line of their own are a line to write on. Two fences bring in what is written elsewhere:
``{terms}`` the meanings of terms of the glossary, one term a line; ``{words} TEXT`` the hard words of a text.
"""

import re
from collections.abc import Sequence
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from whosaysso.authored.folders import home
from whosaysso.authored.reading import read_text
from whosaysso.markup import render
from whosaysso.paper.sheet import sheet_page
from whosaysso.text.case import find_case

COPIES = {"card": 4, "exit-ticket": 2}
"""How often a small sheet stands on its page, to be cut apart."""


def authored_sheets() -> dict[str, Path]:
    """The files of the sheets by their names."""
    return {path.stem: path for path in sorted((home() / "chapters" / "teaching" / "handouts").glob("*.md"))}


def authored_title(path: Path) -> str:
    """The heading that a sheet begins with."""
    return read_text(path)[0].removeprefix("# ").split("\n", 1)[0]


def authored_page(path: Path, back: str = "") -> str:
    """A sheet as a page to print.

    Raises
    ------
    KeyError
        Where it asks for a term that the glossary does not have.
    """
    reader = MarkdownIt("commonmark", {"html": False}).enable("table")
    reader.add_render_rule("fence", _fence)
    html = reader.render(read_text(path)[0]).replace("<table>", '<div class="scroll"><table>')
    return sheet_page(
        "authored",
        authored_title(path),
        back,
        html=html.replace("</table>", "</table></div>"),
        copies=COPIES.get(path.stem, 1),
    )


def glossary() -> dict[str, str]:
    """The first sentence on each term of the glossary, as plain text."""
    text = read_text(home() / "chapters" / "glossary.md")[0]
    entries = re.findall(r"^(\S.*)\n  (.+)$", text.partition("```{glossary}\n")[2].partition("\n```")[0], re.MULTILINE)
    return {term: _plain(meaning) for term, meaning in entries}


def _plain(said: str) -> str:
    """Without the marks of roles and links."""
    return re.sub(r"\[([^\]]+)\]\([^)]*\)", r"\1", re.sub(r"\{\w+\}`([^`<]+?)(?: *<[^>]*>)?`", r"\1", said))


def _fence(renderer: RendererHTML, tokens: Sequence[Token], at: int, options: OptionsDict, env: EnvType) -> str:
    name, _, argument = tokens[at].info.partition(" ")
    if name == "{words}":
        words = [(row["term"], row["meaning"]) for row in find_case(argument).layer("words")]
    elif name == "{terms}":
        known = glossary()
        words = [(term, known[term]) for term in tokens[at].content.splitlines()]
    else:
        return renderer.fence(tokens, at, options, env)
    return render("paper/words", words=words)
