"""``package``: one set as a zip that a school's LMS plays."""

from pathlib import Path

import click
from rich.console import Console

from whosaysso.authored.fault import Faulty
from whosaysso.authored.writing import written_whole

say = Console(highlight=False, soft_wrap=True, markup=False, emoji=False)


@click.command()
@click.argument("name", metavar="[SET]", required=False)
@click.option(
    "--exercises",
    type=click.Path(exists=True, path_type=Path, dir_okay=False),
    help="The key of exercises outside the book, to pack these.",
)
@click.option("--no-text", is_flag=True, help="Leave out the text that these exercises were made of.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    default=None,
    help="Where to write the package.  [default: SET.zip, or the name of the key]",
)
@click.option("--pass", "pass_at", type=click.IntRange(1, 100), help="The percent from which the set is passed.")
def package(name: str | None, exercises: Path | None, no_text: bool, output: Path | None, pass_at: int | None) -> None:
    """Pack a set for an LMS, such as: package sourcing. It is played by whatever plays SCORM 1.2."""
    from whosaysso.exercises.made import read_made
    from whosaysso.lms.package import made_package
    from whosaysso.lms.package import package as packed

    if bool(name) == bool(exercises) or (no_text and name):
        raise click.UsageError("Name one set of the book, or give --exercises with a key; --no-text belongs to a key.")
    try:
        if exercises:
            made = read_made(exercises)
            data = made_package(made.model_copy(update={"text": None}) if no_text else made, pass_at)
        else:
            data = packed(str(name), pass_at)
    except Faulty as faulty:
        raise click.ClickException("\n".join(map(str, faulty.faults))) from None
    except (KeyError, ValueError) as error:
        raise click.ClickException(f"{error.args[0]}.") from None
    output = output or Path(f"{exercises.stem if exercises else name}.zip")
    output.parent.mkdir(parents=True, exist_ok=True)
    with written_whole(output) as file:
        file.write(data)
    say.print(f"The package is in {output}. Its score is the student’s own word: what counts is graded from the file.")
