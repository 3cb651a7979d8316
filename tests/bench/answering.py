"""From opening a page with nothing cached to the first result on the screen: in this book, with jupyterquiz,
and with Python in the page.
"""

import json
import shutil
import tempfile
import zipfile
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser

from tests.bench.serving import served
from whosaysso.authored.folders import PACKAGE
from whosaysso.exercises.topics import find_exercise

EXERCISE, ANSWER = "footbridge", "use"
# By the page's own clock: answer as soon as there is something to press,
# and stop after the frame that shows the result.
WATCH = """
const answered = %s;
const watch = new MutationObserver(() => {
    if (!answered()) return;
    watch.disconnect();
    requestAnimationFrame(() => setTimeout(() => (window.answeredAfter = performance.now())));
});
watch.observe(document, { subtree: true, childList: true, attributes: true });
"""
OURS = (
    WATCH
    % """() => {
    const root = document.querySelector('[data-kind="choose"]');
    if (!root || root.querySelector(".wss-buttons")?.hidden !== false) return false;
    root.querySelector("input[type=radio]").click();
    root.querySelector(".wss-check").click();
    return root.dataset.state === "graded";
}"""
)
JUPYTERQUIZ = (
    WATCH
    % """() => {
    document.querySelector("label.MCButton")?.click();
    return Boolean(document.querySelector(".Feedback:is(.correct, .incorrect)"));
}"""
)
PYODIDE = """<!doctype html><meta charset="utf-8"><title>Graded by Python in the page</title><p id="result"></p>
<script type="module">
import { loadPyodide } from "./pyodide/pyodide.mjs";
const python = await loadPyodide();
python.unpackArchive(await (await fetch("whosaysso.zip")).arrayBuffer(), "zip");
python.globals.set("given", JSON.stringify(%s));
document.getElementById("result").textContent = python.runPython(`
import json
from whosaysso.kinds.grading import grade
str(grade(*json.loads(given))["score"])
`);
requestAnimationFrame(() => setTimeout(() => (window.answeredAfter = performance.now())));
</script>"""


def first_answer(
    browser: Browser, book: Path, peers: dict[str, Path | None], pyodide: Path | None, runs: int
) -> list[tuple[str, str]]:
    """Rows of the table: every page of the book with a question of which one answer is picked, and what others do."""
    took = {
        path: _timed(browser, book, path.relative_to(book).as_posix(), runs, OURS)
        for path in sorted(book.rglob("*.html"))
        if 'data-kind="choose"' in (text := path.read_text(encoding="utf-8")) and ">Check<" in text
    }
    seconds, sent = median(one for one, _ in took.values()), median(one for _, one in took.values())
    slowest, heaviest = (max(one[n] for one in took.values()) for n in (0, 1))
    rows = [
        (
            f"First graded answer with nothing cached, median of {len(took)} pages",
            f"{seconds:.2f} s, {sent / 1000:.0f} KB",
        ),
        ("The slowest, and the heaviest, of these pages", f"{slowest:.2f} s, {heaviest / 1000:.0f} KB"),
    ]
    for title, script in {"This book": OURS, "jupyterquiz": JUPYTERQUIZ}.items():
        told = (
            "not installed"
            if peers[title] is None
            else "{:.2f} s, {:.0f} KB".format(
                *(
                    n / by
                    for n, by in zip(_timed(browser, peers[title], "page.html", runs, script), (1, 1000), strict=True)
                )
            )
        )
        rows.append((f"First graded answer on the same page in {title[0].lower()}{title[1:]}", told))
    if pyodide is None:
        return [*rows, ("First graded answer by Python in the page", "not measured: give --pyodide")]
    theirs, weight = _python(browser, pyodide, runs)
    return [
        *rows,
        (
            "First graded answer by Python in the page (Pyodide, from this computer)",
            f"{theirs:.2f} s, {weight / 1000:,.0f} KB",
        ),
        (
            "Against it, the median page of the book",
            f"{theirs / seconds:.1f} times faster, {weight / sent:.0f} times fewer bytes",
        ),
    ]


def _python(browser: Browser, pyodide: Path, runs: int) -> tuple[float, float]:
    """The book's own Python grader in a page that holds nothing else: no text, no style, no controls."""
    given = find_exercise(EXERCISE).with_key(), {"choice": ANSWER}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(pyodide, folder / "pyodide", ignore=shutil.ignore_patterns("node_modules", "*.map", "*.d.ts"))
        with zipfile.ZipFile(folder / "whosaysso.zip", "w", zipfile.ZIP_DEFLATED) as package:
            for module in ("__init__", "verdict", "grammar", "marks", "grading"):
                package.write(PACKAGE / f"{module}.py", f"whosaysso/{module}.py")
        (folder / "index.html").write_text(PYODIDE % json.dumps(given).replace("<", "\\u003c"), encoding="utf-8")
        return _timed(browser, folder, "index.html", runs, "")


def _timed(browser: Browser, folder: Path, page: str, runs: int, script: str) -> tuple[float, float]:
    """Seconds and bytes, the median of the runs."""
    seconds, sent = [], []
    with served(folder) as (address, handler):
        for _ in range(runs):
            handler.sent = 0
            context = browser.new_context()
            opened = context.new_page()
            opened.add_init_script(script)
            opened.goto(f"{address}/{page}", wait_until="commit")
            while (
                after := opened.evaluate("window.answeredAfter ?? null")
            ) is None:  # not wait_for_function, which the pages' policy stops
                opened.wait_for_timeout(20)
            seconds.append(after / 1000)
            sent.append(handler.sent)
            context.close()
    return median(seconds), median(sent)
