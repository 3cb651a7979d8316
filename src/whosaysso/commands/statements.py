"""``statements``: what a class answered, for a record store that speaks xAPI."""

import json
from pathlib import Path

import click
from rich.console import Console

from whosaysso.authored.writing import written_whole
from whosaysso.commands.grade import tell_ungraded

say = Console(highlight=False, soft_wrap=True, markup=False, emoji=False)


@click.command()
@click.argument("source", metavar="FOLDER-OR-ZIP", type=click.Path(path_type=Path, exists=True))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("statements.jsonl"),
    show_default=True,
    help="Where to write them, one a line.",
)
@click.option("--named", is_flag=True, help="Call students as in the table of grades, and not by pseudonyms.")
def statements(source: Path, output: Path, named: bool) -> None:
    """Write what counts in the files that were handed in as xAPI statements, each answer graded again.

    What students wrote is not in them. Nothing is sent: give the file to your record store.
    """
    from whosaysso.desk.classes import grade_class
    from whosaysso.desk.grading import Grader, How
    from whosaysso.desk.statements import BEGINS
    from whosaysso.desk.statements import statements as all_of
    from whosaysso.desk.tables import refuse_to_overwrite

    refuse_to_overwrite([output], [source], (BEGINS,))
    found = grade_class(source, How(), frozenset({output.resolve()}))
    if not found.rows:
        tell_ungraded(found)
        raise SystemExit(1)
    many = 0
    with written_whole(output) as file:
        for statement in all_of(source, found, Grader(How()), named):
            file.write(json.dumps(statement, ensure_ascii=False) + "\n")
            many += 1
    students = len(found.rows)
    say.print(f"{many} statements of {students} student{'' if students == 1 else 's'}, in {output}")
    tell_ungraded(found)
    if not found.complete:
        raise SystemExit(1)
