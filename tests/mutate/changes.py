"""The changes of our own list, and whether the tests that should notice one do."""

import io
import json
import shlex
import subprocess
import sys
from contextlib import redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

LIST = Path(__file__).with_name("changes.yml")
HOW = ("-x", "-q", "-n", "0", "-p", "no:cacheprovider")
_FAILED = 1
"""What pytest says when a test failed; anything else but 0 says that the tests themselves could not run."""


@dataclass(frozen=True)
class Change:
    """One place that is written otherwise, and the tests that should notice it."""

    file: str
    old: str
    new: str
    tests: tuple[str, ...]

    def __str__(self) -> str:
        """Where it is, and what becomes of what."""
        return f"{self.file}: {' '.join(self.old.split())} → {' '.join(self.new.split()) or 'nothing'}"


def read_changes(path: Path = LIST) -> list[Change]:
    """Every change of the list.

    The list has a part a group of tests: ``tests``, what pytest is given, and ``changes``, a list of file, old, new.
    """
    return [
        Change(file, old, new, tuple(shlex.split(part["tests"])))
        for part in yaml.safe_load(path.read_text(encoding="utf-8"))
        for file, old, new in part["changes"]
    ]


def changed(change: Change, text: str) -> str:
    """The text with the change in it.

    Raises
    ------
    ValueError
        When the old text stands there never, or more than once: the code has moved on, and the list has to follow.
    """
    if text.count(change.old) != 1:
        raise ValueError(f"{change.file}: “{change.old}” stands there {text.count(change.old)} times, not once")
    return text.replace(change.old, change.new)


def noticed(change: Change) -> bool:
    """Whether one of the change's tests fails once it is made, in the current folder; it is undone afterwards."""
    path = Path(change.file)
    before = path.read_text(encoding="utf-8")
    path.write_text(changed(change, before), encoding="utf-8")
    try:
        code = (_anew if path.suffix == ".py" else _here)(change.tests)
    finally:
        path.write_text(before, encoding="utf-8")
    if code not in (0, _FAILED):
        raise RuntimeError(f"these tests cannot be run: {' '.join(change.tests)}")
    return code == _FAILED


def _anew(tests: tuple[str, ...]) -> int:
    """Run tests in a process of their own, which imports the modules as they are now."""
    return subprocess.run(
        [sys.executable, "-m", "pytest", *HOW, *tests], stdout=subprocess.DEVNULL, check=False
    ).returncode


def _here(tests: tuple[str, ...]) -> int:
    """Run tests in this process: what Python has not imported is read anew, and the start is saved."""
    with redirect_stdout(io.StringIO()):
        return int(pytest.main([*HOW, *tests]))


def main(names: list[str]) -> None:
    """Make each change whose file has one of these names in it, or every one; a line of JSON tells of each."""
    chosen = [change for change in read_changes() if not names or any(name in change.file for name in names)]
    unchanged = [tests for tests in dict.fromkeys(change.tests for change in chosen) if _here(tests)]
    if unchanged:
        sys.exit(f"these tests fail with no change at all: {unchanged}")
    for change in chosen:
        print(json.dumps([str(change), noticed(change)]), flush=True)  # noqa: T201 - read by the command


if __name__ == "__main__":
    main(sys.argv[1:])
