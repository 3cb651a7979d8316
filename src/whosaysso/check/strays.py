"""Files that lie where authors write and that nothing reads: nobody should look for an hour why a row is not there."""

import re
from collections.abc import Iterator
from pathlib import Path

from whosaysso.authored.fault import Fault, shown
from whosaysso.authored.folders import home
from whosaysso.authored.leftovers import left_behind
from whosaysso.text.case import case_folders

_EXERCISES = re.compile(r"(.+)\.(ya?ml|json)(\.txt)?", re.IGNORECASE)
_TABLE = re.compile(r"(.+)\.(csv|tsv|xlsx?|xlsm|ods|numbers)(\.txt)?", re.IGNORECASE)
_LAYER = re.compile(r"[a-z][a-z0-9_-]*\.csv")
_FOLDER = re.compile(r"[a-z0-9][a-z0-9._-]*")
_COPY = re.compile(r"^(copy of |kopie von )|( ?\(\d+\)| ?- (copy|kopie)( ?\(\d+\))?)$", re.IGNORECASE)


def stray_faults() -> list[Fault]:
    """Files that look like an author's work and are not read, each with what to call it."""
    return sorted(
        Fault(shown(path), 0, *wrong)
        for path, wrong in (*_in_exercises(), *_in_cases())
        if wrong and not left_behind(path)
    )


def leftovers() -> list[Path]:
    """What other programs left in ``case/`` and ``exercises/``; it is no fault, and nothing reads it."""
    return sorted(
        path
        for folder in (home() / "exercises", home() / "case", *case_folders())
        for path in folder.iterdir()
        if left_behind(path) and path.name != ".ipynb_checkpoints"
    )


def _in_exercises() -> Iterator[tuple[Path, tuple[str, str] | None]]:
    for path in (home() / "exercises").iterdir():
        named = _EXERCISES.fullmatch(path.name)
        if named and path.suffix != ".yml" and not re.fullmatch(r"my-work.*\.json", path.name):
            yield path, ("this file is not read: exercise files end in .yml", f"call it {_COPY.sub('', named[1])}.yml")


def _in_cases() -> Iterator[tuple[Path, tuple[str, str] | None]]:
    for path in (home() / "case").iterdir():
        if path.is_file():
            yield path, ("this file lies beside the texts and is not read", "put it into the folder of its text")
    for folder in case_folders():
        if not _FOLDER.fullmatch(folder.name):
            name = re.sub(r"[^a-z0-9]+", "-", folder.name.lower()).strip("-")
            yield folder, ("this cannot be the name of a text’s folder", f"call it {name or 'another-text'}")
        for path in folder.iterdir():
            yield path, _wrong_in_case(path)


def _wrong_in_case(path: Path) -> tuple[str, str] | None:
    if path.is_dir():
        return "this folder is not read", "put its files into the folder above it"
    for name in ("text.txt", "datapackage.json"):
        stem, end = name.split(".")
        if path.name != name and re.fullmatch(rf"{stem}(\.{end})?\.\w+|{stem}", path.name, re.IGNORECASE):
            return f"this file is not read: it is called {path.name}", f"call it {name}"
    if _LAYER.fullmatch(path.name) or not (named := _TABLE.fullmatch(path.name)):
        return None
    name = re.sub(r"[^a-z0-9_]+", "-", _COPY.sub("", named[1]).lower()).strip("-")
    if named[2].lower() != "csv":
        return "this file is not read: the tables are CSV files", f"save it as {name}.csv, in UTF-8, or remove it"
    return "this file is not read under this name", f"call it {name}.csv, or remove it if that is there"
