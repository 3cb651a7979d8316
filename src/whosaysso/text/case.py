"""A text and the layers around it: sentences with numbers, words, and rows anchored by quotation.

A case is a folder ``case/<slug>/`` with ``text.txt``, never edited, and one CSV a layer. A row of an anchored
layer names its place by ``exact``, ``prefix`` and ``suffix`` (the terms of the W3C Web Annotation model);
offsets are computed here on loading and never stored.
"""

import re
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from whosaysso.authored.fault import Fault, Faulty, shown
from whosaysso.authored.folders import home
from whosaysso.authored.leftovers import left_behind
from whosaysso.authored.package import read_package
from whosaysso.authored.reading import read_text
from whosaysso.text.rows import Row, read_layer
from whosaysso.text.sentences import Sentence, broken_lines, sentences

MAIN = "balochistan-july-2025"
"""The case the book is about."""

_LAYER = re.compile(r"[a-z][a-z0-9_-]*\.csv")
_REFERENCE = re.compile(r"([PH]\d+)(?:\.(\d+))?(?:-(?:([PH]\d+)\.)?(\d+))?$")


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
        self.text, faults = read_text(path)
        if not faults and not self.text.strip():
            faults = [Fault(shown(path), 0, "this text is empty", "put the text into it, as it was published")]
        if faults:
            raise Faulty(faults)

    @property
    def slug(self) -> str:
        """The name of its folder."""
        return self.folder.name

    @cached_property
    def sentences(self) -> list[Sentence]:
        """Every heading (``H1``…) and sentence (``P1.1``…) in order."""
        return sentences(self.text)

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
        """The names of the tables, but for copies and what other programs leave beside them."""
        return sorted(path.stem for path in self.folder.glob("*.csv") if _LAYER.fullmatch(path.name))

    def columns(self, name: str) -> list[str]:
        """The columns that the codebook gives a layer; none where it does not know the layer."""
        described = {r["name"]: r for r in self.codebook.get("resources", ())}
        if name not in described and self.slug != MAIN:
            described = _main_resources()
        return [field["name"] for field in described.get(name, {}).get("schema", {}).get("fields", ())]

    def read(self, name: str) -> tuple[list[Row], list[Fault]]:
        """The rows of ``<name>.csv`` that are sound, and what is wrong with the others."""
        path = self.folder / f"{name}.csv"
        stamp = (path.stat().st_mtime_ns, path.stat().st_size) if path.is_file() else ()
        rows, faults = _read_layer(path, stamp, self.text, tuple(self.columns(name)))
        return [*rows], [*faults]

    def layer(self, name: str) -> list[Row]:
        """The rows of ``<name>.csv`` in the order of the file, anchors resolved.

        Raises
        ------
        Faulty
            When there is no such file, a column is missing, or an anchor does not match exactly one place.
        """
        rows, faults = self.read(name)
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
        package, faults = read_package(path)
        if faults:
            raise Faulty(faults)
        lacking = [r for r in package.get("resources", ()) if r["path"].endswith(".csv") and "schema" not in r]
        shared = _main_resources() if lacking else {}
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
        """Everything wrong with the folder: a text that was edited or is cut wrongly, anchors that do not hold."""
        path = self.folder / "text.txt"
        faults = [
            Fault(shown(path), line, "this line ends in the middle of a sentence", "put each paragraph on one line")
            for line in broken_lines(self.text)
        ]
        expected = self.codebook.get("text", {}).get("sha256")
        # What was hashed is the text and not its file, whose line ends and mark in front differ between systems.
        if expected and expected != sha256(read_text(path)[0].encode("utf-8")).hexdigest():
            faults.append(
                Fault(
                    shown(path),
                    0,
                    "the text is not the one the layers were made on",
                    "bring back the text as it was supplied; a text is never edited",
                )
            )
        return faults + [fault for name in self.layers for fault in self.read(name)[1]]


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


@lru_cache(maxsize=64)
def _read_layer(
    path: Path, _stamp: tuple[int, ...], text: str, columns: tuple[str, ...]
) -> tuple[list[Row], list[Fault]]:
    """Read once and not for each mark that names a row of it."""
    return read_layer(path, text, list(columns))


def _main_resources() -> dict[str, dict[str, Any]]:
    """The tables of the main case by name; none where it cannot be read, which is told of that case."""
    try:
        return {r["name"]: r for r in find_case(MAIN).codebook.get("resources", ())}
    except Faulty:
        return {}


def find_cases() -> list[Case]:
    """Every case there is, by name.

    Raises
    ------
    Faulty
        When a text cannot be read.
    """
    return [Case(folder) for folder in case_folders()]


def case_folders() -> list[Path]:
    """Every folder of ``case/``, by name: each has to hold a text."""
    return sorted(path for path in (home() / "case").iterdir() if path.is_dir() and not left_behind(path))
