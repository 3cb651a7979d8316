"""``choose``: pick one."""

from typing import Literal

from pydantic import Field, model_validator

from whosaysso.kinds.part import Credit, Exercise, Id, Part, Problem, Text, quotation, repeated, said_origin, unknown_place


class Option(Part):
    """One answer of a ``choose``: its credit, and what to tell the reader who chose it."""

    id: Id
    text: Text
    credit: Credit
    feedback: Text


class Choose(Exercise):
    """Pick one."""

    kind: Literal["choose"]
    quotation: Text | None = Field(None, description="A place in the case, such as P1.1, whose words stand above the options.")
    text: Text | None = Field(None, description="Words written for the book that stand there instead.")
    origin: Text | None = Field(None, description="Where such words come from; shown below them.")
    options: list[Option] = Field(min_length=3)

    _said_origin = model_validator(mode="after")(said_origin)

    def _asked(self) -> dict:
        own = {"place": self.origin, "text": self.text} if self.text else None
        return {"quotation": own or quotation(self._case, self.quotation), "options": [{"id": o.id, "text": o.text} for o in self.options]}

    def key(self) -> dict:
        return {"options": {o.id: {"credit": o.credit, "feedback": o.feedback} for o in self.options}}

    def best(self) -> dict:
        return {"choice": max(self.options, key=lambda o: o.credit).id}

    def problems(self) -> list[Problem]:
        found = repeated([o.id for o in self.options], ("options",))
        if self.options and max(o.credit for o in self.options) != 1:
            found.append((("options",), "no option has full credit", "give one option credit: 1"))
        found += unknown_place(self._case, self.quotation, ("quotation",))
        return found
