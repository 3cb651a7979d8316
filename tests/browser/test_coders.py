"""From trained coders' marks in the page, through the command, to points on words over which people differ."""

import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import expect

from tests.browser.test_your_text import load, mark, open_table, panel, saved
from tests.conftest import ROOT, watch
from tests.student import answer, check, exercise
from whosaysso.__main__ import main
from whosaysso.exercises.topics import find_exercise
from whosaysso.kinds.grading import grade
from whosaysso.text.sentences import words

CASE, CONTESTED = "balochistan-july-2025", "opening-words"
LOADED, LARGER = "Loaded_Language", "Exaggeration,Minimisation"
DEADLIEST, GRIP, RESTIVE = "one of the deadliest weeks", "weakening grip", "restive"
CODERS = {
    "Coder A": [(LOADED, GRIP), (LARGER, DEADLIEST)],
    "Coder B": [(LOADED, GRIP), (LOADED, RESTIVE), (LARGER, DEADLIEST)],
    "Coder C": [(LOADED, GRIP), (LARGER, "deadliest weeks")],
}


@pytest.fixture
def sources(tmp_path, monkeypatch) -> Path:
    """A copy of what authors write, in which the commands work."""
    for name in ("case", "exercises", "chapters"):
        shutil.copytree(ROOT / name, tmp_path / "book" / name)
    for name in ("_config.yml", "_toc.yml"):
        shutil.copy(ROOT / name, tmp_path / "book")
    monkeypatch.chdir(tmp_path / "book")
    return tmp_path / "book"


def said(*task: str) -> str:
    """What a command prints; it has to succeed."""
    done = CliRunner().invoke(main, list(task), catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.output


def numbers(text: str, phrase: str) -> list[int]:
    """The numbers of the words of a phrase that stands once in a text."""
    start, end = text.index(phrase), text.index(phrase) + len(phrase)
    return [n for n, (a, b) in enumerate(words(text)) if a < end and start < b]


def coded(browser, folder: Path, code: str) -> dict:
    """What a coder saves, who opens the file of the command in a browser of their own and marks in it."""
    context = browser.new_context(offline=True, accept_downloads=True)
    page = context.new_page()
    wrong = watch(page)
    given = (folder / f"{CASE}-to-code.json").read_text(encoding="utf-8")
    load(open_table(page, folder / "table.html"), "to-code.json", given)
    page.locator('[data-step="mark"]').click()
    for label, phrase in CODERS[code]:
        place = numbers(json.loads(given)["text"]["words"], phrase)
        panel(page).get_by_role("radio", name=label, exact=True).check()
        mark(page, place[0], place[-1])
    found = json.loads(saved(page))
    context.close()
    assert not wrong and len(found["annotations"]) == len(CODERS[code])
    return {**found, "code": code}


def test_three_coders_make_a_contested_exercise_score(browser, opened, sources):
    """Three people open the command's file in the page, mark alone and are added; then the exercise that only compared
    scores by their agreement and says so, in Python and in the page alike.
    """
    item = find_exercise(CONTESTED)
    half = {"words": {"loaded": numbers(" ".join(item.question()["words"]), GRIP), "larger": []}}
    assert grade(item.with_key(), half)["score"] is None

    assert f"{CASE}-to-code.json" in said("codings", CASE)
    (sources / "coded").mkdir()
    for code in CODERS:
        file = sources / "coded" / f"{code[-1]}.json"
        file.write_text(json.dumps(coded(browser, sources, code)), encoding="utf-8")
    assert "7 marks of 3 people added" in said("codings", CASE, "coded", "--instrument", "the codebook of 2026")

    item = find_exercise(CONTESTED)
    people = [one["words"] for one in item.key()["coders"] if one["kind"] == "person"]
    scores = [grade(item.with_key(), {"words": given})["score"] for given in (people[0], half["words"])]
    assert 0.2 < scores[1] < scores[0] <= 1
    root = exercise(opened(CONTESTED), item)
    answer(root, item, half)
    check(root)
    expect(root).to_have_attribute("data-state", "graded")
    assert float(root.get_attribute("data-score")) == pytest.approx(scores[1])
    expect(root.locator(".wss-result")).to_have_text(
        re.compile(r"^Score 0\.\d+ of 1\. Scored by how far you agree with the people who coded it")
    )
