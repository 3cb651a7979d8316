"""How fast a page answers, and what Lighthouse says of it."""

import functools
import gzip
import http.server
import json
import os
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser

from whosaysso.browser import find
from whosaysso.exercise import find_exercise
from whosaysso.folders import PACKAGE

PAGE, EXERCISE, ANSWER = "exercises/sourcing", "footbridge", "use"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
# From the navigation to the result on the screen, by the page's own clock: press as soon as there is a button.
PRESS = """
new MutationObserver((_, observer) => {
    const root = document.querySelector('[data-exercise="%s"]');
    if (!root || root.querySelector(".wss-buttons")?.hidden !== false) return;
    observer.disconnect();
    root.querySelector('input[value="%s"]').click();
    root.querySelector(".wss-check").click();
    if (root.dataset.state === "graded") requestAnimationFrame(() => (window.answeredAfter = performance.now()));
}).observe(document, { subtree: true, childList: true, attributes: true });
""" % (EXERCISE, ANSWER)
PYODIDE = """<!doctype html><meta charset="utf-8"><title>Graded by Python in the page</title><p id="result"></p><script type="module">
import { loadPyodide } from "./pyodide/pyodide.mjs";
const python = await loadPyodide();
for (const name of ["__init__", "verdict", "grammar", "marks", "grading"])
  python.FS.writeFile((python.FS.analyzePath("whosaysso").exists || python.FS.mkdir("whosaysso"), `whosaysso/${name}.py`), name === "__init__" ? "" : await (await fetch(`${name}.py`)).text());
python.globals.set("given", JSON.stringify([%s, %s]));
document.getElementById("result").textContent = python.runPython("import json; from whosaysso.grading import grade; str(grade(*json.loads(given))['score'])");
requestAnimationFrame(() => (window.answeredAfter = performance.now()));
</script>"""


class _Gzipping(http.server.SimpleHTTPRequestHandler):
    """Serves files as a host does: text gzipped. Counts what goes over the wire."""

    sent = 0

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            return self.send_error(404)
        kind = self.guess_type(str(path)) if path.suffix != ".mjs" else "text/javascript"
        squeezed = kind.startswith("text/") or kind.endswith(("javascript", "json", "svg+xml", "wasm"))
        data = gzip.compress(path.read_bytes(), 6) if squeezed else path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        if squeezed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(data)
        type(self).sent += len(data)

    def log_message(self, *_) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[tuple[str, type]]:
    """The address of a folder, and the handler that counts."""
    counting = type("Counting", (_Gzipping,), {"sent": 0})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(counting, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", counting
    server.shutdown()
    server.server_close()


def first_answer(browser: Browser, book: Path, pyodide: Path | None, runs: int) -> list[tuple[str, str]]:
    """From opening a page with nothing cached to the first result on the screen, in the book and with Python in the page."""
    ours, bytes_ours = _timed(browser, book, f"{PAGE}.html", runs, PRESS)
    rows = [("First graded answer, nothing cached, median", f"{ours:.2f} s, {bytes_ours / 1000:.0f} KB")]
    if pyodide is None:
        return [*rows, ("The same with Python in the page", "not measured: give --pyodide")]
    item = find_exercise(EXERCISE).with_key()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(pyodide, folder / "pyodide", ignore=shutil.ignore_patterns("node_modules", "*.map", "*.d.ts"))
        for module in ("verdict", "grammar", "marks", "grading"):
            shutil.copy(PACKAGE / f"{module}.py", folder)
        (folder / "index.html").write_text(PYODIDE % (json.dumps(item).replace("<", "\\u003c"), json.dumps({"choice": ANSWER})), encoding="utf-8")
        theirs, bytes_theirs = _timed(browser, folder, "index.html", runs, "")
    return [*rows, ("The same with Python in the page (Pyodide, from this computer)", f"{theirs:.2f} s, {bytes_theirs / 1000:.0f} KB"),
            ("How many times faster, and lighter", f"{theirs / ours:.0f} and {bytes_theirs / bytes_ours:.0f}")]


def _timed(browser: Browser, folder: Path, page: str, runs: int, script: str) -> tuple[float, int]:
    seconds, sent = [], []
    with served(folder) as (address, counting):
        for _ in range(runs):
            counting.sent = 0
            context = browser.new_context()
            opened = context.new_page()
            opened.add_init_script(script)
            opened.goto(f"{address}/{page}", wait_until="commit")
            while (after := opened.evaluate("window.answeredAfter ?? null")) is None:
                opened.wait_for_timeout(20)
            seconds.append(after / 1000)
            sent.append(counting.sent)
            context.close()
    return median(seconds), int(median(sent))


def lighthouse(book: Path, names: tuple[str, ...], runs: int) -> list[tuple[str, str]]:
    """Lighthouse's scores for a phone, each the median of the runs."""
    command = shutil.which("lighthouse")
    if command is None:
        return [("Lighthouse", "not measured: there is no command lighthouse on the PATH")]
    rows = []
    with served(book) as (address, _):
        for name in names:
            scores = [_scores(command, f"{address}/{name}.html") for _ in range(runs)]
            rows.append((f"Lighthouse, {name}: {', '.join(CATEGORIES)}", " / ".join(f"{median(run[c] for run in scores):.2f}" for c in CATEGORIES)))
    return rows


def _scores(command: str, address: str) -> dict[str, float]:
    done = subprocess.run([command, address, "--quiet", "--output=json", "--output-path=stdout", f"--only-categories={','.join(CATEGORIES)}",
                           "--chrome-flags=--headless=new --no-sandbox --disable-background-networking"],
                          capture_output=True, text=True, env={**os.environ, "CHROME_PATH": str(find())}, check=True)
    return {name: category["score"] or 0 for name, category in json.loads(done.stdout)["categories"].items()}
