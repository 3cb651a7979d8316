"""A new kind is a new folder: the one that docs/adding-a-kind.md shows is found wherever the others are."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

FILES = dict(
    re.findall(
        r"^`([\w.]+)`:\n\n```\w+\n(.*?)^```$",
        (ROOT / "docs/adding-a-kind.md").read_text(encoding="utf-8"),
        re.DOTALL | re.MULTILINE,
    )
)
"""The folder of the kind that the page for developers shows."""
EXERCISES = """title: Ticking
case: balochistan-july-2025
exercises:
  - {id: tick-it, kind: tick, title: Tick it, prompt: Tick the box., reads: sound, box: The only box,
     feedback: "Ticked, as it should be."}
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory) -> Path:
    """A book of one exercise, of a kind that is nowhere named but in its own folder."""
    folder = tmp_path_factory.mktemp("ninth")
    shutil.copytree(ROOT / "src", folder / "src")
    kind = folder / "src/whosaysso/kinds/tick"
    kind.mkdir()
    for name, text in FILES.items():
        (kind / name).write_text(text, encoding="utf-8")
    for name in ("exercises", "chapters"):
        (folder / name).mkdir()
    shutil.copytree(ROOT / "case/balochistan-july-2025", folder / "case/balochistan-july-2025")
    for name in ("_config.yml", "references.bib"):
        shutil.copy(ROOT / name, folder)
    (folder / "exercises/ticking.yml").write_text(EXERCISES, encoding="utf-8")
    (folder / "exercises/sets.yml").write_text("sets: []\n", encoding="utf-8")
    (folder / "_toc.yml").write_text("format: jb-book\nroot: chapters/index\n", encoding="utf-8")
    (folder / "chapters/index.md").write_text("# Ticking\n\n```{exercise} tick-it\n```\n", encoding="utf-8")
    return folder


def run(project: Path, *words: str) -> str:
    """One of our commands with the package that has the new kind; gives what it printed."""
    done = subprocess.run(
        [sys.executable, "-m", "whosaysso", *words],
        check=False,
        cwd=project,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(project / "src"), "NO_COLOR": "1"},
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    return done.stdout


def test_check_plays_its_blind_strategy(project):
    """``check`` reads an exercise of the new kind and plays the blind strategy of its folder."""
    assert "the unticked box" in run(project, "check")


def test_schema_and_key_have_it(project):
    """The published schema has the type of the new kind, and the answer key its answers."""
    run(project, "schemas")
    assert "Tick" in json.loads((project / "schemas/exercises.json").read_text(encoding="utf-8"))["$defs"]
    run(project, "key")
    assert "Ticked, as it should be." in (project / "_build/key.html").read_text(encoding="utf-8")


def test_page_answers_it(project, page):
    """The built page shows an exercise of the new kind in its own style, and grades it with its own grader."""
    run(project, "book")
    assert FILES["style.css"] in (project / "_build/html/_static/exercise.css").read_text(encoding="utf-8")
    page.goto((project / "_build/html/chapters/index.html").as_uri())
    root = page.locator('[data-exercise="tick-it"]')
    root.get_by_label("The only box").check()
    root.get_by_role("button", name="Check", exact=True).click()
    assert root.get_attribute("data-score") == "1"
    assert "Ticked, as it should be." in root.locator(".wss-note").inner_text()
