"""Run this book against the programs of others, and say what was seen: ``python -m tests.interop [PART …]``.

It needs the packages of the group ``interop`` and, for the player, Node. Nothing here belongs to ``make test``.
"""

import importlib
import os
import sys
import tempfile
import time
import traceback
from pathlib import Path

PARTS = {
    "records": "statements in a real record store, Ralph",
    "cluster": "a class graded by a real Dask cluster, a worker of which is killed",
    "course": "a course of nbgrader, from generate to the grades",
    "player": "a package played by scorm-again",
    "visitors": "two visitors of a notebook that Voilà shows",
    "lite": "a notebook in JupyterLite, where make lite has built it, and its file",
}
"""Each is a module with ``run(folder)``, which yields in a sentence each thing that it saw."""


def main() -> None:
    beside = Path(sys.executable).parent  # where nbgrader looks for a program of its own
    os.environ["PATH"] = f"{beside}{os.pathsep}{os.environ['PATH']}"
    names = sys.argv[1:] or [*PARTS]
    if unknown := [name for name in names if name not in PARTS]:
        sys.exit(f"There is no part {unknown[0]}; there are: {', '.join(PARTS)}.")
    failed = []
    for name in names:
        print(f"{name}: {PARTS[name]}", flush=True)
        begun = time.monotonic()
        with tempfile.TemporaryDirectory() as folder:
            try:
                for seen in importlib.import_module(f"tests.interop.{name}").run(Path(folder)):
                    print(f"  {seen}", flush=True)
            except Exception:
                traceback.print_exc()
                failed.append(name)
        print(f"  {time.monotonic() - begun:.0f} s", flush=True)
    if failed:
        sys.exit(f"Not as it should be: {', '.join(failed)}.")


if __name__ == "__main__":  # Dask's workers import this module again
    main()
