"""One notebook shown by Voilà to two visitors: neither sees what the other answered, and nothing is kept."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from playwright.sync_api import expect, sync_playwright

from tests.chromium import install as browser
from tests.student import ITEMS, answer, as_notebook, check, exercise
from whosaysso.work.passing import UNKEPT

FIRST = ITEMS["footbridge"]
CELLS = ["from whosaysso.notebook import exercise, work", f'exercise("{FIRST.id}")', "work()"]
PATIENCE = 60_000
"""Milliseconds for a kernel to start and to run the cells."""


def run(folder: Path) -> Iterator[str]:
    """Let one visitor answer, and another come."""
    shown = folder / "shown"
    shown.mkdir()
    (shown / "set.ipynb").write_text(as_notebook(CELLS), encoding="utf-8")
    with voila(shown / "set.ipynb", folder) as address, sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=str(browser()), args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        for visitor in ("one", "another"):
            page = started.new_context().new_page()
            page.goto(address, timeout=PATIENCE)
            root, bar = exercise(page, FIRST), page.locator("[data-work]")
            expect(root.locator(".wss-notice")).to_have_text(UNKEPT, timeout=PATIENCE)
            expect(bar.locator(".wss-work-count")).to_contain_text("No answer kept yet", timeout=PATIENCE)
            expect(root.locator("input:checked")).to_have_count(0)
            yield f"{visitor} visitor comes, sees no answer, and is told that nothing is kept"
            answer(root, FIRST, FIRST.best())
            check(root)
            expect(root).to_have_attribute("data-score", "1")
            expect(bar.locator(".wss-work-count")).to_contain_text("1 checked answer in this page only")
        started.close()
    assert [path.name for path in shown.iterdir()] == ["set.ipynb"]
    yield "both have answered, each sees one answer, and no file is left"


@contextmanager
def voila(notebook: Path, folder: Path) -> Iterator[str]:
    """Voilà with this notebook, at an address of this computer."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "voila", str(notebook), "--no-browser", f"--port={port}", "--Voila.ip=127.0.0.1"]
    own = {name: str(folder / name) for name in ("JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "JUPYTER_CONFIG_DIR")}
    with (
        (folder / "voila.log").open("w") as said,
        subprocess.Popen(command, env={**os.environ, **own}, stdout=said, stderr=subprocess.STDOUT) as server,
    ):
        for _ in range(120):
            assert server.poll() is None, (folder / "voila.log").read_text()
            with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=5):
                break
            time.sleep(0.5)
        yield f"http://127.0.0.1:{port}"
        server.terminate()
