"""The normal form of a text: what alone is hashed, whoever copied it."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whosaysso.reader.normal import hashed, normal

CASES = json.loads((Path(__file__).parent / "normal_cases.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_normal_form(case):
    """Each case that page and notebook share has its normal form and its hash."""
    assert normal(case["given"]) == case["normal"]
    assert hashed(case["normal"]) == case["sha256"]


@given(st.text(st.characters() | st.sampled_from(" \t\r\n\u00ad\u0301\u00a0\u2028\u202e\u200d\ufeffe")))
def test_normal_form_stays_as_it_is(text):
    """A text in its normal form stays as it is, so that its hash can be trusted."""
    assert normal(normal(text)) == normal(text)
