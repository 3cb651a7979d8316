"""``report``: the page for a class with the class in it, as one file to open and print."""

from base64 import b64encode
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from rich.console import Console

if TYPE_CHECKING:
    from whosaysso.desk.files import Handed

say = Console(highlight=False, soft_wrap=True, markup=False, emoji=False)


@click.command()
@click.argument("source", metavar="FOLDER-OR-ZIP", type=click.Path(path_type=Path, exists=True))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("report.html"),
    show_default=True,
    help="The page.",
)
@click.option(
    "--exercises",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="The key of exercises outside the book, to whose hand-ins these are.",
)
def report(source: Path, output: Path, exercises: Path | None) -> None:
    """Write what a class handed in as one page: what to teach tomorrow, every exercise, the tests.

    FOLDER-OR-ZIP is a folder of files, or the zip that Moodle or Canvas gives.
    """
    from whosaysso.authored.writing import write_atomically
    from whosaysso.classroom.page import report_page
    from whosaysso.desk.files import files_in
    from whosaysso.exercises.made import read_made

    if output.exists() and not output.read_bytes()[:15].lower().startswith(b"<!doctype html>"):
        raise click.ClickException(f"{output} was not written by report, and would be overwritten.")
    made = read_made(exercises) if exercises else None
    brought = [found for found in map(_brought, files_in(source)) if found["path"] != output.name]
    write_atomically(output, report_page(source.resolve().name, brought, made))
    say.print(f"{len(brought)} files are in\n  {output.resolve().as_uri()}")


def _brought(handed: "Handed") -> dict[str, Any]:
    from whosaysso.desk.files import NotReadError

    file = {"path": handed.path, "system": handed.system}
    if handed.system:
        return file
    try:
        return file | {"data": b64encode(handed.read()).decode()}
    except NotReadError as refused:
        return file | {"reason": str(refused)}
