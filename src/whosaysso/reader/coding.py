"""Trained coders' readings of a text of the book, as rows of its ``codings.csv``: with who, when and by which codebook.

A coder marks with the codes of the codebook as labels, one label a technique. What a class reads is compared and
never comes here.
"""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from whosaysso.authored.fault import Fault, Faulty, shown
from whosaysso.authored.writing import write_atomically
from whosaysso.reader.marking import begin
from whosaysso.reader.normal import hashed, normal
from whosaysso.reader.reading import Label, Reading
from whosaysso.reader.rows import in_order
from whosaysso.text.anchors import anchor, anchor_fault
from whosaysso.text.case import Case
from whosaysso.text.codebook import codes
from whosaysso.text.sentences import words

FEWEST = 3
"""So many people have to code a text before anybody’s marks are set beside theirs for points."""

COLUMNS = ("id", "coder", "kind", "instrument", "date", "coded", "row", "where", "exact", "prefix", "suffix", "value")

_AROUND = 60  # code points in front of and behind words that stand in several places


def sheet(case: Case) -> Reading:
    """A reading of the text to give to coders: its labels are the codes, and its rules their definitions.

    Raises
    ------
    Faulty
        Where the text has no codebook of techniques.
    """
    labels = [
        Label(id=_slug(value), name=value, rule=code["definition"])
        for code in _techniques(case)
        if (value := code["value"]) != "none"
    ]
    return begin(case.text, "en", labels, title=case.name or case.codebook.get("title", case.slug))


def add_codings(case: Case, readings: dict[str, Reading], instrument: str) -> list[dict[str, str]]:
    """Put the marks of at least three people into ``codings.csv``, whole or not at all; gives the new rows.

    Parameters
    ----------
    readings
        By the name of the file. Each has the pseudonym of its coder as ``code``.
    instrument
        By which codebook they coded, in words.

    Raises
    ------
    Faulty
        With everything that is wrong; the file is then as it was.
    """
    path = case.folder / "codings.csv"
    if not path.is_file():
        raise Faulty([Fault(shown(path), 0, "this text has no table of codings", "begin one, and describe it")])
    before = case.layer("codings")
    faults = [*_who_faults(readings, {row["coder"] for row in before}), *_what_faults(case, readings)]
    if not instrument.strip():
        faults.append(Fault(shown(path), 0, "nobody can tell by which codebook was coded", "name it, with its date"))
    if faults:
        raise Faulty(faults)
    rows = [row for reading in readings.values() for row in _rows(case, reading, instrument.strip())]
    number = max((int(row["id"][1:]) for row in before), default=0)
    for more, row in enumerate(rows, 1):
        row["id"] = f"K{number + more:03d}"
    out = io.StringIO()
    csv.DictWriter(out, COLUMNS, lineterminator="\n").writerows(rows)
    old = path.read_text(encoding="utf-8-sig")
    if tuple(old.partition("\n")[0].strip().split(",")) != COLUMNS:
        raise Faulty([Fault(shown(path), 1, "the columns are not those of a table of codings", ",".join(COLUMNS))])
    write_atomically(path, f"{old.rstrip()}\n{out.getvalue()}")
    return rows


def _who_faults(readings: dict[str, Reading], known: set[str]) -> Iterator[Fault]:
    if len(readings) < FEWEST:
        yield Fault(
            "the folder",
            0,
            f"it has {len(readings)} readings of this text, and codings take {FEWEST} people or more",
            "let more people code, each without seeing the others’ marks",
        )
    coders: dict[str, str] = {}
    seen: dict[str, str] = {}
    for name, reading in readings.items():
        coder = _slug(reading.code)
        if not coder:
            yield Fault(name, 0, "it does not say whose it is", "give the coder a code, never a name: code in the file")
        elif coder in known:
            yield Fault(name, 0, f"the coder {coder} is in codings.csv already", "code again under another code")
        elif coder in coders:
            yield Fault(name, 0, f"the coder {coder} is that of {coders[coder]} too", "give each a code of their own")
        coders.setdefault(coder, name)
        for reader in reading.readers:
            if reader in seen:
                yield Fault(name, 0, f"the same person made {seen[reader]}", "take one file of each")
            seen.setdefault(reader, name)


def _what_faults(case: Case, readings: dict[str, Reading]) -> Iterator[Fault]:
    wanted, values = hashed(normal(case.text)), _values(case)
    for name, reading in readings.items():
        if reading.text.sha256 != wanted:
            yield Fault(name, 0, "it is a reading of another text", "take it away")
            continue
        if not reading.annotations:
            yield Fault(name, 0, "nothing is marked in it", "look whether the file is the right one")
        names = {label.id: label.name for label in reading.labels}
        strange = {names[mark.label] for mark in reading.annotations} - values
        for label in sorted(strange):
            yield Fault(
                name,
                0,
                f"“{label}” is no technique of the codebook",
                "let the coders begin with the file that this command writes without a folder",
            )


def _rows(case: Case, reading: Reading, instrument: str) -> Iterator[dict[str, str]]:
    names = {label.id: label.name for label in reading.labels}
    for mark in in_order(reading):
        for where, start, end in _stretches(case, reading, *mark.span):
            yield {
                "id": "",
                "coder": _slug(reading.code),
                "kind": "person",
                "instrument": instrument,
                "date": reading.saved.date().isoformat(),
                "coded": "technique",
                "row": "",
                "where": where,
                **quotation_of(case.text, start, end),
                "value": names[mark.label],
            }


def _stretches(case: Case, reading: Reading, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """The words of a mark in the text as the case has it, from whole word to whole word, sentence by sentence."""
    # Both texts have the same words, and differ in the spaces between them.
    there = [
        place
        for place, (a, b) in zip(words(case.text), words(reading.text.words), strict=True)
        if a < end and start < b
    ]
    for sentence in case.sentences:
        inside = [place for place in there if sentence.start <= place[0] < sentence.end]
        if inside:
            yield sentence.id, inside[0][0], inside[-1][1]


def quotation_of(text: str, start: int, end: int) -> dict[str, str]:
    """The words, with as much around them as it takes to find them in one place."""
    exact, prefix, suffix = text[start:end], "", ""
    while len(anchor(text, exact, prefix, suffix)) > 1 and max(len(prefix), len(suffix)) < _AROUND:
        prefix = text[max(0, start - len(prefix) - 1) : start]
        if len(anchor(text, exact, prefix, suffix)) > 1:
            suffix = text[end : end + len(suffix) + 1]
    if fault := anchor_fault(text, exact, prefix, suffix):
        raise Faulty([Fault("the mark", 0, *fault)])
    return {"exact": exact, "prefix": prefix, "suffix": suffix}


def _techniques(case: Case) -> Sequence[dict[str, str]]:
    found = codes(case, "language", "technique_2020")
    if not found:
        raise Faulty(
            [
                Fault(
                    shown(Path(case.folder) / "datapackage.json"),
                    0,
                    "the codebook of this text has no techniques to code by",
                    "choose a text that has them, or describe them in its codebook",
                )
            ]
        )
    return found


def _values(case: Case) -> set[str]:
    return {code["value"] for code in _techniques(case)} - {"none"}


def _slug(said: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", said.lower()).strip("-")[:40]
