"""``write``: rewrite a sentence; a machine shows which checks are met, and people judge the rest."""

from typing import Literal, Self

from pydantic import Field, model_validator

from whosaysso.kinds.exercise import Id, Json, Part, Problem, Quoting, Text, Voice, repeated, unknown_place
from whosaysso.kinds.grammar import words
from whosaysso.kinds.write.grade import grade


class Check(Part):
    """Something a machine can see: one phrase of every group, near one another; or that certain phrases are absent."""

    id: Id
    label: Text = Field(description="What is looked for, as a question.")
    words: list[list[Text]] = Field(
        [],
        description="Groups of phrases; one of each group has to be there. claim* stands for claim, claims, claimed.",
    )
    without: list[Text] = Field(
        [],
        description="In place of words: phrases that may not be there, but in quotation marks. brave* is bravery too.",
    )
    within: int | None = Field(None, ge=1, description="How many words apart they may stand; empty for anywhere.")
    met: Voice
    unmet: Voice

    @model_validator(mode="after")
    def _one_of_two(self) -> Self:
        if bool(self.words) == bool(self.without):
            raise ValueError("a check looks for words or for their absence | write words: or without:")
        return self


class Criterion(Part):
    """A line of the rubric, which only people can mark."""

    id: Id
    text: Text


class Write(Quoting):
    """Write, see which checks are met, mark yourself, read a model answer."""

    kind: Literal["write"]
    words: int = Field(60, ge=5, le=400, description="About how many words to write.")
    least: int = Field(1, ge=1, description="How many words there have to be before anything is said of them.")
    checks: list[Check] = Field([], description="What a machine looks for, shown with the question.")
    rubric: list[Criterion] = Field(min_length=1)
    levels: bool = Field(
        False, description="yes: the lines of the rubric are levels, the lowest first, and people choose one of them."
    )
    model: Voice = Field(description="One good answer, shown afterwards.")

    def _asked(self) -> Json:
        return {
            "quotation": self._shown(),
            "length": self.words,
            "least": self.least,
            "rubric": [c.model_dump() for c in self.rubric],
            **({"levels": True} if self.levels else {}),
            "checks": [{"id": c.id, "label": c.label} for c in self.checks],
        }

    def key(self) -> Json:
        return {
            "checks": [
                {
                    "id": c.id,
                    "words": c.words or [c.without],
                    "within": c.within,
                    "absent": bool(c.without),
                    "met": c.met,
                    "unmet": c.unmet,
                }
                for c in self.checks
            ],
            "model": self.model,
        }

    def best(self) -> Json:
        return {"text": self.model}

    def problems(self) -> list[Problem]:
        found = repeated([c.id for c in self.checks], ("checks",)) + repeated([c.id for c in self.rubric], ("rubric",))
        found += unknown_place(self._case, self.quotation, ("quotation",))
        if self.levels and len(self.rubric) < 2:
            found.append((("rubric",), "one level is no choice", "write the levels, the lowest first"))
        if len(words(self.model)) < self.least:
            found.append(
                (("model",), f"the model answer has less than {self.least} words", "write more, or a smaller least")
            )
            return found
        # Not the whole question, whose quotation may be one of the faults.
        seen = grade({"least": self.least, "key": self.key()}, self.best())["feedback"]
        found += [
            (
                ("checks", number),
                f"the model answer does not meet the check {told['about']}",
                "change the model, or the words of the check",
            )
            for number, told in enumerate(seen)
            if told["verdict"] != "right"
        ]
        return found
