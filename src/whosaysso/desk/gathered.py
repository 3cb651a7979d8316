"""What is too much to hold in memory for a large class: items, texts, and the ids by which a copied answer is found.

They lie in a nameless database on the disk, which goes with the process, however that ends.
"""

import sqlite3
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from struct import iter_unpack
from typing import Literal

from whosaysso.desk.grading import More
from whosaysso.desk.writing import Written


@dataclass(frozen=True)
class Shared:
    """Two rows that hold the same ids."""

    what: Literal["attempts", "readers"]
    row: int
    first: int
    """The earliest row that holds them."""
    many: int


class Gathered:
    """The items, texts and ids of every row, by its number."""

    def __init__(self) -> None:
        self._kept = sqlite3.connect("")
        # An id is two numbers, which are compared faster than its bytes.
        self._kept.executescript(
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = FILE;"
            "CREATE TABLE items (row INTEGER PRIMARY KEY, lines TEXT);"
            "CREATE TABLE texts (exercise TEXT, row INTEGER, number TEXT, text TEXT, draft INTEGER, later TEXT,"
            " PRIMARY KEY (exercise, row)) WITHOUT ROWID;"
            "CREATE TABLE ids (what TEXT, high INTEGER, low INTEGER, row INTEGER);"
        )

    def add(self, row: int, more: More) -> None:
        """Keep what belongs to a row."""
        self._kept.execute("INSERT INTO items VALUES (?, ?)", (row, more.items))
        texts = ((text.exercise, row, text.number, text.text, text.draft, text.later) for text in more.texts)
        self._kept.executemany("INSERT INTO texts VALUES (?, ?, ?, ?, ?, ?)", texts)
        for what, ids in (("attempts", more.attempts), ("readers", more.readers)):
            each = ((what, high, low, row) for high, low in iter_unpack(">qq", ids))
            self._kept.executemany("INSERT INTO ids VALUES (?, ?, ?, ?)", each)

    def drop(self, rows: Collection[int]) -> None:
        """Forget rows, in whose place others have come."""
        gone = [(row,) for row in rows]
        for table in ("items", "texts", "ids"):
            self._kept.execute(f"CREATE INDEX IF NOT EXISTS {table}_by_row ON {table} (row)")
            self._kept.executemany(f"DELETE FROM {table} WHERE row = ?", gone)  # noqa: S608 - the names are our own

    def items(self, row: int) -> str:
        """The lines of a row."""
        return str(self._kept.execute("SELECT lines FROM items WHERE row = ?", (row,)).fetchone()[0])

    def texts(self, exercise: str) -> dict[int, Written]:
        """What was written in an exercise, by the row."""
        wanted = "SELECT row, number, text, draft, later FROM texts WHERE exercise = ?"
        return {
            row: Written(number, exercise, text, bool(draft), later)
            for row, number, text, draft, later in self._kept.execute(wanted, (exercise,))
        }

    @property
    def has_texts(self) -> bool:
        """Whether anybody has written something."""
        return bool(self._kept.execute("SELECT 1 FROM texts LIMIT 1").fetchone())

    def shared(self) -> Iterator[Shared]:
        """Which rows hold ids that an earlier row holds too."""
        found = self._kept.execute(
            "WITH twice AS (SELECT what, high, low, min(row) AS first FROM ids"
            " GROUP BY high, low, what HAVING min(row) <> max(row))"
            " SELECT what, row, first, count(*) FROM ids JOIN twice USING (what, high, low)"
            " WHERE row <> first GROUP BY what, row, first ORDER BY what, row"
        )
        return (Shared(what, row, first, many) for what, row, first, many in found)
