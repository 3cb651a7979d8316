"""A class's answers for a teacher's own notebook: the rows of ``items.csv``, with numbers that are numbers."""

import csv
import io
from pathlib import Path
from typing import Any

from whosaysso.desk.classes import grade_class
from whosaysso.desk.grading import How
from whosaysso.desk.items import COLUMNS
from whosaysso.desk.people import read_roster
from whosaysso.desk.spreadsheet import Form

_NUMBERS = ("attempt", "score", "points", "sure")


def class_answers(source: str | Path, roster: str | Path | None = None) -> list[dict[str, Any]]:
    """A row for each answer that counts, graded anew, from a folder or a zip of hand-ins.

    Score and sureness are in 0…1, and None where there are none. The rows go into ``pandas.DataFrame`` or
    ``polars.DataFrame`` as they are.

    Examples
    --------
    >>> answers = class_answers("handed-in")  # doctest: +SKIP
    >>> pandas.DataFrame(answers).groupby("exercise")["score"].mean()  # doctest: +SKIP
    """
    found = grade_class(Path(source), How(roster=read_roster(Path(roster)) if roster else None))
    lines = Form().text([COLUMNS]) + b"".join(map(found.gathered.items, found.rows)).decode()
    return [
        row | {name: float(row[name]) if row[name] else None for name in _NUMBERS}
        for row in csv.DictReader(io.StringIO(lines))
    ]
