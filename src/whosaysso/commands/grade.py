"""``grade``: a class's hand-ins, from a folder or the LMS's zip, to tables, and back into the LMS's own."""

import errno
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.progress import track
from rich.table import Table

if TYPE_CHECKING:
    from whosaysso.desk.classes import Class
    from whosaysso.desk.files import Handed
    from whosaysso.desk.grades import Grades
    from whosaysso.desk.worksheets import Filled

say = Console(highlight=False, soft_wrap=True, markup=False, emoji=False)
A_FILE = click.Path(path_type=Path, dir_okay=False)
AN_INPUT = click.Path(path_type=Path, dir_okay=False, exists=True)

SHOWN = 40
"""Files not graded that the terminal names; all of them are in the count."""


@click.command()
@click.argument("source", metavar="FOLDER-OR-ZIP", type=click.Path(path_type=Path, exists=True))
@click.option("-o", "--output", type=A_FILE, default=Path("grades.csv"), show_default=True, help="The table of grades.")
@click.option("--roster", type=AN_INPUT, help="The class’s list of codes: a table with the columns code and name.")
@click.option("--set", "sets", multiple=True, help="A set whose points make the total; may be given several times.")
@click.option("--exercises", type=AN_INPUT, help="The key of exercises outside the book, to whose hand-ins these are.")
@click.option("--marks", type=AN_INPUT, multiple=True, help="Another person’s marks, in a copy of texts.csv.")
@click.option("--into", type=AN_INPUT, help="Moodle’s grading worksheet or Canvas’s gradebook, to fill in a copy of.")
@click.option("--column", default="", help="The assignment in Canvas’s gradebook, where it has several.")
@click.option("--separator", type=click.Choice([",", ";", "tab"]), default=",", help="What parts the cells.")
@click.option("--decimal", type=click.Choice([".", ","]), default=".", help="What stands before decimals.")
def grade(  # noqa: PLR0913, PLR0917 - an option each
    source: Path,
    output: Path,
    roster: Path | None,
    sets: tuple[str, ...],
    exercises: Path | None,
    marks: tuple[Path, ...],
    into: Path | None,
    column: str,
    separator: str,
    decimal: str,
) -> None:
    """Grade every file that was handed in again, and write tables of grades, of answers and of texts.

    FOLDER-OR-ZIP is a folder of files, or the zip that Moodle or Canvas gives.
    """
    from whosaysso.desk.classes import grade_class
    from whosaysso.desk.grades import grades
    from whosaysso.desk.grading import How
    from whosaysso.desk.marks import agreement, read_marks, together
    from whosaysso.desk.people import read_roster
    from whosaysso.desk.spreadsheet import Form
    from whosaysso.desk.tables import Tables, refuse_to_overwrite, write_tables
    from whosaysso.desk.worksheets import fill, filled_path, read_worksheet, write_filled
    from whosaysso.exercises.made import read_made
    from whosaysso.work.course import course, made_course

    form = Form("\t" if separator == "tab" else separator, decimal)
    if form.separator == form.decimal:
        raise click.UsageError("A comma cannot stand between cells and before decimals: add --separator ';'.")
    if exercises and sets:
        raise click.UsageError("A file of exercises outside the book is one set: leave --set out.")
    own_key = read_made(exercises) if exercises else None
    tables = Tables(output)
    marked_before = [*marks, *([tables["texts.csv"]] if tables["texts.csv"].exists() else [])]
    try:  # not needed yet without these, it is put together later, while other processes begin
        asked = made_course(own_key) if own_key else course(sets) if sets or marked_before else None
    except KeyError as error:
        raise click.UsageError(f"{error.args[0]}.") from None
    if into and not (sets or own_key):
        raise click.UsageError("Which sets make the grade? Name them, as in --set sourcing.")
    inputs = [path for path in (source, roster, into, exercises, *marks) if path]
    refuse_to_overwrite([*tables.all, *([filled_path(into, output)] if into else [])], inputs)
    sheet = read_worksheet(into, column) if into else None
    own = read_marks(tables["texts.csv"], asked) if asked and tables["texts.csv"] in marked_before else None
    markers = [*([own] if own and own.marks else []), *(read_marks(path, asked) for path in marks if asked)]
    given, marked = together(markers, asked) if asked else ({}, frozenset())
    how = How(sets, read_roster(roster) if roster else None, form, given, own, marked, own_key, asked)

    passed = frozenset(path.resolve() for path in (*tables.all, *inputs))
    found = grade_class(source, how, passed, _with_a_bar)
    table = grades(found)
    try:
        made = write_tables(found, table, tables, form)
        filled = fill(sheet, found) if sheet else None
        if into and filled:
            made.append(write_filled(filled_path(into, output), filled))
    except OSError as error:
        raise click.ClickException(_unwritten(error)) from None
    _tell(found, table, made, filled)
    for sentence in agreement(markers):
        say.print(sentence)
    if not found.complete:
        raise SystemExit(1)


def _with_a_bar(files: "Iterable[Handed]", many: int) -> "Iterable[Handed]":
    shown = Console(stderr=True)
    return track(files, "Grading", many, console=shown, transient=True, disable=not shown.is_terminal)


def _unwritten(error: OSError) -> str:
    name = Path(error.filename2 or error.filename or "a table").name
    if isinstance(error, PermissionError):
        return f"{name} cannot be written. Is it open in a spreadsheet? Close it there and give the command again."
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return f"There is no space left to write {name}. Nothing was changed."
    return f"{name} cannot be written: {error.strerror or error}. Nothing was changed."


def _tell(found: "Class", table: "Grades", made: Sequence[Path], filled: "Filled | None") -> None:
    """What a teacher should know, in the terminal."""
    from whosaysso.desk.plain import plain

    many = len(found.rows)
    say.print(f"{many} student{'' if many == 1 else 's'} graded, in {', '.join(plain(str(path)) for path in made)}")
    if many > 1:
        shown = Table("the class", "mean", box=None)
        for name, figure in zip(table.header, table.means, strict=True):
            if isinstance(figure, int | float) and name != "of":
                shown.add_row(str(name), f"{figure:g}")
        say.print(shown)
    tell_ungraded(found)
    if filled:
        say.print(f"{filled.many} grades filled in; {filled.without} rows without a hand-in left as they were")
        for sentence in filled.unmatched:
            say.print(f"not filled in: {sentence}", style="yellow")


def tell_ungraded(found: "Class") -> None:
    """Say what was not graded and why: no file is left out without a word."""
    from whosaysso.desk.plain import plain

    for refusal in found.refused[:SHOWN]:
        say.print(f"not graded: {plain(refusal.path)}: {refusal.reason}", style="yellow")
    if len(found.refused) > SHOWN:
        say.print(f"not graded: and {len(found.refused) - SHOWN} more", style="yellow")
    if ungraded := sum(each.row.ungraded for each in found.rows.values()):
        say.print(f"some answers were not graded in {ungraded} of them; the notes say which", style="yellow")
    if not found.rows:
        say.print("no hand-in was found", style="yellow")
    if found.system:
        say.print(f"passed over, as a computer’s own files: {len(found.system)}, such as {plain(found.system[0])}")
