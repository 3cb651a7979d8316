"""``choose``: pick one."""

from whosaysso.kinds.choose.blind import answers, guess, longest
from whosaysso.kinds.choose.grade import grade
from whosaysso.kinds.choose.schema import Choose
from whosaysso.kinds.kind import Kind

KIND = Kind("Choose one", Choose, grade, longest, answers, guess, sure=True)
