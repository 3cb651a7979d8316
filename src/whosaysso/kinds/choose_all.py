"""``choose-all``: pick every one that fits."""

from typing import Literal

from pydantic import Field, model_validator

from whosaysso.kinds.part import Exercise, Id, Part, Problem, Text, quotation, repeated, said_origin, unknown_place


class Choice(Part):
    """One answer of a ``choose-all``: whether it belongs, and why."""

    id: Id
    text: Text
    right: bool = Field(description="yes or no.")
    feedback: Text = Field(description="Why it belongs or does not; told to who chose it, and to who missed it.")


class ChooseAll(Exercise):
    """Pick every one that fits: max(0, right chosen / all right − wrong chosen / all wrong)."""

    kind: Literal["choose-all"]
    quotation: Text | None = Field(None, description="A place in the case, such as P1.1, whose words stand above the options.")
    text: Text | None = Field(None, description="Words written for the book that stand there instead.")
    origin: Text | None = Field(None, description="Where such words come from; shown below them.")
    options: list[Choice] = Field(min_length=4)

    _said_origin = model_validator(mode="after")(said_origin)

    def _asked(self) -> dict:
        own = {"place": self.origin, "text": self.text} if self.text else None
        return {"quotation": own or quotation(self._case, self.quotation), "options": [{"id": o.id, "text": o.text} for o in self.options]}

    def key(self) -> dict:
        return {"options": {o.id: {"right": o.right, "feedback": o.feedback} for o in self.options}}

    def best(self) -> dict:
        return {"choices": [o.id for o in self.options if o.right]}

    def problems(self) -> list[Problem]:
        found = repeated([o.id for o in self.options], ("options",))
        if len({o.right for o in self.options}) == 1:
            found.append((("options",), f"every option is {'right' if self.options[0].right else 'wrong'}", "have at least one of each sort, so that ticking everything earns nothing"))
        return found + unknown_place(self._case, self.quotation, ("quotation",))
