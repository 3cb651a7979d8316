"""The work file: nothing is lost, whatever else writes to it, and whatever stands in the way."""

import json
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from filelock import FileLock

from tests.work.attempts import attempt
from whosaysso.authored import writing
from whosaysso.work import work_file
from whosaysso.work.hand_in import HandIn
from whosaysso.work.reading import parse_hand_in, read_hand_in
from whosaysso.work.work_file import WorkFile


@pytest.fixture
def path(tmp_path) -> Path:
    return tmp_path / "my-work.json"


def kept(path: Path) -> list[str]:
    """The ids of the attempts in the file, in order."""
    return [a.id for a in read_hand_in(path).attempts]


def ids(*numbers: int) -> list[str]:
    return [attempt(n).id for n in numbers]


def visible(folder: Path) -> list[Path]:
    return [p for p in folder.iterdir() if not p.name.startswith(".")]


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


def test_damaged_file_is_kept_aside(path):
    """A file that cannot be read is kept under another name, and work goes on in a new one."""
    path.write_text("{broken", encoding="utf-8")
    file = WorkFile(path)
    assert "could not be read" in file.notice
    file.add(attempt(1))
    assert [p.read_text(encoding="utf-8") for p in visible(path.parent) if p != path] == ["{broken"]
    assert kept(path) == ids(1)


def test_file_damaged_on_the_way_loses_nothing(path):
    """When the file is damaged while a notebook is open, what the notebook has read is written again."""
    file = WorkFile(path)
    file.add(attempt(1))
    path.write_text("{broken", encoding="utf-8")
    file.add(attempt(2))
    assert kept(path) == ids(1, 2)


def test_what_is_shown_is_what_the_file_holds(path):
    """Whatever another notebook wrote is in the work at once, before this one has written anything."""
    one, two = WorkFile(path), WorkFile(path)
    one.add(attempt(1))
    assert [a.id for a in two.work.attempts] == ids(1)
    two.add(attempt(2))
    one.draft("one", {"choice": "b"}, "0" * 12)
    assert [a.id for a in one.work.attempts] == ids(1, 2) and two.work.response("one") == {"choice": "b"}
    assert one.work.readers == two.work.readers and len(one.work.readers) == 1


def test_two_kernels_in_one_instant(path):
    """Two processes that write at the same time lose nothing of each other."""
    code = """
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tests.work.attempts import attempt
from whosaysso.work.work_file import WorkFile
file = WorkFile(Path(sys.argv[1]))
for n in range(int(sys.argv[2]), int(sys.argv[2]) + 15): file.add(attempt(n))
assert not file.notice, file.notice
"""
    running = [subprocess.Popen([sys.executable, "-c", code, path, str(start)]) for start in (1, 21)]
    assert [process.wait() for process in running] == [0, 0]
    assert sorted(kept(path)) == ids(*range(1, 16), *range(21, 36))


def test_lock_that_nobody_lets_go(path, monkeypatch):
    """When another program never lets go of the file, the answer is written all the same."""
    monkeypatch.setattr(work_file, "PATIENCE", 0.05)
    file = WorkFile(path)
    with FileLock(path.with_name(".my-work.json.lock")):
        file.add(attempt(1))
    assert kept(path) == ids(1) and not file.notice


def test_clearing_keeps_the_old_file(path):
    """Handing the computer on begins an empty file of another reader, and what was there stays under another name."""
    file = WorkFile(path)
    file.add(attempt(1))
    before = file.work.readers
    file.clear()
    assert file.work.empty and read_hand_in(path).empty
    assert before and not {*before} & {*file.work.readers}
    (aside,) = [p for p in visible(path.parent) if p != path]
    assert kept(aside) == ids(1)


def test_nothing_is_cleared_without_a_copy(path, monkeypatch):
    """Where the copy of the reader before cannot be written, nothing is cleared."""
    file = WorkFile(path)
    file.add(attempt(1))
    monkeypatch.setattr(writing.os, "fsync", _full)
    file.clear()
    assert "Nothing was cleared" in file.notice and len(file.work.attempts) == 1 and kept(path) == ids(1)


def _full(*_):
    raise OSError(28, "No space left on device")


def test_handing_on_reaches_another_notebook(path, monkeypatch):
    """When one notebook hands the computer on, another brings nothing of the old reader back."""
    one, two = WorkFile(path), WorkFile(path)
    one.add(attempt(1))
    with monkeypatch.context() as patched:
        patched.setattr(writing.os, "fsync", _full)
        two.add(attempt(2))
    one.clear()
    assert two.work.empty
    two.add(attempt(3))
    assert kept(path) == ids(3)


def test_deleted_file_is_written_again(path):
    """When the file is only deleted, what the notebook still holds is written again."""
    file = WorkFile(path)
    file.add(attempt(1))
    path.unlink()
    file.add(attempt(2))
    assert kept(path) == ids(1, 2)


def test_clock_that_was_set_back(path):
    """An answer given after another stands after it, though the clock says something earlier."""
    file = WorkFile(path)
    for number in (30, 10, 20):
        file.add(attempt(number))
    assert kept(path) == ids(30, 10, 20) and file.work.first("one").id == attempt(30).id
    file.draft("one", {"choice": "newest"}, "0" * 12)
    assert file.work.response("one") == {"choice": "newest"}


def test_clock_of_another_age(path):
    """An answer from a year that nobody has seen yet moves no other: the next is dated as the clock says."""
    file = WorkFile(path)
    file.add(attempt(1, at="9999-12-31T23:59:59.999999Z"))
    file.add(attempt(2))
    assert [a.at.year for a in file.work.attempts][1] == 9999 and file.work.attempts[0].id == attempt(2).id


def test_first_form_of_the_file_is_read_and_written_anew(path):
    """A file of hand-in/1 beside the notebook is read, and the next answer makes it one of hand-in/2."""
    first = {"schema": "whosaysso.hand-in/1", "book": "who-says-so", "edition": "1"}
    sent = attempt(1).model_dump(mode="json", exclude={"rules"})
    path.write_text(json.dumps({**first, "attempts": [sent]}), encoding="utf-8")
    file = WorkFile(path)
    file.add(attempt(2))
    work = parse_hand_in(path.read_bytes())
    assert [a.id for a in work.attempts] == ids(1, 2) and work.schema_.endswith("/2") and len(work.readers) == 1


def test_dealing_twice_gives_one_order(path):
    """Two notebooks that deal at the same time agree on the order dealt first; a teacher's takes its place."""
    one, two = WorkFile(path), WorkFile(path)
    one.deal("ABC", unless_dealt=True)
    two.deal("CBA", unless_dealt=True)
    assert one.work.form == two.work.form == "ABC"
    two.deal("BCA")
    assert one.work.form == "BCA"


def test_loaded_file_is_merged(path):
    """A loaded file's attempts and readers are this work's from then on; its code, edition and rules are not."""
    file = WorkFile(path)
    file.add(attempt(2))
    ours = file.work
    file.load(HandIn(readers=["c" * 32], attempts=[attempt(1)], code="K7", edition="0", rules=1))
    loaded = read_hand_in(path)
    assert kept(path) == ids(1, 2) and "c" * 32 in loaded.readers and loaded.code == ""
    assert (loaded.edition, loaded.rules) == (ours.edition, ours.rules) != ("0", 1)
    file.draft("footbridge", {"choice": "a"}, "0" * 12)
    assert file.work.drafts["footbridge"].version == "0" * 12


def test_ordinary_permissions(path):
    """The file can be read by whom any new file of this user can be read."""
    WorkFile(path).add(attempt(1))
    umask = os.umask(0)
    os.umask(umask)
    assert path.stat().st_mode & 0o777 == 0o666 & ~umask


def test_link_stays_a_link(path):
    """A work file that a link leads to is written where it lies."""
    (path.parent / "cloud").mkdir()
    path.symlink_to(path.parent / "cloud/work.json")
    WorkFile(path).add(attempt(1))
    assert path.is_symlink() and kept(path.parent / "cloud/work.json") == ids(1)
