"""``compare``: the readings of one text that a class has made."""

from pathlib import Path

import click
from rich.console import Console

from whosaysso.authored.writing import write_atomically

say = Console(highlight=False, soft_wrap=True, markup=False, emoji=False)

A_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command()
@click.argument("folder", metavar="FOLDER", type=A_FOLDER)
@click.option("--before", type=A_FOLDER, help="Readings of the same text by an earlier guideline, to see what moved.")
@click.option(
    "-o",
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(),
    help="Where agreement.csv, passages.csv and readings.html go.  [default: the current folder]",
)
def compare(folder: Path, before: Path | None, output: Path) -> None:
    """Set the readings in FOLDER beside each other: how far they agree, and the passages that split the class."""
    from whosaysso.desk.plain import plain
    from whosaysso.desk.readings import AGREEMENT, PASSAGES, agreement_rows, gather, page, passage_rows, questions
    from whosaysso.desk.spreadsheet import MARK, Form
    from whosaysso.reader.comparing import compare as compared
    from whosaysso.reader.comparing import in_words

    gathered = gather(folder)
    for refused in gathered.refused:
        say.print(f"not compared: {refused.path}: {refused.reason}", style="yellow")
    if len(gathered.readings) < 2:
        raise click.ClickException(
            f"It takes two readings of one text to compare, and {plain(str(folder))} has {len(gathered.readings)}."
        )
    labels = compared([*gathered.readings.values()])
    earlier = gather(before) if before else None
    if earlier and earlier.readings and earlier.text.text.sha256 != gathered.text.text.sha256:
        raise click.ClickException("The readings before are of another text, so nothing can be said to have moved.")
    first = compared([*earlier.readings.values()]) if earlier and len(earlier.readings) > 1 else []
    moved = {one.key: one.agreement for one in first if one.agreement}
    say.print(f"{len(gathered.readings)} readings of one text")
    for one in labels:
        figure = one.agreement
        said = (
            f"{figure.value:.2f} ({figure.low:.2f} to {figure.high:.2f}), {in_words(figure.value)}" if figure else "–"
        )
        was = f"; before {moved[one.key].value:.2f}" if one.key in moved else ""
        say.print(f"  {plain(one.name)}: {said}{was}")
    asked = questions(gathered, labels)
    for question in asked[:5]:
        say.print(f"- {plain(str(question), 400)}")
    output.mkdir(parents=True, exist_ok=True)
    tables = {
        "agreement.csv": [AGREEMENT, *agreement_rows(labels)],
        "passages.csv": [PASSAGES, *passage_rows(gathered, labels)],
    }
    for name, rows in tables.items():
        write_atomically(output / name, MARK + Form().text(rows))
    write_atomically(output / "readings.html", page(gathered, labels, moved))
    say.print(f"All of it is in\n  {(output / 'readings.html').resolve().as_uri()}")
