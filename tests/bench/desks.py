"""The same ten questions from the same class, graded by this desk, by nbgrader and by Otter, one after the other.

With a Python that has them: ``pip install -e ".[interop]" otter-grader``, then ``python -m tests.bench.desks``.
Those that are not there are left out, and said to be. Each has to give every student the same points. Otter grades in
containers where it has Docker; here it grades without, a submission a command, as its ``run`` does.
"""

import csv
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import click
import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_notebook

from tests.desk.hand_ins import ITEMS, hand_in
from tests.interop.course import nbgrader

QUESTIONS = [item for item in ITEMS.values() if item.kind == "choose"][:10]
KEY = [item.best()["choice"] for item in QUESTIONS]
NAME = "ten-questions"

Answers = dict[str, list[str]]
"""What each student chose, by the question."""


def class_of(many: int) -> Answers:
    """Students who choose at random."""
    dice = Random(0)
    return {f"s{n:03d}": [dice.choice(item.options).id for item in QUESTIONS] for n in range(many)}


def notebook(cells: list[str]) -> NotebookNode:
    """A notebook of such cells."""
    made = new_notebook(cells=[new_code_cell(cell) for cell in cells])
    made.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return made


def write(path: Path, made: NotebookNode) -> None:
    """Write a notebook."""
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(made, path)


def by_desk(folder: Path, answers: Answers) -> Callable[[], dict[str, float]]:
    """A folder of files, as students hand them in."""
    for student, chosen in answers.items():
        given = [(item.id, {"choice": one}, None) for item, one in zip(QUESTIONS, chosen, strict=True)]
        hand_in(folder / "in" / f"{student}.json", *given, code=student)

    def grade() -> dict[str, float]:
        run(folder, "whosaysso", "grade", "in")
        with (folder / "items.csv").open(encoding="utf-8-sig", newline="") as table:
            points = dict.fromkeys(answers, 0.0)
            for row in csv.DictReader(table):
                points[row["code"]] += float(row["score"] == "1")
        return points

    return grade


def by_nbgrader(folder: Path, answers: Answers) -> Callable[[], dict[str, float]]:
    """A course with one assignment, and what its students submitted."""
    asked = notebook([line for n, key in enumerate(KEY) for line in (f"a{n} = ''", f"assert a{n} == {key!r}")])
    for n, cell in enumerate(asked.cells):
        test = n % 2 == 1
        cell.metadata["nbgrader"] = {
            "grade": test,
            "solution": not test,
            "locked": test,
            "task": False,
            "grade_id": f"{'test' if test else 'answer'}-{n // 2}",
            "schema_version": 3,
            **({"points": 1} if test else {}),
        }
    write(folder / "source" / NAME / f"{NAME}.ipynb", asked)
    nbgrader(folder, folder, "generate_assignment", NAME)
    for student, chosen in answers.items():
        given = nbformat.read(folder / "release" / NAME / f"{NAME}.ipynb", 4)
        for n, one in enumerate(chosen):
            given.cells[2 * n].source = f"a{n} = {one!r}"
        write(folder / "submitted" / student / NAME / f"{NAME}.ipynb", given)

    def grade() -> dict[str, float]:
        nbgrader(folder, folder, "autograde", NAME, "--create")
        nbgrader(folder, folder, "export")
        with (folder / "grades.csv").open(encoding="utf-8", newline="") as table:
            return {row["student_id"]: float(row["score"]) for row in csv.DictReader(table)}

    return grade


def by_otter(folder: Path, answers: Answers) -> Callable[[], dict[str, float]]:
    """Tests packed as Otter packs them, and a notebook a student."""
    (folder / "tests").mkdir(parents=True)
    for n, key in enumerate(KEY):
        case = {"code": f">>> a{n} == {key!r}\nTrue", "hidden": False, "locked": False}
        test = {"name": f"q{n}", "points": 1, "suites": [{"cases": [case], "scored": True, "type": "doctest"}]}
        (folder / "tests" / f"q{n}.py").write_text(f"OK_FORMAT = True\ntest = {test!r}\n", encoding="utf-8")
    run(folder, "otter", "generate", "-t", "tests", "-o", "autograder.zip", "--no-environment")
    for student, chosen in answers.items():
        write(folder / f"{student}.ipynb", notebook([f"a{n} = {one!r}" for n, one in enumerate(chosen)]))

    def grade() -> dict[str, float]:
        points = {}
        for student in answers:
            (folder / student).mkdir()
            run(folder, "otter", "run", "-a", "autograder.zip", "-o", student, "--no-logo", f"{student}.ipynb")
            told = json.loads((folder / student / "results.json").read_text(encoding="utf-8"))
            points[student] = sum(test["score"] for test in told["tests"] if test["name"].startswith("q"))
        return points

    return grade


def run(folder: Path, *command: str) -> None:
    """A module's command, in this folder."""
    done = subprocess.run([sys.executable, "-m", *command], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


DESKS = {"whosaysso": by_desk, "nbgrader": by_nbgrader, "otter": by_otter}


@click.command()
@click.option("--students", default=20, show_default=True)
def main(students: int) -> None:
    """Grade one class three times, and say how long each took for a student."""
    # nbgrader calls a command by its name, which may be beside this Python and nowhere else.
    os.environ["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    answers = class_of(students)
    right = {name: float(sum(map(str.__eq__, chosen, KEY))) for name, chosen in answers.items()}
    ours = 0.0
    for name, desk in DESKS.items():
        if not find_spec(name):
            click.echo(f"| {name} | is not here |")
            continue
        with TemporaryDirectory() as folder:
            (Path(folder) / name).mkdir()
            grade = desk(Path(folder) / name, answers)
            begun = time.perf_counter()
            points = grade()
            each = (time.perf_counter() - begun) / students
        assert points == right, (points, right)
        ours = ours or each
        click.echo(f"| {name} | {each:.3f} s a student | {each / ours:,.0f} |")


if __name__ == "__main__":
    main()
