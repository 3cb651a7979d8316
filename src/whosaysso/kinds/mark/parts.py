"""What an author writes of a ``mark``: its labels, the passages of its key, and the words that tempt."""

from typing import Self

from pydantic import Field, model_validator

from whosaysso.kinds.exercise import Id, Named, Part, Text, Voice


class Label(Named):
    """A label of a ``mark``; on a contested item, the codes of the codings that count as it."""

    codes: list[Text] = Field([])


class Mark(Part):
    """A passage of the key: a row of a layer, or a quotation."""

    label: Id
    row: Text | None = Field(None, description="The id of a row of the layer.")
    exact: Text | None = None
    prefix: str = ""
    suffix: str = ""
    head: Text | None = Field(
        None,
        description="The source, the hedge or the number itself, within the passage; empty where that is all of it.",
    )
    found: Voice = Field(description="Told to who marked it.")
    missed: Voice = Field(description="Told to who did not.")

    @model_validator(mode="after")
    def _one_anchor(self) -> Self:
        if (self.row is None) == (self.exact is None):
            raise ValueError(
                "a mark needs its place: either row or exact | "
                "write row: A01 for a row of the layer, or exact: with the words"
            )
        return self


class Decoy(Part):
    """Words that are tempting to mark, and why they are not in the key; or on a contested item, why some mark them."""

    exact: Text
    prefix: str = ""
    suffix: str = ""
    feedback: Voice
