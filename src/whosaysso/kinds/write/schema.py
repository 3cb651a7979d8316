"""``write``: rewrite a sentence; a machine shows which checks are met, and people judge the rest."""

from typing import Literal

from pydantic import Field

from whosaysso.kinds.exercise import Exercise, Id, Json, Part, Problem, Text, Voice, quotation, repeated, unknown_place
from whosaysso.kinds.grammar import near, words


class Check(Part):
    """Something a machine can see: one phrase of every group, near one another."""

    id: Id
    label: Text = Field(description="What is looked for, as a question.")
    words: list[list[Text]] = Field(
        min_length=1,
        description="Groups of phrases; one of each group has to be there. claim* stands for claim, claims, claimed.",
    )
    within: int | None = Field(None, ge=1, description="How many words apart they may stand; empty for anywhere.")
    met: Voice
    unmet: Voice


class Criterion(Part):
    """A line of the rubric, which only people can mark."""

    id: Id
    text: Text


class Write(Exercise):
    """Write, see which checks are met, mark yourself, read a model answer."""

    kind: Literal["write"]
    quotation: Text | None = Field(None, description="A place in the case whose words are to be rewritten.")
    words: int = Field(60, ge=5, le=400, description="About how many words to write.")
    checks: list[Check] = Field(min_length=1)
    rubric: list[Criterion] = Field(min_length=1)
    model: Voice = Field(description="One good answer, shown afterwards.")

    def _asked(self) -> Json:
        return {
            "quotation": quotation(self._case, self.quotation),
            "length": self.words,
            "rubric": [c.model_dump() for c in self.rubric],
            "checks": [{"id": c.id, "label": c.label} for c in self.checks],
        }

    def key(self) -> Json:
        return {
            "checks": [
                {"id": c.id, "words": c.words, "within": c.within, "met": c.met, "unmet": c.unmet} for c in self.checks
            ],
            "model": self.model,
        }

    def best(self) -> Json:
        return {"text": self.model}

    def problems(self) -> list[Problem]:
        found = repeated([c.id for c in self.checks], ("checks",)) + repeated([c.id for c in self.rubric], ("rubric",))
        found += unknown_place(self._case, self.quotation, ("quotation",))
        found += [
            (
                ("checks", number),
                f"the model answer does not meet the check {c.id}",
                "change the model, or the words of the check",
            )
            for number, c in enumerate(self.checks)
            if not near(words(self.model), c.words, c.within)
        ]
        return found
