"""What authors write of each kind: what is asked and what is right, and what they are told of each fault."""

import json
from copy import deepcopy

import pytest
import yaml
from pydantic import TypeAdapter, ValidationError

from tests.conftest import ROOT
from whosaysso.kinds import KINDS, Item

PLACE = ROOT / "tests/kinds/place"
CASES = json.loads((ROOT / "tests/kinds/schema_cases.json").read_text(encoding="utf-8"))
FAULTS = yaml.safe_load((ROOT / "tests/kinds/schema_faults.yml").read_text(encoding="utf-8"))


@pytest.fixture(autouse=True)
def _in_osk(monkeypatch):
    """The texts of the book are one note from an invented place."""
    monkeypatch.setattr("whosaysso.text.case.home", lambda: PLACE)
    monkeypatch.setattr("whosaysso.kinds.judge.schema.home", lambda: PLACE)


def read(exercise: dict):
    """The exercise that an author's words make."""
    item = TypeAdapter(Item).validate_python(exercise)
    item._case = "osk"
    return item


def otherwise(fault: dict) -> dict:
    """A sound exercise with some of its values written otherwise, or left out."""
    exercise = deepcopy(CASES[fault["of"]]["exercise"])
    for at, value in [*fault.get("write", {}).items(), *((at, None) for at in fault.get("leave_out", ()))]:
        *path, last = (int(step) if step.isdigit() else step for step in at.split("."))
        part = exercise
        for step in path:
            part = part[step]
        if at in fault.get("leave_out", ()):
            del part[last]
        elif isinstance(part, list):
            part[last : last + 1] = [value]
        else:
            part[last] = value
    return exercise


def test_every_kind_has_a_case():
    """Each kind has a sound exercise here, and one with a fault."""
    assert {case["exercise"]["kind"] for case in CASES.values()} == set(KINDS)
    assert {CASES[fault["of"]]["exercise"]["kind"] for fault in FAULTS} == set(KINDS)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_exercise_is_asked_and_keyed(case):
    """What a student sees, what is right, and the answer with the full score are those written beside the exercise."""
    item = read(case["exercise"])
    assert item.question() == case["question"]
    assert item.key() == case["key"]
    assert item.best() == case["best"]
    assert item.with_key() == {**case["question"], "key": case["key"]}
    assert item.text_of() == case["text_of"]
    assert item.problems() == item.unsound() == []


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault["why"])
def test_fault_is_told(fault):
    """Each fault is told with its place, what is wrong and what to write; and no other is."""
    if "refused" in fault:
        with pytest.raises(ValidationError) as told:
            read(otherwise(fault))
        assert [each["msg"] for each in told.value.errors()] == [f"Value error, {fault['refused']}"]
        return
    item = read(otherwise(fault))
    expected = [(tuple(place), wrong, remedy) for place, wrong, remedy in fault["told"]]
    assert item.problems() == expected
    assert item.unsound() == ([] if fault.get("asked") else expected)
