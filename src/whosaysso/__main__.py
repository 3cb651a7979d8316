"""Every task of the book as one command: ``python -m whosaysso TASK``."""

import functools
import io
import os
import subprocess
import sys
from pathlib import Path

try:
    import click
    from rich.console import Console
    from rich.table import Table
except ModuleNotFoundError as lacking:  # they are extras of the package: a notebook needs no commands
    sys.exit(
        f"The commands need the package {lacking.name}, which is not installed here: "
        "python -m pip install click markdown-it-py msgspec rich selectolax sentencex tree-sitter "
        "tree-sitter-javascript"
    )

from whosaysso.authored.fault import Fault, Faulty, shown
from whosaysso.authored.folders import checkout
from whosaysso.authored.writing import write_atomically
from whosaysso.commands.case import case
from whosaysso.commands.codings import codings
from whosaysso.commands.compare import compare
from whosaysso.commands.grade import grade
from whosaysso.commands.package import package
from whosaysso.commands.report import report
from whosaysso.commands.schemas import schemas
from whosaysso.commands.statements import statements

say = Console(highlight=False, soft_wrap=True, markup=False, emoji=False)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Who Says So? Build the book, open the exercises, check what you wrote, grade what was handed in."""


def sources(task: str) -> Path:
    """The checkout that a task needs.

    Raises
    ------
    click.ClickException
        Where there is none, with where to find one.
    """
    if found := checkout():
        return found
    raise click.ClickException(
        f"{task} needs the book’s own folder, which the installed package does not carry: "
        "go into a checkout of the book, the folder that holds _config.yml, and give the command there."
    )


def made(name: str) -> Path:
    """Where a page that a command makes goes: into the build of a checkout, or else into the current folder."""
    folder = checkout()
    return folder / "_build" / name if folder else Path.cwd() / name


@main.command()
@click.option("--all", "everything", is_flag=True, help="Build every page anew, not only what changed.")
@click.option("--verbose", is_flag=True, help="Print all that the tools say.")
def book(everything: bool, verbose: bool) -> None:
    """Build the book and print the address to open."""
    folder = sources("Building the book")
    from whosaysso.book.building import build
    from whosaysso.check.faults import file_faults

    tell(file_faults())
    if not build(folder, say, everything, verbose):
        raise click.ClickException("The book is not built as it should be: mend what stands above.")
    say.print(f"\nThe book is built. Open this address in a browser:\n  {(folder / '_build/html/index.html').as_uri()}")


@main.command(context_settings={"ignore_unknown_options": True})
@click.argument("options", nargs=-1, type=click.UNPROCESSED)
def test(options: tuple[str, ...]) -> None:
    """Run every test; options go to pytest."""
    folder = sources("Testing")
    if subprocess.run([sys.executable, "-m", "tests.chromium"], cwd=folder, check=False).returncode:
        sys.exit(1)
    sys.exit(subprocess.run([sys.executable, "-m", "pytest", *options], cwd=folder, check=False).returncode)


LINTERS = {
    "rules": ("-m", "ruff", "check", "."),
    "format": ("-m", "ruff", "format", "--check", "."),
    "types": ("-m", "mypy"),
    "order of imports": ("-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"),
    "browser's modules": ("-m", "tests.javascript"),
}
"""What looks through the code, each as arguments to Python. Another one is another line."""


@main.command()
def lint() -> None:
    """Look through the code: rules, format, types, the order of imports, the browser's modules."""
    folder, failed = sources("Looking through the code"), []
    for name, arguments in LINTERS.items():
        say.rule(name, align="left")
        if subprocess.run([sys.executable, *arguments], cwd=folder, check=False).returncode:
            failed.append(name)
    if failed:
        raise click.ClickException(f"There is something to mend: {', '.join(failed)}.")
    say.print("The code is sound.")


@main.command()
def lab() -> None:
    """Open the exercises in JupyterLab."""
    folder = sources("Opening the notebooks")
    opened = subprocess.run([sys.executable, "-m", "jupyterlab", "exercises/sourcing.ipynb"], cwd=folder, check=False)
    sys.exit(opened.returncode)


@main.command()
@click.option("--port", default=8000, show_default=True)
def serve(port: int) -> None:
    """Serve the built book on 127.0.0.1, for this computer only."""
    from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

    folder = sources("Serving the book") / "_build" / "html"
    if not (folder / "index.html").exists():
        raise click.ClickException("There is no built book yet: build it first, with the task book.")
    handler = functools.partial(SimpleHTTPRequestHandler, directory=str(folder))
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    except OSError:
        raise click.ClickException(f"Port {port} is taken: choose another, with --port {port + 1}.") from None
    say.print(f"The book is at http://127.0.0.1:{server.server_port}/ (Ctrl+C ends it)")
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        server.server_close()


@main.command()
def check() -> None:
    """Find every fault in the case and the exercises, and play the blind strategies."""
    from whosaysso.check.blind import earned
    from whosaysso.check.faults import check as find_faults
    from whosaysso.check.faults import questions
    from whosaysso.check.strays import leftovers
    from whosaysso.exercises.topics import find_topics

    faults = find_faults()
    for topic in find_topics()[0].values():
        table = Table("answering without reading", "scores", title=topic.title, title_justify="left", box=None)
        try:
            for name, scores in earned(topic.exercises).items():
                table.add_row(name, f"{sum(scores.values()) / len(scores):.2f} over {len(scores)}")
        except Faulty:  # a table that it leans on has faults, which stand below
            continue
        say.print(table)
    for path in leftovers():
        say.print(f"{shown(path)}: left there by another program, and not read", style="dim")
    tell(faults)
    for one in questions():
        say.print(f"A question, and no fault: {one}", style="yellow")
    say.print("Case and exercises are sound.")


def tell(faults: list[Fault]) -> None:
    """Print every fault, and end the command when there is one."""
    for fault in faults:
        say.print(str(fault), style="red")
    if faults:
        raise click.ClickException(f"{len(faults)} fault{'s' if len(faults) > 1 else ''} to mend.")


@main.command()
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    default=None,
    help="Where to write the page.  [default: _build/key.html; outside a checkout, key.html]",
)
def key(output: Path | None) -> None:
    """Write the answer key as a page to read or print."""
    from whosaysso.paper.key import key_page

    output = output or made("key.html")
    output.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(output, key_page())
    say.print(f"The answer key is in\n  {output.resolve().as_uri()}")


@main.command()
@click.argument("name")
@click.option("--key", "with_key", is_flag=True, help="Put the answers behind the questions.")
@click.option("--core", is_flag=True, help="Only what stands in the core path.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    default=None,
    help="Where to write the page.  [default: _build/worksheet-NAME.html; outside a checkout, worksheet-NAME.html]",
)
def worksheet(name: str, with_key: bool, core: bool, output: Path | None) -> None:
    """Write a set as a page to print, such as: worksheet sourcing."""
    from whosaysso.paper.worksheet import worksheet_page

    output = output or made(f"worksheet-{name}.html")
    try:
        page = worksheet_page(name, with_key, core)
    except KeyError as error:
        raise click.ClickException(error.args[0]) from None
    output.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(output, page)
    say.print(f"The worksheet is in\n  {output.resolve().as_uri()}")


for command in (case, codings, compare, grade, package, report, schemas, statements):
    main.add_command(command)


def run() -> None:
    """The command, with faults told in words and not as a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that lacks a letter shows a question mark
    try:
        main()
    except Faulty as faulty:
        say.print(str(faulty), style="red")
    except ModuleNotFoundError as error:
        names = "what requirements.txt names" if checkout() else str(error.name).partition(".")[0].replace("_", "-")
        say.print(f"The package {error.name} is missing: install {names}, with python -m pip install.", style="red")
    except OSError as error:  # a folder that cannot be written, a disk that is full
        say.print(f"{error.filename or 'A file'}: {error.strerror or error}", style="red")
    except Exception as error:  # an author gets a sentence, and a developer the whole
        if "WHOSAYSSO_TRACEBACK" in os.environ:
            raise
        say.print(
            f"Something that nobody foresaw: {type(error).__name__}: {error}. "
            "With WHOSAYSSO_TRACEBACK=1 in the environment, the command shows where.",
            style="red",
        )
    else:
        return
    sys.exit(1)


if __name__ == "__main__":
    run()
