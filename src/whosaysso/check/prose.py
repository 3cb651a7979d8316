"""The book's own prose, held to what the book teaches: no loaded words, no number without a source,
no hedge that names nobody. And feedback gives its reason, where the page has given the verdict already.

A word that is mentioned and not used stands in quotation marks; what stands there is not read.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import get_args

from markdown_it import MarkdownIt
from markdown_it.token import Token
from pydantic import BaseModel

from whosaysso.authored.fault import Fault, Place, shown
from whosaysso.authored.reading import read_text
from whosaysso.authored.yaml import line_of, read_yaml
from whosaysso.check.contents import pages
from whosaysso.check.sourced import unsourced
from whosaysso.exercises.topics import Topic, topic_files
from whosaysso.kinds.exercise import OwnVoice

LOADED = re.compile(
    r"\b(atrocit\w+|barbar\w+|bloodthirsty|brutal\w*|butcher\w*|cowardly|despicable|disgraceful|"
    r"evil|extremists?|fanatic\w*|freedom (?:fighters?|struggle)|glorious|heinous|heroic\w*|infamous|"
    r"jihadis\w+|liberators?|martyr\w*|massacre\w*|miscreants?|neutrali[sz]ed|notorious|occupiers?|"
    r"oppressors?|puppets?|regimes?|ruthless\w*|savage\w*|shameful|"
    r"slaughter\w*|so-called|stooges?|terroris[mt]s?|thugs?|traitors?|tyrann\w*|"
    r"vicious|vile|warmonger\w*)\b",
    re.IGNORECASE,
)
HEDGE = re.compile(
    r"\b(reportedly|allegedly|purportedly|supposedly|rumou?red|"
    r"it (?:is|was|has been) (?:said|claimed|believed|reported|alleged|thought|understood|feared|rumoured) that|"
    r"(?:is|are|was|were) (?:said|claimed|believed|reported|alleged|thought|understood|feared) to|"
    r"(?:is|are|was|were) (?:feared|believed|reported|presumed) (?:dead|killed|missing)|unconfirmed reports)\b",
    re.IGNORECASE,
)

VERDICT = re.compile(r"(?:Yes|No|Right|Wrong|Correct|Exactly|Indeed|Partly)[.,:]|(?:True|False)[.:]")
"""How feedback would begin that says a verdict twice."""

_WHO = re.compile(r"\b(says|said|sources?|accounts?|outlets?|who|whose|cited)\b", re.IGNORECASE)
"""What the header of a table has in it whose rows name their sources."""

EXCEPTIONS = {
    "the Anti-Terrorism Act": "the name of a law",
    "Mana Telangana: five soldiers killed": "an outlet that speaks before a colon, in a list of what outlets say",
}
"""Sentences, by a stretch of them, that may stand all the same, and why. At most ten."""


@dataclass(frozen=True)
class Said:
    """A sentence in the book's own voice, with quotations and references taken out.

    ``real`` says whether it is on the real case; ``around`` is what else may name its source:
    in an exercise, its paragraph. ``opens`` says whether it begins a text of an exercise.
    """

    path: Path
    line: int
    text: str
    real: bool = True
    around: str = ""
    opens: bool = False


def faults() -> list[Fault]:
    """Everything in the book's own voice that the book would mark in another text."""
    return [Fault(shown(said.path), said.line, *wrong) for said in sentences() for wrong in _wrong(said)]


def sentences() -> Iterator[Said]:
    """Every sentence of the chapters, of the notebooks' prose and of the exercises' own voice."""
    for path in pages():
        yield from said_in(path)
    for path in topic_files():
        yield from _in_exercises(path)


def said_in(path: Path) -> Iterator[Said]:
    """The sentences of one page."""
    text, wrong = read_text(path)
    if wrong:
        return  # told by those who read it as a page
    if path.suffix == ".ipynb":
        for cell in json.loads(text)["cells"]:
            if cell["cell_type"] == "markdown":
                yield from (
                    Said(path, 0, sentence, True, around) for _, sentence, around in _markdown("".join(cell["source"]))
                )
        return
    front = re.match(r"---\n.*?\n---\n", text, re.DOTALL)
    text = re.sub(r"[^\n]", "", front.group()) + text[front.end() :] if front else text
    yield from (Said(path, line, sentence, True, around) for line, sentence, around in _markdown(text))


def _wrong(said: Said) -> Iterator[tuple[str, str]]:
    if any(stretch in said.text for stretch in EXCEPTIONS):
        return
    for match in LOADED.finditer(said.text):
        yield (
            f"the book says “{match.group()}” in its own voice",
            "say it without judging, or put the word in quotation marks where it is only mentioned",
        )
    for match in HEDGE.finditer(said.text):
        yield (
            f"the book says “{match.group()}”, and names nobody for it",
            "name who says so, or put the word in quotation marks where it is only mentioned",
        )
    if said.opens and (verdict := VERDICT.match(said.text)):
        yield (
            f"the text begins with “{verdict.group()}”, and the page has given the verdict already",
            "begin with the reason",
        )
    if said.real and unsourced(said.text, said.around):
        yield (
            "a number of people harmed stands here without a source",
            "say in the same sentence who says so, or cite it",
        )


def _markdown(text: str, first: int = 1) -> Iterator[tuple[int, str, str]]:
    """The lines and sentences of Markdown, and what may name their source.

    Code, directives and block quotations are left out; a glossary is read.
    """
    quoting, begins, head = 0, first, ""
    row: list[str] | None = None
    text = re.sub(r"^:::.*$", "", text, flags=re.MULTILINE)
    for token in MarkdownIt().enable("table").parse(text):
        here = token.map[0] + first if token.map else first
        quoting += {"blockquote_open": 1, "blockquote_close": -1}.get(token.type, 0)
        if token.type == "fence" and token.info.startswith("{glossary}"):
            # Terms stand at the margin, and what they mean is indented below them.
            for number, line in enumerate(token.content.splitlines(), here + 1):
                if line.startswith(" "):
                    yield from _markdown(line.strip(), number)
        if token.type == "tr_open":
            row, begins = [], here
        elif token.type == "table_close":
            row, head = None, ""
        elif token.type == "inline" and row is not None:
            row.append(_plain(token.children or []))
        elif token.type == "inline" and not quoting:
            yield from _cut(_plain(token.children or []), here)
        elif token.type == "thead_close":
            head = " | ".join(row or ())
        elif token.type == "tr_close" and row is not None:
            # A row says what it says together: who in one cell, what in another, under a header that says so.
            together = " | ".join(row)
            source = "⟨cited⟩" if _WHO.search(head) else ""
            yield from ((at, sentence, together + source) for at, sentence, _ in _cut(together, begins))


def _plain(children: list[Token]) -> str:
    """Inline Markdown as plain text: roles and links by what readers see, references as ``⟨cited⟩`` and ``⟨place⟩``."""
    said, role = "", ""
    address: object = ""
    for child in children:
        if child.type == "text":
            named = re.search(r"\{([\w:]+)\}$", child.content)
            role = named.group(1) if named else ""
            said += child.content.removesuffix(named.group()) if named else child.content
        elif child.type == "code_inline":
            said += (
                "⟨cited⟩" if role.startswith("cite") else re.sub(r"\s*<.*>$", "", child.content) if role else "⟨code⟩"
            )
            role = ""
        elif child.type in ("softbreak", "hardbreak"):
            said += "\n"
        elif child.type == "link_open":
            address = child.attrs.get("href", "")
        elif child.type == "link_close":
            said += "⟨place⟩" if re.match(r"#[ph]\d", str(address)) else ""
    return said


def _cut(text: str, line: int) -> Iterator[tuple[int, str, str]]:
    for number, written in enumerate(text.split("\n"), line):
        part = re.sub(r"“[^“”]*”", "⟨quoted⟩", written)
        for sentence in re.split(r"(?<=[.?!)])(?<!\b[A-Z][.])\s+(?=[A-Z⟨(0-9])", part.strip()):
            if sentence:
                yield number, sentence, ""


def _in_exercises(path: Path) -> Iterator[Said]:
    data, lines, wrong = read_yaml(path)
    if wrong or not isinstance(data, dict):
        return  # told by those who read it as exercises
    items = data.get("exercises")
    for number, item in enumerate(items if isinstance(items, list) else ()):
        if isinstance(item, dict):
            real = item.get("reads") == "article"
            for at, text in _own(item, ("exercises", number)):
                yield from _paragraphs(text, path, line_of(lines, at), real)
    if isinstance(data.get("title"), str):
        yield from _paragraphs(data["title"], path, line_of(lines, ("title",)), True)


def _paragraphs(text: str, path: Path, line: int, real: bool) -> Iterator[Said]:
    for above, paragraph in enumerate(text.split("\n\n")):
        found = [sentence for _, sentence, _ in _cut(" ".join(paragraph.split()), 0)]
        for number, sentence in enumerate(found):
            yield Said(path, line, sentence, real, " ".join(found), opens=not above and not number)


@cache
def own_voice(model: type[BaseModel] = Topic) -> frozenset[str]:
    """The keys in which the book itself speaks, as the types of the exercises say."""
    found = set()
    for name, field in model.model_fields.items():
        parts = [*field.metadata, *_parts_of(field.annotation)]
        if any(isinstance(part, OwnVoice) for part in parts):
            found.add(field.alias or name)
        for part in parts:
            if isinstance(part, type) and issubclass(part, BaseModel):
                found |= own_voice(part)
    return frozenset(found)


def _parts_of(annotation: object) -> Iterator[object]:
    """Everything that a type is made of, the marks on it among them."""
    yield annotation
    for part in get_args(annotation):
        yield from _parts_of(part)


def _own(part: object, at: Place, own: bool = False) -> Iterator[tuple[Place, str]]:
    """The texts below ``part`` in which the book speaks, with their places."""
    if isinstance(part, str) and own:
        yield at, part
    elif isinstance(part, dict):
        for key, value in part.items():
            if key != "shows":  # a post or a page of somebody's, and not the book's own words
                yield from _own(value, (*at, key), own or key in own_voice())
    elif isinstance(part, list):
        for number, value in enumerate(part):
            yield from _own(value, (*at, number), own)
