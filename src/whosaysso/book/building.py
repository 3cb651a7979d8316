"""Building the book with Jupyter Book: how far it is in a line, and else only what is wrong."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn

# Run as `-m`, jupyter_book.cli.main would do nothing and exit 0.
JUPYTER_BOOK = (sys.executable, "-c", "from jupyter_book.cli.main import main; main()")
# -W: a build with a warning has failed. Without it, a cell that raises would go unnoticed.
STRICT = ("build", "-n", "-W", "--keep-going")

_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_STEP = re.compile(r"(reading sources|writing output)\.\.\. \[ *(\d+)%\] (\S+)")
_PAGES = re.compile(r"updating environment: .*?(\d+ added, \d+ changed, \d+ removed)")
_WRONG = re.compile(r"(?:^|: )(WARNING|ERROR|CRITICAL|SEVERE): ")
# What was raised first is the cause; below it stand those that came of it.
_RAISED = re.compile(r"(?:[\w.]*(?:Error|Exception)|[A-Z]\w* error): ?\S.*")
_STEPS = {"reading sources": "Reading", "writing output": "Writing"}


def build(folder: Path, say: Console, everything: bool = False, verbose: bool = False) -> bool:
    """Build the book that lies in ``folder``; whether nothing was wrong.

    ``everything`` builds every page anew; ``verbose`` prints all that the tools say.
    """
    command = [*JUPYTER_BOOK, *STRICT, *(["--all"] if everything else []), "."]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1", "PYTHONIOENCODING": "utf-8"}
    with subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    ) as running:
        lines = (_COLOUR.sub("", line.rstrip("\n")) for line in running.stdout or ())
        told = _passed_on(lines, say) if verbose else _told(lines, folder, say)
    if running.returncode and not told:
        say.print("The book could not be built: the option --verbose shows all that was said.", style="red")
    return running.returncode == 0


def _passed_on(lines: Iterator[str], say: Console) -> int:
    count = 0
    for line in lines:
        say.print(line)
        count += 1
    return count


def _told(lines: Iterator[str], folder: Path, say: Console) -> int:
    """Show how far it is, and print every warning with the lines that belong to it; how many there were."""
    count, belongs, raised = 0, False, ""
    with _progress(say) as show:
        for line in lines:
            if step := _STEP.search(line):
                show(_STEPS[step[1]], int(step[2]), step[3])
            elif pages := _PAGES.search(line):
                say.print(f"Pages: {pages[1]}")
            elif _WRONG.search(line):
                say.print(line.replace(f"{folder}{os.sep}", ""), style="red")
                count, belongs = count + 1, True
                continue
            elif belongs and line.startswith((" ", "\t")):
                say.print(line, style="red")
                continue
            elif _RAISED.fullmatch(line):
                raised = raised or line
            belongs = False
    if raised and not count:
        say.print(raised, style="red")
        say.print("The option --verbose shows where.")
        count = 1
    return count


@contextmanager
def _progress(say: Console) -> Iterator[Callable[[str, int, str], None]]:
    """A bar in a terminal, which goes when it is full; elsewhere nothing."""
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[page]}"))
    with Progress(*columns, console=say, transient=True, disable=not say.is_terminal) as bar:
        task = bar.add_task("Preparing", total=100, page="")
        yield lambda step, done, page: bar.update(task, description=step, completed=done, page=page)
