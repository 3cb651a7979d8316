"""``package``: one set as a zip that a school's LMS plays."""

from pathlib import Path

import click
from rich.console import Console

from whosaysso.authored.writing import written_whole

say = Console(highlight=False, soft_wrap=True, markup=False, emoji=False)


@click.command()
@click.argument("name", metavar="SET")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    default=None,
    help="Where to write the package.  [default: SET.zip]",
)
@click.option("--pass", "pass_at", type=click.IntRange(1, 100), help="The percent from which the set is passed.")
def package(name: str, output: Path | None, pass_at: int | None) -> None:
    """Pack a set for an LMS, such as: package sourcing. It is played by whatever plays SCORM 1.2."""
    from whosaysso.lms.package import package as packed

    try:
        data = packed(name, pass_at)
    except (KeyError, ValueError) as error:
        raise click.ClickException(f"{error.args[0]}.") from None
    output = output or Path(f"{name}.zip")
    output.parent.mkdir(parents=True, exist_ok=True)
    with written_whole(output) as file:
        file.buffer.write(data)
    say.print(f"The package is in {output}. Its score is the student’s own word: what counts is graded from the file.")
