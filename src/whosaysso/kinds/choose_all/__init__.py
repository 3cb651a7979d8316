"""``choose-all``: pick every one that fits."""

from whosaysso.kinds.choose_all.blind import answers, every_box, guess
from whosaysso.kinds.choose_all.grade import grade
from whosaysso.kinds.choose_all.schema import ChooseAll
from whosaysso.kinds.kind import Kind

KIND = Kind("Choose all that fit", ChooseAll, grade, every_box, answers, guess, strict=True)
