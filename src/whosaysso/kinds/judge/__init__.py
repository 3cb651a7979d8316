"""``judge``: does the evidence support a claim, contradict it, or leave it open?"""

from whosaysso.kinds.judge.grade import grade
from whosaysso.kinds.judge.schema import Judge
from whosaysso.kinds.kind import Kind
from whosaysso.kinds.sort.blind import answers

KIND = Kind("Judge by evidence", Judge, grade, answers, sure=True)
