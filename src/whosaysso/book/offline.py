"""The built book as a thing to carry: a first page at the top, and all of it as one file."""

import posixpath
import re
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

ZIP = "who-says-so.zip"
_OFFER = re.compile(rb'<p class="book-zip">.*?</p>', re.DOTALL)  # the file cannot hold itself
_LINK = re.compile(r'(?<= )(href|src|action)="(?![a-z]+:|#|//)([^"]+)"')


def moved_up(html: str, folder: str) -> str:
    """A page of ``folder`` as it has to read one level higher: the same, with links that still lead there."""

    def higher(link: re.Match[str]) -> str:
        path = posixpath.normpath(posixpath.join(folder, link[2]))
        return f'{link[1]}="{path}{"/" if link[2].endswith("/") else ""}"'

    return (
        _LINK.sub(higher, html)
        .replace('data-content_root="../"', 'data-content_root="./"', 1)
        .replace('content="../_static/', 'content="_static/')
    )


def zip_book(folder: Path) -> Path:
    """The whole book as one file in its own folder; the same book gives the same bytes."""
    path = folder / ZIP
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for file in sorted(
            file
            for file in folder.rglob("*")
            if file.is_file() and file != path and file.name not in (".buildinfo", "objects.inv")
        ):
            data = _OFFER.sub(b"", file.read_bytes()) if file.suffix == ".html" else file.read_bytes()
            archive.writestr(
                ZipInfo(f"who-says-so/{file.relative_to(folder).as_posix()}", (2025, 1, 1, 0, 0, 0)), data, ZIP_DEFLATED
            )
    return path
