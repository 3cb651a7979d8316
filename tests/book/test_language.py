"""The language of the book: plain English, short sentences,
and every technical term explained and linked where it first stands.
"""

import re

import pytest
import textstat

from tests.conftest import ROOT
from whosaysso.check.contents import pages
from whosaysso.check.prose import said_in, sentences

PAGES = {path.relative_to(ROOT).as_posix(): path for path in pages()}
LONGEST = 28
HARDEST = 9


def without_names(text: str) -> str:
    """The sentence with every name as one short word: capitals inside a sentence, and what stands for a quotation."""
    text = re.sub(r"⟨cited⟩|⟨place⟩", "", text)
    text = re.sub(r"⟨\w+⟩", "this", text)
    return re.sub(r"(?<=[a-z,;:] )(?:[A-Z][\w’-]*(?: (?:of |the )*(?=[A-Z]))?)+", "Ann", text)


def readable(path) -> str:
    """The page's full sentences, one after the other; headings and cells of tables without an end mark are left out."""
    return " ".join(without_names(said.text) for said in said_in(path) if re.search(r"[.?!:]$", said.text.strip()))


@pytest.mark.parametrize("name", PAGES)
def test_page_reads_easily(name):
    """A page has a Flesch–Kincaid grade of at most nine, names not counted."""
    text = readable(PAGES[name])
    grade = textstat.flesch_kincaid_grade(text) if len(text.split()) > 50 else 0
    assert grade <= HARDEST, grade


def test_no_sentence_is_long():
    """No sentence of the book's own voice, feedback included, has more than 28 words, names counted as one."""
    long = [
        (said.path.name, said.line, said.text)
        for said in sentences()
        if " | " not in said.text and len(without_names(said.text).split()) > LONGEST
    ]
    assert not long, long


def test_every_term_is_linked():
    """The glossary explains each term once, in order, and at least one page links to it where it uses it."""
    entries = re.search(
        r"```\{glossary\}\n(.*?)\n```", (ROOT / "chapters/glossary.md").read_text(encoding="utf-8"), re.DOTALL
    )[1]
    terms = [line for line in entries.splitlines() if line and not line.startswith((" ", ":"))]
    linked = {
        term.lower()
        for path in PAGES.values()
        for shown, target in re.findall(r"\{term\}`([^`<]*?)(?:\s*<([^>]+)>)?`", path.read_text(encoding="utf-8"))
        for term in [target or shown]
    }
    assert terms == sorted(set(terms)) and sorted(set(terms) - linked) == []
