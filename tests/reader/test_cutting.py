"""How a text is cut: into headings, sentences and items, in the scripts that readers bring."""

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whosaysso.reader.cutting import cut, names
from whosaysso.reader.language import guess
from whosaysso.reader.normal import normal
from whosaysso.text.case import find_cases

CASES = json.loads((Path(__file__).parent / "cutting_cases.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_cut(case):
    """Each case that page and notebook share is cut as it says, each piece with its name and its role."""
    pieces = cut(case["words"])
    found = [
        [name, piece.role, case["words"][piece.start : piece.end]]
        for name, piece in zip(names(pieces), pieces, strict=True)
    ]
    assert found == case["cut"]


def test_cases_are_normal():
    """Every text of the cases is in its normal form, as every text is that is cut."""
    assert all(normal(case["words"]) == case["words"] for case in CASES)


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_language_is_guessed(case):
    """The letters and the commonest words tell the language of each case."""
    assert guess(case["words"]) == case["language"]


def test_texts_of_the_book_are_cut_alike():
    """The book’s own texts have the sentences, and the names of them, that its layers were made with."""
    for case in find_cases():
        words = normal(case.text)
        pieces = cut(words)
        assert [words[piece.start : piece.end] for piece in pieces] == [normal(s.text) for s in case.sentences]
        assert list(names(pieces)) == [s.id for s in case.sentences]


@settings(max_examples=60)
@given(st.lists(st.sampled_from([*"Aé .?!…”“«»'()-1\n", "। ", "。", "。”", " U.S. ", "ہ", "😀", "1. ", "Mr. ", " | "])))
def test_nothing_is_lost(parts):
    """Whatever the text, its pieces stand in order and leave nothing out but white space."""
    words = normal("".join(parts))
    pieces = cut(words)
    assert all(piece.start < piece.end for piece in pieces)
    assert all(a.end <= b.start for a, b in pairwise(pieces))
    left = [0, *(place for piece in pieces for place in (piece.start, piece.end)), len(words)]
    assert not "".join(words[a:b] for a, b in zip(left[::2], left[1::2], strict=True)).strip()
