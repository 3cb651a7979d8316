"""What every kind of exercise has in common: the parts authors write, and the two sides of an exercise."""

import json
from abc import abstractmethod
from hashlib import sha256
from typing import TYPE_CHECKING, Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, model_validator

from whosaysso.authored.fault import Place
from whosaysso.kinds.shows import Shows
from whosaysso.text.case import find_case

Id = Annotated[
    str,
    Field(
        pattern=r"^[a-z][a-z0-9-]*$", description="Small letters, digits, hyphens; never used again for something else."
    ),
]
Text = Annotated[str, Field(min_length=1)]


class OwnVoice:
    """Marks a text in which the book itself speaks; the others are there to be judged."""


Voice = Annotated[str, Field(min_length=1), OwnVoice()]
Credit = Annotated[float, Field(ge=0, le=1)]

Json = dict[str, Any]
"""A question, a key, an answer, or a part of one, as JSON."""

Problem = tuple[Place, str, str]
"""Where in the exercise, what is wrong, what to write instead."""


class Part(BaseModel):
    """What an author writes: nothing in it may be unknown, and nothing changes it."""

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)


class Named(Part):
    """A class of a ``sort`` or a label of a ``mark``."""

    id: Id
    label: Text


class Exercise(Part):
    """The fields every kind has; a kind adds its own, and says what is asked, what is right,
    and what is wrong with it.
    """

    id: Id
    title: Voice
    prompt: Voice
    hint: Voice | None = None
    reads: Literal["article", "sound", "opposite"] = Field(
        description="What it is on: the article; a sound text; or one that leans the other way. "
        "At least one in four of a topic is not on the article."
    )
    minutes: float = Field(2, gt=0, le=15)
    order: Literal["drawn", "fixed"] = Field(
        "drawn",
        description="drawn: options and statements stand in another order for each reader. "
        "fixed: their order means something.",
    )
    case: Text | None = Field(
        None, description="The folder under case/ whose places this exercise names, where it is not that of its file."
    )
    shows: Shows | None = Field(
        None, description="A form in which news takes on a phone or a page, drawn above the question."
    )
    _case: str = PrivateAttr("")

    if TYPE_CHECKING:
        kind: str
        """A field of every kind, with its own name as the one value; declared there, so that it opens its schema."""

    @abstractmethod
    def _asked(self) -> Json:
        """What a student sees beside title and prompt."""

    @abstractmethod
    def key(self) -> Json:
        """What is right, and what every answer is told."""

    @abstractmethod
    def best(self) -> Json:
        """The answer with the full score."""

    @abstractmethod
    def problems(self) -> list[Problem]:
        """What is wrong with it that its type does not say."""

    def unsound(self) -> list[Problem]:
        """Those problems that keep it from being asked and graded; the others let it be answered without reading."""
        return self.problems()

    def question(self) -> Json:
        """All that a student may see, as JSON; ``version`` is a hash of the rest."""
        seen = {
            "id": self.id,
            "kind": self.kind,
            "title": self.title,
            "prompt": self.prompt,
            "hint": self.hint,
            **({"shows": self.shows.model_dump()} if self.shows else {}),
            **self._asked(),
        }
        version = sha256(json.dumps(seen, sort_keys=True, ensure_ascii=False).encode()).hexdigest()[:12]
        return {**seen, "version": version}

    def text_of(self) -> str | None:
        """The text whose places this exercise names, or nothing where it names none."""
        named = [getattr(self, name, None) for name in ("quotation", "passage")] + [
            s.sentence for s in getattr(self, "statements", ())
        ]
        return self._case if any(named) else None

    def with_key(self) -> Json:
        """The question with its ``key``: what the graders read."""
        return {**self.question(), "key": self.key()}


class Quoting(Exercise):
    """An exercise that may show a place of the case, or words of its own, above what is answered."""

    quotation: Text | None = Field(
        None, description="A place in the case, such as P1.1, whose words stand above what is answered."
    )
    text: Text | None = Field(None, description="Words written for the book that stand there instead.")
    origin: Text | None = Field(None, description="Where such words come from; shown below them.")

    @model_validator(mode="after")
    def _said_origin(self) -> Self:
        if self.text is not None and (self.origin is None or self.quotation is not None):
            raise ValueError(
                "a text of your own has to say where it comes from, and stands alone | "
                "add origin: Written for this book about an invented place.; take quotation away"
            )
        return self

    def _shown(self) -> Json | None:
        """The words above the options, and where they come from."""
        return {"place": self.origin, "text": self.text} if self.text else quotation(self._case, self.quotation)


def quotation(case: str, reference: str | None) -> Json | None:
    """The words of a place of the case, and how the place is called."""
    if reference is None:
        return None
    text = find_case(case)
    return {"place": text.place(reference), "text": " ".join(s.text for s in text.passage(reference))}


def unknown_place(case: str, reference: str | None, at: Place) -> list[Problem]:
    """What is wrong with a place that the text does not have."""
    if reference is None:
        return []
    try:
        find_case(case).passage(reference)
    except KeyError:
        return [(at, f"the text has no place {reference}", "write a place such as P3, P3.2 or P3.2-4")]
    return []


def repeated(ids: list[str], at: Place) -> list[Problem]:
    """What is wrong with ids that stand there twice."""
    return [
        ((*at, n), f"the id {i} stands here twice", "give each an id of its own")
        for n, i in enumerate(ids)
        if i in ids[:n]
    ]
