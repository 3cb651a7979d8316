"""``judge``: does the evidence support a claim, contradict it, or leave it open?"""

from typing import Literal, Self

from pydantic import Field, model_validator

from whosaysso.authored.folders import home
from whosaysso.kinds.exercise import Exercise, Id, Json, Part, Problem, Text, Voice, repeated
from whosaysso.text.case import find_case

VERDICTS = {"supports": "Supports it", "contradicts": "Contradicts it", "open": "Cannot tell"}
MOST_OF_ONE = 4
"""As many claims of one exercise may have the same verdict; none may be missing."""


class Evidence(Part):
    """One piece of named evidence."""

    text: Text | None = None
    whole: Text | None = Field(None, description="In place of text: a folder under case/ whose whole text it is.")
    origin: Text = Field(
        description="Who says so, and where it comes from: an outlet with a date, or “Written for this book …”."
    )

    @model_validator(mode="after")
    def _one_of_two(self) -> Self:
        if (self.text is None) == (self.whole is None):
            raise ValueError(
                "a piece of evidence has a text of its own or is a whole text of the book | write text: or whole:"
            )
        return self

    def words(self) -> str:
        """What is shown: paragraphs with an empty line between them."""
        if self.whole is None:
            return self.text or ""
        return "\n\n".join(" ".join(s.text for s in sentences) for _, sentences in find_case(self.whole).blocks)


class Claim(Part):
    """A claim, the verdict that the evidence allows, and what each verdict is told."""

    id: Id
    text: Text
    verdict: Literal["supports", "contradicts", "open"]
    feedback: dict[Literal["supports", "contradicts", "open"], Voice] = Field(
        description="What to tell who chose each of the three."
    )


class Judge(Exercise):
    """Say of each claim what the evidence does to it: the share judged right."""

    kind: Literal["judge"]
    evidence: list[Evidence] = Field(min_length=1)
    claims: list[Claim] = Field(min_length=5, max_length=6)

    def _asked(self) -> Json:
        return {
            "evidence": [{"text": e.words(), "origin": e.origin} for e in self.evidence],
            "classes": [{"id": i, "label": label} for i, label in VERDICTS.items()],
            "statements": [{"id": c.id, "text": c.text, "sentence": None} for c in self.claims],
        }

    def key(self) -> Json:
        return {"statements": {c.id: {"class": c.verdict, "feedback": dict(c.feedback)} for c in self.claims}}

    def best(self) -> Json:
        return {"classes": {c.id: c.verdict for c in self.claims}}

    def unsound(self) -> list[Problem]:
        found = repeated([c.id for c in self.claims], ("claims",))
        found += [
            (("evidence", number, "whole"), f"there is no case “{e.whole}”", "write the name of a folder under case/")
            for number, e in enumerate(self.evidence)
            if e.whole and not (home() / "case" / e.whole / "text.txt").is_file()
        ]
        for number, claim in enumerate(self.claims):
            found += [
                (
                    ("claims", number, "feedback"),
                    f"claim {claim.id} tells nothing to who chose {v}",
                    f"add {v}: to its feedback",
                )
                for v in VERDICTS
                if v not in claim.feedback
            ]
        return found

    def problems(self) -> list[Problem]:
        found = self.unsound()
        counts = [sum(c.verdict == v for c in self.claims) for v in VERDICTS]
        if not all(counts):  # where each verdict has a claim, six claims leave none more than four
            found.append(
                (
                    ("claims",),
                    f"{counts[0]} supported, {counts[1]} contradicted, {counts[2]} open",
                    f"have one to {MOST_OF_ONE} of each, and another balance than the exercise before",
                )
            )
        return found
