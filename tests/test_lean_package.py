"""The package as a notebook without the extras has it: what it needs, what works, and what is asked for by name."""

import re
import subprocess
import sys
import tomllib

import pytest

from tests.conftest import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = {
    extra: [re.split(r"[<>=]", one)[0] for one in PROJECT["optional-dependencies"][extra]]
    for extra in ("notebooks", "commands")
}

WITHOUT = f"""
import sys

class Absent:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {[name.replace("-", "_") for names in EXTRAS.values() for name in names]}:
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)

sys.meta_path.insert(0, Absent())
"""
"""Stands for an environment without the extras: an environment of its own would have to be installed for each run."""


def run(code: str, folder) -> subprocess.CompletedProcess:
    """What comes of code where none of the extras can be imported."""
    return subprocess.run(
        [sys.executable, "-c", WITHOUT + code],
        capture_output=True,
        text=True,
        check=False,
        cwd=folder,
    )


def test_notebook_needs_few_packages():
    """Whoever installs the package for a notebook gets what the exercises need, and none of the extras."""
    assert {re.split(r"[<>=]", one)[0] for one in PROJECT["dependencies"]} == {
        "anywidget",
        "filelock",
        "jinja2",
        "pydantic",
        "pyyaml",
    }
    assert {"matplotlib", "selectolax", "sentencex", "tabulate"} == {*EXTRAS["notebooks"]} and {"click", "rich"} < {
        *EXTRAS["commands"]
    }


def test_binder_has_the_extras():
    """What Binder installs has the figures and the commands too, as a checkout has."""
    wanted = (ROOT / "binder/requirements.txt").read_text(encoding="utf-8")
    assert set(re.search(r"^-e \.\[(.+)\]$", wanted, re.MULTILINE)[1].split(",")) == {*EXTRAS}


def test_exercises_work_without_the_extras(tmp_path):
    """Exercises are answered, scored and kept, and the bar, the results, a door and a text are shown, without them."""
    code = """
from whosaysso.exercises.topics import find_exercise
from whosaysso.notebook import article, door, exercise, practise, results, work
shown, best = exercise("footbridge"), find_exercise("footbridge").best()
shown.response = best
shown.attempt = {"id": "0" * 31 + "1", "exercise": "footbridge", "version": shown.exercise["version"],
                 "response": best, "confidence": None, "at": "2026-01-01T10:00:00Z", "claimed": None}
article("wire-report"), results(), practise(), door("before")
print(shown.score, len(work().work["attempts"]))
"""
    done = run(code, tmp_path)
    assert done.stdout.split() == ["1.0", "1"], done.stderr
    assert (tmp_path / "my-work.json").is_file()


def test_answers_of_a_class_come_without_the_extras(tmp_path):
    """A teacher's notebook reads a class without them too, only slower."""
    code = """
from whosaysso.desk.answers import class_answers
from whosaysso.work.made_class import write_class
print(len({row["student"] for row in class_answers(write_class("class"))}))
"""
    done = run(code, tmp_path)
    assert int(done.stdout) > 1, done.stderr


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("import whosaysso.notebook.explorers", "matplotlib"),
        ("from whosaysso.figures.bus import accounts_of_the_bus", "matplotlib"),
        ("from whosaysso.notebook.reading import read_text", "sentencex"),
        ("import whosaysso.__main__", "click"),
    ],
)
def test_what_is_missing_is_asked_for_by_name(tmp_path, code, name):
    """Figures and commands say in a sentence which package they need, and how to get it; commands, all of theirs."""
    done = run(code, tmp_path)
    last = done.stderr.strip().splitlines()[-1]
    assert done.returncode == 1 and "not installed here" in last and re.search(rf"pip install .*{name}", last), last
    assert name != "click" or {*last.split("pip install ")[1].split()} == {*EXTRAS["commands"]}
