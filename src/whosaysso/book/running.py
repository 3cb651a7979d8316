"""Running the notebooks while the book is built: none becomes a page without what its cells show.

A kernel may fail to start, as when another program takes its port, or die. It is tried a second time; then the notebook
is named in a warning, which fails the build, and the other pages are still looked at.
"""

from functools import partial

import myst_nb.core.execute
import nbclient
from jupyter_cache.executors import utils
from myst_nb.core.execute.direct import NotebookClientDirect
from zmq import ZMQError

PATIENCE = 30
"""Seconds to wait for an output that a busy machine sends late."""


class TryingTwice(NotebookClientDirect):  # type: ignore[misc]  # of a library that says nothing of its types
    """Runs a notebook, once more where its kernel failed, and says so where it failed again."""

    def start_client(self) -> None:
        """Run it. An error that a cell raises is no fault of the kernel, and is told elsewhere."""
        try:
            super().start_client()
        except (RuntimeError, ZMQError):
            try:
                super().start_client()
            except (RuntimeError, ZMQError) as error:
                self.logger.warning(
                    f"this notebook could not be run, since its kernel failed twice ({error}). "
                    "Build the book again; if that does not help, restart the computer",
                    subtype="exec",
                )


def register() -> None:
    """Let notebooks be run so, and an output that never arrives be an error: by default it is left out in silence."""
    myst_nb.core.execute.NotebookClientDirect = TryingTwice
    utils.executenb = partial(nbclient.execute, raise_on_iopub_timeout=True, iopub_timeout=PATIENCE)
