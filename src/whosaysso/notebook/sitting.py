"""One sitting at a notebook: the widgets that it shows, around one work file."""

from functools import cache
from pathlib import Path
from typing import Protocol

from whosaysso.work.work_file import WorkFile

WORK_FILE = "my-work.json"


class Shown(Protocol):
    """A widget that shows something of the work file."""

    def tell(self) -> None:
        """Show what the file has now."""


class Sitting:
    """The widgets that one notebook shows, around one work file."""

    def __init__(self, file: WorkFile):
        self.file = file
        self.exercises: list[Shown] = []
        self.others: list[Shown] = []

    def tell(self) -> None:
        """Let everything that counts answers count anew."""
        for widget in self.others:
            widget.tell()

    def refresh(self) -> None:
        """Show the file as it is now, everywhere."""
        self.tell()
        for widget in self.exercises:
            widget.tell()


@cache
def sitting_at(path: Path) -> Sitting:
    """The sitting around this work file."""
    return Sitting(WorkFile(path))


def sitting() -> Sitting:
    """The sitting of the notebook that asks: its work file lies beside it."""
    return sitting_at(Path.cwd() / WORK_FILE)
