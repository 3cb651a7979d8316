"""``statements``: what a class answered, for a record store that speaks xAPI."""

import json
from pathlib import Path
from typing import Any

import click
from rich.console import Console

from whosaysso.authored.writing import written_whole
from whosaysso.commands.grade import tell_ungraded

say = Console(highlight=False, soft_wrap=True, markup=False, emoji=False)

PASSWORD = "WHOSAYSSO_PASSWORD"  # noqa: S105 - the name of a variable, and no password


@click.command()
@click.argument("source", metavar="FOLDER-OR-ZIP", type=click.Path(path_type=Path, exists=True))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    default=None,
    help="Where to write them, one a line.  [default: statements.jsonl; with --to, no file]",
)
@click.option("--to", "address", default="", help="The address of a record store, to send them to.")
@click.option("--user", default="", help=f"Your name there. The password is asked for, or is in {PASSWORD}.")
@click.option("--named", is_flag=True, help="Call students as in the table of grades, and not by pseudonyms.")
def statements(source: Path, output: Path | None, address: str, user: str, named: bool) -> None:
    """Write what counts in the files that were handed in as xAPI statements, each answer graded again.

    What students wrote is not in them. Nothing is sent but with --to; who sends them twice stores them once.
    """
    from whosaysso.desk.classes import grade_class
    from whosaysso.desk.grading import Grader, How
    from whosaysso.desk.sending import UnsentError, place
    from whosaysso.desk.statements import BEGINS
    from whosaysso.desk.statements import statements as all_of
    from whosaysso.desk.tables import refuse_to_overwrite

    if address:
        try:
            place(address)
        except UnsentError as why:
            raise click.UsageError(f"--to {address}: {why}.") from None
    elif user:
        raise click.UsageError("--user is a name at a record store: say which one, with --to ADDRESS.")
    path = output or (None if address else Path("statements.jsonl"))
    if path:
        refuse_to_overwrite([path], [source], (BEGINS,))
    password = _password() if user else ""
    found = grade_class(source, How(), frozenset({path.resolve()} if path else ()))
    if not found.rows:
        tell_ungraded(found)
        raise SystemExit(1)
    made = list(all_of(source, found, Grader(How()), named))
    students = f"{len(found.rows)} student{'' if len(found.rows) == 1 else 's'}"
    if path:
        with written_whole(path) as file:
            file.writelines(f"{json.dumps(one, ensure_ascii=False)}\n".encode() for one in made)
        say.print(f"{len(made)} statements of {students}, in {path}")
    if address:
        _send(made, students, address, user, password)
    tell_ungraded(found)
    if not found.complete:
        raise SystemExit(1)


def _password() -> str:
    import os

    return os.environ.get(PASSWORD) or str(click.prompt("Password", hide_input=True, err=True))


def _send(made: list[dict[str, Any]], students: str, address: str, user: str, password: str) -> None:
    from whosaysso.desk.sending import UnsentError, send

    many = 0
    try:
        for many in send(made, address, user, password):  # noqa: B007 - how far it came is told below
            pass
    except UnsentError as why:
        raise click.ClickException(
            f"{address}: {why}. {many} of {len(made)} statements are stored; to send them all, give the command again."
        ) from None
    say.print(f"{many} statements of {students}, sent to {address}")
