"""A class: no file stops another, nobody's files are guessed together, and copies are told."""

import json
import os

import pytest

from tests.desk.hand_ins import BEST, graded, hand_in, only, rows, work
from tests.desk.test_files import packed
from whosaysso.desk import many
from whosaysso.desk.grading import How

FIRST, SECOND = BEST[:1], BEST[1:2]


def test_bad_files_stop_nothing(tmp_path):
    """Each kind of file that is no hand-in is named once with its reason, and the rest is graded."""
    sound = hand_in(tmp_path / "in/class-a/ann.json", *BEST)
    text = json.dumps(sound)
    odd = {
        "long.json": text.replace('"claimed": 1', f'"claimed": {"1" * 5_000}'),
        "twice.json": text.replace('"code"', '"code": "K1", "code"'),
        "cut.json": text[:-9],
        "empty.json": "",
        "list.json": "[]",
        "key.json": text.replace('"code"', f'"{"k" * 1_000_000}": 1, "code"'),
        "deep.json": "[" * 100_000,
        "nan.json": text.replace('"claimed": 1', '"claimed": NaN'),
        "notes.txt": "My notes.",
        "nothing.json": json.dumps(work()),
        "large.json": " " * 5_000_001,
    }
    for name, content in odd.items():
        (tmp_path / "in" / name).write_text(content, encoding="utf-8")
    (tmp_path / "in/picture.PNG").write_bytes(b"\x89PNG\r\n")
    os.mkfifo(tmp_path / "in/pipe.json")
    (tmp_path / "in/zip.zip").write_bytes(b"no zip")
    found = graded(tmp_path / "in")
    assert [each.paths for each in found.rows.values()] == [["class-a/ann.json"]]
    assert sorted(r.path for r in found.refused) == sorted([*odd, "picture.PNG", "pipe.json", "zip.zip"])
    assert all(0 < len(r.reason) < 1_000 for r in found.refused) and not found.complete


def test_files_of_odd_names_and_encodings_are_graded(tmp_path):
    """Capital endings, .txt behind, a byte order mark, UTF-16 and a name that is no UTF-8 are hand-ins like others."""
    for number, name in enumerate(("A.JSON", "b.json.txt", "c", os.fsdecode(b"M\xfcller.json"))):
        hand_in(tmp_path / name, *FIRST, code=f"K{number}")
    text = json.dumps(work(*FIRST, code="مریم"), ensure_ascii=False)
    (tmp_path / "bom.json").write_text(text, encoding="utf-8-sig")
    (tmp_path / "utf16.json").write_text(text.replace("مریم", "K9"), encoding="utf-16")
    (tmp_path / "d.zip").write_bytes(packed({"x.json": json.dumps(work(*FIRST, code="K8")).encode()}))
    found = graded(tmp_path)
    assert found.complete and {each.row.total.points for each in found.rows.values()} == {1}
    assert {each.person.code for each in found.rows.values()} == {"K0", "K1", "K2", "K3", "K8", "K9", "مریم"}


def test_files_of_one_reader_are_put_together(tmp_path):
    """Two files of one reader are one row in which no answer counts twice, and the row says so."""
    hand_in(tmp_path / "lesson-1.json", *FIRST)
    hand_in(tmp_path / "lesson-2.json", *FIRST, *SECOND)
    row = only(tmp_path)
    assert row.row.answered == 2 and row.paths == ["lesson-1.json", "lesson-2.json"]
    assert "2 files, put together" in row.row.notes[-1]


def test_one_code_of_two_readers_is_not_guessed(tmp_path):
    """Two readers' files with one code stay two rows, both say so, and neither is taken for certain."""
    hand_in(tmp_path / "ann.json", *FIRST, seed=1)
    hand_in(tmp_path / "ben.json", *SECOND, seed=2)
    both = rows(tmp_path)
    assert [each.row.answered for each in both] == [1, 1] and not any(each.alone for each in both)
    assert ["ben.json" in both[0].row.notes[-1], "ann.json" in both[1].row.notes[-1]] == [True, True]


def test_two_devices_of_one_student_are_one_row(tmp_path):
    """What the LMS says one student handed in is one row, though it was begun in two places."""
    hand_in(tmp_path / "Ann_7_assignsubmission_file/phone.json", *FIRST, seed=1)
    hand_in(tmp_path / "Ann_7_assignsubmission_file/school.json", *SECOND, seed=2, code="K8")
    row = only(tmp_path)
    assert (row.person.shown, row.row.answered, row.alone) == ("Ann", 2, True)


def test_copied_answers_are_told_in_both_rows(tmp_path):
    """Whoever hands in another's answers under a code of their own is told of, and so is the other."""
    hand_in(tmp_path / "ann.json", *BEST[:3], code="K1")
    copied = work(*BEST[:3], code="K1")
    (tmp_path / "ben.json").write_text(json.dumps({**copied, "code": "K2"}), encoding="utf-8")
    hand_in(tmp_path / "cem.json", *BEST[:3], code="K3")
    hand_in(tmp_path / "dora.json", *FIRST, code="K4", readers=copied["readers"])
    notes = {each.person.code: each.row.notes for each in rows(tmp_path)}
    assert notes["K1"] == ["3 of these answers are in another’s file too: ben.json"]
    assert notes["K2"] == ["3 of these answers are in another’s file too: ann.json"]
    assert notes["K3"] == [] and notes["K4"] == ["begun in the same place as another’s file: ann.json"]


def test_no_more_than_three_others_are_named(tmp_path):
    """Of five copies each row names three of the others and says how many more there are; of four it names all."""
    made = work(*BEST[:2], code="K0")
    for number in range(6):
        other = {**made, "code": f"K{number}"} if number < 5 else work(*FIRST, code="K5", readers=made["readers"])
        (tmp_path / f"{number}.json").write_text(json.dumps(other), encoding="utf-8")
    first, *others = rows(tmp_path)
    assert first.row.notes == ["2 of these answers are in another’s file too: 1.json, 2.json, 3.json and 1 more"]
    assert [each.row.notes for each in others] == [
        *[["2 of these answers are in another’s file too: 0.json"]] * 4,
        ["begun in the same place as another’s file: 0.json"],
    ]
    (tmp_path / "4.json").unlink()
    assert rows(tmp_path)[0].row.notes == ["2 of these answers are in another’s file too: 1.json, 2.json, 3.json"]


def test_rows_come_by_name(tmp_path):
    """The rows stand by name, whatever the files are called and however the names are written, then by file."""
    for file, code in (("a", "zoe"), ("b", "Ben"), ("c", "ann"), ("e", "Cem"), ("d", "Cem")):
        hand_in(tmp_path / f"{file}.json", *FIRST, code=code, seed=file)
    assert [each.paths for each in rows(tmp_path)] == [[f"{file}.json"] for file in "cbdea"]


def test_no_code_is_told(tmp_path):
    """Files without a code are a row each, under their own names."""
    for name in ("a.json", "b.json"):
        hand_in(tmp_path / name, *FIRST, code="", seed=name)
    assert [(each.person.shown, each.row.notes) for each in rows(tmp_path)] == [
        ("a.json", ["no code"]),
        ("b.json", ["no code"]),
    ]


def test_many_processes_give_the_same(tmp_path, monkeypatch):
    """With several processes the rows, the items and the refusals are those of one."""
    for number in range(60):
        hand_in(tmp_path / f"{number}.json", *BEST[number : number + 5], code=f"K{number}")
    (tmp_path / "broken.json").write_text("{", encoding="utf-8")
    one = graded(tmp_path)
    monkeypatch.setattr(many, "FEW", 1)
    monkeypatch.setattr(many.os, "cpu_count", lambda: 2)
    two = graded(tmp_path)
    assert two.rows == one.rows and two.refused == one.refused
    assert [two.gathered.items(n) for n in two.rows] == [one.gathered.items(n) for n in one.rows]


@pytest.mark.parametrize("how", [How(), How(sets=("sourcing",))])
def test_unanswered_file_is_no_zero(tmp_path, how):
    """A file in which nothing is answered is told, and is no row of zeros."""
    hand_in(tmp_path / "a.json")
    assert graded(tmp_path, sets=how.sets).rows == {}
