"""A reading kept in one file beside a notebook: found again, written whole, and never over what another has added."""

import re
from pathlib import Path

from whosaysso.authored.fault import Fault, Faulty, shown
from whosaysso.reader.file import read_reading, write_reading
from whosaysso.reader.marking import begin
from whosaysso.reader.opening import open_text
from whosaysso.reader.reading import Annotation, Reading

ENDING = ".reading.json"
"""What the names of these files end with."""


class Kept:
    """A reading and the file that keeps it."""

    def __init__(self, path: Path, reading: Reading):
        self.path, self.reading = path, reading

    def keep(self, reading: Reading) -> Reading:
        """Write a newer state of the reading, together with the marks that the file has won or lost meanwhile.

        Raises
        ------
        Faulty
            Where the file is no longer a reading of this text: nothing is written over it.
        """
        if self.path.exists():
            reading = _with_others(reading, self.reading, read_reading(self.path, of=reading.text.sha256))
        self.reading = write_reading(self.path, reading)
        return self.reading


def open_kept(source: str | Path, folder: Path) -> Kept:
    """The reading of a text, begun or found again in ``folder``.

    Parameters
    ----------
    source
        The text itself, or the path of a ``.txt``, ``.html`` or ``.md`` file, or of a reading that was saved.
    folder
        Where a reading of a text is kept that comes from no file.

    Raises
    ------
    Faulty
        With a sentence, where the file is none of these, or what was kept is of another text.
    ValueError
        Where there are no words.
    """
    path = _path(source)
    if path is None:
        fresh = begin(str(source))
        return _found(folder / f"{fresh.text.sha256[:8]}{ENDING}", fresh)
    if path.suffix.lower() == ".json":
        return Kept(path, read_reading(path))
    return _found(path.with_name(f"{path.stem}{ENDING}"), begin(open_text(path)))


def shelf(folder: Path) -> list[Kept]:
    """Every reading that is kept in a folder, the newest first; what is damaged is not among them."""
    found = []
    for path in folder.glob(f"*{ENDING}"):
        try:
            found.append(Kept(path, read_reading(path)))
        except Faulty:
            continue
    return sorted(found, key=lambda kept: kept.reading.saved, reverse=True)


def title_of(reading: Reading) -> str:
    """What a text is called: by its reader, or by how it begins."""
    first = reading.text.words.split("\n")[0]
    return reading.provenance.title or (f"{first[:70]}…" if len(first) > 70 else first)


def _path(source: str | Path) -> Path | None:
    """The path that is meant; a name with the ending of a file is one, and a text that ends in .md has other signs."""
    if isinstance(source, Path):
        return source
    return (
        Path(source) if re.fullmatch(r"[^\n]{1,1000}\.(txt|x?html?|md|markdown|json)", source, re.IGNORECASE) else None
    )


def _found(path: Path, fresh: Reading) -> Kept:
    if not path.exists():
        return Kept(path, fresh)
    kept = read_reading(path)
    if kept.text.sha256 != fresh.text.sha256:
        raise Faulty(
            [
                Fault(
                    shown(path),
                    0,
                    "this file keeps a reading of another text, or of this one before it was changed",
                    "give the new text another name; the old reading stays as it is",
                )
            ]
        )
    return Kept(path, kept)


def _with_others(ours: Reading, before: Reading, there: Reading) -> Reading:
    """Ours, with the marks that others have added to the file since, and without those they took away."""
    known = {mark.id: mark for mark in before.annotations}
    disk = {mark.id: mark for mark in there.annotations}
    kept: list[Annotation] = []
    for mark in ours.annotations:
        changed = mark != known.get(mark.id)
        if mark.id in disk and not changed:
            kept.append(disk[mark.id])
        elif mark.id not in known or changed:
            kept.append(mark)
    mine = {mark.id for mark in ours.annotations}
    kept += [mark for name, mark in disk.items() if name not in mine and name not in known]
    return ours.model_copy(
        update={"annotations": kept, "readers": list(dict.fromkeys([*there.readers, *ours.readers]))}
    )
