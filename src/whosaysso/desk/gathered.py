"""What is too much to hold in memory for a large class: the items, and the ids by which a copied answer is found.

They lie in a nameless database on the disk, which goes with the process, however that ends.
"""

import sqlite3
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Shared:
    """Two rows that hold the same ids."""

    what: Literal["attempts", "readers"]
    row: int
    first: int
    """The earliest row that holds them."""
    many: int


class Gathered:
    """The items and ids of every row, by its number."""

    def __init__(self) -> None:
        self._kept = sqlite3.connect("")
        self._kept.executescript(
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = FILE;"
            "CREATE TABLE items (row INTEGER PRIMARY KEY, lines TEXT);"
            "CREATE TABLE ids (what TEXT, id BLOB, row INTEGER);"
        )

    def add(self, row: int, items: str, attempts: Iterable[str], readers: Iterable[str]) -> None:
        """Keep what belongs to a row."""
        self._kept.execute("INSERT INTO items VALUES (?, ?)", (row, items))
        self._kept.executemany("INSERT INTO ids VALUES ('attempts', ?, ?)", ((bytes.fromhex(i), row) for i in attempts))
        self._kept.executemany("INSERT INTO ids VALUES ('readers', ?, ?)", ((bytes.fromhex(i), row) for i in readers))

    def drop(self, rows: Collection[int]) -> None:
        """Forget rows, in whose place others have come."""
        gone = [(row,) for row in rows]
        self._kept.execute("CREATE INDEX IF NOT EXISTS by_row ON ids (row)")
        self._kept.executemany("DELETE FROM ids WHERE row = ?", gone)
        self._kept.executemany("DELETE FROM items WHERE row = ?", gone)

    def items(self, row: int) -> str:
        """The lines of a row."""
        return str(self._kept.execute("SELECT lines FROM items WHERE row = ?", (row,)).fetchone()[0])

    def shared(self) -> Iterator[Shared]:
        """Which rows hold ids that an earlier row holds too."""
        found = self._kept.execute(
            "SELECT what, row, first, count(*) FROM"
            " (SELECT what, row, min(row) OVER (PARTITION BY what, id) AS first FROM ids)"
            " WHERE row <> first GROUP BY what, row, first ORDER BY what, row"
        )
        return (Shared(what, row, first, many) for what, row, first, many in found)
