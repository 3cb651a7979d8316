"""A file as people and programs leave it, read as text: a mark in front or none, line ends of any system.

What cannot be read for certain is told, with its line: letters in another encoding, and signs that nobody typed.
"""

import codecs
import re
from pathlib import Path

from whosaysso.authored.fault import Fault, shown

IN_UTF_8 = "save the file in UTF-8: Excel calls it “CSV UTF-8”, editors and LibreOffice ask for the encoding"

_OTHER = {
    codecs.BOM_UTF32_LE: "UTF-32",
    codecs.BOM_UTF32_BE: "UTF-32",
    codecs.BOM_UTF16_LE: "UTF-16",
    codecs.BOM_UTF16_BE: "UTF-16",
}
"""Marks in front of a file, the longer ones first: that of UTF-16 is the beginning of that of UTF-32."""

# Controls of ASCII and Latin 1, line breaks that only some programs see, a mark of order, a letter that was lost.
_ODD = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffd]")
# “ ” ’ – é ü in UTF-8, read as if they were in the encoding of Windows, and saved like that.
_TWICE_ENCODED = re.compile("â€[™œ“”\u02dc¦\x9d\u009d]|Ã[\u0080-\u00bf]|Â[\u00a0-\u00bf]")


def read_bytes(path: Path, most: int) -> bytes:
    """A file from anybody, and of a larger one no more than shows that it is larger.

    Raises
    ------
    OSError
        Where there is no file, or none that ends: a pipe or a device would never.
    """
    if not path.is_file():
        raise OSError
    with path.open("rb") as file:
        return file.read(most + 1)


def read_text(path: Path, typed: bool = True) -> tuple[str, list[Fault]]:
    r"""The text with ``\n`` at its line ends and no mark in front, and what is wrong with it.

    ``typed`` is whether an author typed all of it, and can mend a sign that nobody types.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        return "", [
            Fault(shown(path), 0, f"this file cannot be read: {error.strerror}", "look what lies at this place")
        ]
    for mark, name in _OTHER.items():
        if data.startswith(mark):
            return "", [Fault(shown(path), 1, f"this file is in {name}", IN_UTF_8)]
    if b"\0" in data:
        return "", [Fault(shown(path), 1, "this file is no text, or is in UTF-16", IN_UTF_8)]
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = _plain_ends(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        line = _plain_ends(data[: error.start].decode("latin-1")).count("\n") + 1
        letter = data[error.start : error.start + 1].decode("cp1252", "replace")
        return "", [Fault(shown(path), line, f"a letter here, “{letter}” perhaps, is not in UTF-8", IN_UTF_8)]
    lines = enumerate(text.split("\n") if typed else (), 1)
    return text, [Fault(shown(path), number, *wrong) for number, row in lines for wrong in _wrong(row)]


def _plain_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _wrong(row: str) -> list[tuple[str, str]]:
    found = [
        (
            f"an invisible sign (U+{ord(sign):04X}) stands before “{row[row.index(sign) + 1 :][:20].strip()}”",
            "take it out; it comes with text that is copied from elsewhere",
        )
        for sign in dict.fromkeys(_ODD.findall(row))
    ]
    if garbled := _TWICE_ENCODED.search(row):
        found.append(
            (
                f"“{garbled.group()}” is one letter that was read in a wrong encoding",
                "write the letter that belongs there, and save the file in UTF-8",
            )
        )
    return found
