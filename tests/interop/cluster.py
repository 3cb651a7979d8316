"""A class graded over a real Dask cluster of processes, one of which is killed midway: the tables of ``grade``."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from distributed import Client, LocalCluster

from tests.desk.hand_ins import BEST, WRITE, hand_in
from whosaysso.desk.classes import grade_class
from whosaysso.desk.files import Handed, NotReadError
from whosaysso.desk.grades import grades
from whosaysso.desk.grading import Graded, Grader, How, Refusal
from whosaysso.desk.spreadsheet import Form
from whosaysso.desk.tables import Tables, write_tables

STUDENTS = 240
TOGETHER = 5
"""Files in a task: few, so that there is a midway."""


@cache
def grader() -> Grader:
    """The one of a worker, made once in each."""
    return Grader(How())


def graded(batch: list[tuple[str, bytes]]) -> list[Graded | Refusal]:
    """What comes of a batch of files: a function of what is in them and of nothing else."""
    return [grader().grade(path, data) for path, data in batch]


def run(folder: Path) -> Iterator[str]:
    """Grade the class by the command and by the cluster, and compare what was written."""
    for number in range(STUDENTS):
        texts = [(WRITE[0], {"text": f"Somebody counted, {number} times, and was not named."}, None)]
        hand_in(folder / "class" / f"{number}.json", *BEST[number % 40 :], *texts, code=f"K{number:03}")
    (folder / "class" / "notes.json").write_text("{", encoding="utf-8")
    by_command, by_cluster = folder / "command", folder / "cluster"
    by_command.mkdir()
    by_cluster.mkdir()
    command = [sys.executable, "-m", "whosaysso", "grade", folder / "class", "-o", by_command / "grades.csv"]
    subprocess.run(command, check=False, capture_output=True)
    seen: list[str] = []
    with (
        LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster,
        Client(cluster) as client,
    ):

        def turn(files: Iterable[Handed], many: int, own: Grader) -> Iterator[Graded | Refusal]:
            return over(client, files, seen)

        found = grade_class(folder / "class", How(), turn=turn)
    yield from seen
    write_tables(found, grades(found), Tables(by_cluster / "grades.csv"), Form())
    for name in ("grades.csv", "items.csv", "texts.csv"):
        ours, theirs = ((where / name).read_bytes() for where in (by_command, by_cluster))
        assert ours == theirs, f"{name} differs"
    assert [refusal.path for refusal in found.refused] == ["notes.json"]
    yield f"grades.csv, items.csv and texts.csv of {len(found.rows)} students are the same bytes as those of grade"


def over(client: Client, files: Iterable[Handed], seen: list[str]) -> Iterator[Graded | Refusal]:
    """What came of each file, in their order; a worker is killed once a quarter is done."""
    came: list[tuple[str, bytes] | Refusal] = []
    for handed in files:
        try:
            came.append((handed.path, handed.read()))
        except NotReadError as refused:
            came.append(Refusal(handed.path, str(refused)))
    read = [one for one in came if not isinstance(one, Refusal)]
    tasks = client.map(graded, [read[at : at + TOGETHER] for at in range(0, len(read), TOGETHER)], pure=False)
    for task in tasks[: len(tasks) // 4]:
        task.result()
    before = client.run(os.getpid)
    left = sum(not task.done() for task in tasks)
    lost = next(iter(before.values()))
    os.kill(lost, signal.SIGKILL)
    results = iter([one for task in tasks for one in task.result()])
    after = client.run(os.getpid)
    assert left > len(tasks) // 3 and lost not in after.values(), (left, before, after)
    seen.append(f"a worker of two was killed with {left} of {len(tasks)} tasks not done; {len(after)} work at the end")
    return iter([one if isinstance(one, Refusal) else next(results) for one in came])
