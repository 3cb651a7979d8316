"""The rows of one layer, each anchored in the text by its quotation, or about no words of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from whosaysso.authored.fault import Fault, shown
from whosaysso.authored.tables import read_table
from whosaysso.text.anchors import anchor, anchor_fault


@dataclass(frozen=True)
class Row:
    """A row of a layer: its cells, the line it stands on, and its place in the text when it is anchored."""

    cells: dict[str, str]
    line: int
    start: int | None = None
    end: int | None = None

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    @property
    def span(self) -> tuple[int, int]:
        """Where the words of an anchored row start and end in the text."""
        if self.start is None or self.end is None:
            raise ValueError(f"the row in line {self.line} is about no words of the text")
        return self.start, self.end

    def within(self, start: int, end: int) -> bool:
        """Whether the row's words lie in this stretch of the text."""
        return self.start is not None and self.end is not None and start <= self.start and self.end <= end

    def touches(self, start: int, end: int) -> bool:
        """Whether the row's words reach into this stretch of the text."""
        return self.start is not None and self.end is not None and self.start < end and start < self.end


def read_layer(path: Path, text: str, columns: Sequence[str] = ()) -> tuple[list[Row], list[Fault]]:
    """The rows of one CSV with their anchors in ``text``, and every fault found on the way.

    ``columns`` are those that the table has to have.
    """
    if not path.is_file():
        return [], [Fault(shown(path), 0, "there is no such layer", "see the CSV files in the same folder")]
    table, faults = read_table(path, columns)
    rows: list[Row] = []
    ids: dict[str, int] = {}
    for line, cells in table.rows:
        if cells.get("id") and (before := ids.setdefault(cells["id"], line)) != line:
            faults.append(
                Fault(
                    shown(path),
                    line,
                    f"the id {cells['id']} stands in line {before} already",
                    "give this row an id of its own",
                )
            )
        if not cells.get("exact"):  # a row about the world, or about another row
            rows.append(Row(cells, line))
            continue
        quotation = cells["exact"], cells.get("prefix", ""), cells.get("suffix", "")
        if fault := anchor_fault(text, *quotation):
            faults.append(Fault(shown(path), line, *fault))
            continue
        start = anchor(text, *quotation)[0]
        rows.append(Row(cells, line, start, start + len(cells["exact"])))
    return rows, faults
