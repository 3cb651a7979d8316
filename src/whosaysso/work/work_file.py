"""The file in which a notebook keeps its reader's work, beside the notebook."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from whosaysso.authored.fault import Faulty
from whosaysso.authored.writing import write_atomically
from whosaysso.work.hand_in import Attempt, HandIn, read_hand_in


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
            self.notice = (
                f"The file {self.path.name} could not be read. It is kept as {aside.name}, and a new one is begun."
            )

    def knows(self, attempt: Attempt) -> bool:
        """Whether this attempt is kept already."""
        return any(a.id == attempt.id for a in self.work.attempts)

    def add(
        self,
        *attempts: Attempt,
        drafts: dict[str, dict[str, Any]] | None = None,
        finished: tuple[str, ...] = (),
        form: str | None = None,
    ) -> None:
        """Keep attempts, drafts, finished sets and the dealt order,
        together with what another notebook wrote to the file meanwhile.
        """
        added = HandIn(attempts=list(attempts), drafts=drafts or {}, finished=list(finished), form=form)
        self.notice = ""
        try:
            self._read()
            self.work = added.merged(self.work)
            write_atomically(self.path, json.dumps(self.work.as_json(), ensure_ascii=False, indent=1) + "\n")
        except OSError as error:
            self.work = added.merged(self.work)
            self.notice = (
                f"Your answer could not be written to {self.path.name} ({error.strerror}). "
                "Download your work now, before you close this notebook."
            )

    def clear(self) -> None:
        """Begin anew; what was there stays in a file of its own."""
        if self.path.exists():
            self.path.rename(self.path.with_name(f"{self.path.stem}-until-{_now()}.json"))
        self.work, self._handed_on = HandIn(), self._earlier()


def _now() -> str:
    return f"{datetime.now(UTC):%Y%m%d-%H%M%S-%f}"
