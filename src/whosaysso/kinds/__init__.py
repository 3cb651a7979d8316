"""The kinds of exercise, one module a kind."""

from typing import Annotated

from pydantic import Field

from whosaysso.kinds.choose import Choose
from whosaysso.kinds.choose_all import ChooseAll
from whosaysso.kinds.judge import Judge
from whosaysso.kinds.mark import Marking
from whosaysso.kinds.number import Number
from whosaysso.kinds.rank import Rank
from whosaysso.kinds.sort import Sort
from whosaysso.kinds.write import Write

Item = Annotated[Choose | ChooseAll | Judge | Marking | Number | Rank | Sort | Write, Field(discriminator="kind")]
