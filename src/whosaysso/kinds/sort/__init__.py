"""``sort``: put each statement in a class."""

from whosaysso.kinds.kind import Kind
from whosaysso.kinds.sort.blind import answers, guess, throughout
from whosaysso.kinds.sort.grade import grade
from whosaysso.kinds.sort.schema import Sort

KIND = Kind("Sort", Sort, grade, throughout, answers, guess, strict=True)
