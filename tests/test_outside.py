"""The commands where there is no checkout: in an empty folder, with the package as a wheel installs it."""

import os
import shutil
import subprocess
import sys

import pytest

from tests.conftest import ROOT


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """``installed(task, …)`` runs a command in an empty folder, and gives what it did and the folder."""
    site = tmp_path_factory.mktemp("site")
    shutil.copytree(ROOT / "src/whosaysso", site / "whosaysso", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("case", "exercises"):
        shutil.copytree(ROOT / name, site / "whosaysso/data" / name)
    before = {path for path in site.rglob("*") if "__pycache__" not in path.parts}

    def run(*task: str):
        folder = tmp_path_factory.mktemp("empty")
        done = subprocess.run(
            [sys.executable, "-m", "whosaysso", *task],
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "PYTHONPATH": str(site)},
        )
        assert "Traceback" not in done.stderr, done.stderr
        assert {path for path in site.rglob("*") if "__pycache__" not in path.parts} == before
        return done, folder

    return run


@pytest.mark.parametrize(
    ("task", "made"), [("key", "key.html"), ("worksheet sourcing", "worksheet-sourcing.html"), ("schemas", "schemas")]
)
def test_what_is_made_lies_in_the_current_folder(installed, task, made):
    """Outside a checkout a command writes into the folder one stands in, and never into the package."""
    done, folder = installed(*task.split())
    assert done.returncode == 0, done.stderr
    assert [path.name for path in folder.iterdir()] == [made]


@pytest.mark.parametrize("task", ["book", "test", "lab", "serve", "lint"])
def test_what_needs_a_checkout_says_so(installed, task):
    """A command that needs the book's own folder says so in a sentence, and makes nothing."""
    done, folder = installed(task)
    assert done.returncode == 1 and "needs the book’s own folder" in done.stderr
    assert not list(folder.iterdir())


def test_check_works_anywhere(installed):
    """The case and the exercises that the package carries can be checked outside a checkout."""
    done, _ = installed("check")
    assert done.returncode == 0 and "sound" in done.stdout


def test_output_that_cannot_be_written_is_told(installed):
    """A place where nothing can be written is told in a sentence."""
    done, _ = installed("key", "-o", "/proc/nowhere/key.html")
    assert done.returncode == 1 and "/proc/nowhere" in done.stdout + done.stderr
