"""``choose``: pick one."""

from typing import Literal

from pydantic import Field

from whosaysso.kinds.exercise import Credit, Id, Json, Part, Problem, Quoting, Text, Voice, repeated, unknown_place


class Option(Part):
    """One answer of a ``choose``: its credit, and what to tell the reader who chose it."""

    id: Id
    text: Text
    credit: Credit
    feedback: Voice


class Choose(Quoting):
    """Pick one."""

    kind: Literal["choose"]
    options: list[Option] = Field(min_length=3)

    def _asked(self) -> Json:
        return {"quotation": self._shown(), "options": [{"id": o.id, "text": o.text} for o in self.options]}

    def key(self) -> Json:
        return {"options": {o.id: {"credit": o.credit, "feedback": o.feedback} for o in self.options}}

    def best(self) -> Json:
        return {"choice": max(self.options, key=lambda o: o.credit).id}

    def problems(self) -> list[Problem]:
        found = repeated([o.id for o in self.options], ("options",))
        if self.options and max(o.credit for o in self.options) != 1:
            found.append((("options",), "no option has full credit", "give one option credit: 1"))
        found += unknown_place(self._case, self.quotation, ("quotation",))
        return found
