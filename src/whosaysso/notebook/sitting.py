"""One sitting at a notebook: the widgets that it shows, around one work file."""

import asyncio
from functools import cache
from pathlib import Path
from threading import RLock
from typing import Protocol

from whosaysso.work.passing import PassingWork, visited
from whosaysso.work.work_file import WORK_FILE, WorkFile

EVERY = 1.0
"""Seconds between two looks at whether another notebook has written to the file."""


class Shown(Protocol):
    """A widget that shows something of the work file."""

    def tell(self) -> None:
        """Show what the file has now."""


class Sitting:
    """The widgets that one notebook shows, around one work file; whoever uses them does so ``alone``."""

    def __init__(self, file: WorkFile):
        self.file = file
        self.alone = RLock()
        self._exercises: list[Shown] = []
        self._others: list[Shown] = []
        self._shown = file.seen
        self._watch()

    def show(self, widget: Shown, counts: bool = False) -> None:
        """Let a widget show the file, now and whenever it changes; one that ``counts``, after every answer too."""
        with self.alone:
            (self._others if counts else self._exercises).append(widget)
            widget.tell()

    def tell(self) -> None:
        """Let everything that counts answers count anew, after an answer of this notebook."""
        self._shown = self.file.seen
        for widget in self._others:
            widget.tell()

    def refresh(self) -> None:
        """Show the file as it is now, everywhere."""
        self.tell()
        for widget in self._exercises:
            widget.tell()

    def follow(self) -> None:
        """Show the file anew where another notebook has written to it."""
        with self.alone:
            self.file.look()
            if self.file.seen != self._shown:
                self.refresh()

    def _watch(self) -> None:
        """Follow the file, as long as there is a kernel that runs."""
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            return  # no kernel, and so nobody who looks

        def again() -> None:
            self.follow()
            loop.call_later(EVERY, again)

        loop.call_later(EVERY, again)


@cache
def sitting_at(path: Path) -> Sitting:
    """The sitting around this work file, or around none where nothing may be kept."""
    return Sitting(PassingWork() if visited() else WorkFile(path))


def sitting() -> Sitting:
    """The sitting of the notebook that asks: its work file lies beside it."""
    there = sitting_at(Path.cwd() / WORK_FILE)
    there.follow()
    return there
