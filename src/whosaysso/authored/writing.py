"""Writing a file whole or not at all."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO


def write_atomically(path: Path, text: str) -> None:
    """Write ``text`` so that ``path`` holds either the old or the whole new content, whatever happens.

    The file gets the permissions of any new file of this user; one that a link leads to is written where it lies.
    """
    with written_whole(path) as file:
        file.write(text.encode())


@contextmanager
def written_whole(path: Path) -> Iterator[BinaryIO]:
    """A file to write into, which stands at ``path`` once all is written, and before not at all.

    It has no name until then where the system has files without names, so that nothing is left of it after a kill.
    """
    path = path.resolve()
    beside = path.with_name(f".{path.name[:100]}.{secrets.token_hex(8)}")
    nameless = _nameless(path.parent)
    # The permissions are those of any new file: what the user's umask leaves.
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666) if nameless is None else nameless
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(handle)
            if nameless is not None:
                _put(handle, str(beside), str(path))
        if nameless is None:
            beside.replace(path)
    except BaseException:
        with suppress(FileNotFoundError):
            beside.unlink()
        raise


def _nameless(folder: Path) -> int | None:
    """A file without a name, where the system has such; Linux on most of its disks."""
    if not hasattr(os, "O_TMPFILE"):
        return None
    try:
        return os.open(folder, os.O_TMPFILE | os.O_WRONLY, 0o666)
    except OSError:
        return None


def _put(handle: int, beside: str, path: str) -> None:
    """Give a file without a name its place. No system does it in one step, so the two stand close together."""
    folder = os.open("/", os.O_RDONLY)  # any: with one, a link is made to the file and not to the link to it
    try:
        os.link(f"/proc/self/fd/{handle}", beside, dst_dir_fd=folder, follow_symlinks=True)
        os.replace(beside, path)  # noqa: PTH105 - nothing may happen between this and the line before
    finally:
        os.close(folder)
