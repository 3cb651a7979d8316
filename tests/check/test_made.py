"""A file that a teacher made of a text, dropped into the book: what the whole book asks of it, and what it refuses."""

import json
import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT
from whosaysso.check.faults import check, questions
from whosaysso.check.verdicts import uneven
from whosaysso.exercises.made import Made
from whosaysso.exercises.topics import find_topics
from whosaysso.reader.as_case import case_from_made

CASES = json.loads((Path(__file__).parents[1] / "maker" / "cases.json").read_text(encoding="utf-8"))
LEANING = ["what fits is the longer half"] * 3 + ["more claims are supported than contradicted"]


@pytest.fixture
def dropped(tmp_path, monkeypatch) -> None:
    """The file in a copy of the sources: three exercises whose fitting options stand alike, and uneven claims."""
    for name in ("case", "exercises", "chapters"):
        shutil.copytree(ROOT / name, tmp_path / name)
    for name in ("_config.yml", "_toc.yml", "references.bib", "LICENSE-CONTENT"):
        shutil.copy(ROOT / name, tmp_path)
    found = [next(case for case in CASES if case["why"] == why)["exercises"][0] for why in LEANING]
    made = Made.model_validate(
        {
            "format": "who-says-so/exercises/1",
            "book": "made-1",
            "title": "Twelve hurt at the bridge",
            "text": {"words": "A nurse counted 12 beds.", "origin": "A paper, 2026"},
            "exercises": [{**item, "id": f"x{number}"} for number, item in enumerate(found)],
        }
    )
    for path, text in case_from_made("bridge", made).files.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)


@pytest.mark.usefixtures("dropped")
def test_made_file_is_asked_what_the_book_would_refuse():
    """A made file whose habits are too much for the whole book has no fault: they are asked, one of a kind at most."""
    assert check() == []
    asked = [str(one) for one in questions()]
    assert len(asked) == 2 and all(one.startswith("exercises/bridge.yml: ") for one in asked)
    assert "claims are supported and" in asked[0] and "of the kind choose-all, “boxes" in asked[1]
    assert uneven(find_topics()[0].values()), "the same, in an author's file"
