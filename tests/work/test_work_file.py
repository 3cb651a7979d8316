"""The work file: nothing is lost, whatever else writes to it, and whatever stands in the way."""

import json
import os
import subprocess
import sys

from filelock import FileLock

from tests.work.attempts import as_sent, attempt, ids, kept, no_space, visible
from whosaysso.authored import writing
from whosaysso.work import work_file
from whosaysso.work.hand_in import HandIn
from whosaysso.work.reading import parse_hand_in, read_hand_in
from whosaysso.work.work_file import WorkFile


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
from tests.work.attempts import as_sent, attempt, ids, kept, no_space, visible
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


def test_handing_on_reaches_another_notebook(path, monkeypatch):
    """When one notebook hands the computer on, another brings nothing of the old reader back."""
    one, two = WorkFile(path), WorkFile(path)
    one.add(attempt(1))
    with monkeypatch.context() as patched:
        patched.setattr(writing.os, "fsync", no_space)
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


def test_first_form_of_the_file_is_read_and_written_anew(path):
    """A file of hand-in/1 beside the notebook is read, and the next answer makes it one of hand-in/2."""
    first = {"schema": "whosaysso.hand-in/1", "book": "who-says-so", "edition": "1"}
    sent = as_sent(1, without="rules")
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


def test_look_tells_whether_the_file_has_changed(path):
    """Looking again tells whether another has written, once, and nothing of a file that is not there or only gone."""
    one, two = WorkFile(path), WorkFile(path)
    assert (one.look(), one.seen) == (False, None)
    two.add(attempt(1))
    assert (one.look(), one.look(), one.seen) == (True, False, two.seen)
    path.unlink()
    assert (one.look(), one.notice, len(one.work.attempts)) == (False, "", 1)
