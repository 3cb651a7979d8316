"""The site of ``make lite`` in a real browser: answers, any text, a reload, and the file from page to Lite and back."""

import functools
import http.server
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from tests.chromium import install as browser
from tests.conftest import _Quiet
from tests.student import ITEMS, answer, check, exercise
from whosaysso.authored.folders import home
from whosaysso.browser.fragments import exercise_html, work_html
from whosaysso.browser.joined import bar_module, page_module
from whosaysso.markup import render
from whosaysso.work.reading import parse_hand_in

FIRST, SECOND = ITEMS["footbridge"], ITEMS["who-could-be-asked"]
"""The one that is answered in Lite, and the one that is answered in the page."""
PATIENCE = 120_000
"""Milliseconds: Python is started in the browser, with all its packages."""
TEXT = "“The road is open,” an official said. “Nobody was hurt.” Then Mr. Roe left."


def run(folder: Path) -> Iterator[str]:
    """Answer in a page, go on in Lite, and come back to a page."""
    site = home() / "_build" / "lite"
    if not site.is_dir():
        yield "left out: there is no _build/lite, which make lite writes"
        return
    notebooks = sorted((home() / "exercises").glob("*.ipynb"))
    assert all((site / "files" / path.name).read_bytes() == path.read_bytes() for path in notebooks)
    yield f"{len(notebooks)} notebooks lie in the site as they are in the book"
    page_file(folder / "page.html")
    with served(site) as base, sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=str(browser()), args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        page = fresh(started, folder)
        answer(exercise(page, SECOND), SECOND, SECOND.best())
        check(exercise(page, SECOND))
        from_page = downloaded(page, folder / "from-page.json")
        yield "an exercise is answered in a page, and its file downloaded"
        asked: set[str] = set()
        page = started.new_page(viewport={"width": 1400, "height": 1000})
        page.context.on("request", lambda request: asked.add(request.url))
        yield from played(page, f"{base}/lab/index.html?path=sourcing.ipynb", from_page)
        from_lite = downloaded(page, folder / "from-lite.json")
        elsewhere = [url for url in asked if not url.startswith((base, "blob:", "data:"))]
        assert not elsewhere, elsewhere
        yield f"{len(asked)} addresses were asked for, all of the site itself"
        page = fresh(started, folder)
        load(page, from_lite)
        for item in (FIRST, SECOND):
            expect(exercise(page, item)).to_have_attribute("data-score", "1")
        assert {a.exercise for a in parse_hand_in(from_lite.read_bytes()).attempts} == {FIRST.id, SECOND.id}
        yield "the file of Lite is loaded by a page on another computer, with both answers"
        started.close()


def played(page: Page, address: str, from_page: Path) -> Iterator[str]:
    """What a student does in Lite with the file of the page."""
    begun = time.monotonic()
    page.goto(address)
    run_all(page)
    root = exercise(page, FIRST).first
    expect(root).to_be_visible(timeout=PATIENCE)
    yield f"the first exercises stand there after {time.monotonic() - begun:.0f} s"
    answer(root, FIRST, FIRST.best())  # while the cells behind it are still run
    check(root)
    expect(root).to_have_attribute("data-score", "1")
    counted(page, 1)
    expect(root.locator(".wss-notice")).to_be_empty()
    yield f"an answer that is given at once is kept; all is there after {time.monotonic() - begun:.0f} s"
    load(page, from_page)
    expect(exercise(page, SECOND).first).to_have_attribute("data-score", "1", timeout=PATIENCE)
    counted(page, 2)
    yield "the page's file is loaded, and its answer stands in the notebook"
    begun = time.monotonic()
    page.reload()
    run_all(page)
    for item in (FIRST, SECOND):
        expect(exercise(page, item).first).to_have_attribute("data-score", "1", timeout=PATIENCE)
    counted(page, 2)
    yield f"both are back after a reload, in {time.monotonic() - begun:.0f} s"
    shown = cell(page, f"from whosaysso.notebook.reading import read_text\nread_text({TEXT!r})")
    expect(shown.locator("[data-your-text]")).to_contain_text("14 words. Kept in a file", timeout=PATIENCE)
    told = cell(page, f"print(*[len(s) for s in [read_text({TEXT!r}).kept.cut]])")
    expect(told.locator(".jp-OutputArea-output")).to_have_text("3", timeout=PATIENCE)
    yield "a text of one's own is cut into its 3 sentences and shown"


def run_all(page: Page) -> None:
    """*Run*, *Run All Cells*, once the kernel is there."""
    page.locator(".jp-Notebook").wait_for(timeout=PATIENCE)
    kernel = page.locator(".jp-StatusBar-TextItem", has_text="Python (Pyodide)")  # it may stay “Unknown”, and works
    expect(kernel).to_be_visible(timeout=PATIENCE)
    page.locator(".lm-MenuBar-itemLabel", has_text="Run").first.click()
    page.locator(".lm-Menu-itemLabel", has_text="Run All Cells").first.click()


def cell(page: Page, code: str) -> Locator:
    """Run this in the last cell of the notebook."""
    last = page.locator(".jp-Notebook-cell").last
    last.locator(".cm-content").click()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.insert_text(code)
    page.keyboard.press("Control+Enter")
    return last


def counted(page: Page, answers: int) -> None:
    """See that the bar counts so many answers: those in the file, as Python reads it."""
    count = page.locator("[data-work] .wss-work-count")
    expect(count).to_contain_text(f"{answers} checked answer{'' if answers == 1 else 's'} kept", timeout=PATIENCE)


def downloaded(page: Page, path: Path) -> Path:
    """The file that *Download my work* gives."""
    with page.expect_download() as download:
        page.locator("[data-work]").get_by_role("button", name="Download my work", exact=True).click()
    download.value.save_as(path)
    return path


def load(page: Page, path: Path) -> None:
    """Load a file; where it is another reader's, say yes."""
    bar = page.locator("[data-work]")
    empty = "No answer kept yet" in bar.locator(".wss-work-count").inner_text()
    bar.locator(".wss-file").set_input_files(path)
    if not empty:
        bar.get_by_role("button", name="Yes: add them to mine").click(timeout=PATIENCE)


def page_file(path: Path) -> None:
    """A page with both exercises and the bar, made as the book makes its pages."""
    body = exercise_html(FIRST.id) + exercise_html(SECOND.id) + work_html()
    modules = {"wss-runtime": page_module(body), "wss-bar": bar_module()}
    parts = [render("browser/module", name=name, module=module) for name, module in modules.items()]
    path.write_text("<!doctype html><meta charset=utf-8><body>" + body + "".join(parts), encoding="utf-8")


def fresh(started: Browser, folder: Path) -> Page:
    """The page in a browser that has kept nothing."""
    page = started.new_context(accept_downloads=True).new_page()
    page.goto((folder / "page.html").as_uri())
    return page


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The site at an address of this computer."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
