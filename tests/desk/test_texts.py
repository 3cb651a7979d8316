"""What students wrote: to read beside the rubric, and marked by people."""

import csv
import html

import pytest

from tests.desk.hand_ins import ITEMS, VERSIONS, WRITE, graded, hand_in, rows
from whosaysso.authored.fault import Fault, Faulty, shown
from whosaysso.desk.marks import Marker, agreement, read_marks, together
from whosaysso.desk.spreadsheet import Form
from whosaysso.desk.texts import text_lines, texts_page
from whosaysso.work.course import course

NAME = WRITE[0]
TEXT = "Ann wrote =1+1;\nand <script>alert(1)</script> went on."


@pytest.fixture
def found(tmp_path):
    """A class in which one has checked a text and gone on, and one has left a draft."""
    hand_in(
        tmp_path / "in/ann.json",
        (NAME, {"text": TEXT}, None),
        code="Ann",
        drafts={NAME: {"response": {"text": "Ann later."}, "at": "2026-02-01T10:00:00Z", "version": VERSIONS[NAME]}},
    )
    hand_in(
        tmp_path / "in/ben.json",
        ("footbridge", {"choice": "use"}, 1),
        code="Ben",
        drafts={NAME: {"response": {"text": "Ben’s draft."}, "at": "2026-02-01T10:00:00Z", "version": None}},
    )
    return graded(tmp_path / "in")


def lines(found) -> list[str]:
    """The table of texts by its lines."""
    return [line.decode() for line in text_lines(found, Form())]


def filled(path, found, marks: dict[str, str], form=None):
    """The table of texts, with these marks by student."""
    header, *texts = csv.reader(lines(found))
    for row in texts:
        row[header.index("mark")] = marks.get(row[1], "")
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=(form or Form()).separator).writerows([header, *texts])
    return path


def marks_of(found) -> list[str]:
    """The marks in the table of texts."""
    return [row["mark"] for row in csv.DictReader(lines(found))]


def test_page_holds_every_text(found):
    """The page shows rubric, model answer and each text, escaped, with what came later and what is a draft."""
    page = "".join(texts_page(found))
    for text in (TEXT, "Ann later.", "Ben’s draft.", ITEMS[NAME].model, ITEMS[NAME].rubric[0].text):
        assert text in html.unescape(page)
    assert "<script" not in page and "a draft that was not checked" in page


def test_half_a_character_is_told_as_lost(tmp_path):
    """A text cut within a character keeps the rest of it, and a name that is no UTF-8 is written out."""
    hand_in(tmp_path / "in/Ann\udcff.json", (NAME, {"text": "Ann wrote \ud83d"}, None), code="")
    page = "".join(texts_page(graded(tmp_path / "in")))
    assert "Ann wrote \ufffd" in page and "Ann\\xff.json" in page
    assert page.encode() and b"".join(text_lines(graded(tmp_path / "in"), Form()))


def test_table_has_a_line_for_each_text(found):
    """Each text is one line, harmless, with the best mark and a number of its own."""
    header, ann, ben = csv.reader(lines(found))
    assert header[0] == "text_number" and ann[1:3] == ["Ann", NAME] and ben[-1] == "(a draft, not checked) Ben’s draft."
    assert ann[4] == str(len(ITEMS[NAME].rubric)) and ann[-1] == TEXT.replace("\n", " ") and ann[0] != ben[0]


@pytest.mark.parametrize("form", [Form(), Form(";", ",")])
def test_marks_count(found, tmp_path, form):
    """Marks of a person count as points, two people's as their mean; what is not marked does not."""
    best = len(ITEMS[NAME].rubric)
    one = read_marks(filled(tmp_path / "one.csv", found, {"Ann": str(best)}, form), course())
    two = read_marks(filled(tmp_path / "two.csv", found, {"Ann": "0,5".replace(",", form.decimal)}, form), course())
    before = {each.person.shown: each.row.total for each in rows(tmp_path / "in")}
    for markers, share in ([one], 1), ([one, two], (1 + 0.5 / best) / 2):
        marks, marked = together(markers, course())
        ann, ben = rows(tmp_path / "in", marks=marks, marked=marked)
        worth = course().asked[NAME].worth
        assert ann.row.total.points == pytest.approx(before["Ann"].points + share * worth)
        assert ann.row.total.of == before["Ann"].of + worth and ben.row.total == before["Ben"]
        assert ben.row.notes == ["1 text for a person to read"] and ann.row.notes == []


def test_marks_stay_with_their_text(found, tmp_path):
    """A mark goes with person, exercise and text: when the text is another one, it is not marked."""
    marker = read_marks(filled(tmp_path / "one.csv", found, {"Ann": "1"}), course())
    assert marks_of(graded(tmp_path / "in", own=marker)) == ["1", ""]
    hand_in(tmp_path / "in/ann.json", (NAME, {"text": "Quite another."}, None), code="Ann")
    assert marks_of(graded(tmp_path / "in", own=marker)) == ["", ""]


@pytest.mark.parametrize("mark", ["-1", "99", "good", "1e3"])
def test_marks_that_are_none_are_told(found, tmp_path, mark):
    """A mark that is no number, or more than there is, is told with its line."""
    with pytest.raises(Faulty) as told:
        read_marks(filled(tmp_path / "one.csv", found, {"Ann": mark}), course())
    assert [fault.line for fault in told.value.faults] == [2]


def marker(name: str, *marks: float) -> Marker:
    """Marks of the texts 0, 1 and so on."""
    return Marker(name, {str(text): mark for text, mark in enumerate(marks)}, {}, {})


ONES_AND_TWOS = [1.0] * 10 + [2.0] * 10


@pytest.mark.parametrize(
    ("others", "said"),
    [
        ([1.0, 4.5], "gave 1 of 2 texts the same mark; the furthest are 2.5 apart."),
        (ONES_AND_TWOS[:19], "gave 19 of 19 texts the same mark; the furthest are 0 apart."),
        (ONES_AND_TWOS, "gave 20 of 20 texts the same mark; the furthest are 0 apart; alpha 1.00."),
        # One of twenty pairs differs: 1 - (2/40) / (2 * 21 * 19 / (40 * 39)), Krippendorff's formula for two values.
        ([*ONES_AND_TWOS[:19], 1.0], "gave 19 of 20 texts the same mark; the furthest are 1 apart; alpha 0.90."),
    ],
    ids=["two", "nineteen", "twenty", "one apart"],
)
def test_agreement_of_two_markers(others, said):
    """How many texts got the same mark, and how far the others are apart; chance only from twenty texts on."""
    first = marker("one.csv", *([1.0, 2.0] if len(others) == 2 else ONES_AND_TWOS))
    assert [*agreement([first, marker("two.csv", *others)])] == [f"one.csv and two.csv {said}"]


def test_each_two_markers_are_set_side_by_side():
    """Of three markers each pair gets its sentence, also after one with no text in common."""
    apart = Marker("none.csv", {"other": 1.0}, {}, {})
    assert [*agreement([marker("a.csv", 1.0), apart, marker("b.csv", 1.0)])] == [
        "a.csv and none.csv have marked no text in common.",
        "a.csv and b.csv gave 1 of 1 texts the same mark; the furthest are 0 apart.",
        "none.csv and b.csv have marked no text in common.",
    ]


def test_marks_are_read_with_all_that_is_wrong(tmp_path):
    """Every mark that is none is told with its line and what to write; what is sound beside them is not touched."""
    best = len(ITEMS[NAME].rubric)
    path = tmp_path / "marks.csv"

    def read(*lines: str) -> Marker:
        path.write_text("\n".join(["text_number,exercise,mark,comment", *lines]) + "\n", encoding="utf-8")
        return read_marks(path, course())

    sound = read(f" a , {NAME} , {best} ,'=Good", f'b,{NAME},"0,5",', f"c,{NAME},,Later", f"d,{NAME},0,")
    assert sound == Marker(
        shown(path), {"a": best, "b": 0.5, "d": 0}, {"a": "=Good", "c": "Later"}, dict.fromkeys("abd", NAME)
    )
    with pytest.raises(Faulty) as told:
        read(
            f"a,{NAME},1,",
            "b,footbridge,1,",
            "c,no-such,1,",
            f"d,{NAME},{best + 1},",
            f"a,{NAME},2,",
            f"e,{NAME},-0.5,",
        )
    assert told.value.faults == [
        Fault(shown(path), 3, "“footbridge” is no text to write", "leave it as it was"),
        Fault(shown(path), 4, "“no-such” is no text to write", "leave it as it was"),
        Fault(shown(path), 5, f"“{best + 1}” is not a mark", f"write a number from 0 to {best}"),
        Fault(shown(path), 6, "the text a stands twice", "take one row away"),
        Fault(shown(path), 7, "“-0.5” is not a mark", f"write a number from 0 to {best}"),
    ]


def test_signs_of_students_do_not_stop_a_marker(tmp_path):
    """Whatever signs stand in students' texts, the table that was written is read again with its marks."""
    odd = ["a lost \ufffd letter", "donâ€™t", "\ufefffirst", "#N/A", "one\u2028two\x85three", "\x1b[2J"]
    for number, text in enumerate(odd):
        hand_in(tmp_path / f"in/{number}.json", (NAME, {"text": text}, None), code=f"K{number}")
    marks = {f"K{number}": "2" for number in range(len(odd))}
    marker = read_marks(filled(tmp_path / "texts.csv", graded(tmp_path / "in"), marks), course())
    assert [*marker.marks.values()] == [2] * len(odd)
