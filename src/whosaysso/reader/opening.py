"""What a reader opens, as text and as nothing else: of a page or a marked-up file only its words are kept."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

from whosaysso.authored.fault import Fault, Faulty, shown
from whosaysso.authored.reading import read_bytes
from whosaysso.reader.normal import normal
from whosaysso.reader.reading import LONGEST

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

LARGEST = 5_000_000
"""Bytes of a file that is opened, whatever it is."""

DEEPEST = 20_000
"""Tags that stand open at once; the parser takes a second for so many."""


def _tags(names: str) -> frozenset[str]:
    return frozenset(names.split())


_TAG = re.compile("<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_ALONE = _tags("area base br col embed hr img input link meta param source track wbr p li td th tr dt dd")
_ENDS_LINE = _tags("li tr dt dd figcaption")
_ENDS_PARAGRAPH = _tags(
    "p div section article header footer main aside h1 h2 h3 h4 h5 h6 ul ol dl table blockquote pre figure hr address"
)
_NO_TEXT = _tags(
    "script style template noscript head svg math iframe object embed canvas audio video select textarea button nav"
    " form"
)
_OTHER_FILE = re.compile(r"%PDF|PK\x03\x04")

_UNMARKED = [
    (re.compile(pattern, re.MULTILINE), into)
    for pattern, into in (
        (r"\A\ufeff?---\n[\s\S]*?\n---\n", ""),
        (r"^(```|~~~).*$", ""),
        (r"^ {0,3}#{1,6} +(.*?)( +#+)?$", r"\n\1\n"),
        (r"^( {0,3}> ?)+", ""),
        (r"^ {0,3}([-*_] ?){3,}$", ""),
        (r"^( *)[*+] ", r"\1- "),
        (r"!?\[([^\[\]\n]{0,500})\]\([^()\n]{0,2000}\)", r"\1"),
        (r"(\*\*|__|~~)(?=\S)(.{1,500}?)\1", r"\2"),
        (r"(?<![\w*])[*_](?=\S)([^*_\n]{1,500})[*_](?!\w)", r"\1"),
        (r"`([^`\n]{1,500})`", r"\1"),
    )
]
"""Marks of Markdown and what is left of them, in this order."""


def open_text(path: Path) -> str:
    """The words of a ``.txt``, ``.html`` or ``.md`` file in their normal form.

    Raises
    ------
    Faulty
        With a sentence, where the file cannot be read, is no text, holds no words or too many.
    """

    def refused(why: str, remedy: str) -> Faulty:
        return Faulty([Fault(shown(path), 0, why, remedy)])

    try:
        data = read_bytes(path, LARGEST)
    except OSError:
        raise refused("this file cannot be read", "look what lies at this place") from None
    if len(data) > LARGEST:
        raise refused(f"this file is larger than {LARGEST // 1_000_000} MB", "take the part that you want to read")
    text = _decoded(data)
    if _OTHER_FILE.match(text) or "\0" in text[:4_000]:
        raise refused(
            "this is not a text file",
            "if it is a PDF or from an office program, open it there and save or copy its text",
        )
    try:
        words = normal(words_of(path.name, text))
    except ValueError as error:
        raise refused(str(error), "open it in a browser, and copy its text") from None
    if not words:
        raise refused("there are no words in this file", "take a file that holds the text itself")
    if len(words) > LONGEST:
        raise refused(f"this text has more than {LONGEST:,} letters", "take the part that you want to read")
    return words


def words_of(name: str, text: str) -> str:
    """What is to be read in a file of that name."""
    if re.search(r"\.x?html?$", name, re.IGNORECASE):
        return page_words(text)
    return markdown_words(text) if re.search(r"\.(md|markdown)$", name, re.IGNORECASE) else text


def page_words(html: str) -> str:
    """The words of a page: of its one article, where it has one, and else of all of it.

    Raises
    ------
    ValueError
        Where its tags are nested deeper than any page that people read, or nothing is here that reads pages.
    """
    try:
        from selectolax.lexbor import LexborHTMLParser  # noqa: PLC0415 - it has no wheel for Python in a browser
    except ModuleNotFoundError:
        raise ValueError("a page needs the package selectolax, which is not installed here") from None
    if _nested(html) > DEEPEST:
        raise ValueError("this page is nested too deep to be read")
    whole = LexborHTMLParser(html)
    articles = whole.css("article, main")
    found: list[str] = []
    # Pages nest deeper than Python calls: what is still to be looked at stands in a list, the next one last.
    todo: list[LexborNode | str | None] = [articles[0] if len(articles) == 1 else whole.body]
    while todo:
        node = todo.pop()
        if isinstance(node, str):
            found.append(node)
        elif node is not None and node.tag == "-text":
            found.append(re.sub(r"\s+", " ", node.text_content or ""))
        elif node is not None:
            todo += reversed(_parts(node))
    return re.sub(r"[ \t]*\n[ \t]*", "\n", "".join(found)).strip()


def _parts(tag: "LexborNode") -> "list[LexborNode | str | None]":
    """What stands in a tag, with the line ends and the marks of items and cells that it makes."""
    if tag.tag in _NO_TEXT or "hidden" in tag.attributes or (tag.tag or "-").startswith("-"):  # such as a comment
        return []
    if tag.tag == "br":
        return ["\n"]
    around = "\n\n" if tag.tag in _ENDS_PARAGRAPH else "\n" if tag.tag in _ENDS_LINE else ""
    cell = " | " if tag.tag in ("td", "th") and _next(tag) else ""
    return [around, "• " if tag.tag == "li" else "", *tag.iter(include_text=True), cell, around]


def _next(cell: "LexborNode") -> bool:
    """Whether another cell stands behind this one."""
    node = cell.next
    while node is not None and node.tag not in ("td", "th"):
        node = node.next
    return node is not None


def _nested(html: str) -> int:
    """How deep tags can be nested at most, which the parser’s time goes with; cheap, and never too low."""
    depth = deepest = 0
    for tag in _TAG.finditer(html):
        depth = max(0, depth - 1) if tag[1] else depth + (tag[2].lower() not in _ALONE)
        deepest = max(deepest, depth)
    return deepest


def markdown_words(text: str) -> str:
    """Markdown without its marks; its lines stay as they are."""
    text = text.replace("\r\n", "\n")
    for pattern, into in _UNMARKED:
        text = pattern.sub(into, text)
    return text


def _decoded(data: bytes) -> str:
    wide = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8"
    try:
        return data.decode(wide)
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")  # what older programs write
