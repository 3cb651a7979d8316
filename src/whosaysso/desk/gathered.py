"""What is too much to hold in memory for a large class: its items and texts.

They lie in a nameless database on the disk, which goes with the process, however that ends.
"""

import sqlite3
from collections.abc import Collection

from whosaysso.desk.copies import Ids
from whosaysso.desk.grading import More


class Gathered:
    """The items, texts and ids of every row, by its number."""

    def __init__(self) -> None:
        self.attempts, self.readers = Ids(), Ids()
        self._kept = sqlite3.connect("")
        self._kept.executescript(
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = FILE;"
            "CREATE TABLE items (row INTEGER PRIMARY KEY, lines TEXT);"
            "CREATE TABLE texts (row INTEGER, exercise TEXT, line TEXT, html TEXT);"
        )

    def add(self, row: int, more: More) -> None:
        """Keep what belongs to a row."""
        self._kept.execute("INSERT INTO items VALUES (?, ?)", (row, more.items))
        self._kept.executemany("INSERT INTO texts VALUES (?, ?, ?, ?)", ((row, *text) for text in more.texts))
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

    def lines(self, exercise: str) -> dict[int, str]:
        """What was written in an exercise, by the row, as it stands in the table for the marks."""
        return self._texts("SELECT row, line FROM texts WHERE exercise = ?", exercise)

    def html(self, exercise: str) -> dict[int, str]:
        """The same, as it stands on the page."""
        return self._texts("SELECT row, html FROM texts WHERE exercise = ?", exercise)

    def _texts(self, wanted: str, exercise: str) -> dict[int, str]:
        self._kept.execute("CREATE INDEX IF NOT EXISTS texts_by_exercise ON texts (exercise)")  # fastest at the end
        return dict(self._kept.execute(wanted, (exercise,)))

    @property
    def has_texts(self) -> bool:
        """Whether anybody has written something."""
        return bool(self._kept.execute("SELECT 1 FROM texts LIMIT 1").fetchone())
