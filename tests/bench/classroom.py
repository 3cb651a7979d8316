"""How long the page for a class takes, and how long it is deaf meanwhile: ``python -m tests.bench.classroom``."""

import json
import time
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import click
from playwright.sync_api import sync_playwright

from tests.bench.grading import ANSWERS
from tests.chromium import find
from tests.desk.hand_ins import BEST, ITEMS, work
from whosaysso.classroom.page import class_html, class_script
from whosaysso.kinds import KINDS

WATCH = """() => {
  window.longest = 0;
  let last = performance.now();
  const channel = new MessageChannel();
  channel.port1.onmessage = () => {
    const now = performance.now();
    window.longest = Math.max(window.longest, now - last);
    last = now;
    setTimeout(() => channel.port2.postMessage(0), 1);
  };
  channel.port2.postMessage(0);
}"""
"""Counts how long the page's thread gives nobody else a turn."""


def measured(many: int) -> tuple[str, str]:
    """A folder of so many files, of sixty answers each, through the page."""
    with TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        (folder / "class.js").write_text(class_script(), encoding="utf-8")
        (folder / "class.html").write_text(
            f"<!doctype html><meta charset=utf-8><body>{class_html('class.js')}", "utf-8"
        )
        (folder / "files").mkdir()
        chance = Random(0)
        for number in range(many):
            answers = [
                (
                    name,
                    {"choice": chance.choice(ITEMS[name].options).id} if ITEMS[name].kind == "choose" else best,
                    None,
                )
                for name, best, _ in chance.sample(BEST, ANSWERS)
            ]
            made = work(*answers, code=f"K{number}", form="ABC")
            for attempt in made["attempts"]:
                sure = KINDS[ITEMS[attempt["exercise"]].kind].sure
                attempt["confidence"] = chance.choice([0.0, 0.5, 1.0]) if sure else None
            text = json.dumps(made, indent=1)
            (folder / "files" / f"{number}.json").write_text(text, encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=str(find()), args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        page.goto((folder / "class.html").as_uri())
        page.locator(".wss-class-give").wait_for()
        page.evaluate(WATCH)
        begun = time.perf_counter()
        page.locator(".wss-class-folder").set_input_files(folder / "files")
        page.get_by_role("heading", name="What to teach tomorrow").wait_for(timeout=120_000)
        seconds = time.perf_counter() - begun
        longest = page.evaluate("window.longest")
        browser.close()
    return f"{many:,} files in the page for a class", f"{seconds:.1f} s; never deaf for longer than {longest:.0f} ms"


@click.command()
@click.option("--files", default=(200, 1_000), multiple=True, show_default=True)
def main(files: tuple[int, ...]) -> None:
    """Measure the page alone."""
    for many in files:
        click.echo("| {} | {} |".format(*measured(many)))


if __name__ == "__main__":
    main()
