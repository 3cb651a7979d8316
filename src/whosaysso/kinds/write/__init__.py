"""``write``: rewrite a sentence; a machine shows which checks are met, and people judge the rest."""

from whosaysso.kinds.kind import Kind
from whosaysso.kinds.write.blind import answers, guess
from whosaysso.kinds.write.grade import grade
from whosaysso.kinds.write.schema import Write

KIND = Kind("Write", Write, grade, answers, answers, guess, scored=False)
