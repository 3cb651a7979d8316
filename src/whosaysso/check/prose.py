"""The book's own prose, held to what the book teaches: no loaded words, no number without a source,
no hedge that names nobody.

A word that is mentioned and not used stands in quotation marks; what stands there is not read.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from whosaysso.authored.fault import Fault, Place, shown
from whosaysso.authored.reading import read_text
from whosaysso.authored.yaml import line_of, read_yaml
from whosaysso.check.contents import pages
from whosaysso.exercises.topics import topic_files

OWN_VOICE = {"prompt", "title", "hint", "feedback", "found", "missed", "otherwise", "wider", "met", "unmet", "model"}
"""The keys of an exercise in which the book itself speaks; in the others stand texts to be judged."""

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
    r"\b(reportedly|allegedly|purportedly|supposedly|it is (?:said|claimed|believed|reported) that|"
    r"(?:is|are|was|were) (?:said|believed|reported) to)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"\b(\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|dozens?|scores|hundreds?)\b",
    re.IGNORECASE,
)
_HARM = re.compile(r"\b(killed|dead|died|deaths?|injured|wounded|hurt|casualt\w+)\b", re.IGNORECASE)
_SOURCE = re.compile(
    r"⟨cited⟩|⟨quoted⟩|⟨place⟩|\b(said|says?|saying|claim\w*|count\w*|according|announc\w*|report\w*|acknowledg\w*|told|tells?|gives?|gave|puts?|wrote|writes?|names?|named|"
    r"statements?|tally|tallies|list\w*|accounts?|figures?|sources?|attribut\w*|spokes\w+|BLA|BLF|army|police|government|officials?|PICSS|ISPR|evidence|sum|add\w*|"
    r"article|text|report|paper|agency|outlets?|Dawn|group|survivors?|relatives?|agree\w*|den(?:y|ies)|call\w*|whether|would|if|can|may|might|could)\b",
    re.IGNORECASE,
)

EXCEPTIONS = {"the Anti-Terrorism Act": "the name of a law"}
"""Sentences, by a stretch of them, that may stand all the same, and why. At most ten."""


@dataclass(frozen=True)
class Said:
    """A sentence in the book's own voice, with quotations and references taken out.

    ``real`` says whether it is on the real case; ``around`` is what else may name its source:
    in an exercise, its paragraph.
    """

    path: Path
    line: int
    text: str
    real: bool = True
    around: str = ""


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
                yield from (Said(path, 0, sentence) for _, sentence in _markdown("".join(cell["source"])))
        return
    front = re.match(r"---\n.*?\n---\n", text, re.DOTALL)
    text = re.sub(r"[^\n]", "", front.group()) + text[front.end() :] if front else text
    yield from (Said(path, line, sentence) for line, sentence in _markdown(text))


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
    if (
        said.real
        and _NUMBER.search(said.text)
        and _HARM.search(said.text)
        and not _SOURCE.search(said.around or said.text)
    ):
        yield (
            "a number of people harmed stands here without a source",
            "say in the same sentence who says so, or cite it",
        )


def _markdown(text: str, first: int = 1) -> Iterator[tuple[int, str]]:
    """The lines and sentences of Markdown; code, directives and block quotations are left out, a glossary is read."""
    quoting, begins = 0, first
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
        elif token.type == "inline" and row is not None:
            row.append(_plain(token.children or []))
        elif token.type == "inline" and not quoting:
            yield from _cut(_plain(token.children or []), here)
        elif (
            token.type == "tr_close" and row is not None
        ):  # a row says what it says together: who in one cell, what in another
            yield from _cut(" | ".join(row), begins)
            row = None


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


def _cut(text: str, line: int) -> Iterator[tuple[int, str]]:
    for number, written in enumerate(text.split("\n"), line):
        part = re.sub(r"“[^“”]*”", "⟨quoted⟩", written)
        for sentence in re.split(r"(?<=[.?!)])(?<!\b[A-Z][.])\s+(?=[A-Z⟨(0-9])", part.strip()):
            if sentence:
                yield number, sentence


def _in_exercises(path: Path) -> Iterator[Said]:
    data, lines, wrong = read_yaml(path)
    if wrong or not isinstance(data, dict):
        return  # told by those who read it as exercises
    for number, item in enumerate(data.get("exercises") or ()):
        if isinstance(item, dict):
            real = item.get("reads") == "article"
            for at, text in _own(item, ("exercises", number)):
                for paragraph in text.split("\n\n"):
                    found = [sentence for _, sentence in _cut(" ".join(paragraph.split()), 0)]
                    yield from (Said(path, line_of(lines, at), sentence, real, " ".join(found)) for sentence in found)


def _own(part: object, at: Place, own: bool = False) -> Iterator[tuple[Place, str]]:
    """The texts below ``part`` in which the book speaks, with their places."""
    if isinstance(part, str) and own:
        yield at, part
    elif isinstance(part, dict):
        for key, value in part.items():
            yield from _own(value, (*at, key), own or key in OWN_VOICE)
    elif isinstance(part, list):
        for number, value in enumerate(part):
            yield from _own(value, (*at, number), own)
