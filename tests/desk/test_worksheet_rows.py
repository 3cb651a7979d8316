"""Which row of an LMS's table gets a grade, how many points it gets, and what is told of the others."""

import pytest

from tests.desk.test_worksheets import HEADER, MOODLE, cells, written
from whosaysso.desk.classes import Class
from whosaysso.desk.grading import Graded
from whosaysso.desk.people import Person
from whosaysso.desk.rows import Row, Sum
from whosaysso.desk.worksheets import fill, filled_path, write_filled
from whosaysso.work.course import Course


def of(*people: Person, points: float = 1.0, most: float = 2.0, alone: bool = True) -> Class:
    """A class of these people, each with as many points."""
    found = Class(Course({}, {}, (), frozenset(), {}))
    for number, person in enumerate(people):
        row = Row(total=Sum(points, most))
        found.rows[number] = Graded([f"{number}.json"], person, row, None, alone)
    return found


ANN = Person("Ann Ähre", "101")
TWINS = MOODLE.replace("Participant 103,Cem", "Participant 103,Dora")


MISSING = MOODLE.replace("ben@example.org", "")
NO_MAXIMUM = MOODLE.replace("Maximum Grade", "Max")


CASES = {
    "half": ([ANN], {}, MOODLE, ["50", "7.00", "", ""], 3, []),
    "more than all": ([ANN], {"points": 3}, MOODLE, ["100", "7.00", "", ""], 3, []),
    "two thirds": ([ANN], {"points": 2, "most": 3}, MOODLE, ["66.67", "7.00", "", ""], 3, []),
    "nothing": ([ANN], {"points": 0}, MOODLE, ["0", "7.00", "", ""], 3, []),
    "comma": ([ANN], {"most": 3}, MOODLE.replace("100.00", '"100,00"'), ["33,33", "7.00", "", ""], 3, []),
    "one point": ([ANN], {}, MOODLE.replace("100.00", "1"), ["0.5", "7.00", "", ""], 3, []),
    "address": ([Person("somebody", email="ANN@example.org")], {}, MOODLE, ["50", "7.00", "", ""], 3, []),
    "name": ([Person(" ähre,   ANN", code="K")], {}, MOODLE, ["50", "7.00", "", ""], 3, []),
    "name after address": ([Person("Ben", email="b@example.org")], {}, MOODLE, ["", "50", "", ""], 3, []),
    "number only": ([Person("Ben", "109")], {}, MOODLE, ["", "7.00", "", ""], 4, ["Ben: no row for this person"]),
    "no name": ([Person("")], {}, MISSING, ["", "7.00", "", ""], 4, [": no row for this person"]),
    "blank name": ([Person("  ")], {}, MISSING, ["", "7.00", "", ""], 4, ["  : no row for this person"]),
    "no maximum": (
        [ANN],
        {},
        NO_MAXIMUM,
        ["", "7.00", "", ""],
        3,
        ["Ann Ähre: the LMS gives no points for this (“”)"],
    ),
    "twins": ([Person("Dora")], {}, TWINS, ["", "7.00", "", ""], 4, ["Dora: several rows for this person"]),
    "uncertain": (
        [ANN],
        {"alone": False},
        MOODLE,
        ["", "7.00", "", ""],
        4,
        ["Ann Ähre: it is not certain whose this is"],
    ),
    "two for one": (
        [ANN, Person("Ähre, Ann")],
        {},
        MOODLE,
        ["", "7.00", "", ""],
        3,
        ["Ann Ähre: several hand-ins for one row", "Ähre, Ann: several hand-ins for one row"],
    ),
    "locked": (
        [Person("Cem", "103")],
        {},
        MOODLE.replace("No,-", "NO,-"),
        ["", "7.00", "", ""],
        3,
        ["Cem: the LMS says that this grade cannot be changed"],
    ),
    **{
        f"best {number}": (
            [ANN],
            {},
            MOODLE.replace("100.00", best),
            ["", "7.00", "", ""],
            3,
            [f"Ann Ähre: the LMS gives no points for this (“{said}”)"],
        )
        for number, (best, said) in enumerate((("", ""), ("0", "0"), ("Scale\x1b", "Scale\\x1b")))
    },
    "unscored": (
        [ANN],
        {"most": 0},
        MOODLE,
        ["", "7.00", "", ""],
        3,
        ["Ann Ähre: nothing that counts can be scored"],
    ),
    "goes on": (
        [Person("A\x1b", "9"), Person("B\x1b", "103"), Person("C", "104"), Person("D", "101")],
        {},
        MOODLE,
        ["50", "7.00", "", "50"],
        1,
        ["A\\x1b: no row for this person", "B\\x1b: the LMS says that this grade cannot be changed"],
    ),
}
"""By what is tried: who handed in, with how many points, into which table; the grades, rows without, what is told."""


@pytest.mark.parametrize("case", CASES)
def test_who_gets_which_grade(tmp_path, case):
    """A row gets a grade by number, address or name, of what the LMS gives at most; or it is told why it gets none."""
    people, how, text, grades, without, unmatched = CASES[case]
    filled = fill(written(tmp_path, text), of(*people, **how))
    assert [row[4] for row in cells(filled.text)[1:]] == grades
    assert (filled.unmatched, filled.without) == (unmatched, without)
    assert filled.many == len(people) - len(unmatched)


def test_canvas_rows_by_number_login_and_name(tmp_path):
    """In a gradebook a row is found by its number, the login or the name, and a row that is cut short is filled up."""
    text = """Student,ID,SIS Login ID,Section,Who (5)
Points Possible,,,,10
"Ähre, Ann",101,ann@example.org
Dee  Dee,104,d1,,
Ben,102,ben,S1,
Cem,103,,,3
Test,,test,,
"""
    people = (
        Person("?", "103"),
        Person("x", email="Ann@Example.org"),
        Person("BEN"),
        Person("DEE dee"),
        Person("Test"),
        Person("x y"),
    )
    filled = fill(written(tmp_path, text), of(*people))
    points = [row[3:] for row in cells(filled.text)]
    assert points == [["Section", "Who (5)"], ["", "10"], ["", "5"], ["", "5"], ["S1", "5"], ["", "5"], ["", ""]]
    assert filled.unmatched == ["Test: no row for this person", "x y: no row for this person"]
    assert (filled.many, filled.without) == (4, 0)


@pytest.mark.parametrize("separator", [",", ";", "\t"], ids=["comma", "semicolon", "tab"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["plain", "marked"])
@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["unix", "windows"])
def test_file_stays_as_the_lms_writes_it(tmp_path, separator, ends, mark):
    """Mark, separators and the ends of lines are written to the disk as they were, beside our own tables."""
    other = ",;\t".replace(separator, "") * 40
    rows = [HEADER.split(","), [*"123456789", other], [*"abcdefghi", f'"two{ends}lines"'], [*"123456789", ""]]
    text = mark + "".join(separator.join(row) + ends for row in rows)
    path = filled_path(tmp_path / "My sheet.csv", tmp_path / "out.csv")
    assert path == tmp_path / "My sheet-graded.csv"
    sheet = written(tmp_path, text)
    assert write_filled(path, fill(sheet, of())) == path and path.read_bytes() == text.encode()
