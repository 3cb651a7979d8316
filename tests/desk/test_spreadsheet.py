"""Tables that open right in a spreadsheet, and run nothing there."""

import csv
import io
import itertools
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from whosaysso.desk.plain import plain
from whosaysso.desk.spreadsheet import Form, harmless


@pytest.fixture(autouse=True)
def nothing_remembered():
    """Each cell is looked at anew, and not known from an earlier test."""
    harmless.cache_clear()
    Form.cells.cache_clear()


FORMULAS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    " =1",
    "\u00a0=1",
    "\u3000=1",
    "\u200b=1",
    "\ufeff=1",
    "\uff1d1",
    "\uff0b1",
    "\uff0d1",
    "\uff20a",
    "\u22121",
    '"=1',
    "|calc",
    "a;=1",
    "a,=1",
    "a; \uff1d1",
]


@pytest.mark.parametrize("text", FORMULAS, ids=itertools.count())
def test_no_formula_in_any_disguise(text):
    """What begins a cell in any locale is no sign that a spreadsheet acts on, and a cell is one line."""
    cell = harmless(text)
    assert "'" in cell and not set(cell) & set("\t\r\n")
    assert harmless("a\t=1\r=2\n=3") == "a =1 =2 =3"


def begins(cell: str) -> str:
    """The sign that a spreadsheet would act on."""
    for sign in cell:
        meant = unicodedata.normalize("NFKC", sign)
        if meant.strip() and meant not in '"' and unicodedata.category(sign) not in ("Cf", "Mn"):
            return meant[0]
    return ""


@given(st.text(st.characters() | st.sampled_from("=+-@|;,\"'\t\r\n\u00a0\uff1d\ufeff"), max_size=20))
@example("a;b=1")
def test_nothing_parts_a_cell(text):
    """Whatever somebody writes stays one cell of one line, and no part of it begins with a sign that acts."""
    (line,) = Form().lines([[text, 1]])
    assert len(line.splitlines()) == 1
    assert next(csv.reader(io.StringIO(line)))[1] == "1"
    for separator in ",;|":
        assert all(begins(part) not in tuple("=+-@\u2212") for part in harmless(text).split(separator))


@pytest.mark.parametrize("value", [0, 1, 0.5, 1 / 3, 0.625, 0.125, 12.345, 99.9999, 1e-9, 2 / 3])
@pytest.mark.parametrize("places", [2, 4])
def test_no_number_has_three_decimals(value, places):
    """Half of Europe reads 1.000 as a thousand."""
    for form in (Form(), Form(";", ",")):
        _, _, decimals = form.number(value, places).partition(form.decimal)
        assert len(decimals) != 3
        assert float(form.number(value, places).replace(",", ".")) == pytest.approx(value, abs=10**-places)


PLAIN = [
    "",
    "Ann Ähre",
    "3-1",
    "a:b.c–d (e)",
    "X_1 ’",
    "a\u200c b",
    "_",
    "'a",
    "2 = 3",
    "X=1",
    "n, b",
    "∞1",
    "a,;",
    " \u200b",
]


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        *((text, text) for text in PLAIN),
        ("=1+1", "'=1+1"),
        ("\t=1", "' =1"),
        ("a\tb\nc\x1b\x85\ud800\u2028", "a b c\ufffd \ufffd "),
        ("  \uff1d1", "'  \uff1d1"),
        ("\u0301=1", "'\u0301=1"),
        ("'\"%1", "''\"%1"),
        ("|calc", "'|calc"),
        ("\u22121", "'\u22121"),
        ("a;=1", "a;'=1"),
        ("a, +1;x;@y| \u22121", "a, '+1;x;'@y| '\u22121"),
        ("-a,-b", "'-a,'-b"),
        ("a,\x1b=1", "a,\ufffd=1"),
    ],
    ids=itertools.count(),
)
def test_cells_stay_what_they_are(cell, written):
    """A cell that does nothing stays letter for letter; before what acts stands one apostrophe, and nowhere else."""
    assert harmless(cell) == written


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        (1.0, 2, "1"),
        (0.5, 2, "0.5"),
        (0.625, 4, "0.6250"),
        (0.12345, 4, "0.1235"),
        (10.0, 2, "10"),
        (1200.0, 0, "1200"),
        (-0.001, 2, "0"),
        (-0.5, 2, "-0.5"),
        (1234.125, 3, "1234.1250"),
        (2 / 3, 2, "0.67"),
    ],
)
def test_numbers_are_short(value, places, text):
    """A number has no needless zeros, nothing rounded has no sign, and decimals stand after the form's own sign."""
    assert Form().number(value, places) == text
    assert Form(";", ",").number(value, places) == text.replace(".", ",")


def test_rows_are_lines():
    """Text is made harmless, numbers have the form's decimals, nothing is an empty cell, and each row is a line."""
    rows = [["a;b", 0.12345, 3, None, True], ["=1", 'say "x"', "two\nlines", -0.5, ""]]
    assert list(Form().lines(rows)) == ["a;b,0.1235,3,,True\n", '\'=1,"say ""x""",two lines,-0.5,\n']
    european = Form(";", ",")
    assert european.text(rows) == '"a;b";0,1235;3;;True\n\'=1;"say ""x""";two lines;-0,5;\n'
    assert european.cells("a", 0.5, 2) == "a;0,5;2" and Form().cells("a\n", "b\n") == "a ,b "
    assert Form().number(0.126) == "0.13"


def test_names_are_plain_in_a_terminal():
    """No escape sequence, turned direction, half character or endless name reaches the terminal; scripts stay."""
    assert plain("a\x1b[31mb\u202ec\ud83d") == "a\\x1b[31mb\\u202ec\\ud83d"
    assert plain("M\udcfcller") == "M\\xfcller" and plain("علی\u200cنقی") == "علی\u200cنقی"
    assert len(plain("x" * 1_000_000)) == 120
    assert plain("x" * 120) == "x" * 120 and plain("x" * 121) == "x" * 119 + "…"
    assert plain("abcd", 3) == "ab…" and plain("abc", 3) == "abc"
    assert plain("\udc80\udcff\udc0a\u200b") == "\\x80\\xff\\udc0a\\u200b"
    assert plain("a\nb\u200d") == "a\\nb\u200d"
