"""``judge``: does the evidence support a claim, contradict it, or leave it open?"""

from whosaysso.kinds.judge.blind import answers, guess, throughout
from whosaysso.kinds.judge.grade import grade
from whosaysso.kinds.judge.schema import Judge
from whosaysso.kinds.kind import Kind

KIND = Kind("Judge by evidence", Judge, grade, throughout, answers, guess, sure=True)
