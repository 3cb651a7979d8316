"""The built book and a real browser, for every test that looks at pages."""

import functools
import http.server
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, Page, sync_playwright

from tests.chromium import find

ROOT = Path(__file__).parent.parent
collect_ignore = [] if shutil.which("firefox-esr") or shutil.which("firefox") else ["book/test_firefox.py"]


@pytest.fixture(scope="session")
def book(tmp_path_factory, testrun_uid) -> Path:
    """The folder of the built book, built strictly by the command that readers use, once for all processes of a run."""
    beside = tmp_path_factory.getbasetemp().parent
    built = beside / f"book-{testrun_uid}"
    with FileLock(beside / "book.lock"):
        if not built.exists():
            command = [sys.executable, "-m", "whosaysso", "book"]
            done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
            assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-4000:]
            built.touch()
    return ROOT / "_build" / "html"


@pytest.fixture(scope="session")
def browser() -> Browser:
    """The system's Chromium or Chrome; a missing one is an error."""
    executable = find()
    assert executable, "no Chromium or Chrome: run the tests with `make test`, which installs one"
    with sync_playwright() as playwright:
        # Background services would look up hosts of their own and blur what a page asks for.
        started = playwright.chromium.launch(
            executable_path=str(executable), args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        yield started
        started.close()


@pytest.fixture
def page(browser) -> Page:
    """A fresh page without network; any console error, failed request or foreign address fails the test."""
    context = browser.new_context(offline=True, accept_downloads=True)
    opened = context.new_page()
    wrong = watch(opened)
    yield opened
    context.close()
    assert not wrong, wrong


def watch(page: Page) -> list[str]:
    """What goes wrong in a page from now on."""
    wrong: list[str] = []
    page.on(
        "console",
        lambda message: wrong.append(f"console: {message.text}") if message.type in ("error", "warning") else None,
    )
    page.on("pageerror", lambda error: wrong.append(f"error: {error}"))
    # Leaving a page cuts short what it is still loading; that is no fault of the page.
    page.on(
        "requestfailed",
        lambda request: wrong.append(f"failed: {request.url}") if request.failure != "net::ERR_ABORTED" else None,
    )
    page.on(
        "request",
        lambda request: (
            None
            if request.url.startswith(("file:", "data:", "blob:", "http://127.0.0.1:"))
            else wrong.append(f"elsewhere: {request.url}")
        ),
    )
    return wrong


@pytest.fixture(scope="session")
def pages(book) -> list[Path]:
    """Every page of the book; what is printed lies beside them in a folder of its own."""
    beside = {"_static", "handouts"}
    return sorted(path for path in book.rglob("*.html") if path.relative_to(book).parts[0] not in beside)


@pytest.fixture
def served():
    """Serve a folder on 127.0.0.1: ``served(folder)`` gives the address."""
    servers = []

    def serve(folder: Path) -> str:
        handler = functools.partial(_Quiet, directory=str(folder))
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}"

    yield serve
    for server in servers:
        server.shutdown()
        server.server_close()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        """Say nothing: the tests' own output is what counts."""
