"""A reader's work where nothing is kept: one notebook on a server is shown to many visitors, as Voilà does it.

Each visitor has a kernel of their own and all have one folder, so a file beside the notebook would be everybody's.
"""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from whosaysso.work.hand_in import HandIn
from whosaysso.work.work_file import WorkFile

UNKEPT = "Nothing is kept on this server: download your work before you leave this page."


def visited() -> bool:
    """Whether Voilà shows this notebook: it says so to the kernel, also to one that it starts before anybody comes."""
    return os.environ.get("SERVER_SOFTWARE", "").startswith("voila/") or "VOILA_PREHEAT" in os.environ


class PassingWork(WorkFile):
    """The work of one visitor, for as long as the kernel lives; no file is read or written."""

    standing = UNKEPT

    def __init__(self) -> None:
        super().__init__(Path(os.devnull))

    def look(self) -> bool:
        """There is no file that could have changed."""
        return False

    def clear(self) -> None:
        """Begin anew, as another reader."""
        self._kept = HandIn()
        self._write(HandIn())

    @contextmanager
    def _writing(self, failed: str) -> Iterator[None]:
        yield

    def _write(self, added: HandIn) -> None:
        whole = added.merged(self._kept)
        self._kept = whole if whole.readers else whole.model_copy(update={"readers": [secrets.token_hex(16)]})
        self._seen = ((self._seen or (0,))[0] + 1,)
