"""Tables that open right in a spreadsheet, and run nothing there."""

import csv
import io
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from whosaysso.desk.plain import plain
from whosaysso.desk.spreadsheet import Form, harmless

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


@pytest.mark.parametrize("text", FORMULAS)
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


def test_names_are_plain_in_a_terminal():
    """No escape sequence, turned direction, half character or endless name reaches the terminal; scripts stay."""
    assert plain("a\x1b[31mb\u202ec\ud83d") == "a\\x1b[31mb\\u202ec\\ud83d"
    assert plain("M\udcfcller") == "M\\xfcller" and plain("علی\u200cنقی") == "علی\u200cنقی"
    assert len(plain("x" * 1_000_000)) == 120
