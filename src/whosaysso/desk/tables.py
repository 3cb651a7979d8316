"""The files that the desk writes, all whole or none, and none over what a teacher or a student has made."""

from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from whosaysso.authored.fault import Fault, Faulty, shown
from whosaysso.authored.writing import written_whole
from whosaysso.desk.classes import Class
from whosaysso.desk.grades import Grades
from whosaysso.desk.items import COLUMNS as ITEMS
from whosaysso.desk.spreadsheet import MARK, Form
from whosaysso.desk.texts import text_lines, texts_page

_OURS = ("student", "file,code", "text_number", "<!doctype html>")
"""How a table begins that this command wrote, the one of earlier versions among them."""


@dataclass(frozen=True)
class Tables:
    """Where each goes: beside ``grades.csv`` the others by their own names, beside another with its name before."""

    grades: Path

    def __getitem__(self, name: str) -> Path:
        before = "" if self.grades.stem == "grades" else f"{self.grades.stem}-"
        return self.grades.with_name(f"{before}{name}")

    @property
    def all(self) -> tuple[Path, ...]:
        """Every file that may be written."""
        return self.grades, self["items.csv"], self["texts.csv"], self["texts.html"]


def refuse_to_overwrite(paths: Iterable[Path], inputs: Iterable[Path], ours: tuple[str, ...] = _OURS) -> None:
    """Say before any work what could not be written, or would overwrite something.

    ``ours`` is how a file begins that the command wrote before, and may write anew.

    Raises
    ------
    Faulty
        With each of them.
    """
    read = {path.resolve() for path in inputs}
    faults = []
    for path in paths:
        if not path.parent.is_dir():
            faults.append(Fault(shown(path.parent), 0, "there is no such folder", "make it, or choose another with -o"))
        elif path.resolve() in read or (path.exists() and not _begins(path, ours)):
            wrong = "this file was not written by this command, and would be overwritten"
            faults.append(Fault(shown(path), 0, wrong, "choose another name with -o, or move the file away"))
    if faults:
        raise Faulty([*dict.fromkeys(faults)])


def _begins(path: Path, ours: tuple[str, ...]) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        begins = file.read(40).decode("utf-8-sig", "replace").lstrip('"')
    return begins.startswith(ours)


def write_tables(found: Class, grades: Grades, tables: Tables, form: Form) -> list[Path]:
    """Write them, and give those that were written; the two of texts only where somebody wrote one.

    Raises
    ------
    OSError
        Where one cannot be written; then none is.
    """
    made = [tables.grades, tables["items.csv"]]
    texts = found.gathered.has_texts
    made += [tables["texts.csv"], tables["texts.html"]] if texts else []
    with ExitStack() as all_or_none:
        files = {path: all_or_none.enter_context(written_whole(path)) for path in made}
        files[tables.grades].write(MARK.encode())
        files[tables.grades].writelines(map(str.encode, form.lines(grades.rows())))
        items = files[tables["items.csv"]]
        items.write(f"{MARK}{form.text([ITEMS])}".encode())
        items.writelines(map(found.gathered.items, found.rows))
        if texts:
            files[tables["texts.csv"]].write(MARK.encode())
            files[tables["texts.csv"]].writelines(text_lines(found, form))
            files[tables["texts.html"]].writelines(map(str.encode, texts_page(found)))
    return made
