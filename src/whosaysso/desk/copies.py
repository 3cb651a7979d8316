"""Which rows hold the same ids: an answer that was copied, or work that was begun in one place.

A large class has millions of ids, of which hardly any stands twice. They lie in heaps by their first byte, each as it
came with the number of its row behind it, so that only one heap at a time is looked at closely.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from typing import NamedTuple

_ID = 16
"""Bytes of an id."""

_ENTRY = _ID + 4
"""Bytes of an id and of its row's number."""


class Shared(NamedTuple):
    """Two rows that hold the same ids."""

    row: int
    first: int
    """The earliest row that holds them."""
    many: int


class Ids:
    """The ids of one sort, of every row."""

    def __init__(self) -> None:
        self._heaps = [bytearray() for _ in range(256)]
        self._dropped: set[int] = set()

    def add(self, row: int, ids: bytes) -> None:
        """Keep the ids of a row, 16 bytes each."""
        number = row.to_bytes(_ENTRY - _ID)
        for at in range(0, len(ids), _ID):
            self._heaps[ids[at]] += ids[at : at + _ID] + number

    def drop(self, rows: Collection[int]) -> None:
        """Forget rows, in whose place others have come."""
        self._dropped.update(rows)

    def clear(self) -> None:
        """Forget all of them, which take a great deal of memory."""
        for heap in self._heaps:
            heap.clear()

    def shared(self) -> list[Shared]:
        """Which rows hold ids that an earlier row holds too, in order."""
        found: Counter[tuple[int, int]] = Counter()
        for heap in self._heaps:
            for rows in _twice(heap):
                held = [row for row in rows if row not in self._dropped]
                first = min(held, default=0)
                found.update((row, first) for row in held if row != first)
        return [Shared(row, first, many) for (row, first), many in sorted(found.items())]


def _twice(heap: bytearray) -> Iterator[list[int]]:
    """The rows of each id that stands in a heap more than once."""
    starts = range(0, len(heap), _ENTRY)
    ids = [bytes(heap[at : at + _ID]) for at in starts]
    if len(set(ids)) == len(ids):
        return
    rows: dict[bytes, list[int]] = defaultdict(list)
    for at, one in zip(starts, ids, strict=True):
        rows[one].append(int.from_bytes(heap[at + _ID : at + _ENTRY]))
    yield from (each for each in rows.values() if len(each) > 1)
