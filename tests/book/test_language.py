"""The language of the book: plain English, sentences neither long nor chopped,
and every technical term explained and linked where it first stands.
"""

import re
from itertools import groupby

import pytest
import textstat

from tests.conftest import ROOT
from whosaysso.check.contents import pages
from whosaysso.check.prose import said_in, sentences

PAGES = {path.relative_to(ROOT).as_posix(): path for path in pages()}
LONGEST = 28
HARDEST = 9
LONG_PAGE = 40
"""From more sentences than these, a page has a rhythm, and the mean of its sentences is held."""
MEAN = (11, 16)
SHORT = 6
"""A sentence of fewer words is short; two may stand in a row, and a third sounds chopped."""


def without_names(text: str) -> str:
    """The sentence with every name as one short word: capitals inside a sentence, and what stands for a quotation."""
    text = re.sub(r"⟨cited⟩|⟨place⟩", "", text)
    text = re.sub(r"⟨\w+⟩", "this", text)
    return re.sub(r"(?<=[a-z,;:] )(?:[A-Z][\w’-]*(?: (?:of |the )*(?=[A-Z]))?)+", "Ann", text)


def is_full(sentence: str) -> bool:
    """Whether it has an end mark; headings and most cells of tables have none."""
    return bool(re.search(r"[.?!:]$", sentence.strip()))


def readable(path) -> list[str]:
    """The page's full sentences, one after the other."""
    return [without_names(said.text) for said in said_in(path) if is_full(said.text)]


def chopped(sentences) -> list[list[str]]:
    """The runs of more than two short sentences; what has no end mark breaks a run."""
    runs = [
        list(run)
        for short, run in groupby(sentences, lambda text: is_full(text) and len(without_names(text).split()) < SHORT)
        if short
    ]
    return [run for run in runs if len(run) > 2]


@pytest.mark.parametrize("name", PAGES)
def test_page_reads_easily(name):
    """A page has a Flesch–Kincaid grade of at most nine, names not counted."""
    text = " ".join(readable(PAGES[name]))
    grade = textstat.flesch_kincaid_grade(text) if len(text.split()) > 50 else 0
    assert grade <= HARDEST, grade


@pytest.mark.parametrize("name", PAGES)
def test_page_reads_smoothly(name):
    """On a page of more than forty sentences the mean one has 11 to 16 words,
    and nowhere do more than two short ones stand in a row.
    """
    full = readable(PAGES[name])
    mean = sum(len(sentence.split()) for sentence in full) / max(1, len(full))
    assert len(full) <= LONG_PAGE or MEAN[0] <= mean <= MEAN[1], mean
    assert chopped(said.text for said in said_in(PAGES[name])) == []


def test_feedback_reads_smoothly():
    """Nor do more than two short sentences stand in a row in a paragraph of an exercise."""
    told = groupby(
        (said for said in sentences() if said.path.suffix == ".yml"), lambda said: (said.path, said.line, said.around)
    )
    assert [(path.name, line, run) for (path, line, _), row in told for run in chopped(s.text for s in row)] == []


def test_chopped_prose_is_found():
    """Three short sentences in a row are found; two, or three around a longer one, are not."""
    short, longer = "Nobody asked.", "Nobody asked the people who had been there."
    assert chopped([longer, short, short, short]) == [[short] * 3]
    assert chopped([short, short, longer, short, "A heading", short, short]) == []


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
