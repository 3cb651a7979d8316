"""Reading a table, a CSV file, as spreadsheets and editors leave it.

Cells may be parted by commas, semicolons or tabs: the header tells. Lines and columns that hold nothing are not read.
"""

import csv
import difflib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from whosaysso.authored.fault import Fault, shown
from whosaysso.authored.reading import read_text

Cells = dict[str, str]

_NAME = re.compile(r"[a-z][a-z0-9_]*")
_LOST = re.compile(r"#(NAME\?|REF!|VALUE!|DIV/0!|N/A|NUM!|NULL!)|#{3,}")
"""What a spreadsheet writes where it could not keep a cell."""


@dataclass(frozen=True)
class Table:
    """The names of the columns, and each row with the line it begins on."""

    columns: list[str]
    rows: list[tuple[int, Cells]]


def read_table(path: Path, wanted: Sequence[str] = (), typed: bool = True) -> tuple[Table, list[Fault]]:
    """The table, and everything that is wrong with its form; ``wanted`` are columns that it has to have.

    ``typed`` is whether all of it is the author's own; where it is not, any sign may stand in a cell.
    With a faulty header there are no rows: nobody can say what their cells mean.
    """
    text, faults = read_text(path, typed)
    if faults:
        return Table([], []), faults
    lines = text.split("\n")
    first = 1 if lines[0].lower().startswith("sep=") else 0  # Excel's own way to say what parts the cells
    head = f"make the first line name the columns: {','.join(wanted) or 'id, and so on'}"
    if not any(line.strip(" ,;\t") for line in lines[first:]):
        return Table([], []), [
            Fault(shown(path), 0, "this table is empty", f"bring back what stood in it, or take the file away; {head}")
        ]
    parted = next((sign for sign in ",;\t" if sign in lines[first]), ",")
    records = list(_records(lines, first, parted))
    columns = [name.strip() for name in records[0].cells]
    while columns and not columns[-1]:
        columns.pop()
    if wrong := [*_header_faults(columns, wanted, head)]:
        return Table([], []), [Fault(shown(path), first + 1, *one) for one in wrong]
    rows: list[tuple[int, Cells]] = []
    for record in records[1:]:
        told = record.wrong or _row_fault(record.cells, columns, typed)
        if told:
            faults.append(Fault(shown(path), record.line, *told))
        elif any(cell.strip() for cell in record.cells):
            rows.append((record.line, dict(zip(columns, record.cells, strict=False))))
    if not rows and not faults:
        faults = [Fault(shown(path), 0, "this table has no rows", "bring them back, or take the file away")]
    return Table(columns, rows), faults


@dataclass(frozen=True)
class _Record:
    line: int
    cells: list[str]
    wrong: tuple[str, str] | None = None


def _records(lines: list[str], first: int, parted: str) -> Iterator[_Record]:
    """Every row that holds something. After a row that cannot be cut into cells, reading goes on in the next line."""
    width = 0
    while first < len(lines):
        reader = csv.reader((f"{line}\n" for line in lines[first:]), delimiter=parted, strict=True)
        begun = 0
        try:
            for cells in reader:
                line, begun, length = first + begun + 1, reader.line_num, reader.line_num - begun
                width = width or len(cells)
                if length > 1 and len(cells) == width:
                    yield _Record(line, cells, ("a cell of this row has a line break in it", "write it in one line"))
                elif length > 1:
                    yield _unclosed(line)
                    begun -= length - 1
                    break
                elif cells:
                    yield _Record(line, cells)
            else:
                return
        except csv.Error as error:
            if "expected after" in str(error):
                yield _Record(
                    first + begun + 1,
                    [],
                    (
                        "a quotation mark stands in the middle of a cell that is in quotation marks",
                        'write it twice, "", or as “ and ”; or a comma is missing behind it',
                    ),
                )
            else:
                yield _unclosed(first + begun + 1)
            begun += 1
        first += begun


def _unclosed(line: int) -> _Record:
    return _Record(
        line,
        [],
        (
            'a quotation mark (") opens a cell in this row, and the cell does not end',
            'remove it, or write another " where the cell ends',
        ),
    )


def _header_faults(columns: list[str], wanted: Sequence[str], head: str) -> Iterator[tuple[str, str]]:
    odd = [name for name in columns if not _NAME.fullmatch(name)]
    for name in odd:
        near = difflib.get_close_matches(name.lower(), wanted, 1)
        yield f"“{name or 'nothing'}” is not the name of a column", f"did you mean {near[0]}?" if near else head
        if not near:
            return  # a row of cells, and no header
    if odd:
        return
    for name, count in Counter(columns).items():
        if count > 1:
            yield f"the column “{name}” stands here twice", "take one of the two away, in every row"
    lacking = [name for name in wanted if name not in columns]
    if lacking:
        near = difflib.get_close_matches(lacking[0], [c for c in columns if c not in wanted], 1)
        yield (
            f"there is no column {', '.join(f'“{name}”' for name in lacking)}",
            f"is it the one called “{near[0]}”? call it {lacking[0]}" if near else "add it to the header",
        )


def _row_fault(cells: list[str], columns: list[str], typed: bool) -> tuple[str, str] | None:
    if not any(cell.strip() for cell in cells):
        return None
    if len(cells) < len(columns) or any(cell.strip() for cell in cells[len(columns) :]):
        return (
            f"this row has not as many cells as the header: {len(cells)}, and there are {len(columns)} columns",
            "put cells that hold a comma in quotation marks",
        )
    if typed and (lost := next((cell for cell in cells if _LOST.fullmatch(cell.strip())), None)):
        return f"“{lost}” is what a spreadsheet put in place of a cell", "write again what stood there, as text"
    return None
