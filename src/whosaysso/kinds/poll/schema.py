"""``poll``: say what you think; it is recorded, and nothing is right or wrong."""

from typing import Literal

from pydantic import Field

from whosaysso.kinds.exercise import Exercise, Id, Json, Part, Problem, Text, Voice, repeated


class View(Part):
    """One thing that a reader may think."""

    id: Id
    text: Text


class Poll(Exercise):
    """Say what you think."""

    kind: Literal["poll"]
    asks: Id = Field(description="The question's own name: polls of one name ask the same again, later in the book.")
    when: Text = Field(description="The occasion in a few words, as the results call it.")
    options: list[View] = Field(min_length=3)
    feedback: Voice = Field(description="What is told to everybody, whatever was chosen.")

    def _asked(self) -> Json:
        return {"options": [{"id": o.id, "text": o.text} for o in self.options]}

    def key(self) -> Json:
        return {"feedback": self.feedback}

    def best(self) -> Json:
        return {"choice": self.options[0].id}

    def problems(self) -> list[Problem]:
        return repeated([o.id for o in self.options], ("options",))
