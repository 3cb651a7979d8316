"""The example course in ``docs/nbgrader``, taken through nbgrader by a teacher and two students.

All three are folders of one user of this computer: nbgrader tells students apart by ``--student``. The answers are
given to the widgets by Python, in place of a browser.
"""

import csv
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import nbformat

from tests.desk.hand_ins import ITEMS
from whosaysso.authored.folders import home
from whosaysso.desk.rows import row_of
from whosaysso.work.course import course
from whosaysso.work.reading import read_hand_in

COURSE, ASSIGNMENT, NOTEBOOK = "reading-the-news", "who-says-so", "sourcing"
SCORED, WRITTEN = "who-speaks", "one-verb-for-both"

ANSWER = """
import json, sys, uuid
from datetime import UTC, datetime
from whosaysso.notebook import exercise
for name, response in json.load(sys.stdin):
    shown = exercise(name)
    at = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    shown.attempt = {
        "id": uuid.uuid4().hex, "exercise": name, "version": shown.exercise["version"], "response": response,
        "confidence": None, "at": at, "claimed": None,
    }
    assert shown.notice == "", shown.notice
"""
"""What a browser says when a student presses Check, said in its place."""


def run(folder: Path) -> Iterator[str]:
    """Generate, release, fetch, answer, submit, collect, autograde, mark by hand, export."""
    teacher, exchange = folder / "teacher", folder / "exchange"
    shutil.copytree(home() / "docs" / "nbgrader", teacher)
    exchange.mkdir(mode=0o777)
    exchange.chmod(0o777)
    nbgrader(teacher, exchange, "generate_assignment", ASSIGNMENT)
    nbgrader(teacher, exchange, "release_assignment", ASSIGNMENT)
    best = ITEMS[SCORED].best()
    half = {"classes": dict(list(best["classes"].items())[: len(best["classes"]) // 2])}
    answers = {
        "ada": [(SCORED, best), (WRITTEN, {"text": "Both sides said it."})],
        "bo": [(SCORED, half), (SCORED, best)],
    }
    for student, given in answers.items():
        own = folder / student
        own.mkdir()
        nbgrader(own, exchange, "fetch_assignment", ASSIGNMENT)
        run_all(own / ASSIGNMENT / f"{NOTEBOOK}.ipynb")
        answer(own / ASSIGNMENT, given)
        run_all(own / ASSIGNMENT / f"{NOTEBOOK}.ipynb")
        nbgrader(own, exchange, "submit", ASSIGNMENT, "--student", student)
    yield "two students fetched, ran the whole notebook without a stop before and after they answered, and submitted"
    nbgrader(teacher, exchange, "collect", ASSIGNMENT)
    nbgrader(teacher, exchange, "autograde", ASSIGNMENT, "--create")
    yield from graded(teacher, list(answers))
    nbgrader(teacher, exchange, "export")
    with (teacher / "grades.csv").open(encoding="utf-8", newline="") as table:
        total = {row["student_id"]: float(row["score"]) for row in csv.DictReader(table)}
    assert total["ada"] == 2 + 2.5 and 0 < total["bo"] < 2, total
    yield f"exported: ada {total['ada']:.2f} of 5, bo {total['bo']:.2f} of 5"


def graded(teacher: Path, students: list[str]) -> Iterator[str]:
    """What nbgrader gave, beside what the desk gives; then a mark for what was written."""
    from nbgrader.api import Gradebook  # noqa: PLC0415 - it logs when it is imported

    asked = course()
    with Gradebook(f"sqlite:///{teacher / 'gradebook.db'}") as book:
        for student in students:
            work = read_hand_in(teacher / "submitted" / student / ASSIGNMENT / "my-work.json")
            desk = {one.exercise: one.score for one in row_of(work, asked).answers}
            theirs = book.find_grade(SCORED, NOTEBOOK, ASSIGNMENT, student)
            assert abs(theirs.auto_score - 2 * desk[SCORED]) < 1e-9 and not theirs.needs_manual_grade
            written = book.find_grade(WRITTEN, NOTEBOOK, ASSIGNMENT, student)
            assert written.needs_manual_grade and written.auto_score is None
            yield f"{student}: nbgrader gives {theirs.auto_score:.2f} of 2, and the desk {desk[SCORED]:.3f} of 1"
        page = nbformat.read(teacher / "autograded/ada" / ASSIGNMENT / f"{NOTEBOOK}.ipynb", 4)
        assert any("Both sides said it." in str(cell.get("outputs")) for cell in page.cells)
        mark = book.find_grade(WRITTEN, NOTEBOOK, ASSIGNMENT, "ada")
        mark.manual_score, mark.needs_manual_grade = 2.5, False
        book.db.commit()
    yield "what ada wrote stands in her graded notebook, waits for a person, and was given 2.5 of 3"


def nbgrader(where: Path, exchange: Path, *arguments: str) -> None:
    """A command of nbgrader's, in somebody's folder, with a cache of their own."""
    settings = [f"--Exchange.root={exchange}", f"--Exchange.cache={where / 'cache'}", "--course", COURSE]
    if arguments[0] == "export":
        settings = []
    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", *arguments, *settings],
        cwd=where,
        env=os.environ | {"JUPYTER_CONFIG_DIR": str(where / "config"), "IPYTHONDIR": str(where / "ipython")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def run_all(path: Path) -> None:
    """*Run All*: a cell that fails stops it, and is an error here."""
    command = [sys.executable, "-m", "jupyter", "execute", "--inplace", path.name]
    done = subprocess.run(command, cwd=path.parent, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def answer(where: Path, given: list[tuple[str, dict]]) -> None:
    """Answer in this folder, as one sitting at the notebook."""
    subprocess.run([sys.executable, "-c", ANSWER], input=json.dumps(given), cwd=where, text=True, check=True)
