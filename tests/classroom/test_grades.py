"""What the page grades, beside what the desk grades: the same rows, for sound files and for hostile ones."""

import csv
import io
import json
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.classroom.made_up import fill, student
from tests.desk.mutated import mutated
from whosaysso.desk.classes import grade_class
from whosaysso.desk.grades import grades
from whosaysso.desk.grading import How
from whosaysso.desk.items import COLUMNS
from whosaysso.desk.people import read_roster
from whosaysso.desk.spreadsheet import MARK, Form


def tables_of(source: Path, roster: Path | None = None) -> list[str]:
    """The two tables that the desk writes."""
    found = grade_class(source, How(roster=read_roster(roster) if roster else None))
    items = b"".join(map(found.gathered.items, found.rows)).decode()
    return [MARK + "".join(Form().lines(grades(found).rows())), MARK + Form().text([COLUMNS]) + items]


def given(page: Page, source: Path, roster: Path | None = None) -> list[str]:
    """The same two from the page, which is given the files as a teacher gives them."""
    if roster:
        page.locator(".wss-class-roster").set_input_files(roster)
        expect(page.locator(".wss-class-said")).to_contain_text("list of codes")
    page.locator(".wss-class-folder" if source.is_dir() else ".wss-class-files").set_input_files(source)
    expect(page.locator(".wss-class-said")).to_contain_text("graded", timeout=60_000)
    tables = []
    for name in ("grades.csv", "items.csv"):
        with page.expect_download() as came:
            page.get_by_role("button", name=f"Download {name}").click()
        tables.append(came.value.path().read_text(encoding="utf-8"))
    return tables


def rows(table: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(table.removeprefix("\ufeff"))))


@pytest.fixture(scope="module")
def class_of_30(tmp_path_factory) -> Path:
    """Thirty files, and with them a second file, a copy, an old question, a false claim, and what is no work at all."""
    folder = fill(tmp_path_factory.mktemp("thirty"), 30)
    again, copy, old = student(3), student(5), student(7)
    again["attempts"] = again["attempts"][:4]
    copy["code"] = "K999"
    old["code"], old["attempts"][0]["version"], old["attempts"][1]["claimed"] = "Ünal; =1", "0" * 12, 0.123
    old["attempts"][2]["at"], old["attempts"][3]["exercise"] = "2999-01-01T00:00:00Z", "no-such"
    old["readers"], old["form"] = ["f" * 32], None
    for attempt in old["attempts"]:
        attempt["id"] = f"7{attempt['id'][1:]}"
    (folder / "again.json").write_text(json.dumps(again), encoding="utf-8")
    (folder / "copy.json").write_text(json.dumps(copy), encoding="utf-16")
    (folder / "sub").mkdir()
    (folder / "sub" / "old.json").write_text(json.dumps(old), encoding="utf-8")
    (folder / "photo.json").write_bytes(b"\x89PNG\r\n\x1a\n")
    (folder / ".DS_Store").write_bytes(b"\0\0\0\1Bud1")
    return folder


def test_folder_has_the_grades_of_the_desk(opened, class_of_30):
    """From a folder the page writes grades.csv and items.csv as the desk does, row by row."""
    for ours, theirs in zip(given(opened, class_of_30), tables_of(class_of_30), strict=True):
        for mine, desk in zip(rows(ours), rows(theirs), strict=True):
            assert mine == desk
        assert ours == theirs


def test_zip_of_moodle_and_a_list_of_codes(opened, tmp_path):
    """From Moodle's zip with a zip in it, and a list of codes, names and notes are the desk's too."""
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("work.json", json.dumps(student(4)))
        archive.writestr("__MACOSX/._work.json", "x")
    with zipfile.ZipFile(tmp_path / "m.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("Jürgen Ünal_901_assignsubmission_file/w.json", json.dumps(student(1)))
        archive.writestr("Participant 9_902_assignsubmission_file/w.json", json.dumps(student(2)))
        archive.writestr(zipfile.ZipInfo("plain.json"), json.dumps(student(3)))
        archive.writestr("more.zip", inner.getvalue())
        archive.writestr("bomb.json", b" " * 400_000)
    (tmp_path / "list.csv").write_text('\ufeffcode;name;id\nk001;"Ünal; Jürgen";900\nK003;Sanna;\n', encoding="utf-8")
    assert given(opened, tmp_path / "m.zip", tmp_path / "list.csv") == tables_of(
        tmp_path / "m.zip", tmp_path / "list.csv"
    )
    expect(opened.locator(".wss-class-said")).to_contain_text("1 file not")


def test_hostile_files_are_graded_or_named(opened, tmp_path):
    """Of hand-ins changed at random, the page takes and refuses the same as the desk, and says the same of them."""
    for number, data in enumerate(mutated(150, seed=19)):
        (tmp_path / f"{number:03}.json").write_bytes(data)
    (tmp_path / "<img src=x onerror=alert(1)>.json").write_text(json.dumps(student(1)), encoding="utf-8")
    ours, theirs = given(opened, tmp_path)[0], tables_of(tmp_path)[0]
    mine, desk = ({row[-1]: row for row in rows(table)[1:-1]} for table in (ours, theirs))
    assert mine.keys() == desk.keys()
    assert mine == desk
    assert opened.locator("img").count() == 0


class Streamed(io.BytesIO):
    """What can only be written on: the sizes then stand behind each file, and not before it."""

    def seekable(self):
        """No."""
        return False

    def tell(self):
        """Nobody knows."""
        raise AttributeError


def test_large_and_odd_zips(opened, tmp_path, monkeypatch):
    """Zips in the form for large ones, streamed, stored, or behind a program are read as the desk reads them."""
    monkeypatch.setattr(zipfile, "ZIP64_LIMIT", 100)
    monkeypatch.setattr(zipfile, "ZIP_FILECOUNT_LIMIT", 1)
    streamed = Streamed()
    for number, target in enumerate((tmp_path / "large.zip", streamed)):
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("packed.json", json.dumps(student(10 * number + 1)))
            archive.writestr("stored.json", json.dumps(student(10 * number + 2)), zipfile.ZIP_STORED)
            with archive.open("forced.json", "w", force_zip64=True) as file:
                file.write(json.dumps(student(10 * number + 3)).encode())
    (tmp_path / "streamed.zip").write_bytes(b"#!/bin/program\n" + streamed.getvalue())
    for name in ("large.zip", "streamed.zip"):
        assert (tmp_path / name).read_bytes().count(b"PK\x06\x06") == 1
        assert given(opened, tmp_path / name) == tables_of(tmp_path / name)
        expect(opened.locator(".wss-class-said")).to_have_text("3 students graded.")


def test_zip_that_only_few_programs_read(opened, tmp_path):
    """A file that the browser cannot unpack is named with what to do about it."""
    with zipfile.ZipFile(tmp_path / "b.zip", "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("work.json", json.dumps(student(1)))
    opened.locator(".wss-class-files").set_input_files(tmp_path / "b.zip")
    expect(opened.locator(".wss-class-said")).to_contain_text("unpack the zip, and give the folder")
