"""``choose-all``: pick every one that fits."""

from typing import Literal

from pydantic import Field

from whosaysso.kinds.exercise import Id, Json, Part, Problem, Quoting, Text, Voice, repeated, unknown_place


class Choice(Part):
    """One answer of a ``choose-all``: whether it belongs, and why."""

    id: Id
    text: Text
    right: bool = Field(description="yes or no.")
    feedback: Voice = Field(description="Why it belongs or does not; told to who chose it, and to who missed it.")


class ChooseAll(Quoting):
    """Pick every one that fits: max(0, right chosen / all right − wrong chosen / all wrong)."""

    kind: Literal["choose-all"]
    options: list[Choice] = Field(min_length=4)

    def _asked(self) -> Json:
        return {"quotation": self._shown(), "options": [{"id": o.id, "text": o.text} for o in self.options]}

    def key(self) -> Json:
        return {"options": {o.id: {"right": o.right, "feedback": o.feedback} for o in self.options}}

    def best(self) -> Json:
        return {"choices": [o.id for o in self.options if o.right]}

    def problems(self) -> list[Problem]:
        found = repeated([o.id for o in self.options], ("options",))
        right = [o.right for o in self.options]
        if all(right) or not any(right):
            found.append(
                (
                    ("options",),
                    f"every option is {'right' if all(right) else 'wrong'}",
                    "have at least one of each sort, so that ticking everything earns nothing",
                )
            )
        return found + unknown_place(self._case, self.quotation, ("quotation",))
