"""How long a key press takes on the page for any text, with five thousand words and some hundred marks on them:
from the press to the frame that shows it, as the browser times its own events.
"""

from collections.abc import Callable
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page

SENTENCE = "The ministry in Velm said on Monday that 27 soldiers had been killed at the old bridge of Talvi. "
TEXT = "\n\n".join([(SENTENCE * 5).strip()] * 56)
MARKS = 120
# The browser leaves out what took less than 16 ms, so every press is also timed by its handlers and the layout after.
WATCH = """() => {
    window.slow = [];
    new PerformanceObserver((list) => window.slow.push(...list.getEntries().filter(({ name }) => name === "keydown")
        .map(({ duration }) => duration))).observe({ type: "event", durationThreshold: 16 });
}"""


def pressing(browser: Browser, book: Path) -> list[tuple[str, str]]:
    """Rows of the table: each way of pressing keys, its median and its slowest."""
    page = browser.new_page()
    page.goto((book / "chapters" / "your-text.html").as_uri())
    page.evaluate(WATCH)
    page.locator(".wss-paste").fill(TEXT)
    page.locator(".wss-paste").focus()
    rows = [_timed(page, "typing in the field", lambda: _press(page, 30, "x"))]
    page.locator(".wss-take").click()
    page.locator('[data-step="mark"]').click()
    box = page.locator('[data-panel="mark"] [role=listbox]')
    box.focus()
    rows.append(_timed(page, "moving by word", lambda: _press(page, 60, "ArrowRight")))
    rows.append(_timed(page, "marking", lambda: _press(page, MARKS, "ArrowRight", "Shift+ArrowRight", "Enter")))
    rows.append(_timed(page, "another label", lambda: _press(page, 10, "2", "1")))
    page.locator(".wss-mark-list summary").click()
    box.focus()
    _press(page, 1, "ArrowRight", "Enter")
    page.locator(".wss-mark-card summary").click()
    page.locator(".wss-mark-card input").first.focus()
    rows.append(_timed(page, "writing on a card, the list of marks open", lambda: _press(page, 30, "x")))
    page.locator('[data-step="cut"]').click()
    page.locator('[data-panel="cut"] [role=listbox]').focus()
    rows.append(_timed(page, "mending the cut", lambda: _press(page, 20, "ArrowRight", "Enter")))
    page.close()
    return rows


def _press(page: Page, times: int, *keys: str) -> None:
    for _ in range(times):
        for key in keys:
            page.keyboard.press(key)


def _timed(page: Page, what: str, work: Callable[[], None]) -> tuple[str, str]:
    page.evaluate("() => { window.slow = []; }")
    work()
    page.wait_for_timeout(300)  # the browser hands its entries over when it has time
    slow: list[float] = page.evaluate("window.slow")
    told = f"median {median(slow):.0f} ms, slowest {max(slow):.0f} ms" if slow else "all below 16 ms"
    return f"A key press on 5,000 words: {what}", f"{told} ({len(slow)} took 16 ms or more)"
