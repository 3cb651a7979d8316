"""Trained coders' readings become codings: with who, when and by which codebook, or not at all."""

import shutil

import pytest

from tests.reader.test_comparing import mark
from whosaysso.authored.fault import Faulty
from whosaysso.kinds.mark.coders import coders
from whosaysso.kinds.mark.parts import Label
from whosaysso.reader.coding import add_codings, sheet
from whosaysso.reader.marking import begin
from whosaysso.text import codebook
from whosaysso.text.case import Case, find_case

ARTICLE = find_case("balochistan-july-2025")
WORDS = ("one of the deadliest weeks", "exposing Islamabad’s weakening grip", "restive")


@pytest.fixture
def case(tmp_path) -> Case:
    """A copy of the article’s folder, to write into."""
    shutil.copytree(ARTICLE.folder, tmp_path / ARTICLE.slug)
    return Case(tmp_path / ARTICLE.slug)


def coded(case: Case, *codes: str):
    """A reading for each coder: the first has marked one place, the second two, and so on."""
    blank = sheet(case)
    label = next(one.id for one in blank.labels if one.name == "Loaded_Language")
    found = {}
    for number, code in enumerate(codes):
        reading = blank.model_copy(update={"code": code, "readers": [f"{number:032x}"]})
        for words in WORDS[: number + 1]:
            reading = mark(reading, words, label)
        found[f"{number}.json"] = reading
    return found


def test_three_people_become_codings(case):
    """Three people’s marks stand behind the machine’s rows, sound by the codebook, with who, when and by what."""
    before = case.layer("codings")
    readings = coded(case, "Coder A", "coder-b", "c")
    added = add_codings(case, readings, "the codebook of July 2026")
    after = case.layer("codings")
    assert [row.cells for row in after[: len(before)]] == [row.cells for row in before] and len(added) == 6
    assert [row["exact"] for row in after[len(before) :]] == [WORDS[0], *WORDS[:2], *WORDS]
    assert {row["coder"] for row in added} == {"coder-a", "coder-b", "c"}
    assert {(row["kind"], row["instrument"], row["coded"]) for row in added} == {
        ("person", "the codebook of July 2026", "technique")
    }
    assert after[-1]["id"] == f"K{int(before[-1]['id'][1:]) + 6:03d}"
    assert case.faults() == [] and codebook.faults(case) == []


def test_mark_over_two_sentences_is_two_rows(case):
    """A mark over the end of a sentence becomes a row for each, with what it takes to find the words again."""
    readings = coded(case, "a", "b", "c")
    words = readings["0.json"].text.words
    label = readings["0.json"].labels[0].id
    first, second = (next(s.text for s in case.sentences if s.id == name) for name in ("P3.1", "P3.2"))
    both = f"{first.split()[-1]} {second.split()[0]}"
    assert both in words
    readings["0.json"] = mark(readings["0.json"], both, label)
    added = add_codings(case, readings, "a codebook")
    assert {"P3.1", "P3.2"} <= {row["where"] for row in added if row["coder"] == "a"}
    assert case.faults() == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda found: found.pop("0.json"), "codings take 3 people"),
        (lambda found: found.update({"0.json": found["0.json"].model_copy(update={"code": ""})}), "whose it is"),
        (lambda found: found.update({"0.json": found["0.json"].model_copy(update={"code": "c"})}), "is that of"),
        (lambda found: found.update({"0.json": found["0.json"].model_copy(update={"code": "run-1"})}), "already"),
        (lambda found: found.update({"9.json": found["0.json"].model_copy(update={"code": "d"})}), "the same person"),
        (lambda found: found.update({"9.json": begin("Another.").model_copy(update={"code": "d"})}), "another text"),
        (
            lambda found: found.update({"9.json": mark(begin(ARTICLE.text), "week").model_copy(update={"code": "d"})}),
            "no technique",
        ),
    ],
)
def test_what_is_wrong_changes_nothing(case, change, said):
    """Too few people, a coder without a code of their own, another text or codebook: told, and nothing written."""
    readings = coded(case, "a", "b", "c")
    change(readings)
    before = (case.folder / "codings.csv").read_bytes()
    with pytest.raises(Faulty, match=said):
        add_codings(case, readings, "a codebook")
    assert (case.folder / "codings.csv").read_bytes() == before


def test_coder_who_marked_nothing_in_a_passage_counts(case):
    """Whoever coded the text and marked nothing in a passage has decided so, and is one of its coders."""
    add_codings(case, coded(case, "a", "b", "c"), "a codebook")
    found = coders(case, "P5", [Label(id="loaded", label="Loaded", codes=["Loaded_Language"])])
    assert {"run-1", "run-2", "run-3", "a", "b", "c"} == {one["coder"] for one in found}
