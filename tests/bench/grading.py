"""How many hand-ins the desk grades in a second, what memory it takes, and how it stands a million mutated ones.

Alone, as in ``python -m tests.bench.grading --hand-ins 100000 --mutated 1000000``; with these figures it takes half an
hour and a gigabyte of disk.
"""

import ctypes
import json
import os
import resource
import subprocess
import sys
import time
import zipfile
from contextlib import suppress
from functools import partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import click

from tests.desk.hand_ins import BEST, ITEMS, work
from tests.desk.test_mutated import looked_at

ANSWERS = 60

ADOPT = 36
"""By this number Linux gives us, in place of its first process, the children of those that end before them."""


def grading(many: int) -> list[tuple[str, str]]:
    """A class of so many students with sixty answers each, in Moodle's zip, graded by the command."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        _pack(folder / "class.zip", many)
        if sys.platform == "linux":
            ctypes.CDLL(None).prctl(ADOPT, 1, 0, 0, 0)
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        begun = time.perf_counter()
        command = [sys.executable, "-m", "whosaysso", "grade", "class.zip"]
        subprocess.run(command, cwd=folder, check=True, capture_output=True)
        seconds = time.perf_counter() - begun
        with suppress(ChildProcessError):  # those whom the command leaves behind at its end count too
            while os.wait():
                pass
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        worked = used.ru_utime + used.ru_stime - before.ru_utime - before.ru_stime
    return [
        (f"{many:,} hand-ins of {ANSWERS} answers, graded", f"{seconds:.1f} s, {many / seconds:,.0f} a second"),
        ("The processors' time for it", f"{worked:.1f} s, {1000 * worked / many:.2f} ms a hand-in"),
        ("Memory of the largest process", f"{used.ru_maxrss / 1000:,.0f} MB"),
    ]


def _pack(path: Path, many: int) -> None:
    chance = Random(0)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for number in range(many):
            answers = [
                (
                    name,
                    {"choice": chance.choice(ITEMS[name].options).id} if ITEMS[name].kind == "choose" else best,
                    None,
                )
                for name, best, _ in chance.sample(BEST, ANSWERS)
            ]
            data = json.dumps(work(*answers, code=f"K{number}", form="ABC"), indent=1)
            archive.writestr(f"Student {number}_{number}_assignsubmission_file/who-says-so.json", data)


def mutating(many: int) -> list[tuple[str, str]]:
    """So many mutated hand-ins: what is measured is that none stops the desk."""
    refused = sum(len(looked_at(min(10_000, many - at), seed=at).refused) for at in range(0, many, 10_000))
    return [(f"{many:,} mutated hand-ins", f"{refused:,} told with a reason, the others graded, none stopped it")]


@click.command()
@click.option("--hand-ins", default=2_000, show_default=True)
@click.option("--mutated", default=20_000, show_default=True)
def main(hand_ins: int, mutated: int) -> None:
    """Measure the desk alone."""
    for measured in (partial(grading, hand_ins), partial(mutating, mutated)):
        for what, told in measured():
            click.echo(f"| {what} | {told} |")


if __name__ == "__main__":
    main()
