"""``number``: work a figure out, or the lowest and the highest that it can be."""

from typing import Literal, Self

from pydantic import Field, model_validator

from whosaysso.kinds.exercise import Credit, Json, Part, Problem, Quoting, Text, Voice, unknown_place


class Band(Part):
    """Numbers that are told the same: from … to …, both included."""

    from_: float = Field(alias="from")
    to: float
    credit: Credit
    feedback: Voice


class Otherwise(Part):
    """What every other number is told."""

    credit: Credit = 0
    feedback: Voice


class RangeFeedback(Part):
    """What a range is told: that it is right, leaves out what can be true, is too wide to help, or is upside down."""

    right: Text
    narrow: Text
    wide: Text
    crossed: Text = "Your lowest is higher than your highest: turn them round."


class Range(Part):
    """The range that the evidence leaves; an answer covers it and is at most ``widest`` wide.

    One that does not earns half where one of its ends is just right, if its ends differ.
    """

    low: float
    high: float
    widest: float = Field(gt=0)
    feedback: RangeFeedback


class Number(Quoting):
    """A figure with bands of feedback, or a lowest and a highest."""

    kind: Literal["number"]
    unit: Text = Field(description="What is counted, shown beside the field: soldiers.")
    bands: list[Band] = Field([])
    otherwise: Otherwise | None = None
    range: Range | None = None

    @model_validator(mode="after")
    def _one_form(self) -> Self:
        if bool(self.bands) == bool(self.range):
            raise ValueError(
                "a number exercise has bands or a range | "
                "write bands: with otherwise: for one figure, or range: for a lowest and a highest"
            )
        if self.bands and self.otherwise is None:
            raise ValueError("the numbers outside the bands are told nothing | add otherwise: with its feedback")
        return self

    def _asked(self) -> Json:
        return {"quotation": self._shown(), "unit": self.unit, "range": self.range is not None}

    def key(self) -> Json:
        if self.range:
            return self.range.model_dump()
        return {
            "bands": [b.model_dump(by_alias=True) for b in sorted(self.bands, key=lambda b: b.from_)],
            "otherwise": self.otherwise and self.otherwise.model_dump(),
        }

    def best(self) -> Json:
        if self.range:
            return {"low": _written(self.range.low), "high": _written(self.range.high)}
        return {"number": _written(max(self.bands, key=lambda b: b.credit).from_)}

    def problems(self) -> list[Problem]:
        found = unknown_place(self._case, self.quotation, ("quotation",))
        if self.range:
            if self.range.low > self.range.high or self.range.widest < self.range.high - self.range.low:
                found.append(
                    (("range",), "the range cannot be answered", "low is at most high, and widest at least high − low")
                )
            return found
        for number, band in enumerate(self.bands):
            if band.from_ > band.to:
                found.append(
                    (
                        ("bands", number),
                        f"this band runs from {_written(band.from_)} down to {_written(band.to)}",
                        "write the lower number into from",
                    )
                )
            found += [
                (
                    ("bands", number),
                    f"this band and the one from {_written(other.from_)} both hold"
                    f" {_written(max(band.from_, other.from_))}",
                    "make the bands disjoint",
                )
                for other in self.bands[:number]
                if band.from_ <= other.to and other.from_ <= band.to
            ]
        if max(b.credit for b in self.bands) != 1:
            found.append((("bands",), "no band has full credit", "give one band credit: 1"))
        return found


def _written(number: float) -> str:
    return f"{number:.15g}"
