"""``sort``: put each statement in a class."""

from whosaysso.kinds.kind import Kind
from whosaysso.kinds.sort.blind import answers
from whosaysso.kinds.sort.grade import grade
from whosaysso.kinds.sort.schema import Sort

KIND = Kind("Sort", Sort, grade, answers, strict=True)
