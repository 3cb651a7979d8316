"""``rank``: put sources in order, the nearest to the event first."""

from whosaysso.kinds.kind import Kind
from whosaysso.kinds.rank.blind import answers, guess, shown
from whosaysso.kinds.rank.grade import grade
from whosaysso.kinds.rank.schema import Rank

KIND = Kind("Put in order", Rank, grade, shown, answers, guess, strict=True)
