"""What is recorded: a reader's answers, in the one file that page and notebook both write and the desk reads.

The file is data from anybody: it is read strictly, never run, and written so that a crash leaves the old one whole.
"""

import json
from pathlib import Path
from typing import Annotated, Any, Final, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from whosaysso import BOOK, EDITION
from whosaysso.authored.fault import Fault, Faulty, shown

SCHEMA: Final = "whosaysso.hand-in/1"
LARGEST = 5_000_000
"""Bytes; a term's work of one student is some 100,000."""

ORDERS = ("ABC", "ACB", "BAC", "BCA", "CAB", "CBA")
"""Every order in which the three test forms can be dealt."""

Unit = Annotated[float, Field(ge=0, le=1)]


class Attempt(BaseModel):
    """One answer that was handed to *Check*."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(pattern=r"^[0-9a-f]{32}$", description="Random, so that merging never counts an attempt twice.")
    exercise: str = Field(pattern=r"^[a-z][a-z0-9-]{0,99}$")
    version: str = Field(pattern=r"^[0-9a-f]{12}$", description="Hash of what the student saw.")
    response: dict[str, Any]
    confidence: Unit | None = None
    at: AwareDatetime
    claimed: Unit | None = Field(None, description="The score the student's machine computed; only ever compared.")


class HandIn(BaseModel):
    """A reader's work: what *Download my work* writes."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True, title="Hand-in")

    schema_: Literal["whosaysso.hand-in/1"] = Field(SCHEMA, alias="schema")
    book: Literal["who-says-so"] = BOOK
    edition: str = Field(EDITION, max_length=20)
    form: str | None = Field(
        None,
        pattern=f"^({'|'.join(ORDERS)})$",
        description="The test forms in the order of the occasions: BCA is B before, C after, A later.",
    )
    code: str = Field("", max_length=64, description="A pseudonym; may be empty.")
    attempts: list[Attempt] = []
    drafts: dict[str, dict[str, Any]] = Field(
        {}, description="Answers not checked yet, by exercise, so that no started answer is lost on the way."
    )

    finished: list[str] = Field([], description="The sets that are finished: their feedback has been told.")

    def latest(self, exercise: str) -> Attempt | None:
        """The newest attempt at an exercise."""
        return max((a for a in self.attempts if a.exercise == exercise), key=lambda a: a.at, default=None)

    def merged(self, other: "HandIn") -> "HandIn":
        """Both together, every attempt once, in order of time; drafts and form of ``self`` win."""
        attempts = {a.id: a for a in (*other.attempts, *self.attempts)}
        return self.model_copy(
            update={
                "attempts": sorted(attempts.values(), key=lambda a: (a.at, a.id)),
                "drafts": {**other.drafts, **self.drafts},
                "form": self.form or other.form,
                "finished": sorted({*other.finished, *self.finished}),
            }
        )

    def as_json(self) -> dict[str, Any]:
        """As plain data, with the names the file uses."""
        return self.model_dump(mode="json", by_alias=True)


def parse_hand_in(text: str, name: str = "the file") -> HandIn:
    """A hand-in from its text.

    Raises
    ------
    Faulty
        When it is too large, not JSON, or not a hand-in of this book; with every fault.
    """
    if len(text) > LARGEST:
        raise Faulty(
            [
                Fault(
                    name,
                    0,
                    f"this file is larger than {LARGEST // 1_000_000} MB",
                    "hand in the file that Download my work gave",
                )
            ]
        )
    try:
        return HandIn.model_validate(json.loads(text))
    except (json.JSONDecodeError, RecursionError):
        raise Faulty(
            [
                Fault(
                    name,
                    0,
                    "this is not a file of answers, or it is damaged",
                    "hand in the file that Download my work gave",
                )
            ]
        ) from None
    except ValidationError as error:
        raise Faulty(
            [
                Fault(
                    name,
                    0,
                    f"{'.'.join(map(str, e['loc'])) or 'the file'}: {e['msg']}",
                    "hand in the file as it was downloaded",
                )
                for e in error.errors()[:20]
            ]
        ) from None


def read_hand_in(path: Path) -> HandIn:
    """A hand-in from a file; raises like ``parse_hand_in``."""
    if path.stat().st_size > LARGEST:
        return parse_hand_in(" " * (LARGEST + 1), shown(path))
    try:
        return parse_hand_in(path.read_text(encoding="utf-8"), shown(path))
    except UnicodeDecodeError:
        raise Faulty(
            [Fault(shown(path), 0, "this is not a text file", "hand in the file that Download my work gave")]
        ) from None
