"""What is recorded: a reader's answers, in the one form that page, notebook and desk share, and how two become one."""

import json
from datetime import UTC, datetime
from typing import Annotated, Any, Final, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    PrivateAttr,
)
from pydantic.dataclasses import dataclass
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from whosaysso import BOOK, EDITION
from whosaysso.exercises.forms import ORDERS
from whosaysso.kinds.grading import RULES

SCHEMA: Final = "whosaysso.hand-in/2"

TOLD: Final = "reasons-of-before"
"""Among what is finished: since when the reasons of the test taken before the book are told."""

DEEPEST = 9
"""How deep an answer may be nested; the deepest of ours has three levels."""


class _InUtc:
    """A moment as it may stand in a file, which is text with its zone; pydantic alone would take a number for one too.

    Pages and notebooks write theirs in UTC. Those are read without Python: a class hands in hundreds of thousands.
    """

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        text = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3])(:[0-9]{2}){2}(\.[0-9]+)?"
        moment = core_schema.datetime_schema(tz_constraint="aware")

        def written(zone: str) -> CoreSchema:
            return core_schema.chain_schema([core_schema.str_schema(pattern=f"{text}{zone}$"), moment])

        return core_schema.union_schema(
            [
                written("Z"),
                core_schema.no_info_after_validator_function(_in_utc, written("[+-][0-9]{2}:[0-9]{2}")),
                core_schema.no_info_after_validator_function(_in_utc, {**moment, "strict": True}),
            ],
            mode="left_to_right",
            custom_error_type="moment",
            custom_error_message="write a moment as 2026-01-31T10:00:00Z",
        )

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"type": "string", "format": "date-time"}


def _in_utc(moment: datetime) -> datetime:
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        raise ValueError("there is no such moment in UTC") from None


def _shallow(value: dict[str, Any] | list[Any], left: int = DEEPEST) -> dict[str, Any] | list[Any]:
    if left == 1 and value:  # what stands in it would be one too deep
        raise PydanticCustomError("deep", "this is nested deeper than any answer")
    for each in value.values() if isinstance(value, dict) else value:
        kind = type(each)
        if kind is dict or kind is list:
            _shallow(each, left - 1)
    return value


Unit = Annotated[float, Field(ge=0, le=1, strict=True)]
Rules = Annotated[int, Field(ge=1, le=1_000_000, strict=True)]
Moment = Annotated[datetime, _InUtc()]
RandomId = Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]
Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]{0,99}$")]
Version = Annotated[str, Field(pattern=r"^[0-9a-f]{12}$")]
Response = Annotated[dict[str, Any], AfterValidator(_shallow)]


_STRICT: Final = ConfigDict(extra="forbid")


@dataclass(config=_STRICT, frozen=True, slots=True, kw_only=True)
class Attempt:
    """One answer that was handed to *Check*."""

    id: Annotated[RandomId, Field(description="Random, so that merging never counts an attempt twice.")]
    exercise: Name
    version: Annotated[Version, Field(description="Hash of what the student saw.")]
    response: Response
    confidence: Unit | None = None
    at: Moment
    claimed: Annotated[
        Unit | None, Field(description="The score the student's machine computed; only ever compared.")
    ] = None
    rules: Annotated[
        Rules | None, Field(description="The grading rules that made the claim; where missing, the file's.")
    ] = None


@dataclass(config=_STRICT, frozen=True, slots=True, kw_only=True)
class Draft:
    """An answer as it stood when it was last changed, so that none that was begun is lost on the way."""

    response: Response
    at: Moment
    version: Annotated[Version | None, Field(description="Hash of what the student saw, where it is known.")] = None


class HandIn(BaseModel):
    """A reader's work: what *Download my work* writes."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True, title="Hand-in")

    schema_: Literal["whosaysso.hand-in/2"] = Field(SCHEMA, alias="schema")
    book: Name = Field(BOOK, description="Whose exercises these are.")
    edition: str = Field(EDITION, max_length=20, description="A label; it refuses nothing.")
    readers: list[RandomId] = Field(
        [], max_length=1_000, description="Random: one for each place in which this reader began, in their order."
    )
    rules: Rules = Field(RULES, description="The grading rules by which the file was written.")
    form: Literal[ORDERS] | None = Field(  # type: ignore[valid-type]  # the orders are written once
        None, description="The test forms in the order of the occasions: BCA is B before, C after, A later."
    )
    code: str = Field("", max_length=64, description="A pseudonym; may be empty.")
    attempts: list[Attempt] = Field([], description="In the order in which they were made.")
    drafts: dict[Name, Draft] = Field({}, description="By exercise.")
    finished: dict[Name, Moment] = Field(
        {}, description=f"The sets that are finished, and since when; “{TOLD}”, since when those are told."
    )
    _notes: tuple[str, ...] = PrivateAttr(())

    @property
    def notes(self) -> tuple[str, ...]:
        """What there is to say of the file, though it could be read: that it is in UTF-16, for instance."""
        return self._notes

    @property
    def empty(self) -> bool:
        """Whether nobody has answered anything."""
        return not (self.attempts or self.drafts or self.any_finished)

    @property
    def any_finished(self) -> bool:
        """Whether a set is finished; that reasons were told is no work of a reader."""
        return bool(self.finished.keys() - {TOLD})

    def by_exercise(self) -> dict[str, list[Attempt]]:
        """The attempts at each exercise, the first one first."""
        found: dict[str, list[Attempt]] = {}
        for attempt in self.attempts:
            found.setdefault(attempt.exercise, []).append(attempt)
        return found

    def of(self, exercise: str) -> list[Attempt]:
        """The attempts at an exercise, the first one first."""
        return [a for a in self.attempts if a.exercise == exercise]

    def first(self, exercise: str) -> Attempt | None:
        """The oldest attempt at an exercise."""
        return next(iter(self.of(exercise)), None)

    def latest(self, exercise: str) -> Attempt | None:
        """The newest attempt at an exercise."""
        return next(reversed(self.of(exercise)), None)

    def response(self, exercise: str) -> dict[str, Any]:
        """The answer as it stands: what was checked last, unless a draft is newer."""
        draft, last = self.drafts.get(exercise), self.latest(exercise)
        if draft and not (last and last.at > draft.at):
            return draft.response
        return last.response if last else {}

    def newest(self) -> datetime | None:
        """The last moment at which anything was written."""
        return max((*(a.at for a in self.attempts), *(d.at for d in self.drafts.values())), default=None)

    def is_of(self, other: "HandIn") -> bool:
        """Whether both are one reader's, as far as the files can say: an empty one is anybody's."""
        shared = {*self.readers} & {*other.readers} or {a.id for a in self.attempts} & {a.id for a in other.attempts}
        return bool(shared) or self.empty or other.empty

    def merged(self, other: "HandIn") -> "HandIn":
        """Both together: every attempt once, in order of time; the newer draft; finished sets since the earlier moment.

        The order of the test forms is that of the one who has finished a set, and where both or none have, one's own.
        """
        attempts = {a.id: a for a in (*other.attempts, *self.attempts)}
        mine, theirs = (self, other) if self.any_finished or not other.any_finished else (other, self)
        drafts = {**other.drafts, **self.drafts}
        both = self.drafts.keys() & other.drafts.keys()
        drafts |= {name: max((self.drafts[name], other.drafts[name]), key=_age) for name in both}
        finished = {**other.finished, **self.finished}
        finished |= {n: min(self.finished[n], other.finished[n]) for n in self.finished.keys() & other.finished.keys()}
        return self.model_copy(
            update={
                "attempts": sorted(attempts.values(), key=lambda a: a.at),
                "drafts": dict(sorted(drafts.items())),
                "finished": dict(sorted(finished.items())),
                "readers": list(dict.fromkeys((*self.readers, *other.readers))),
                "form": mine.form or theirs.form,
            }
        )

    def as_json(self) -> dict[str, Any]:
        """As plain data, with the names the file uses."""
        return self.model_dump(mode="json", by_alias=True)

    def as_text(self) -> str:
        """The text of the file."""
        return whole(json.dumps(self.as_json(), ensure_ascii=False, indent=1, allow_nan=False) + "\n")


def whole(text: str) -> str:
    """The text, in which half of a character, which a cut can leave behind, is the sign for a lost one."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _age(draft: Draft) -> tuple[datetime, str]:
    """Newer is more; of two of one moment, the same one wherever it stands."""
    return draft.at, json.dumps(draft.response, sort_keys=True)
