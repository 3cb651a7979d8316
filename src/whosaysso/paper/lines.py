"""A text of the case alone, its lines numbered, so that a class can speak of line 34."""

from collections.abc import Iterator

from whosaysso.paper.sheet import sheet_page
from whosaysso.text.case import MAIN, find_case
from whosaysso.text.sentences import Sentence

LONGEST = 90
"""Letters in a line. The lines are cut here and not by the browser, and so are the same on every sheet."""

Line = list[tuple[str, str]]
"""Pieces of a line: the number of the sentence that begins there, or nothing, and its words."""


def article_page(back: str = "") -> str:
    """The article as a page to print."""
    number, blocks = 0, []
    for block, sentences in find_case(MAIN).blocks:
        cut = list(lines(sentences))
        blocks.append({"heading": block.startswith("H"), "lines": list(enumerate(cut, number + 1))})
        number += len(cut)
    return sheet_page("lines", "The article", back, blocks=blocks)


def lines(sentences: list[Sentence]) -> Iterator[Line]:
    """The sentences of one block, cut between words into lines of at most ``LONGEST`` letters."""
    line: Line = []
    length = 0
    for sentence in sentences:
        for place, word in enumerate(sentence.text.split()):
            begins = "" if place else sentence.id
            takes = len(word) + 1 + (len(begins) + 1 if begins else 0)
            if line and length + takes > LONGEST + 1:
                yield line
                line, length = [], 0
            if begins or not line:
                line.append((begins, word))
            else:
                line[-1] = (line[-1][0], f"{line[-1][1]} {word}")
            length += takes
    if line:
        yield line
