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
