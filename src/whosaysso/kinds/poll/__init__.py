"""``poll``: say what you think; it is recorded, and nothing is right or wrong."""

from whosaysso.kinds.kind import Kind
from whosaysso.kinds.poll.blind import answers, guess
from whosaysso.kinds.poll.grade import grade
from whosaysso.kinds.poll.schema import Poll

KIND = Kind("Poll", Poll, grade, answers, answers, guess, sure=True, scored=False, keyed=False)
