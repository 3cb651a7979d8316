"""``mark``: mark the passages of a text that a label fits."""

from whosaysso.kinds.kind import Kind
from whosaysso.kinds.mark.blind import answers, every_word, guess
from whosaysso.kinds.mark.grade import grade
from whosaysso.kinds.mark.schema import Marking

KIND = Kind("Mark words", Marking, grade, every_word, answers, guess, strict=True)
