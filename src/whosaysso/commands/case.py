"""``case new``: a text or a reading becomes a case of the book and a file of exercises."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.console import Console

if TYPE_CHECKING:
    from whosaysso.reader.as_case import Drafted

say = Console(highlight=False, soft_wrap=True, markup=False, emoji=False)


@click.group()
def case() -> None:
    """Add a text to the book."""


@case.command()
@click.argument("name")
@click.option(
    "--from",
    "source",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="A text (.txt, .html, .md), a reading that was saved, or a key from the page Make an exercise.",
)
@click.option(
    "--reads",
    type=click.Choice(["sound", "opposite"]),
    default="sound",
    show_default=True,
    help="What the text is: one that deserves trust, or one that leans.",
)
def new(name: str, source: Path, reads: str) -> None:
    """Write case/NAME and exercises/NAME.yml from a text, and say what is still to be written.

    What is marked in a reading is the key of an exercise. Of a text without marks, its figures are.
    """
    from whosaysso.authored.folders import checkout
    from whosaysso.authored.writing import write_atomically

    folder = checkout()
    if folder is None:
        raise click.ClickException("Go into a checkout of the book, the folder that holds _config.yml.")
    if not re.fullmatch(r"[a-z][a-z0-9-]*", name):
        raise click.ClickException(f"“{name}” cannot be a name: use small letters, digits and hyphens, a letter first.")
    for path in (folder / "case" / name, folder / "exercises" / f"{name}.yml"):
        if path.exists():
            raise click.ClickException(f"{path.relative_to(folder)} is there already: choose another name.")
    try:
        drafted = _drafted(name, source, reads)
    except ValueError as error:
        raise click.ClickException(f"{source}: {error}.") from None
    for relative, text in drafted.files.items():
        path = folder / relative
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, text)
        say.print(f"written: {relative}")
    say.print("Still to be written:")
    for one in drafted.to_write:
        say.print(f"  {one}")
    say.print("Then run check, and read what it says.")


def _drafted(name: str, source: Path, reads: str) -> "Drafted":
    from whosaysso.exercises.made import FORMAT, read_made
    from whosaysso.reader.as_case import case_from_made, case_from_reading
    from whosaysso.reader.file import read_reading
    from whosaysso.reader.marking import begin
    from whosaysso.reader.opening import open_text

    if source.suffix.lower() in (".yml", ".yaml"):
        return case_from_made(name, read_made(source))
    if source.suffix.lower() != ".json":
        return case_from_reading(name, begin(open_text(source)), reads)
    if FORMAT in source.read_text(encoding="utf-8-sig", errors="replace"):
        return case_from_made(name, read_made(source))
    return case_from_reading(name, read_reading(source), reads)
