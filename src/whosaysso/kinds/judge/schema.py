"""``judge``: does the evidence support a claim, contradict it, or leave it open?"""

from typing import Literal

from pydantic import Field

from whosaysso.kinds.exercise import Exercise, Id, Json, Part, Problem, Text, Voice, repeated

VERDICTS = {"supports": "Supports it", "contradicts": "Contradicts it", "open": "Cannot tell"}


class Evidence(Part):
    """One piece of named evidence."""

    text: Text
    origin: Text = Field(
        description="Who says so, and where it comes from: an outlet with a date, or “Written for this book …”."
    )


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
            "evidence": [e.model_dump() for e in self.evidence],
            "classes": [{"id": i, "label": label} for i, label in VERDICTS.items()],
            "statements": [{"id": c.id, "text": c.text, "sentence": None} for c in self.claims],
        }

    def key(self) -> Json:
        return {"statements": {c.id: {"class": c.verdict, "feedback": dict(c.feedback)} for c in self.claims}}

    def best(self) -> Json:
        return {"classes": {c.id: c.verdict for c in self.claims}}

    def problems(self) -> list[Problem]:
        found = repeated([c.id for c in self.claims], ("claims",))
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
        counts = [sum(c.verdict == v for c in self.claims) for v in VERDICTS]
        if max(counts) - min(counts) > (len(self.claims) % 3 > 0):
            found.append(
                (
                    ("claims",),
                    f"{counts[0]} supported, {counts[1]} contradicted, {counts[2]} open",
                    "have as many of each, so that believing everything and doubting everything earn the same",
                )
            )
        return found
