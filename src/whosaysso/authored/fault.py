"""A fault in what an author wrote: where it is, what is wrong, what to write instead."""

from dataclasses import dataclass
from pathlib import Path

Place = tuple[str | int, ...]
"""Where in a file something stands: the keys and positions that lead there."""


@dataclass(frozen=True, order=True)
class Fault:
    """One thing to mend. ``line`` counts from 1; 0 means the file as a whole."""

    file: str
    line: int
    wrong: str
    remedy: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.wrong}\n    {self.remedy}"


class Faulty(ValueError):  # noqa: N818 - it is raised for what an author mends, and read so
    """Raised with every fault that was found, not only the first."""

    def __init__(self, faults: list[Fault]):
        self.faults = sorted(faults)
        super().__init__("\n".join(map(str, self.faults)))


def shown(path: Path) -> str:
    """The path as an author would say it: from the folder they stand in, where it lies below it."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return str(path)
