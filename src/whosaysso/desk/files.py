"""What a folder or a zip holds: every file named, none run, none written, and only plain files read.

A zip is read where it lies, and so is one inside a folder or inside a zip; nothing is taken out of it to the disk.
"""

import os
import stat
import weakref
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from lzma import LZMAError
from pathlib import Path
from struct import error as StructError  # noqa: N812 - it is raised by zipfile on damage, and is a class
from typing import ClassVar

from whosaysso.work.reading import LARGEST

MOST = 250_000
"""Files in a zip."""

TIGHTEST = 200
"""How many times smaller a file may be packed: answers come to some 30, and what is made to fill a memory to 1,000."""

LARGEST_ZIP = 100_000_000
"""Bytes of a zip inside another one."""

DEEPEST = 2
"""Zips inside one another."""

_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""How a file is opened: no link is followed, no pipe waited for. No system has all three."""

_SYSTEM = ("Thumbs.db", "desktop.ini")
_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    LZMAError,
    StructError,
    EOFError,
    NotImplementedError,
    RuntimeError,  # what zipfile raises where a password is needed
    OSError,
    ValueError,
    KeyError,
    IndexError,
    OverflowError,
)


class NotReadError(Exception):
    """Raised with the reason, in words that follow a file's name."""


@dataclass(frozen=True, slots=True)
class Handed:
    """One file: its path from the folder or zip inwards, and how to read it."""

    path: str
    read: Callable[[], bytes]
    system: bool = False
    """Whether the computer put it there by itself, as ``.DS_Store``."""

    @property
    def name(self) -> str:
        """The last part of the path."""
        return self.path.rpartition("/")[2]


def files_in(source: Path) -> Iterator[Handed]:
    """Every file in a folder or a zip, and in the zips in it, by name.

    What cannot be read is among them: its ``read`` raises ``NotReadError``. No file is opened before it is read,
    but for the zips.
    """
    if source.is_dir():
        yield from _in_folder(source)
    else:
        yield from _in_zip(_Zip(source), "", 0)


def _in_folder(source: Path) -> Iterator[Handed]:
    unread: list[OSError] = []
    for folder, folders, names in os.walk(source, onerror=unread.append):
        inside = Path(folder).relative_to(source)
        links = [name for name in folders if (Path(folder) / name).is_symlink()]
        folders[:] = sorted(name for name in folders if name not in links)
        for name in sorted([*names, *links]):
            path = Path(folder) / name
            shown = _in_letters(inside / name)
            if _is_zip(shown) and _is_plain(path):
                yield from _in_zip(_Zip(path), f"{shown}/", 0)
            else:
                yield Handed(shown, partial(_read, path), _is_system(shown))
    for error in unread:
        where = _in_letters(Path(os.fsdecode(error.filename)).relative_to(source))
        yield _refused(where, f"this folder cannot be read ({error.strerror})")


def _in_letters(path: Path) -> str:
    r"""The path as text that can be written down: a byte that is not UTF-8 stands as ``\xff``."""
    return os.fsencode(path.as_posix()).decode(errors="backslashreplace")


def _is_plain(path: Path) -> bool:
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False


def _read(path: Path) -> bytes:
    """What stands in a file, up to one byte more than is taken; nothing else is opened, and nothing waited for."""
    if path.is_symlink():
        raise NotReadError("this is a link, which is not followed")
    try:
        handle = os.open(path, _FLAGS)
        with os.fdopen(handle, "rb") as file:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise NotReadError("this is not a plain file")
            return file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise NotReadError(f"this file cannot be read ({reason})") from None


class _Zip:
    """A zip on the disk or in another one. Few are open at a time: a class may hand in thousands."""

    _open: ClassVar[dict[int, zipfile.ZipFile]] = {}

    def __init__(self, source: Path | Callable[[], bytes]):
        self.source = source

    def opened(self) -> zipfile.ZipFile:
        """The archive, opened anew where it was closed."""
        if id(self) not in self._open:
            while len(self._open) > DEEPEST:
                self._open.pop(next(iter(self._open))).close()
            where = self.source if isinstance(self.source, Path) else BytesIO(self.source())
            self._open[id(self)] = zipfile.ZipFile(where)
            weakref.finalize(self, self._open.pop, id(self), None)
        return self._open[id(self)]

    def entries(self) -> list[zipfile.ZipInfo]:
        """Its files by name, where they are not more than a class can have handed in."""
        entries = [info for info in self.opened().infolist() if not info.is_dir()]
        file = self.opened().fp
        size = file.seek(0, os.SEEK_END) if file else 0
        if len(entries) > MOST or sum(info.file_size for info in entries) > TIGHTEST * size:
            raise NotReadError("this zip holds far more than a class can have handed in")
        return sorted(entries, key=lambda info: info.filename)

    def unpacked(self, info: zipfile.ZipInfo, largest: int) -> bytes:
        """What stands in one of its files, up to one byte more than is taken."""
        if stat.S_ISLNK(info.external_attr >> 16):
            raise NotReadError("this is a link, which is not followed")
        if info.flag_bits & 1:
            raise NotReadError("this file is locked with a password")
        if info.file_size > TIGHTEST * max(info.compress_size, 100):
            raise NotReadError("this file is packed more tightly than answers can be")
        try:
            with self.opened().open(info) as file:
                return file.read(largest + 1)
        except _DAMAGED:
            raise NotReadError("this file is damaged in the zip") from None


def _in_zip(archive: _Zip, inside: str, depth: int) -> Iterator[Handed]:
    try:
        entries = archive.entries()
    except (NotReadError, *_DAMAGED) as error:
        reason = str(error) if isinstance(error, NotReadError) else "this is not a zip, or it is damaged"
        yield _refused(inside.rstrip("/") or "the zip", reason)
        return
    times: Counter[str] = Counter()
    for info in entries:
        times[info.filename] += 1
        again = f" ({times[info.filename]})" if times[info.filename] > 1 else ""
        shown = f"{inside}{info.filename.lstrip('/')}{again}"
        if not _is_zip(shown):
            yield Handed(shown, partial(archive.unpacked, info, LARGEST), _is_system(shown))
        elif depth + 1 < DEEPEST:
            yield from _in_zip(_Zip(partial(archive.unpacked, info, LARGEST_ZIP)), f"{shown}/", depth + 1)
        else:
            yield _refused(shown, "this zip lies too deep in others")


def _refused(path: str, reason: str) -> Handed:
    def read() -> bytes:
        raise NotReadError(reason)

    return Handed(path, read)


def _is_zip(path: str) -> bool:
    return path.lower().endswith(".zip") and not _is_system(path)


def _is_system(path: str) -> bool:
    *folders, name = path.split("/")
    return name.startswith((".", "~$")) or name in _SYSTEM or "__MACOSX" in folders
