"""The rows of a class for a notebook."""

from statistics import mean

from tests.desk.hand_ins import BEST, SCORED, hand_in
from whosaysso.desk.answers import class_answers


def test_rows_hold_numbers(tmp_path):
    """Each answer that counts is a row, whose score and sureness are numbers, or nothing."""
    hand_in(tmp_path / "ann.json", *BEST, code="K1")
    hand_in(tmp_path / "ben.json", ("footbridge", {"choice": "no-such"}, 1), code="K2")
    rows = class_answers(tmp_path)
    assert len(rows) == len(BEST) + 1
    assert mean(row["score"] for row in rows if row["code"] == "K1" and row["exercise"] in SCORED) == 1.0
    assert [row["score"] for row in rows if row["code"] == "K2"] == [0.0]
    assert {row["sure"] for row in rows} == {None} and {row["attempt"] for row in rows} == {1.0}


def test_list_of_codes_gives_the_names(tmp_path):
    """With the class's list, given as a path or as text, the rows have the names that stand in it."""
    hand_in(tmp_path / "in/ann.json", *BEST[:1], code="K1")
    (tmp_path / "codes.csv").write_text("code,name\nK1,Ann Brek\n", encoding="utf-8")
    for named in (tmp_path / "codes.csv", str(tmp_path / "codes.csv")):
        assert [(row["student"], row["code"]) for row in class_answers(tmp_path / "in", named)] == [("Ann Brek", "K1")]
