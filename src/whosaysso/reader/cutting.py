"""A text cut into headings, sentences and items of lists: the first cut, which a reader may mend by hand.

Its twin in the browser passes the same cases, ``tests/reader/cutting_cases.json``.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from whosaysso.reader.ends import CLOSERS, ITEM, MARKS, sentences
from whosaysso.reader.language import guess
from whosaysso.reader.reading import Piece

LONGEST_HEADING = 16
"""Words; a longer line without an end mark is a paragraph whose full stop is missing."""

_LETTERS = 100  # and no heading has more code points
_PAGE = range(30, 131)  # how long the lines of a page are, where a line ends and its paragraph goes on
_FULL = 0.7  # of the longest line: a shorter one ends its paragraph
_LIST = 3  # so many short lines close together are a list or a table
_RESULTS = 5  # and so many with empty lines between

_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"[^\s—–]+")
_CLOSED = re.compile(rf"([{MARKS}:;][{CLOSERS}“‘«]*(\s*[(\[][^()\[\]]*[)\]])?|[”\"»])$")
_CELLS = re.compile(r"\S \| |^\| ?\S")

Role = Literal["heading", "sentence", "item"]


@dataclass
class _Line:
    """A paragraph, in one line of the text or in several: where it starts and ends, and whether one stands close."""

    start: int
    end: int
    text: str
    close: bool

    @property
    def closed(self) -> bool:
        return bool(_CLOSED.search(self.text))

    @property
    def item(self) -> bool:
        return bool(ITEM.match(self.text) or _CELLS.search(self.text))

    @property
    def short(self) -> bool:
        """Whether it could be a heading: few words, and no mark at its end."""
        return not self.closed and len(self.text) <= _LETTERS and len(_WORD.findall(self.text)) <= LONGEST_HEADING


def cut(words: str, language: str = "") -> list[Piece]:
    """The pieces of a normal text in order: what lies between them is white space.

    Parameters
    ----------
    words
        The text in its normal form.
    language
        A tag such as ``ur``; where it is empty, the letters tell.
    """
    language = language or guess(words)
    pieces: list[Piece] = []
    headings = paragraphs = 0
    lines = _paragraphs(words)
    for line, role in zip(lines, _roles(lines, language), strict=True):
        headings, paragraphs = (headings + 1, paragraphs) if role == "heading" else (headings, paragraphs + 1)
        number = headings if role == "heading" else paragraphs
        pieces += [
            Piece(start=line.start + start, end=line.start + end, role=role, paragraph=number)
            for start, end in ([(0, len(line.text))] if role == "heading" else sentences(line.text, language))
        ]
    return pieces


def names(pieces: Iterable[Piece]) -> Iterator[str]:
    """What each piece is called: ``H2`` for a heading, ``P3.4`` for the fourth piece of paragraph 3."""
    paragraph = number = 0
    for piece in pieces:
        if piece.role == "heading":
            yield f"H{piece.paragraph}"
            continue
        number = number + 1 if piece.paragraph == paragraph else 1
        paragraph = piece.paragraph
        yield f"P{paragraph}.{number}"


def _paragraphs(words: str) -> list[_Line]:
    """Lines as paragraphs: one that breaks off, as in what is copied from a PDF, goes on in the next."""
    found: list[tuple[int, int, bool]] = []
    lines = list(_LINE.finditer(words))
    longest = max((len(line.group()) for line in lines), default=0)
    before = ""
    for line in lines:
        text, close = line.group(), bool(found) and found[-1][1] == line.start() - 1
        full = longest in _PAGE and len(before) > _FULL * longest and len(lines) > _LIST
        breaks_off = close and not _CLOSED.search(before) and not ITEM.match(text) and not _CELLS.search(text)
        if breaks_off and (text[:1].islower() or full):
            found[-1] = (found[-1][0], line.end(), found[-1][2])
        else:
            found.append((*line.span(), close))
        before = text
    return [_Line(start, end, words[start:end], close) for start, end, close in found]


def _roles(lines: list[_Line], language: str) -> Iterator[Role]:
    told = any(line.closed for line in lines)  # where no line has an end mark, want of one says nothing
    lists = _lists(lines)
    begun = False
    for n, line in enumerate(lines):
        if line.item or (n in lists and begun):
            begun = True
            yield "item"
        elif _is_heading(lines, n, told) and len(list(sentences(line.text, language))) == 1:
            yield "heading"
        else:
            begun = True
            yield "sentence"


def _is_heading(lines: list[_Line], n: int, told: bool) -> bool:
    """Whether a line is short, has no end mark, and something below it."""
    return lines[n].short and n < len(lines) - 1 and (told or n == 0) and any(map(str.isalnum, lines[n].text))


def _lists(lines: list[_Line]) -> set[int]:
    """Short lines that stand close together, as in a list without dots or a table copied as text; or many below each
    other with empty lines between, as results are given.
    """
    close = _runs([line.short for line in lines], [line.close for line in lines], _LIST)
    apart = _runs([line.short and not line.item for line in lines], [True] * len(lines), _RESULTS)
    return {n for run in (*close, *apart) for n in run}


def _runs(belong: list[bool], joined: list[bool], least: int) -> Iterator[range]:
    """Runs of at least so many lines that belong, each joined to the one before."""
    first = 0
    for n in range(1, len(belong) + 1):
        if n == len(belong) or not (joined[n] and belong[n] and belong[first]):
            if n - first >= least:
                yield range(first, n)
            first = n
