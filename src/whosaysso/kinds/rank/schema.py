"""``rank``: put sources in order, the nearest to the event first."""

from itertools import combinations
from typing import Literal

from pydantic import Field

from whosaysso.kinds.exercise import Exercise, Id, Json, Part, Problem, Text, Voice, repeated


class Source(Part):
    """One source: its step (1 stands nearest; equal steps may stand in any order), and why."""

    id: Id
    text: Text
    step: int = Field(ge=1)
    feedback: Voice


class Rank(Exercise):
    """Order the sources: max(0, (concordant − discordant) / pairs that the key orders)."""

    kind: Literal["rank"]
    nearest: Text = Field("nearest to the event", description="What the top of the list means.")
    farthest: Text = Field("farthest from it", description="What the bottom means.")
    sources: list[Source] = Field(min_length=4)

    def _asked(self) -> Json:
        return {
            "nearest": self.nearest,
            "farthest": self.farthest,
            "sources": [{"id": s.id, "text": s.text} for s in self.sources],
        }

    def key(self) -> Json:
        return {"sources": {s.id: {"step": s.step, "feedback": s.feedback} for s in self.sources}}

    def best(self) -> Json:
        return {"order": [s.id for s in sorted(self.sources, key=lambda s: s.step)]}

    def problems(self) -> list[Problem]:
        found = repeated([s.id for s in self.sources], ("sources",))
        signs = [(b.step > a.step) - (b.step < a.step) for a, b in combinations(self.sources, 2)]
        if not any(signs):
            found.append((("sources",), "every source has the same step", "give at least two of them different steps"))
        elif sum(signs) > 0:
            found.append(
                (
                    ("sources",),
                    "the order shown earns something as it stands",
                    "list the sources so that those who change nothing earn nothing",
                )
            )
        return found
