"""The case: sentences, words, and anchors that hold in exactly one place."""

import shutil

import pytest

from tests.conftest import ROOT
from whosaysso.authored.fault import Faulty
from whosaysso.text.anchors import anchor, anchor_fault
from whosaysso.text.case import Case, find_case, find_cases
from whosaysso.text.sentences import words

ARTICLE = find_case("balochistan-july-2025")


@pytest.fixture
def copy(tmp_path) -> Case:
    """A copy of the article's folder, to break."""
    shutil.copytree(ARTICLE.folder, tmp_path / "copy")
    return Case(tmp_path / "copy")


def test_article_is_cut_as_it_was_coded():
    """The article has 13 paragraphs, 5 headings, 35 sentences and 822 words between white space."""
    ids = [s.id for s in ARTICLE.sentences]
    assert len([i for i in ids if i.startswith("H")]) == 5
    assert len({s.block for s in ARTICLE.sentences if s.block.startswith("P")}) == 13
    assert len([i for i in ids if i.startswith("P")]) == 35
    assert len(ARTICLE.text.split()) == 822


def test_sentences_lose_nothing():
    """Sentences are the text's own characters, in order, with only white space between them."""
    at = 0
    for s in ARTICLE.sentences:
        assert ARTICLE.text[at : s.start].strip() == ""
        assert ARTICLE.text[s.start : s.end] == s.text
        at = s.end
    assert ARTICLE.text[at:].strip() == ""


@pytest.mark.parametrize(
    ("reference", "ids"),
    [
        ("P3", ["P3.1", "P3.2", "P3.3", "P3.4"]),
        ("P3.2", ["P3.2"]),
        ("P3.2-3", ["P3.2", "P3.3"]),
        ("P2.4-P3.1", ["P2.4", "P3.1"]),
        ("H2", ["H2"]),
    ],
)
def test_passage(reference, ids):
    """A place names its sentences, also across paragraphs."""
    assert [s.id for s in ARTICLE.passage(reference)] == ids


@pytest.mark.parametrize("reference", ["P99", "P3.9", "3.2", "", "P3.3-1"])
def test_unknown_place(reference):
    """A place that the text does not have is an error."""
    with pytest.raises(KeyError):
        ARTICLE.passage(reference)


def test_words_are_cut_at_spaces_and_dashes():
    """A dash parts two words and belongs to neither; punctuation stays with its word."""
    text = "a rebellion—it’s full-scale, “so”"
    assert [text[a:b] for a, b in words(text)] == ["a", "rebellion", "it’s", "full-scale,", "“so”"]


def test_anchor_counts_overlapping_places():
    """Every place counts, also where places overlap."""
    assert anchor("aaa", "aa") == [0, 1]


@pytest.mark.parametrize(
    ("quotation", "said"),
    [
        (("win", "", ""), "stands in 2 places"),
        ((" win", "", ""), "begins or ends with a space"),
        (("loss", "", ""), "is not in the text"),
        (("laim", "", ""), "inside a word"),
        (("win", "a ", " and"), None),
    ],
)
def test_anchor_fault(quotation, said):
    """An anchor holds in one place, at whole words, or says why not."""
    fault = anchor_fault("They claim a win and one more win.", *quotation)
    assert fault is None if said is None else said in fault[0]


def test_every_layer_of_the_book_holds():
    """Every anchored row of every layer lies in the text where it says it does."""
    for case in find_cases():
        assert case.faults() == []
        for name in case.layers:
            for row in case.layer(name):
                if row.start is not None:
                    assert case.text[row.start : row.end] == row["exact"]


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        (",The BLF claimed,", ",The BLF said,", 3, "is not in the text"),
        (",The BLF claimed,", ",BLF,", 3, "stands in"),
        ("A02,", "A01,", 3, "the id A01 stands in line 2 already"),
        ("A02,P2.2,", "A02,", 3, "not as many cells"),
    ],
)
def test_layer_fault_has_its_line(copy, old, new, line, said):
    """A seeded fault in a layer is found, with its line."""
    path = copy.folder / "attributions.csv"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    faults = copy.faults()
    assert len(faults) == 1 and faults[0].line == line and said in faults[0].wrong
    with pytest.raises(Faulty):
        copy.layer("attributions")


def test_edited_text_is_found(copy):
    """One changed letter in the text is a fault, whether or not an anchor feels it."""
    path = copy.folder / "text.txt"
    path.write_text(path.read_text(encoding="utf-8") + " ", encoding="utf-8")
    assert any("not the one the layers were made on" in fault.wrong for fault in copy.faults())


def test_package_finds_the_checkout(monkeypatch, tmp_path):
    """From any folder, the package reads the case of the checkout it lies in."""
    monkeypatch.chdir(tmp_path)
    assert find_case("balochistan-july-2025").folder == ROOT / "case/balochistan-july-2025"


def test_changed_table_is_read_anew(copy):
    """A table that an author changes while a notebook runs is read again, and nobody's list is another's."""
    path = copy.folder / "words.csv"
    before = copy.layer("words")
    text = path.read_text(encoding="utf-8").replace(before[0]["meaning"], "Another meaning.")
    path.write_text(text, encoding="utf-8")
    assert copy.layer("words")[0]["meaning"] == "Another meaning." != before[0]["meaning"]
    copy.layer("words").clear()
    assert len(copy.layer("words")) == len(before)
