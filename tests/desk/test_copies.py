"""Ids that several rows hold are found, however many there are."""

from random import Random

from whosaysso.desk.copies import Ids, Shared


def test_shared_ids_are_found_among_many():
    """Of a thousand rows those two are told that share an id, with how many; a row that is gone shares nothing."""
    chance = Random(0)
    rows = [chance.randbytes(16 * 20) for _ in range(1_000)]
    rows[7] = rows[3][:32] + rows[7][32:]
    rows[9] = rows[3][16:32] + rows[9][16:] + rows[9][16:32]  # and one of its own twice
    ids = Ids()
    for number, each in enumerate(rows):
        ids.add(number, each)
    assert ids.shared() == [Shared(7, 3, 2), Shared(9, 3, 1)]
    ids.drop([3])
    assert ids.shared() == [Shared(9, 7, 1)]


def test_rows_of_a_large_class_are_told_apart():
    """Rows with large numbers are told as they are, ids that are nearly the same are not, and all can be forgotten."""
    ids, most = Ids(), 2**32 - 1
    ids.add(70_000, bytes(15) + b"\1")
    ids.add(most, b"\xff" * 16 + bytes(15) + b"\1")
    ids.add(2, bytes(15) + b"\2")
    ids.add(0, b"\1" + bytes(15) + b"\xff" * 16)
    ids.add(1, b"")
    assert ids.shared() == [Shared(most, 0, 1), Shared(most, 70_000, 1)]
    ids.drop([0])
    assert ids.shared() == [Shared(most, 70_000, 1)]
    ids.drop([70_000, most])
    assert ids.shared() == []
    ids = Ids()
    ids.add(0, bytes(16))
    ids.add(1, bytes(16))
    ids.clear()
    ids.add(3, bytes(16))
    assert ids.shared() == []
