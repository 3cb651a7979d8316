"""The kinds of exercise, one module a kind."""

from typing import Annotated

from pydantic import Field

from whosaysso.kinds.choose import Choose
from whosaysso.kinds.mark import Marking
from whosaysso.kinds.sort import Sort

Item = Annotated[Choose | Sort | Marking, Field(discriminator="kind")]
