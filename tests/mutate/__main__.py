"""Change the code, one place at a time, and see whether a test notices: ``python -m tests.mutate``.

Python is changed by mutmut, function by function (``[tool.mutmut]`` in pyproject.toml says which). What it cannot
change, JavaScript, templates and the constants of modules, is changed by the list in ``changes.yml``.
All of it happens in a copy, so the checkout stays as it is.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import click
from rich.console import Console

ROOT = Path(__file__).parent.parent.parent
COPY = ROOT / "_build" / "mutate"
LEFT_OUT = shutil.ignore_patterns(".git", ".venv", "_build", "__pycache__", "node_modules", ".*_cache")
GOAL = 0.85


@click.command()
@click.option("--only", type=click.Choice(["python", "list"]), help="One of the two sorts of changes.")
@click.argument("names", nargs=-1)
def main(only: str | None, names: tuple[str, ...]) -> None:
    """Tell what share of the changes a test notices, and name those that none does.

    NAMES limit the run: functions for mutmut, such as whosaysso.kinds.grammar*, or parts of a file's name for the list.
    """
    say = Console(highlight=False)
    for folder in ("src", "tests"):  # what is no longer in the checkout is not left in the copy either
        shutil.rmtree(COPY / folder, ignore_errors=True)
    shutil.copytree(ROOT, COPY, ignore=LEFT_OUT, dirs_exist_ok=True)
    killed, survivors = 0, []
    if only != "list":
        killed, survivors = _by_mutmut(names)
    if only != "python":
        for change, seen in _by_the_list(names):
            say.print(f"{'killed' if seen else 'SURVIVED'}: {change}")
            killed, survivors = killed + seen, survivors if seen else [*survivors, change]
    tried = killed + len(survivors)
    for survivor in survivors:
        say.print(f"survived: {survivor}")
    say.print(f"{killed} of {tried} killed, {len(survivors)} survived ({killed / max(tried, 1):.0%})")
    sys.exit(0 if killed >= GOAL * tried else 1)


def _by_mutmut(names: tuple[str, ...]) -> tuple[int, list[str]]:
    """How many changes of Python a test noticed, and the names of the others; ``mutmut show NAME`` shows one."""
    if not find_spec("mutmut"):
        sys.exit('mutmut is not installed: pip install --editable ".[mutate]"')
    command = [sys.executable, "-m", "mutmut", "run", *names]
    if subprocess.run(command, cwd=COPY, env=_environment(), check=False).returncode:
        sys.exit("mutmut could not run: its last lines say why")
    found: dict[str, int | None] = {}
    for path in (COPY / "mutants" / "src").rglob("*.meta"):
        found |= json.loads(path.read_text(encoding="utf-8"))["exit_code_by_key"]
    tried = {name: code for name, code in found.items() if code is not None}  # the others were not asked for
    return sum(code not in SURVIVED for code in tried.values()), sorted(n for n, c in tried.items() if c in SURVIVED)


SURVIVED = (0, 5, 33, 34)
"""What mutmut writes down of a change that no test noticed, or that no test so much as ran."""


def _by_the_list(names: tuple[str, ...]) -> Iterator[tuple[str, bool]]:
    """Each change of our own list, and whether a test noticed it."""
    command = [sys.executable, "-m", "tests.mutate.changes", *names]
    with subprocess.Popen(command, cwd=COPY, env=_environment(), stdout=subprocess.PIPE, text=True) as running:
        for line in running.stdout or ():
            yield tuple(json.loads(line))
    if running.returncode:
        sys.exit("the list could not be tried to its end")


def _environment() -> dict[str, str]:
    """Ours, with the package as it is in the copy, for every process that a test starts too."""
    return {**os.environ, "PYTHONPATH": str(COPY / "src"), "PYTHONDONTWRITEBYTECODE": "1"}


if __name__ == "__main__":
    main()
