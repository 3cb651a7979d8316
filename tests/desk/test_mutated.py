"""Whatever is handed in is graded, or told with a reason; nothing of it acts anywhere."""

import csv
import io

from tests.desk.mutated import mutated
from whosaysso.desk.classes import Class, _keep, _tell_copies
from whosaysso.desk.grades import grades
from whosaysso.desk.grading import Graded, Grader, How, Refusal
from whosaysso.desk.items import COLUMNS
from whosaysso.desk.spreadsheet import Form

MANY = 20_000


def looked_at(many: int, seed: int = 0) -> Class:
    """Grade so many mutated hand-ins; what they say is looked at as a spreadsheet and a terminal would."""
    grader = Grader(How())
    found = Class(grader.course)
    for number, data in enumerate(mutated(many, seed)):
        came = grader.grade(f"{number}.json", data)
        if isinstance(came, Refusal):
            assert came.reason.isprintable() and len(came.reason) < 1_000, data
            found.refused.append(came)
            continue
        assert isinstance(came, Graded) and 0 <= came.row.total.points <= came.row.total.of, data
        lines = list(csv.reader(io.StringIO(came.more.items.decode(), newline=""), strict=True))
        assert len(lines) == came.more.items.count(b"\n") == came.row.answered, data
        assert all(len(line) == len(COLUMNS) for line in lines), data
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for line in lines for cell in line), data
        if number % 10 == 0:
            _keep(found, number, came)
    return found


def test_mutated_hand_ins_are_graded_or_told():
    """Twenty thousand mutated hand-ins: none stops the desk, and the table that comes of them is a table."""
    found = looked_at(MANY)
    assert MANY * 0.2 < len(found.refused) < MANY * 0.8  # both roads are taken
    _tell_copies(found)
    table = "".join(Form().lines(grades(found).rows()))
    rows = list(csv.reader(io.StringIO(table, newline=""), strict=True))
    assert len(rows) == table.count("\n") == len(found.rows) + 2 and len({len(row) for row in rows}) == 1
