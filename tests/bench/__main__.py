"""Measure the built book, and what others do instead, in one run: ``python -m tests.bench``.

Lighthouse, jupyterquiz and Pyodide are measured where they are at hand: ``lighthouse`` on the PATH, jupyterquiz
installed, and ``--pyodide`` with the folder of Pyodide's own files. Nothing here is a test, and no limit is
enforced: times depend on the machine.
"""

import json
import os
import platform
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

import click
from playwright.sync_api import sync_playwright
from rich.console import Console

from tests.bench.answering import first_answer
from tests.bench.building import growth, imports, rebuilding
from tests.bench.lighthouse import lighthouse
from tests.bench.marking import pressing
from tests.bench.peers import built
from tests.chromium import find

ROOT = Path(__file__).parent.parent.parent


def environment(browser: str, pyodide: Path | None) -> str:
    """What the figures depend on, in a line; a version is told of what was measured."""
    versions = {
        "Python": platform.python_version(),
        "Chromium": browser,
        **{
            name: version(name)
            for name in ("jupyter-book", "ipywidgets", "jupyterquiz")
            if find_spec(name.replace("-", "_"))
        },
    }
    if command := shutil.which("lighthouse"):
        versions["Lighthouse"] = subprocess.run(
            [command, "--version"], capture_output=True, text=True, check=True
        ).stdout.strip()
    if pyodide:
        versions["Pyodide"] = json.loads((pyodide / "package.json").read_text(encoding="utf-8"))["version"]
    cpu = (
        next(
            (
                line.split(":")[1].strip()
                for line in Path("/proc/cpuinfo").read_text().splitlines()
                if line.startswith("model name")
            ),
            platform.processor(),
        )
        if Path("/proc/cpuinfo").exists()
        else platform.processor()
    )
    return f"{datetime.now(UTC):%Y-%m-%d}, {os.cpu_count()} processors ({cpu}), {platform.system()}, " + ", ".join(
        f"{name} {told}" for name, told in versions.items()
    )


@click.command()
@click.option(
    "--pyodide",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Pyodide's own files, to compare with grading by Python in the page.",
)
@click.option(
    "--pages",
    multiple=True,
    default=("chapters/index", "chapters/case", "chapters/sourcing", "chapters/numbers", "exercises/sourcing"),
    show_default=True,
    help="Pages for Lighthouse; all for every page.",
)
@click.option("--runs", default=3, show_default=True, help="Runs whose median counts.")
@click.option("--quick", is_flag=True, help="Leave out the builds, which take minutes.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write the table here as well, as Markdown."
)
def main(pyodide: Path | None, pages: tuple[str, ...], runs: int, quick: bool, output: Path | None) -> None:
    """Print a table of measurements."""
    book = ROOT / "_build" / "html"
    if not (book / "index.html").exists():
        raise click.ClickException("There is no built book yet: build it first, with the task book.")
    names = (
        [
            path.relative_to(book).with_suffix("").as_posix()
            for path in sorted(book.rglob("*.html"))
            if "_static" not in path.parts
        ]
        if pages == ("all",)
        else pages
    )
    with built() as peers:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=str(find()), args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
            )
            rows = [*first_answer(browser, book, peers, pyodide, runs), *pressing(browser, book)]
            machine = environment(browser.version, pyodide)
            browser.close()
        rows += imports(runs) if quick else [*imports(runs), *rebuilding(), *growth()]
        rows += lighthouse(book, names, peers, runs)
    lines = [
        f"Measured {machine}.",
        "",
        "| What | Measured |",
        "|---|---|",
        *(f"| {what} | {told} |" for what, told in rows),
    ]
    Console(soft_wrap=True, highlight=False).print("\n".join(lines))
    if output:
        output.write_text(
            "# Measurements\n\nMade by `make bench`; times are of one machine on one day, ratios travel better.\n\n"
            + "\n".join(lines)
            + "\n",
            encoding="utf-8",
        )


if __name__ == "__main__":
    sys.exit(main())
