"""The work file where nothing can be written: nothing is lost, and the notice says what was not kept, and why."""

import resource
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.work.attempts import attempt, ids, kept, no_space, visible
from whosaysso.authored import writing
from whosaysso.work.hand_in import HandIn
from whosaysso.work.work_file import WorkFile


@contextmanager
def full(size: int) -> Iterator[None]:
    """A disk that takes no file of more than so many bytes."""
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, ignored)


def test_full_disk_leaves_the_old_file(path):
    """When the disk takes no more, the old file is whole, the notice says so, and the answer is kept later."""
    file = WorkFile(path)
    file.add(attempt(1))
    before = path.read_bytes()
    with full(len(before)):
        file.add(attempt(2))
    assert path.read_bytes() == before and visible(path.parent) == [path]
    assert "could not be written" in file.notice and len(file.work.attempts) == 2
    file.add(attempt(3))
    assert kept(path) == ids(1, 2, 3) and not file.notice


@pytest.mark.parametrize(
    ("done", "said"),
    [
        (lambda file: file.add(attempt(2)), "Your answer could not be written"),
        (lambda file: file.draft("footbridge", {"choice": "a"}, "0" * 12), "Your answer could not be written"),
        (lambda file: file.finish("sourcing"), "That the set is finished could not be written"),
        (lambda file: file.deal("ABC"), "The order of the tests could not be written"),
        (lambda file: file.load(HandIn(attempts=[attempt(2)])), "What was loaded could not be written"),
        (lambda file: file.clear(), "Nothing was cleared, since a copy could not be written"),
    ],
    ids=["answer", "draft", "finish", "order", "load", "clear"],
)
def test_what_is_not_kept_is_named(path, done, said):
    """Whatever a full disk does not take is told by its own name, with the file and what to do now."""
    file = WorkFile(path)
    file.add(attempt(1))
    with full(10):
        done(file)
    assert file.notice.startswith(f"{said} to my-work.json (") and "Download your work now" in file.notice
    assert kept(path) == ids(1)


def test_folder_that_takes_nothing(path):
    """In a folder that cannot be written, answers are shown and the notice says that they are not kept."""
    code = """
import os, sys
from pathlib import Path
from tests.work.attempts import attempt
from whosaysso.work.work_file import WorkFile
os.chdir(sys.argv[1])
if os.geteuid() == 0: os.setuid(65534)
file = WorkFile(Path("my-work.json"))
file.add(attempt(1))
print(len(file.work.attempts), file.notice)
"""
    path.parent.chmod(0o555)
    for folder in path.parents[:3]:
        folder.chmod(folder.stat().st_mode | 0o055) if folder.owner() == path.parent.owner() else None
    done = subprocess.run([sys.executable, "-c", code, path.parent], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("1 Your answer could not be written to my-work.json (Permission denied)")


def test_nothing_is_cleared_without_a_copy(path, monkeypatch):
    """Where the copy of the reader before cannot be written, nothing is cleared."""
    file = WorkFile(path)
    file.add(attempt(1))
    monkeypatch.setattr(writing.os, "fsync", no_space)
    file.clear()
    assert "Nothing was cleared" in file.notice and len(file.work.attempts) == 1 and kept(path) == ids(1)


def test_damaged_file_that_cannot_be_put_aside(path, monkeypatch):
    """Where a damaged file cannot be renamed, the notice says so, and why."""
    path.write_text("{broken", encoding="utf-8")

    def refuse(*_):
        raise OSError(13, "Permission denied")

    monkeypatch.setattr(Path, "rename", refuse)
    assert WorkFile(path).notice == "The file my-work.json could not be read, nor put aside (Permission denied)."
