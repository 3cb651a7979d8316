"""The list of works, ``references.bib``: whether it can be read, and each work stands in it once."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from whosaysso.authored.fault import Fault, shown
from whosaysso.authored.folders import home
from whosaysso.authored.reading import read_text


def bibliography_faults() -> list[Fault]:
    """Every fault of the list of works; none where a book has no list."""
    path = home() / "references.bib"
    if not path.is_file():
        return []
    text, faults = read_text(path)
    if not faults and not [*_entries(text)]:
        return [Fault(shown(path), 0, "this list of works is empty", "bring back what stood in it")]
    return faults or [*_open_entries(path, text)] or [*_refused(path, text)] or [*_twice(path, text)]


def _entries(text: str) -> Iterator[tuple[int, str]]:
    """Every entry with its line: what stands from one @ at the margin to the next."""
    starts = [match.start() for match in re.finditer(r"^\s*@", text, re.MULTILINE)]
    for start, end in pairwise([*starts, len(text)]):
        yield text.count("\n", 0, text.index("@", start)) + 1, text[start:end]


def _open_entries(path: Path, text: str) -> Iterator[Fault]:
    """An entry that does not close swallows those below it, so a parser tells the last line of the file."""
    for line, entry in _entries(text):
        opened, closed = (len(re.findall(rf"(?<!\\)\{sign}", entry)) for sign in "{}")
        if opened != closed:
            yield Fault(
                shown(path),
                line,
                f"this work opens {opened} braces and closes {closed}",
                f"look for a {'}' if opened > closed else '{'} that is missing before the next work",
            )


def _refused(path: Path, text: str) -> Iterator[Fault]:
    """What the parser that the book uses does not understand."""
    import pybtex.errors  # noqa: PLC0415  # a notebook does without it
    from pybtex.database.input.bibtex import Parser  # noqa: PLC0415
    from pybtex.exceptions import PybtexError  # noqa: PLC0415

    with pybtex.errors.capture() as told:
        try:
            Parser().parse_string(text)
        except PybtexError as error:
            told.append(error)
    for refused in told:
        if "repeated" in str(refused):
            continue  # told with its line
        yield Fault(
            shown(path),
            getattr(refused, "lineno", None) or 0,
            f"this is not BibTeX: {str(refused).rpartition(': ')[2]}",
            "look for a comma, a quotation mark or a brace, missing in this line or the one before",
        )


def _twice(path: Path, text: str) -> Iterator[Fault]:
    seen: dict[str, int] = {}
    for line, entry in _entries(text):
        if (named := re.match(r"\s*@\w+\s*[{(]\s*([^\s,{}()]+)\s*,", entry)) is None:
            continue
        name = named.group(1)
        if name.lower() in seen:
            yield Fault(
                shown(path),
                line,
                f"the work “{name}” stands in line {seen[name.lower()]} already",
                "take one of the two away, or give it a name of its own",
            )
        seen.setdefault(name.lower(), line)
