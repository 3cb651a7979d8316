"""What is recorded: a reader's answers, in the one file that page and notebook both write and the desk reads.

The file is data from anybody: it is read strictly, never run, and written so that a crash leaves the old one whole.
"""

import json
import os
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from whosaysso import BOOK, EDITION
from whosaysso.fault import Fault, Faulty, shown

SCHEMA = "whosaysso.hand-in/1"
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
    response: dict
    confidence: Unit | None = None
    at: AwareDatetime
    claimed: Unit | None = Field(None, description="The score the student's machine computed; only ever compared.")


class HandIn(BaseModel):
    """A reader's work: what *Download my work* writes."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True, title="Hand-in")

    schema_: Literal["whosaysso.hand-in/1"] = Field(SCHEMA, alias="schema")
    book: Literal["who-says-so"] = BOOK
    edition: str = Field(EDITION, max_length=20)
    form: str | None = Field(None, pattern=f"^({'|'.join(ORDERS)})$", description="The test forms in the order of the occasions: BCA is B before, C after, A later.")
    code: str = Field("", max_length=64, description="A pseudonym; may be empty.")
    attempts: list[Attempt] = []
    drafts: dict[str, dict] = Field({}, description="Answers not checked yet, by exercise, so that no started answer is lost on the way.")

    finished: list[str] = Field([], description="The sets that are finished: their feedback has been told.")

    def latest(self, exercise: str) -> Attempt | None:
        """The newest attempt at an exercise."""
        return max((a for a in self.attempts if a.exercise == exercise), key=lambda a: a.at, default=None)

    def merged(self, other: "HandIn") -> "HandIn":
        """Both together, every attempt once, in order of time; drafts and form of ``self`` win."""
        attempts = {a.id: a for a in (*other.attempts, *self.attempts)}
        return self.model_copy(update={"attempts": sorted(attempts.values(), key=lambda a: (a.at, a.id)),
                                       "drafts": {**other.drafts, **self.drafts},
                                       "form": self.form or other.form,
                                       "finished": sorted({*other.finished, *self.finished})})

    def as_json(self) -> dict:
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
        raise Faulty([Fault(name, 0, f"this file is larger than {LARGEST // 1_000_000} MB", "hand in the file that Download my work gave")])
    try:
        return HandIn.model_validate(json.loads(text))
    except (json.JSONDecodeError, RecursionError):
        raise Faulty([Fault(name, 0, "this is not a file of answers, or it is damaged", "hand in the file that Download my work gave")]) from None
    except ValidationError as error:
        raise Faulty([Fault(name, 0, f"{'.'.join(map(str, e['loc'])) or 'the file'}: {e['msg']}", "hand in the file as it was downloaded")
                      for e in error.errors()[:20]]) from None


def read_hand_in(path: Path) -> HandIn:
    """A hand-in from a file; raises like ``parse_hand_in``."""
    if path.stat().st_size > LARGEST:
        return parse_hand_in(" " * (LARGEST + 1), shown(path))
    try:
        return parse_hand_in(path.read_text(encoding="utf-8"), shown(path))
    except UnicodeDecodeError:
        raise Faulty([Fault(shown(path), 0, "this is not a text file", "hand in the file that Download my work gave")]) from None


def write_atomically(path: Path, text: str) -> None:
    """Write ``text`` so that ``path`` holds either the old or the whole new content, whatever happens."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


class WorkFile:
    """The work of one reader in one folder: a hand-in that is written on every change.

    Parameters
    ----------
    path
        The file; made on the first answer. One that cannot be read is moved aside, never overwritten.
    """

    def __init__(self, path: Path):
        self.path = path
        self.work = HandIn()
        self.notice = ""
        self._handed_on = self._earlier()
        self._read()

    def _earlier(self) -> set[Path]:
        """The files of readers before, each put aside when the computer was handed on."""
        return set(self.path.parent.glob(f"{self.path.stem}-until-*.json"))

    def _read(self) -> None:
        if self._earlier() - self._handed_on:  # another notebook of this folder has handed the computer on
            self.work, self._handed_on = HandIn(), self._earlier()
        if not self.path.exists():
            return
        try:
            self.work = read_hand_in(self.path).merged(self.work)
        except Faulty:
            aside = self.path.with_name(f"{self.path.stem}.damaged-{_now()}.json")
            self.path.rename(aside)
            self.notice = f"The file {self.path.name} could not be read. It is kept as {aside.name}, and a new one is begun."

    def knows(self, attempt: Attempt) -> bool:
        """Whether this attempt is kept already."""
        return any(a.id == attempt.id for a in self.work.attempts)

    def add(self, *attempts: Attempt, drafts: dict[str, dict] | None = None, finished: tuple[str, ...] = (), form: str | None = None) -> None:
        """Keep attempts, drafts, finished sets and the dealt order, together with what another notebook wrote to the file meanwhile."""
        added = HandIn(attempts=list(attempts), drafts=drafts or {}, finished=list(finished), form=form)
        self.notice = ""
        try:
            self._read()
            self.work = added.merged(self.work)
            write_atomically(self.path, json.dumps(self.work.as_json(), ensure_ascii=False, indent=1) + "\n")
        except OSError as error:
            self.work = added.merged(self.work)
            self.notice = f"Your answer could not be written to {self.path.name} ({error.strerror}). Download your work now, before you close this notebook."

    def clear(self) -> None:
        """Begin anew; what was there stays in a file of its own."""
        if self.path.exists():
            self.path.rename(self.path.with_name(f"{self.path.stem}-until-{_now()}.json"))
        self.work, self._handed_on = HandIn(), self._earlier()


def _now() -> str:
    return f"{datetime.now(UTC):%Y%m%d-%H%M%S-%f}"
