"""A *reading*: a text with its hash, its cut, and what one reader marked in it, as one file.

Every mark is a W3C Web Annotation (https://www.w3.org/TR/annotation-model/) on a range of code points of the text.
The text alone is hashed, so that readers with different cuts can be compared and no mark ever moves.
"""

import json
from datetime import UTC, datetime
from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, JsonValue, PrivateAttr

from whosaysso.work.hand_in import Moment, RandomId

FORMAT: Final = "who-says-so/reading/1"

LONGEST = 1_000_000
"""Code points; 30,000 words of English have some 180,000."""

AROUND = 32
"""How many code points a mark quotes before and behind its words."""

Sort = Literal["", "party", "witness", "record", "relay", "unnamed", "nobody", "other"]
"""What sort of source an attribution names, after the chapter on sourcing; empty where it is not said."""

Place = Annotated[int, Field(ge=0, le=LONGEST, strict=True)]
Sha256 = Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
LabelId = Annotated[str, Field(pattern="^[a-z][a-z0-9-]{0,39}$")]
Said = Annotated[str, Field(max_length=2_000)]
Uuid = Annotated[str, Field(pattern="^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")]


class Recorded(BaseModel):
    """What is written down once and never changed."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Text(Recorded):
    """The text that was read."""

    words: str = Field(min_length=1, max_length=LONGEST, description="The whole text, normalised.")
    sha256: Sha256 = Field(description="Of the words in UTF-8.")
    language: str = Field(
        "", pattern="^([a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3})?$", description="A tag such as en or ur, where it is known."
    )


class Provenance(Recorded):
    """What the text tells about itself, as the book's card asks, and where its reader found it."""

    title: Said = ""
    author: Said = Field("", description="Who wrote it?")
    outlet: Said = Field("", description="Who published it?")
    date: Said = Field("", description="When?")
    place: Said = Field("", description="From where?")
    look_up: Said = Field("", description="What can be looked up: a link, a document.")
    quoted: Said = Field("", description="Who is quoted by name?")
    address: Said = Field("", description="Where the reader saw it. Never fetched, and shown as text.")
    found: Said = Field("", description="How and when the reader came by it.")
    note: Said = ""


class Piece(Recorded):
    """One piece of the cut: from ``start`` up to ``end``, counted in code points."""

    start: Place
    end: Place
    role: Literal["heading", "sentence", "item"] = Field(
        description="An item stands in a list, a table or a live blog."
    )
    paragraph: Annotated[int, Field(ge=1, strict=True)] = Field(
        description="The paragraph, or for a heading the heading, counted from 1: H2, P3."
    )


class Label(Recorded):
    """What a mark may say: a label of the book or of the reader's own, with the rule by which it is given."""

    id: LabelId
    name: Annotated[str, Field(min_length=1, max_length=80)]
    rule: Said = Field("", description="The guideline: what gets this label, and what does not.")


class Classifying(Recorded):
    """Which label the mark gives."""

    type: Literal["TextualBody"]
    purpose: Literal["classifying"]
    value: LabelId


class Commenting(Recorded):
    """A note of the reader's own."""

    type: Literal["TextualBody"]
    purpose: Literal["commenting"]
    value: Annotated[str, Field(min_length=1, max_length=10_000)]


class Attribution(Recorded):
    """Of words that name a source: who speaks, and what sort of source that is."""

    speaker: Said = ""
    sort: Sort = ""


class Number(Recorded):
    """Of a number: what the text answers to the five questions of the chapter on numbers."""

    says: Said = Field("", description="Who says so?")
    counts: Said = Field("", description="Whom does it count?")
    where_when: Said = Field("", description="Where and when?")
    how_known: Said = Field("", description="How do they know?")
    settles: Said = Field("", description="What would settle it?")


class Describing(Recorded):
    """The card of a mark: that of an attribution, or that of a number."""

    type: Literal["Dataset"]
    purpose: Literal["describing"]
    attribution: Attribution | None = None
    number: Number | None = None


class Position(Recorded):
    """Where the words stand, in code points of the normalised text."""

    type: Literal["TextPositionSelector"]
    start: Place
    end: Place


class Quote(Recorded):
    """The words themselves, with what stands around them."""

    type: Literal["TextQuoteSelector"]
    exact: Annotated[str, Field(min_length=1, max_length=LONGEST)]
    prefix: Annotated[str, Field(max_length=AROUND)] = ""
    suffix: Annotated[str, Field(max_length=AROUND)] = ""


class Target(Recorded):
    """The words that are marked: their place, then the words."""

    source: str = Field(pattern="^urn:sha256:[0-9a-f]{64}$", description="The text by its hash.")
    selector: tuple[Position, Quote]


class Annotation(Recorded):
    """One mark."""

    model_config = ConfigDict(populate_by_name=True)

    context: Literal["http://www.w3.org/ns/anno.jsonld"] = Field(
        "http://www.w3.org/ns/anno.jsonld", alias="@context", validate_default=True
    )
    id: Uuid
    type: Literal["Annotation"]
    motivation: Literal["classifying"]
    created: Moment
    modified: Moment | None = None
    body: list[Annotated[Classifying | Commenting | Describing, Field(discriminator="purpose")]] = Field(
        min_length=1, max_length=3, description="One body of each purpose; that which classifies is never missing."
    )
    target: Target

    @property
    def label(self) -> str:
        """The label that the mark gives."""
        return next(body.value for body in self.body if isinstance(body, Classifying))

    @property
    def note(self) -> str:
        """The reader's note, or nothing."""
        return next((body.value for body in self.body if isinstance(body, Commenting)), "")

    @property
    def card(self) -> Describing | None:
        """The card of an attribution or of a number."""
        return next((body for body in self.body if isinstance(body, Describing)), None)

    @property
    def span(self) -> tuple[int, int]:
        """Where the marked words start and end."""
        position = self.target.selector[0]
        return position.start, position.end


class Reading(BaseModel):
    """A text as one reader read it: what *Keep this reading* writes, in the page and in a notebook."""

    model_config = ConfigDict(extra="forbid", frozen=True, title="Reading")

    format: Literal["who-says-so/reading/1"] = FORMAT
    text: Text
    provenance: Provenance = Provenance()
    cut: list[Piece] = Field(max_length=100_000, description="In order, none over another, with every word in one.")
    labels: list[Label] = Field(min_length=1, max_length=50)
    annotations: list[Annotation] = Field([], max_length=20_000)
    readers: list[RandomId] = Field([], max_length=100, description="Random: one for each place of reading.")
    code: str = Field("", max_length=64, description="A pseudonym; may be empty.")
    saved: Moment
    _notes: tuple[str, ...] = PrivateAttr(())

    @property
    def notes(self) -> tuple[str, ...]:
        """What there is to say of the file, though it could be read: that it is in UTF-16, for instance."""
        return self._notes

    def as_json(self) -> dict[str, JsonValue]:
        """As plain data, with the names the file uses; what is empty is left out."""
        found: dict[str, Any] = self.model_dump(mode="json", by_alias=True, exclude_none=True)
        return found

    def as_text(self) -> str:
        """The text of the file."""
        return json.dumps(self.as_json(), ensure_ascii=False, indent=1, allow_nan=False) + "\n"

    def now(self) -> "Reading":
        """The same, saved at this moment."""
        return self.model_copy(update={"saved": datetime.now(UTC).replace(microsecond=0)})
