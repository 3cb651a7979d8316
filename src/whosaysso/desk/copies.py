"""Which rows hold the same ids: an answer that was copied, or work that was begun in one place.

A large class has millions of ids, of which hardly any stands twice. They lie in one heap as they came, and are looked
at by parts, so that no memory has to hold them all one by one.
"""

from array import array
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from struct import iter_unpack
from typing import NamedTuple

_ID = 16
"""Bytes of an id."""

_TOGETHER = 1_000_000
"""Ids that are looked at together; they take some 100 MB."""


class Shared(NamedTuple):
    """Two rows that hold the same ids."""

    row: int
    first: int
    """The earliest row that holds them."""
    many: int


class Ids:
    """The ids of one sort, of every row."""

    def __init__(self) -> None:
        self._ids = bytearray()
        self._rows, self._ends = array("Q"), array("Q")
        self._dropped: set[int] = set()

    def add(self, row: int, ids: bytes) -> None:
        """Keep the ids of a row, 16 bytes each."""
        self._ids += ids
        self._rows.append(row)
        self._ends.append(len(self._ids))

    def drop(self, rows: Collection[int]) -> None:
        """Forget rows, in whose place others have come."""
        self._dropped.update(rows)

    def clear(self) -> None:
        """Forget all of them, which take a great deal of memory."""
        self._ids.clear()
        del self._rows[:], self._ends[:]

    def shared(self) -> list[Shared]:
        """Which rows hold ids that an earlier row holds too, in order."""
        found: Counter[tuple[int, int]] = Counter()
        for rows in self._twice():
            held = [row for row in rows if row not in self._dropped]
            first = min(held, default=0)
            found.update((row, first) for row in held if row != first)
        return [Shared(row, first, many) for (row, first), many in sorted(found.items())]

    def _twice(self) -> Iterator[list[int]]:
        """The rows of each id that stands more than once."""
        parts = min(256, 1 + len(self._ids) // (_ID * _TOGETHER))
        for part in range(parts):
            ids = [one for one in self._each() if one[0] % parts == part]
            if len(set(ids)) == len(ids):
                continue
            twice = {one for one, many in Counter(ids).items() if many > 1}
            rows: dict[bytes, list[int]] = defaultdict(list)
            for number, one in enumerate(self._each()):
                if one in twice:
                    rows[one].append(self._rows[bisect_right(self._ends, number * _ID)])
            yield from rows.values()

    def _each(self) -> Iterator[bytes]:
        return (one for (one,) in iter_unpack(f"{_ID}s", self._ids))
