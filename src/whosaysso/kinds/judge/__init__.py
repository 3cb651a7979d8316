"""``judge``: does the evidence support a claim, contradict it, or leave it open?"""

from whosaysso.kinds.judge.blind import answers, guess, over_a_topic
from whosaysso.kinds.judge.grade import grade
from whosaysso.kinds.judge.schema import Judge
from whosaysso.kinds.kind import Kind

KIND = Kind("Judge by evidence", Judge, grade, over_a_topic, answers, guess, sure=True)
