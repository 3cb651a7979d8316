"""``number``: work a figure out, or the lowest and the highest that it can be."""

from whosaysso.kinds.kind import Kind
from whosaysso.kinds.number.blind import answers, guess, over_a_topic
from whosaysso.kinds.number.grade import grade
from whosaysso.kinds.number.schema import Number

KIND = Kind("Work out a number", Number, grade, over_a_topic, answers, guess, sure=True)
