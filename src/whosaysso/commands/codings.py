"""``codings``: trained coders' readings of a text of the book become part of its evidence."""

from pathlib import Path

import click
from rich.console import Console

say = Console(highlight=False, soft_wrap=True, markup=False, emoji=False)


@click.command()
@click.argument("case")
@click.argument("folder", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--instrument", default="", help="By which codebook they coded, such as “the codebook of July 2026”.")
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    default=None,
    help="Without FOLDER: where the file for the coders goes.  [default: CASE-to-code.json]",
)
def codings(case: str, folder: Path | None, instrument: str, output: Path | None) -> None:
    """Write the file that coders begin with, or put what at least three of them made into codings.csv.

    CASE is a text of the book, by the name of its folder. Without FOLDER the file for the coders is written: the text,
    with the codes of its codebook as labels. With FOLDER, the readings in it are added, if nothing is wrong with them.
    """
    from whosaysso.desk.plain import plain
    from whosaysso.desk.readings import gather
    from whosaysso.reader.coding import add_codings, sheet
    from whosaysso.reader.comparing import compare, in_words
    from whosaysso.reader.file import write_reading
    from whosaysso.text.case import case_folders, find_case

    known = [path.name for path in case_folders()]
    if case not in known:
        raise click.ClickException(f"There is no text {plain(case)}: write one of {', '.join(known)}.")
    text = find_case(case)
    if folder is None:
        path = output or Path(f"{case}-to-code.json")
        blank = sheet(text)
        write_reading(path, blank.model_copy(update={"readers": []}))
        say.print(f"The file for the coders is {path}. Each opens it, codes alone, and saves it under a code.")
        return
    gathered = gather(folder)
    for refused in gathered.refused:
        say.print(f"not added: {refused.path}: {refused.reason}", style="yellow")
    rows = add_codings(text, gathered.readings, instrument)
    say.print(f"{len(rows)} marks of {len(gathered.readings)} people added to {case}/codings.csv")
    for one in compare([*gathered.readings.values()]):
        figure = one.agreement
        said = (
            f"{figure.value:.2f} ({figure.low:.2f} to {figure.high:.2f}), {in_words(figure.value)}" if figure else "–"
        )
        say.print(f"  {plain(one.name)}: {said}")
    say.print("Now run check, and read what it says.")
