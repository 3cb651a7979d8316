"""What an exercise may show above its question: a form in which news takes on a phone or a page.

Authors write fields and no markup; the templates in ``shows/`` draw them in HTML and SVG. All of it is invented,
so every address ends in ``.example``, and a picture is a plain drawing with its description.
"""

import re
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

Text = Annotated[str, Field(min_length=1)]

_INVENTED = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)*\.example(/[a-z0-9/._-]*)?")


def _invented(address: str) -> str:
    if not _INVENTED.fullmatch(address):
        raise ValueError(
            f"“{address}” may be somebody’s address | write an invented one that ends in .example, "
            "such as news.example/bridge"
        )
    return address


Address = Annotated[str, AfterValidator(_invented)]
"""A page that nobody can have: ``.example`` is kept free for such uses (RFC 2606)."""


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Shown(_Part):
    origin: Text = Field(description="Below it, for example: Written for this book about an invented place.")


class Picture(_Part):
    """A plain drawing, and what the picture would show, in words that every reader gets."""

    description: Text = Field(description="What can be seen, without a guess at what it means.")
    drawing: Literal["hills", "trees", "water", "street", "page"] = "page"


class Post(_Shown):
    """A post, as it reaches a phone."""

    form: Literal["post"]
    author: Text
    handle: Text = Field(description="The name of the account, such as @harbour_watch.")
    when: Text
    text: Text
    label: Text | None = Field(None, description="What the phone says of it, such as: Forwarded many times.")
    picture: Picture | None = None
    counts: Text | None = Field(None, description="What stands below, such as: 1,204 likes · 860 shares.")


class HeadlineCard(_Shown):
    """A link with its picture and headline, as it is seen by those who do not follow it."""

    form: Literal["headline"]
    outlet: Text
    address: Address
    headline: Text
    standfirst: Text | None = None
    when: Text | None = None
    picture: Picture | None = None


class Line(_Part):
    """One message or line of a screenshot."""

    who: Text | None = None
    text: Text
    when: Text | None = None


class Screenshot(_Shown):
    """A picture of somebody's screen; what stood above or below may be cut off."""

    form: Literal["screenshot"]
    clock: Text = Field(description="The time of day in its corner, such as 21:47.")
    bar: Text = Field(description="What the bar at the top says: a chat, a page, a group.")
    lines: list[Line] = Field(min_length=1)
    cut: Literal["above", "below", "both"] | None = Field(None, description="Where something is cut off.")


class Caption(_Shown):
    """A picture and the words below it."""

    form: Literal["caption"]
    picture: Picture
    text: Text
    by: Text | None = Field(None, description="Who took it, or whose picture it is.")


class Bar(_Part):
    """One column of a chart."""

    label: Text
    value: float = Field(ge=0)


class Chart(_Shown):
    """Columns over an axis that need not begin at 0."""

    form: Literal["chart"]
    heading: Text
    unit: Text = Field(description="What the axis counts.")
    bottom: float = Field(0, ge=0, description="Where the axis begins.")
    top: float = Field(description="Where it ends.")
    bars: list[Bar] = Field(min_length=2, max_length=8)
    source: Text | None = None

    @model_validator(mode="after")
    def _on_the_axis(self) -> Self:
        if not all(self.bottom <= bar.value <= self.top for bar in self.bars) or self.bottom >= self.top:
            raise ValueError(
                f"a value lies outside the axis from {self.bottom:g} to {self.top:g} | lower bottom:, or raise top:"
            )
        return self


class Found(_Part):
    """One result of a search."""

    headline: Text
    address: Address
    snippet: Text
    when: Text | None = None


class ResultsPage(_Shown):
    """What a search has found."""

    form: Literal["results"]
    query: Text
    results: list[Found] = Field(min_length=2, max_length=8)


Shows = Annotated[
    Post | HeadlineCard | Screenshot | Caption | Chart | ResultsPage,
    Field(discriminator="form"),
]
"""Any of the six, told apart by ``form``."""
