"""An LMS's own table filled in: the grades of those who match, and nothing else changed."""

import csv
from pathlib import Path

import pytest

from tests.desk.hand_ins import BEST, SCORED, graded, hand_in
from whosaysso.authored.fault import Faulty
from whosaysso.desk import worksheets
from whosaysso.desk.people import read_roster
from whosaysso.desk.worksheets import fill, read_worksheet

HEADER = (
    "Identifier,Full name,Email address,Status,Grade,Maximum Grade,Grade can be changed,"
    "Last modified (submission),Last modified (grade),Feedback comments"
)
MOODLE = f"""\ufeff{HEADER}
Participant 101,"Ähre, Ann",ann@example.org,Submitted,,100.00,Yes,"Monday, 5 January 2026",-,"=keep, this"
Participant 102,Ben,ben@example.org,Submitted,7.00,100.00,Yes,-,-,
Participant 103,Cem,cem@example.org,Submitted,,100.00,No,-,-,
Participant 104,Dora,dora@example.org,No submission,,100.00,Yes,-,-,
"""
CANVAS = """Student,ID,SIS User ID,SIS Login ID,Section,Essay (55),Who says so (56),Current Score
,,,,,Manual Posting,,(read only)
    Points Possible,,,,,10,20,(read only)
"Ähre, Ann",101,,ann,S1,9,,88
Ben,102,,ben,S1,,,
"""


def written(tmp_path, text: str, **how):
    """A worksheet with this text, filled with what was handed in."""
    (tmp_path / "sheet.csv").write_text(text, encoding="utf-8", newline="")
    return read_worksheet(tmp_path / "sheet.csv", **how)


def handed(tmp_path, *names: str):
    """What a class handed in under these names: the first all right, each next one half as much."""
    scored = [answer for answer in BEST if answer[0] in SCORED and answer[0] in ("footbridge", "reportedly-by-whom")]
    for number, name in enumerate(names):
        hand_in(tmp_path / "in" / name, *scored[: 2 - number], code=f"K{number}")
    return graded(tmp_path / "in", sets=("sourcing",))


def cells(text: str) -> list[list[str]]:
    return list(csv.reader(text.removeprefix("\ufeff").splitlines()))


def test_moodle_is_filled_in(tmp_path):
    """Each grade is a share of the best one, in the row of the LMS's number; all other cells stay as they were."""
    found = handed(tmp_path, "Ann Ähre_101_assignsubmission_file/x.json", "Ben_102_assignsubmission_file/x.json")
    filled = fill(written(tmp_path, MOODLE), found)
    totals = [each.row.total for each in found.rows.values()]
    before, after = cells(MOODLE), cells(filled.text)
    for row, total in zip(after[1:3], totals, strict=True):
        assert float(row[4]) == pytest.approx(100 * total.points / total.of, abs=0.01) and float(row[4]) > 0
    assert [row[:4] + row[5:] for row in before] == [row[:4] + row[5:] for row in after]
    assert filled.text.startswith(f"\ufeff{HEADER}\n") and (filled.many, filled.without) == (2, 2)


def test_what_does_not_match_is_told(tmp_path):
    """A grade that is locked, somebody who is not in the table, two files for one row: told, and nothing written."""
    hand_in(tmp_path / "in/Eve_105_assignsubmission_file/x.json", *BEST[:1], code="E")
    found = handed(tmp_path, "Cem_103_assignsubmission_file/x.json")
    filled = fill(written(tmp_path, MOODLE), found)
    assert cells(filled.text) == cells(MOODLE) and filled.many == 0
    assert "Eve: no row for this person" in filled.unmatched
    assert "Cem: the LMS says that this grade cannot be changed" in filled.unmatched


def test_codes_find_their_rows_by_the_list(tmp_path):
    """Without an LMS's names, the list of codes leads to the row, by number, address or name."""
    for code in ("K1", "K2", "K3"):
        hand_in(tmp_path / f"in/{code}.json", *BEST[:1], code=code)
    hand_in(tmp_path / "in/again.json", *BEST[:1], code="K3", seed=2)
    path = tmp_path / "codes.csv"
    path.write_text("code,name,id,email\nK1,Ann,101,\nK2,B.,,BEN@example.org\nK3,Dora,,\n", encoding="utf-8")
    found = graded(tmp_path / "in", sets=("sourcing",), roster=read_roster(path))
    filled = fill(written(tmp_path, MOODLE), found)
    grades = [row[4] for row in cells(filled.text)[1:]]
    assert grades[0] and grades[1] != "7.00" and grades[2:] == ["", ""]
    assert filled.unmatched == ["Dora: it is not certain whose this is"] * 2


def test_moodle_of_another_country(tmp_path):
    """Semicolons, decimal commas and the ends of lines of Windows come back as they were."""
    text = MOODLE.replace(",", ";").replace("100.00", '"100,00"').replace("\n", "\r\n")
    found = handed(tmp_path, "Ben_102_assignsubmission_file/x.json")
    filled = fill(written(tmp_path, text), found)
    assert filled.text.count("\r\n") == 5 and filled.text.count(";") == text.count(";")
    total = next(iter(found.rows.values())).row.total
    (grade,) = [line.split(";")[4] for line in filled.text.splitlines() if line.startswith("Participant 102")]
    assert float(grade.strip('"').replace(",", ".")) == pytest.approx(100 * total.points / total.of, abs=0.01)


def test_canvas_is_filled_in(tmp_path):
    """The gradebook gets points in the column of the assignment; its rows on points and posting stay."""
    found = handed(tmp_path, "hreann_101_7001_x.json", "ben_LATE_102_7002_x-1.json")
    filled = fill(written(tmp_path, CANVAS, column="Who says so"), found)
    before, after = cells(CANVAS), cells(filled.text)
    assert [row[:6] + row[7:] for row in before] == [row[:6] + row[7:] for row in after]
    totals = {each.person.lms: each.row.total for each in found.rows.values()}
    assert [row[6] for row in after[:3]] == ["Who says so (56)", "", "20"]
    for row in after[3:]:
        assert float(row[6]) == pytest.approx(20 * totals[row[1]].points / totals[row[1]].of, abs=0.01)


def test_canvas_with_several_assignments_asks(tmp_path):
    """Where it is not clear which assignment is meant, those that there are are named; read-only ones are not."""
    with pytest.raises(Faulty) as told:
        written(tmp_path, CANVAS)
    assert "“Essay (55)”, “Who says so (56)”" in str(told.value)
    assert written(tmp_path, CANVAS, column="Essay (55)").column == 5


AS_IT_WAS = "take the file as the LMS gave it"
AGAIN = "export it again"


NEITHER = (
    "this is neither Moodle’s offline grading worksheet nor Canvas’s gradebook",
    "its first line has to hold Identifier, Grade, Last modified (grade), or Student, ID, Section",
)
UNCLEAR = "it is not clear which assignment is meant"
REFUSED = {
    "latin": ("Identifier,Ä".encode("latin-1"), "this table is not in UTF-8", AS_IT_WAS),
    "cut": (MOODLE.encode() + b"\xc3", "this table is not in UTF-8", AS_IT_WAS),
    "large": (f"{MOODLE}{'ä' * 500}".encode(), "this table is larger than a class can be", AS_IT_WAS),
    "damaged": (b'"', "this table is damaged: unexpected end of data", AGAIN),
    "doubled": (MOODLE.replace("Full name", "Grade").encode(), "the column “Grade” stands there twice", AGAIN),
    "empty": (b"", *NEITHER),
    "other": (b"a,b\n1,2\n", *NEITHER),
    "no-moodle": (MOODLE.replace("Identifier", "No").encode(), *NEITHER),
    "no-canvas": (b"Student,ID\n", *NEITHER),
    "no-points": (
        CANVAS.replace("    Points Possible", "x").encode(),
        "the row “Points Possible” is missing",
        "export the gradebook again",
    ),
    "two": (CANVAS.encode(), UNCLEAR, "name one with --column; there are: “Essay (55)”, “Who says so (56)”"),
    "none": (
        b"Student,ID,Section,Score (7),Total\nPoints Possible,,,(Read Only),9\n",
        UNCLEAR,
        "name one with --column; there are: none",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_other_tables_are_refused(tmp_path, monkeypatch, case):
    """What is no export of either LMS, or not a whole one, is refused with what is wrong and what to do."""
    text, wrong, remedy = REFUSED[case]
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(worksheets, "LARGEST", 850)
    (tmp_path / "sheet.csv").write_bytes(text)
    with pytest.raises(Faulty) as told:
        read_worksheet(Path("sheet.csv"))
    assert str(told.value) == f"sheet.csv: {wrong}\n    {remedy}"


def test_largest_export_is_read(tmp_path, monkeypatch):
    """An export of just as many bytes as are taken is read, also with columns that have no name."""
    text = MOODLE.replace("Feedback comments\n", "Feedback comments,,\n")
    monkeypatch.setattr(worksheets, "LARGEST", len(text.encode()))
    sheet = written(tmp_path, text)
    assert (sheet.mark, sheet.separator, sheet.ends, sheet.column, sheet.moodle) == ("\ufeff", ",", "\n", 4, True)


ESSAYS = """Student,ID,SIS User ID,SIS Login ID,Section,Essay (55),Essay (draft) (56),Who (a) (57),Score (58)
Points Possible,,,,,10, 20 ,30,(Read Only)
"""


@pytest.mark.parametrize(
    ("column", "place", "best"),
    [
        ("Essay (55)", 5, "10"),
        ("55", 5, "10"),
        ("56", 6, "20"),
        ("Essay (draft)", 6, "20"),
        ("Essay (draft) (56)", 6, "20"),
        ("Who", 7, "30"),
        ("Essay", None, ""),
        ("Es", None, ""),
        ("58", None, ""),
    ],
)
def test_assignment_is_named(tmp_path, column, place, best):
    """An assignment is named by its title, by the number behind it or by the title before that, and has its points."""
    if place is None:
        with pytest.raises(Faulty, match=r"there are: “Essay \(55\)”, “Essay \(draft\) \(56\)”, “Who \(a\) \(57\)”$"):
            written(tmp_path, ESSAYS, column=column)
    else:
        sheet = written(tmp_path, ESSAYS, column=column)
        assert (sheet.column, sheet.best, sheet.moodle) == (place, best, False)
