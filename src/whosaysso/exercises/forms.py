"""The three test forms: which sets they are, on which occasions they are taken, and in which orders they are dealt."""

from whosaysso.exercises.sets import Set, read_sets

OCCASIONS = ("before", "after", "later")

ORDERS = ("ABC", "ACB", "BAC", "BCA", "CAB", "CBA")
"""Every order in which the forms can be dealt: BCA is B before, C after, A later."""


def read_forms() -> dict[str, Set]:
    """The three test forms by their letters; none where a book has no tests."""
    return {one.form: one for one in read_sets().values() if one.form}
