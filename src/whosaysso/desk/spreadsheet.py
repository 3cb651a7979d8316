"""Tables that a spreadsheet opens as they were meant, whatever country it is set to, and that run nothing there."""

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

MARK = "\ufeff"
"""Without it Excel takes UTF-8 for something else, and shows Jürgen as JÃ¼rgen."""

_BEGINS = "=+-@|%"
_PLAIN = re.compile(r"(?:[^\W_][\w .:–()-]*+)?")
_SPACES = "\t\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029]")
"""Controls, halves of a character, and what parts lines."""
_PARTED = re.compile(r"[,;|]\s*(?=[^\sA-Za-z0-9])")
"""A sign that may part cells, before anything but a plain letter or number, which never act."""


class Form(NamedTuple):
    """How a table is written: what parts its cells, and what its decimals stand after."""

    separator: str = ","
    decimal: str = "."

    def number(self, value: float, places: int = 2) -> str:
        """A number without needless zeros, and never with exactly three decimals: half of Europe reads 1.000 as 1000.

        Examples
        --------
        >>> Form().number(0.625, places=4), Form(";", ",").number(0.5), Form().number(3.0)
        ('0.6250', '0,5', '3')
        """
        text = f"{value:.{places}f}"
        whole, _, decimals = text.partition(".")
        decimals = decimals.rstrip("0")
        decimals = f"{decimals}0" if len(decimals) == 3 else decimals
        return f"{whole}{self.decimal}{decimals}" if decimals else "0" if whole == "-0" else whole

    def lines(self, rows: Iterable[Iterable[object]]) -> Iterator[str]:
        """The rows as lines of the file; text is made harmless, and numbers are written with our decimals."""
        out = io.StringIO()
        writer = csv.writer(out, delimiter=self.separator, lineterminator="\n")
        for row in rows:
            writer.writerow([harmless(cell) if isinstance(cell, str) else self._figure(cell) for cell in row])
            yield out.getvalue()
            out.seek(0)
            out.truncate()

    def text(self, rows: Iterable[Iterable[object]]) -> str:
        """The lines together."""
        return "".join(self.lines(rows))

    @lru_cache(maxsize=50_000)  # noqa: B019 - there are few forms, and each is a value
    def cells(self, *row: object) -> str:
        """Two cells or more as they stand in a line, remembered: no table has 1 and 1.0 in the same place."""
        return self.text([row]).removesuffix("\n")

    def _figure(self, cell: object) -> str:
        return "" if cell is None else self.number(cell, 4) if isinstance(cell, float) else str(cell)


@lru_cache(maxsize=50_000)
def harmless(cell: str) -> str:
    """A cell in one line that no spreadsheet takes for a formula, also where another sign parts the cells.

    Looked at is what the cell begins with behind any spaces, with full-width signs taken for what they stand for, and
    likewise what stands behind each sign that may part cells.
    """
    if _PLAIN.fullmatch(cell):  # nearly all are, and a look at every sign takes time
        return cell
    line = cell
    if not cell.isprintable():
        line = _UNSEEN.sub(lambda found: " " if found[0] in _SPACES else "\ufffd", cell)
    line = _PARTED.sub(lambda found: found[0] + ("'" if _acts(line[found.end() :]) else ""), line)
    return f"'{line}" if _acts(line) else line


def _acts(text: str) -> bool:
    for sign in text:
        meant = unicodedata.normalize("NFKC", sign)
        if not meant.strip() or meant in "\"'" or unicodedata.category(sign) in ("Cf", "Mn"):
            continue
        return meant[0] in _BEGINS or meant[0] == "\u2212"
    return False
