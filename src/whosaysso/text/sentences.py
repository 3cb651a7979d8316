"""A text cut into headings, paragraphs, sentences and words: the one cut that everything else names.

Numbers of sentences stand in layers, exercises and answers. A change here must leave those of every text as they are.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

# A word is a run of anything but white space and dashes: the one cut that Python makes and the browser takes over.
_WORD = re.compile(r"[^\s—–]+")
# Marks that end a sentence: of Latin letters, of Arabic and Urdu, of Hindi, of Chinese and Japanese.
_MARKS = ".?!…\u06d4\u061f\u0964\u3002\uff01\uff1f"
# Where a sentence may end: its mark, what closes behind it, white space.
_END = re.compile(rf"(?P<mark>[{_MARKS}]+[”’»\"')\]]*)\s+")
_OPENS = re.compile("[“\u2018«\"'(\\[]*")
# A paragraph ends with such a mark, and perhaps a credit such as (AP); or with a quotation.
_CLOSED = re.compile(rf"([{_MARKS}][”’»\"')\]]*(\s*[(\[][^()\[\]]*[)\]])?|[”\"])$")
_CREDIT = re.compile(r"[(\[][^()\[\].?!…]*[)\]]")
_INITIAL = re.compile(r"(?<![^\W\d_])[^\W\d_]\.$")
_TITLE = re.compile(
    r"\b(Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Cpl|Sgt|Brig|Adm|Cmdr|Insp|Sen|Rep|Gov|Hon|Rev|St|Mt|Ft|Fr|vs|cf|ca|approx|"
    r"e\.g|i\.e|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$"
)
_NUMBERED = re.compile(r"\b(Nos?|Figs?|Art|Sec|Ch|Vol|pp?)\.$", re.IGNORECASE)
# Behind an initial, as in “the U.S. The army”, such a word begins a sentence.
_BEGINS = re.compile(r"(The|A|An|In|On|At|He|She|It|They|We|But|And|This|That|There|Its|Their|His|Her)\b(?!\.)")

LONGEST_HEADING = 20
"""Words; a longer line without an end mark is a paragraph whose full stop is missing."""


@dataclass(frozen=True)
class Sentence:
    """A sentence of a text: its number (``P3.4``; a heading has ``H2``) and its place in code points."""

    id: str
    block: str
    start: int
    end: int
    text: str


def words(text: str) -> list[tuple[int, int]]:
    """Where each word of ``text`` starts and ends, in code points."""
    return [match.span() for match in _WORD.finditer(text)]


def sentences(text: str) -> list[Sentence]:
    """Every heading (``H1``…) and sentence (``P1.1``…) in order.

    A short line without an end mark is a heading, if anything stands below it.
    """
    found: list[Sentence] = []
    paragraphs = headings = 0
    lines = [line for line in re.finditer(r"[^\n]+", text) if line.group().strip()]
    for line in lines:
        parts = list(_parts(line.group()))
        if _is_heading(line.group().strip(), len(parts)) and not (line is lines[-1] and paragraphs):
            headings += 1
            found.append(Sentence(f"H{headings}", f"H{headings}", line.start(), line.end(), line.group()))
            continue
        paragraphs += 1
        for number, (start, end) in enumerate(parts, 1):
            place = f"P{paragraphs}.{number}", f"P{paragraphs}"
            found.append(Sentence(*place, line.start() + start, line.start() + end, line.group()[start:end]))
    return found


def broken_lines(text: str) -> list[int]:
    """The lines that break off in the middle of a sentence: the next one goes on with a small letter."""
    lines = text.split("\n")
    return [
        number
        for number, (line, below) in enumerate(pairwise(lines), 1)
        if line.strip() and not _CLOSED.search(line.strip()) and below.strip()[:1].islower()
    ]


def _is_heading(line: str, parts: int) -> bool:
    return not _CLOSED.search(line) and parts == 1 and len(words(line)) <= LONGEST_HEADING


def _parts(line: str) -> Iterator[tuple[int, int]]:
    """Where each sentence of a paragraph starts and ends."""
    start = 0
    for end in _END.finditer(line):
        if _ends(line[: end.end("mark")], end["mark"], line[end.end() :]):
            yield start, end.end("mark")
            start = end.end()
    yield start, len(line)


def _ends(before: str, mark: str, after: str) -> bool:
    """Whether a sentence ends at this mark: what comes next can begin one, and the mark is not that of a short form."""
    opened = _OPENS.match(after)
    bare = after[opened.end() :] if opened else after
    begins = bare[:1]
    if not begins.isalnum() or begins.islower() or _CREDIT.match(after):
        return False
    if mark[0] == "…" or mark.startswith("..."):
        return not before[: -len(mark)].endswith((" ", "\u00a0"))
    if mark != ".":
        return True
    if _TITLE.search(before) or (begins.isdigit() and _NUMBERED.search(before)):
        return False
    return not _INITIAL.search(before) or bool(_BEGINS.match(bare))
