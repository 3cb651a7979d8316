"""The file in which a notebook keeps its reader's work, beside the notebook.

The file is the truth: it is read anew whenever something is shown or counted, and locked while it is read and written,
so that any number of notebooks, kernels and windows can share it.
"""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from filelock import FileLock

from whosaysso import EDITION
from whosaysso.authored.fault import Faulty
from whosaysso.authored.writing import write_atomically
from whosaysso.kinds.grading import RULES
from whosaysso.work.hand_in import TOLD, Attempt, Draft, HandIn
from whosaysso.work.reading import read_hand_in
from whosaysso.work.telling import told, waits_until

PATIENCE = 5
"""Seconds to wait for another notebook that is writing."""

_TICK = timedelta(milliseconds=1)
_FAR = timedelta(days=366)  # further ahead no clock is wrong by accident, and nothing is put after it

WORK_FILE = "my-work.json"
"""The file's name, beside the notebook."""


class WorkFile:
    """The work of one reader in one folder: a hand-in that is written on every change.

    Parameters
    ----------
    path
        The file; made on the first answer. One that cannot be read is moved aside, never overwritten.
    """

    standing = ""
    """What is told wherever ``notice`` has nothing to say."""

    def __init__(self, path: Path):
        self.path = path
        self.notice = ""
        self._kept = HandIn()
        self._unkept = HandIn()  # what could not be written: still shown, downloaded, and tried again
        self._seen: tuple[int, ...] | None = None
        self.look()

    @property
    def seen(self) -> tuple[int, ...] | None:
        """Which state of the file was read last: another one each time."""
        return self._seen

    @property
    def work(self) -> HandIn:
        """Everything, as it is at this moment."""
        self.look()
        return self._all()

    def look(self) -> bool:
        """Read the file again where it has changed; tells whether it has."""
        seen = self._stamp()
        if seen is None or seen == self._seen:  # what was only deleted is written again with the next answer
            return False
        try:
            self._take(read_hand_in(self.path))
        except Faulty:
            if seen == self._stamp():  # else another notebook has done so already
                self._put_aside()
        self._seen = seen
        return True

    def add(self, attempt: Attempt) -> None:
        """Keep an attempt, once, as the newest of all, whatever a clock says that is wrong or another machine's."""
        with self._writing("Your answer could not be written"):
            if not any(a.id == attempt.id for a in self._all().attempts):
                newest = self._all().newest()
                late = newest is not None and attempt.at <= newest
                self._write(HandIn(attempts=[replace(attempt, at=self._now()) if late else attempt]))

    def draft(self, exercise: str, response: dict[str, Any], version: str) -> None:
        """Keep an answer that is not checked yet."""
        with self._writing("Your answer could not be written"):
            self._write(HandIn(drafts={exercise: Draft(response=response, at=self._now(), version=version)}))

    def finish(self, name: str) -> None:
        """Keep that a set is finished, or that reasons are told, since the first time."""
        with self._writing("That the set is finished could not be written"):
            self._write(HandIn(finished={name: self._now()}))

    def told(self, name: str) -> bool:
        """Whether the reasons of a set may be told; where the days have told them, that is kept too."""
        work, now = self.work, datetime.now(UTC)
        if not told(work, name, now):
            return False
        if waits_until(work, name):
            self.finish(TOLD)
        return True

    def deal(self, form: str, unless_dealt: bool = False) -> None:
        """Keep the order of the test forms."""
        with self._writing("The order of the tests could not be written"):
            if not (unless_dealt and self._all().form):
                self._write(HandIn(form=form))

    def load(self, given: HandIn) -> None:
        """Merge a file that the reader brought; its readers are this work's from now on, its code is never kept."""
        with self._writing("What was loaded could not be written"):
            self._write(given.model_copy(update={"code": "", "edition": EDITION, "rules": RULES}))

    def clear(self) -> None:
        """Begin anew, as another reader; what was there stays in a file of its own."""
        with self._writing("Nothing was cleared, since a copy could not be written"):
            before = self._all()
            if not before.empty:
                write_atomically(self.path.with_name(f"{self.path.stem}-until-{_moment()}.json"), before.as_text())
            self._kept = self._unkept = HandIn()
            self._write(HandIn())

    def _all(self) -> HandIn:
        return self._unkept.merged(self._kept)

    def _now(self) -> datetime:
        """The time, or the moment after the newest that is kept where the clock says something earlier."""
        newest, now = self._all().newest(), datetime.now(UTC)
        return max(now, newest + _TICK) if newest is not None and newest < now + _FAR else now

    @contextmanager
    def _writing(self, failed: str) -> Iterator[None]:
        """The file, read and locked; whatever stands in the way of writing is told in ``notice``."""
        self.notice = ""
        lock = FileLock(self.path.with_name(f".{self.path.name}.lock"), timeout=PATIENCE)
        # Where nothing can be locked, or somebody never lets go, it is written all the same: whole, or not at all.
        with suppress(OSError, NotImplementedError):
            lock.acquire()
        try:
            self.look()
            yield
        except OSError as error:
            self.notice = (
                f"{failed} to {self.path.name} ({error.strerror}). "
                "Download your work now, before you close this notebook."
            )
            self._seen = None  # so that what the file holds is read again
        finally:
            lock.release()

    def _write(self, added: HandIn) -> None:
        self._unkept = added.merged(self._unkept)
        whole = self._all()
        if not whole.readers:
            whole = whole.model_copy(update={"readers": [secrets.token_hex(16)]})
        write_atomically(self.path, whole.as_text())
        self._kept, self._unkept, self._seen = whole, HandIn(), self._stamp()

    def _take(self, found: HandIn) -> None:
        """What the file says is so; where it is another reader's, nothing of the one before is left."""
        if found.readers and self._kept.readers and not {*found.readers} & {*self._kept.readers}:
            self._unkept = HandIn()
        self._kept = found

    def _put_aside(self) -> None:
        aside = self.path.with_name(f"{self.path.stem}.damaged-{_moment()}.json")
        try:
            self.path.rename(aside)
        except OSError as error:
            self.notice = f"The file {self.path.name} could not be read, nor put aside ({error.strerror})."
            return
        self.notice = (
            f"The file {self.path.name} could not be read. It is kept as {aside.name}, and a new one is begun."
        )

    def _stamp(self) -> tuple[int, ...] | None:
        try:
            found = self.path.stat()
        except OSError:
            return None
        return found.st_mtime_ns, found.st_size, found.st_ino


def _moment() -> str:
    return f"{datetime.now(UTC):%Y%m%d-%H%M%S-%f}"
