"""A text and the layers around it: sentences with numbers, words, and rows anchored by quotation.

A case is a folder ``case/<slug>/`` with ``text.txt``, never edited, and one CSV a layer. A row of an anchored
layer names its place by ``exact``, ``prefix`` and ``suffix`` (the terms of the W3C Web Annotation model);
offsets are computed here on loading and never stored.
"""

import csv
import json
import re
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from whosaysso.authored.fault import Fault, Faulty, shown
from whosaysso.authored.folders import home

MAIN = "balochistan-july-2025"
"""The case the book is about."""

# A sentence ends at . ? or !, with a closing quotation mark if there is one, before a space and a capital.
_SENTENCE_END = re.compile(r"(?<=[.?!])\s+(?=[A-Z“\"])|(?<=[.?!][”\"’])\s+(?=[A-Z“\"])")
# A word is a run of anything but white space and dashes: the one cut that Python makes and the browser takes over.
_WORD = re.compile(r"[^\s—–]+")
_REFERENCE = re.compile(r"([PH]\d+)(?:\.(\d+))?(?:-(?:([PH]\d+)\.)?(\d+))?$")


@dataclass(frozen=True)
class Sentence:
    """A sentence of a text: its number (``P3.4``; a heading has ``H2``) and its place in code points."""

    id: str
    block: str
    start: int
    end: int
    text: str


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


@dataclass
class Case:
    """One text with its layers, read from a folder."""

    folder: Path
    text: str = field(init=False)

    def __post_init__(self) -> None:
        path = self.folder / "text.txt"
        if not path.is_file():
            raise Faulty(
                [Fault(shown(path), 0, "there is no text here", "put the text into this file, as it was published")]
            )
        self.text = path.read_text(encoding="utf-8")

    @property
    def slug(self) -> str:
        """The name of its folder."""
        return self.folder.name

    @cached_property
    def sentences(self) -> list[Sentence]:
        """Every heading (``H1``…) and sentence (``P1.1``…) in order. A line without an end mark is a heading."""
        found, paragraphs, headings = [], 0, 0
        for line in re.finditer(r"[^\n]+", self.text):
            whole = line.group().strip()
            if not whole:
                continue
            if whole[-1] not in '.?!”"':
                headings += 1
                found.append(Sentence(f"H{headings}", f"H{headings}", line.start(), line.end(), line.group()))
                continue
            paragraphs += 1
            start = line.start()
            for number, text in enumerate(_SENTENCE_END.split(line.group()), 1):
                start = self.text.index(text, start)
                found.append(Sentence(f"P{paragraphs}.{number}", f"P{paragraphs}", start, start + len(text), text))
                start += len(text)
        return found

    @property
    def blocks(self) -> list[tuple[str, list[Sentence]]]:
        """Headings and paragraphs in order, each with its sentences."""
        grouped: dict[str, list[Sentence]] = {}
        for sentence in self.sentences:
            grouped.setdefault(sentence.block, []).append(sentence)
        return list(grouped.items())

    def passage(self, reference: str) -> list[Sentence]:
        """The sentences that ``P3``, ``P3.2``, ``P3.2-4`` or ``P2.3-P3.1`` names.

        Raises
        ------
        KeyError
            When the text has no such place.
        """
        match = _REFERENCE.match(reference)
        if match is None:
            raise KeyError(reference)
        block, first, last_block, last = match.groups()
        ids = [s.id for s in self.sentences]
        if first is None and last is None:
            chosen = [s for s in self.sentences if s.block == block]
        else:
            start = f"{block}.{first}"
            end = f"{last_block or block}.{last}" if last else start
            if start not in ids or end not in ids or ids.index(end) < ids.index(start):
                raise KeyError(reference)
            chosen = self.sentences[ids.index(start) : ids.index(end) + 1]
        if not chosen:
            raise KeyError(reference)
        return chosen

    @property
    def layers(self) -> list[str]:
        """The layers it has, by name."""
        return sorted(path.stem for path in self.folder.glob("*.csv"))

    def layer(self, name: str) -> list[Row]:
        """The rows of ``<name>.csv`` in the order of the file, anchors resolved.

        Raises
        ------
        Faulty
            When there is no such file, or an anchor does not match exactly one place.
        """
        rows, faults = read_layer(self.folder / f"{name}.csv", self.text)
        if faults:
            raise Faulty(faults)
        return rows

    @cached_property
    def codebook(self) -> dict[str, Any]:
        """What every column means: ``datapackage.json``, or nothing for a text that has no layers yet.

        A table without a schema has the columns of the main case's table of the same name; what is said there of
        sources is not taken over, since a text on an invented place has none.
        """
        path = self.folder / "datapackage.json"
        if not path.is_file():
            return {}
        package: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        lacking = [r for r in package.get("resources", ()) if r["path"].endswith(".csv") and "schema" not in r]
        shared = {r["name"]: r for r in find_case(MAIN).codebook["resources"]} if lacking else {}
        for resource in lacking:
            resource.update(schema=shared.get(resource["name"], {}).get("schema", {"fields": []}))
        return package

    @property
    def name(self) -> str | None:
        """What a place of this text is called after; nothing for the main case, which needs no name."""
        return None if self.slug == MAIN else self.codebook.get("title", self.slug)

    def place(self, reference: str) -> str:
        """A place as readers are told it: “P3.2”, or “The agency’s report, P3.2” for another text."""
        return f"{self.name}, {reference}" if self.name else reference

    def faults(self) -> list[Fault]:
        """Everything wrong with the folder: a text that was edited, anchors that do not hold."""
        faults = []
        expected = self.codebook.get("text", {}).get("sha256")
        if expected and expected != sha256((self.folder / "text.txt").read_bytes()).hexdigest():
            faults.append(
                Fault(
                    shown(self.folder / "text.txt"),
                    0,
                    "the text is not the one the layers were made on",
                    "bring back the text as it was supplied; a text is never edited",
                )
            )
        for name in self.layers:
            faults += read_layer(self.folder / f"{name}.csv", self.text)[1]
        return faults


def find_case(slug: str) -> Case:
    """The case in ``case/<slug>/``; its text and codebook are read again only when they have changed."""
    folder = home() / "case" / slug
    return _find_case(
        folder,
        tuple(
            path.stat().st_mtime_ns for name in ("text.txt", "datapackage.json") if (path := folder / name).is_file()
        ),
    )


@lru_cache(maxsize=32)
def _find_case(folder: Path, _stamps: tuple[int, ...]) -> Case:
    return Case(folder)


def find_cases() -> list[Case]:
    """Every case there is, by name."""
    return [Case(path.parent) for path in sorted((home() / "case").glob("*/text.txt"))]


def words(text: str) -> list[tuple[int, int]]:
    """Where each word of ``text`` starts and ends, in code points."""
    return [match.span() for match in _WORD.finditer(text)]


def anchor(text: str, exact: str, prefix: str = "", suffix: str = "") -> list[int]:
    """Every place in ``text`` where ``exact`` stands between ``prefix`` and ``suffix``; one is what is wanted."""
    whole = prefix + exact + suffix
    return [m.start() + len(prefix) for m in re.finditer(f"(?={re.escape(whole)})", text)] if exact else []


def anchor_fault(text: str, exact: str, prefix: str = "", suffix: str = "") -> tuple[str, str] | None:
    """What is wrong with an anchor and what to do, or nothing where it holds."""
    if exact != exact.strip():
        return f"“{exact}” begins or ends with a space", "take the space away"
    places = anchor(text, exact, prefix, suffix)
    if not places:
        return (
            f"“{prefix}{exact}{suffix}” is not in the text",
            "copy the words from the text, with its own quotation marks and dashes",
        )
    if len(places) > 1:
        return (
            f"“{prefix}{exact}{suffix}” stands in {len(places)} places of the text",
            "write the words just before it into prefix, or the words just after it into suffix",
        )
    inside = text[max(places[0] - 1, 0) : places[0] + 1], text[places[0] + len(exact) - 1 : places[0] + len(exact) + 1]
    if any(len(pair) == 2 and pair.isalnum() for pair in inside):
        return f"“{exact}” begins or ends inside a word", "take the whole word"
    return None


def read_layer(path: Path, text: str) -> tuple[list[Row], list[Fault]]:
    """The rows of one CSV with their anchors in ``text``, and every fault found on the way."""
    if not path.is_file():
        return [], [Fault(shown(path), 0, "there is no such layer", "see the CSV files in the same folder")]
    rows, faults = [], []
    ids: dict[str, int] = {}
    with path.open(encoding="utf-8-sig", newline="") as file:  # a spreadsheet may have put its mark in front
        reader = csv.DictReader(file, strict=True)
        for cells in reader:
            line = reader.line_num
            if None in cells or None in cells.values():
                faults.append(
                    Fault(
                        shown(path),
                        line,
                        "this row has not as many cells as the header",
                        "put cells that hold a comma in quotation marks",
                    )
                )
                continue
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
