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
            "CREATE TABLE items (row INTEGER PRIMARY KEY, lines BLOB);"
        )
        self._tables: dict[str, str] = {}
        """The table of each exercise's texts: what is read together lies together."""

    def add(self, row: int, more: More) -> None:
        """Keep what belongs to a row."""
        self._kept.execute("INSERT INTO items VALUES (?, ?)", (row, more.items))
        for text in more.texts:
            table = self._tables.get(text.exercise) or self._new_table(text.exercise)
            self._kept.execute(f"INSERT INTO {table} VALUES (?, ?, ?)", (row, text.line, text.html))  # noqa: S608
        self.attempts.add(row, more.attempts)
        self.readers.add(row, more.readers)

    def _new_table(self, exercise: str) -> str:
        name = self._tables[exercise] = f"texts_{len(self._tables)}"  # a name of our own: no id becomes a command
        self._kept.execute(f"CREATE TABLE {name} (row INTEGER PRIMARY KEY, line BLOB, html BLOB)")
        return name

    def drop(self, rows: Collection[int]) -> None:
        """Forget rows, in whose place others have come."""
        self.attempts.drop(rows)
        self.readers.drop(rows)
        for table in ("items", *self._tables.values()):
            self._kept.executemany(f"DELETE FROM {table} WHERE row = ?", [(row,) for row in rows])  # noqa: S608

    def items(self, row: int) -> bytes:
        """The lines of a row."""
        return bytes(self._kept.execute("SELECT lines FROM items WHERE row = ?", (row,)).fetchone()[0])

    def lines(self, exercise: str) -> dict[int, bytes]:
        """What was written in an exercise, by the row, as it stands in the table for the marks."""
        return self._texts("line", exercise)

    def html(self, exercise: str) -> dict[int, bytes]:
        """The same, as it stands on the page."""
        return self._texts("html", exercise)

    def _texts(self, column: str, exercise: str) -> dict[int, bytes]:
        table = self._tables.get(exercise)
        return dict(self._kept.execute(f"SELECT row, {column} FROM {table}")) if table else {}  # noqa: S608

    @property
    def has_texts(self) -> bool:
        """Whether anybody has written something."""
        return any(self._kept.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone() for table in self._tables.values())  # noqa: S608
