"""What is too much to hold in memory for a large class: its items and texts.

They lie in a nameless database on the disk, which goes with the process, however that ends.
"""

import sqlite3
from collections.abc import Collection

from whosaysso.desk.copies import Ids
from whosaysso.desk.grading import More
from whosaysso.desk.writing import Written


class Gathered:
    """The items, texts and ids of every row, by its number."""

    def __init__(self) -> None:
        self.attempts, self.readers = Ids(), Ids()
        self._kept = sqlite3.connect("")
        self._kept.executescript(
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = FILE;"
            "CREATE TABLE items (row INTEGER PRIMARY KEY, lines TEXT);"
            "CREATE TABLE texts (exercise TEXT, row INTEGER, number TEXT, text TEXT, draft INTEGER, later TEXT,"
            " PRIMARY KEY (exercise, row)) WITHOUT ROWID;"
        )

    def add(self, row: int, more: More) -> None:
        """Keep what belongs to a row."""
        self._kept.execute("INSERT INTO items VALUES (?, ?)", (row, more.items))
        texts = ((text.exercise, row, text.number, text.text, text.draft, text.later) for text in more.texts)
        self._kept.executemany("INSERT INTO texts VALUES (?, ?, ?, ?, ?, ?)", texts)
        self.attempts.add(row, more.attempts)
        self.readers.add(row, more.readers)

    def drop(self, rows: Collection[int]) -> None:
        """Forget rows, in whose place others have come."""
        self.attempts.drop(rows)
        self.readers.drop(rows)
        gone = [(row,) for row in rows]
        for table in ("items", "texts"):
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
