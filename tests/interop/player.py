"""A set as a package, played by scorm-again in a real browser. It keeps nothing by itself, so this is its database."""

import functools
import http.server
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

from playwright.sync_api import Page, expect, sync_playwright

from tests.chromium import install as browser
from tests.conftest import _Quiet, watch
from tests.javascript import install
from tests.lms.test_package import BEST, SET, load
from tests.student import ITEMS, answer, check, exercise
from whosaysso.authored.folders import home

PLAYER = "3.4.3"
FIRST = ITEMS["footbridge"]


def run(folder: Path) -> Iterator[str]:
    """Play a package: answer, leave, come back elsewhere, answer everything."""
    player = install("scorm-again", PLAYER, home() / ".venv" / "scorm-again")
    package = folder / "set.zip"
    command = [sys.executable, "-m", "whosaysso", "package", SET.id, "--pass", "60", "-o", package]
    subprocess.run(command, check=True, capture_output=True)
    site = folder / "site"
    ZipFile(package).extractall(site)
    shutil.copy(player / "dist" / "scorm12.js", site)
    shutil.copy(Path(__file__).with_name("player.html"), site)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=str(browser()), args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        page = started.new_page()
        wrong = watch(page)
        page.goto(f"http://127.0.0.1:{server.server_port}/player.html")
        yield from played(page)
        assert not wrong, wrong
        started.close()
    server.shutdown()
    server.server_close()


def played(page: Page) -> Iterator[str]:
    """What a student sees and what the player has of it."""
    frame, said = launch(page, {})
    root = exercise(frame, FIRST)
    answer(root, FIRST, FIRST.best())
    check(root)
    expect(root).to_have_attribute("data-score", "1")
    kept = leave(page)
    score = float(kept["core"]["score"]["raw"])
    assert 0 < score < 60 and kept["core"]["lesson_status"] == "incomplete" and len(kept["suspend_data"]) <= 4096
    yield f"one exercise answered: {score:g} of 100, {kept['core']['lesson_status']}"
    page.evaluate("localStorage.clear()")
    frame, said = launch(page, {"suspend_data": kept["suspend_data"]})
    expect(said).to_contain_text(f"{score:g} of 100")
    expect(exercise(frame, FIRST)).to_have_attribute("data-score", "1")
    yield "opened again on another computer: the answer and its score are back"
    load(frame, *BEST)
    expect(said).to_contain_text("100 of 100, passed.")
    kept = leave(page)
    assert (float(kept["core"]["score"]["raw"]), kept["core"]["lesson_status"]) == (100, "passed")
    assert len(kept["suspend_data"]) <= 4096
    yield f"all {len(BEST)} answered: 100 of 100, passed, in {len(kept['suspend_data'])} characters of suspend_data"


def launch(page: Page, kept: dict) -> tuple:
    """Open the package; gives its frame and what it says of the LMS."""
    page.evaluate("(kept) => launch('ada', kept)", kept)
    frame = page.frame_locator("iframe")
    expect(frame.locator(".wss-lms-said")).not_to_contain_text("Looking for")
    return frame, frame.locator(".wss-lms-said")


def leave(page: Page) -> dict:
    """Leave; gives what the player keeps. It may have found no error."""
    left = page.evaluate("leave()")
    assert left["faults"] == [], left["faults"]
    return left["kept"]
