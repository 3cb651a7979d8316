"""``compare``: a folder of readings in, tables and a page out."""

import csv
import subprocess
import sys
from datetime import timedelta

import pytest

from tests.reader.test_comparing import TEXT, mark
from whosaysso.authored.writing import write_atomically
from whosaysso.desk.readings import gather, questions
from whosaysso.reader.comparing import compare
from whosaysso.reader.file import write_reading
from whosaysso.reader.marking import begin


@pytest.fixture
def folder(tmp_path):
    """Four readings of one text, one of them saved twice, one of another text, and a file that is none."""
    (tmp_path / "class").mkdir()
    for n in range(4):
        reading = mark(begin(TEXT, title="=cmd"), "The ministry")
        write_reading(tmp_path / f"class/{n}.json", reading)
        write_reading(tmp_path / f"class/{n}.json", mark(reading, "Nobody saw it") if n < 2 else reading)
    again = gather(tmp_path / "class").readings["3.json"]
    older = again.model_copy(update={"annotations": [], "saved": again.saved - timedelta(days=1)})
    write_atomically(tmp_path / "class/9.json", older.as_text())
    write_reading(tmp_path / "class/other.json", begin("Another."))
    (tmp_path / "class/none.json").write_text("<script>", encoding="utf-8")
    return tmp_path


def command(folder, *arguments):
    return subprocess.run(
        [sys.executable, "-m", "whosaysso", "compare", *arguments],
        cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


def test_class_is_compared(folder):
    """A class’s readings give a figure a label, the passages that split it, and a page; other files are told."""
    done = command(folder, "class", "-o", "out")
    assert done.returncode == 0, done.stdout + done.stderr
    for said in ("4 readings of one text", "none.json", "other.json", "2 of 4 marked “Nobody saw it,” (P2.1)"):
        assert said in done.stdout, done.stdout
    (row,) = csv.DictReader((folder / "out/agreement.csv").read_text(encoding="utf-8-sig").splitlines())
    assert (row["label"], row["readers"], row["measure"]) == ("Who speaks", "4", "Krippendorff’s alpha")
    passages = list(csv.DictReader((folder / "out/passages.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert [(row["place"], row["marked_by"]) for row in passages] == [("P1.1", "4"), ("P2.1", "2")]
    page = (folder / "out/readings.html").read_text(encoding="utf-8")
    assert "<script" not in page and "Nobody saw it," in page


def test_guideline_that_moved_is_shown(folder):
    """With the readings of an earlier round, the figure of that round stands beside the new one."""
    (folder / "first").mkdir()
    for n, words in enumerate(("The ministry", "The ministry", "27")):
        write_reading(folder / f"first/{n}.json", mark(begin(TEXT), words))
    done = command(folder, "class", "--before", "first", "-o", "out")
    assert done.returncode == 0 and "; before 0." in done.stdout, done.stdout + done.stderr


def test_one_reading_is_too_few(folder):
    """One reading cannot be compared, which is said."""
    (folder / "one").mkdir()
    write_reading(folder / "one/a.json", begin(TEXT))
    done = command(folder, "one")
    assert done.returncode == 1 and "two readings" in done.stderr


def test_later_file_of_a_reader_counts(folder):
    """Of two files of one reader, the one that was saved last is compared."""
    found = gather(folder / "class")
    assert sorted(found.readings) == ["0.json", "1.json", "2.json", "3.json"]
    assert [refused.path for refused in found.refused if "saved another" in refused.reason] == ["9.json"]


def test_question_says_who_and_where(folder):
    """A passage that splits a class is a question with its figures, its words and its place."""
    found = gather(folder / "class")
    (asked,) = questions(found, compare([*found.readings.values()]))
    assert str(asked).startswith("2 of 4 marked “Nobody saw it,” (P2.1) as Who speaks.")
