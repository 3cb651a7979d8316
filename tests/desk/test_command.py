"""``grade``, as a teacher gives it: files in, tables out, whole or not at all."""

import csv
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.desk.hand_ins import BEST, graded, hand_in
from whosaysso.desk.grades import grades
from whosaysso.desk.spreadsheet import Form
from whosaysso.desk.tables import Tables, write_tables


def grade(folder, *arguments, **how) -> subprocess.CompletedProcess:
    """The command, in this folder."""
    command = [sys.executable, "-m", "whosaysso", "grade", *map(str, arguments)]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False, **how)


def table(path, **how) -> list[dict[str, str]]:
    """A table as rows."""
    return list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines(), **how))


@pytest.fixture
def handed(tmp_path):
    """A folder with the hand-ins of two students."""
    hand_in(tmp_path / "in/ann.json", *BEST, code="K1", form="BCA")
    hand_in(tmp_path / "in/ben.json", *BEST[:2], code="K2")
    return tmp_path


def test_tables_are_written(handed):
    """A row for each student, with whole percents, and one for the class; the items beside it."""
    done = grade(handed, "in")
    assert done.returncode == 0, done.stdout + done.stderr
    ann, ben, everybody = table(handed / "grades.csv")
    assert (ann["student"], ann["percent"], ann["before %"], ann["form"]) == ("K1", "100", "100", "BCA")
    assert (ben["answered"], ben["before %"], everybody["student"]) == ("2", "", "Class (2)")
    assert everybody["answered"] == str(int((len(BEST) + 2) / 2 + 0.5)) and everybody["Framing %"] == "100"
    assert len(table(handed / "items.csv")) == len(BEST) + 2
    for name in ("grades.csv", "items.csv", "texts.csv"):
        assert (handed / name).read_bytes().startswith(b"\xef\xbb\xbf")
    umask = os.umask(0)
    os.umask(umask)
    assert (handed / "grades.csv").stat().st_mode & 0o777 == 0o666 & ~umask


def test_exit_code_says_that_something_was_not_graded(handed):
    """A file that cannot be graded is named, the table is written, and the exit code is 1; an empty folder gives 1."""
    (handed / "in/مریم.json").write_text("{", encoding="utf-8")
    done = grade(handed, "in", env={**os.environ, "PYTHONIOENCODING": "cp1252"})
    assert done.returncode == 1 and "not graded" in done.stdout and len(table(handed / "grades.csv")) == 3
    (handed / "none").mkdir()
    done = grade(handed, "none", "-o", "none.csv")
    assert done.returncode == 1 and "no hand-in was found" in done.stdout


def test_decimals_and_separators(handed):
    """Whoever's spreadsheet wants semicolons and decimal commas gets them; both commas are refused."""
    hand_in(handed / "in/cem.json", ("footbridge", {"choice": "certain"}, 0.5), code="a;=1+1")
    assert grade(handed, "in", "--separator", ";", "--decimal", ",").returncode == 0
    cem = next(row for row in table(handed / "items.csv", delimiter=";") if row["student"].startswith("a"))
    assert cem["score"] == "0,5" and cem["student"] == "a;'=1+1"
    assert "--separator" in grade(handed, "in", "--decimal", ",").stderr


@pytest.mark.parametrize("over", ["in/ann.json", "codes.csv", "mine.csv"])
def test_nothing_is_written_over(handed, over):
    """Neither a hand-in, nor the list of codes, nor a file that grade did not write is overwritten."""
    for name in ("codes.csv", "mine.csv"):
        (handed / name).write_text("code,name\nK1,Ann\n", encoding="utf-8")
    before = (handed / over).read_bytes()
    done = grade(handed, "in", "--roster", "codes.csv", "-o", over)
    assert done.returncode == 1 and "would be overwritten" in done.stdout
    assert (handed / over).read_bytes() == before and sorted(p.name for p in handed.iterdir()) == [
        "codes.csv",
        "in",
        "mine.csv",
    ]


def test_a_table_that_cannot_be_written_is_told(handed):
    """No folder, or a table that is open in a spreadsheet on Windows: one sentence, and nothing half-written."""
    assert "there is no such folder" in grade(handed, "in", "-o", "none/grades.csv").stdout
    locked = (
        "import os, sys\n"
        "def replace(a, b): raise PermissionError(13, 'Permission denied', a, None, b)\n"
        "os.replace = replace\n"
        "sys.argv = ['whosaysso', 'grade', 'in']\n"
        "from whosaysso.__main__ import run\nrun()"
    )
    done = subprocess.run([sys.executable, "-c", locked], cwd=handed, capture_output=True, text=True, check=False)
    assert done.returncode == 1 and "Is it open in a spreadsheet?" in done.stderr
    assert [p.name for p in handed.iterdir()] == ["in"]


def test_own_tables_in_the_folder_are_no_hand_ins(handed):
    """Tables that lie among the hand-ins are not read as such when the command is given again."""
    for _ in range(2):
        done = grade(handed, "in", "-o", "in/grades.csv")
        assert done.returncode == 0 and "not graded" not in done.stdout


def killed_at(moment: int, found, said: int) -> None:
    """Write the tables in a process of its own, which is killed at this step; it says at which a file got its name."""
    step = 0

    def count(frame, event, function) -> None:
        nonlocal step
        step += event == "call"
        if step == moment and event == "call":
            os.kill(os.getpid(), signal.SIGKILL)
        if event == "c_call" and function.__name__ == "link":
            os.write(said, b"%d " % step)

    if not (child := os.fork()):
        sys.setprofile(count)
        write_tables(found, grades(found), Tables(Path("grades.csv")), Form())
        os._exit(0)
    os.waitpid(child, 0)


@pytest.mark.skipif(not hasattr(os, "O_TMPFILE"), reason="only Linux has files without names")
@pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")
def test_a_kill_leaves_the_old_table_or_the_new(handed, monkeypatch):
    """Killed at fifty moments, half of them while the tables get their places, each table is the old or the new one."""
    monkeypatch.chdir(handed)
    table = Path("grades.csv")
    found = graded(Path("in"))
    write_tables(found, grades(found), Tables(table), Form())
    old, names = table.read_bytes(), sorted(path.name for path in Path().iterdir())
    hand_in(Path("in/cem.json"), *BEST[:9], code="K3")
    found = graded(Path("in"))
    ends, said = os.pipe()
    killed_at(0, found, said)
    new = table.read_bytes()
    first, *_, last = map(int, os.read(ends, 999).split())
    moments = {*range(1, first, first // 25), *range(first - 8, last + 20, (last + 28 - first) // 25)}
    assert old != new and len(moments) >= 50
    for moment in moments:
        table.write_bytes(old)
        killed_at(moment, found, said)
        assert table.read_bytes() in (old, new) and sorted(path.name for path in Path().iterdir()) == names, moment
