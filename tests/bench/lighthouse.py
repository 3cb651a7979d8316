"""What Lighthouse says, with its profile of a phone: the book's own pages, and the same chapter made in other ways."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from statistics import median

from tests.bench.serving import served
from tests.chromium import find

CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
# Lighthouse asks for robots.txt from inside the page, which the page's policy forbids, as it should.
# So the last category is also told with that one request let through.
LET_THROUGH = (b"connect-src 'none'", b"connect-src 'self'")


def lighthouse(book: Path, names: tuple[str, ...], peers: dict[str, Path | None], runs: int) -> list[tuple[str, str]]:
    """Rows of the table: each category, the median of the runs."""
    command = shutil.which("lighthouse")
    if command is None:
        return [("Lighthouse", "not measured: there is no command lighthouse on the PATH")]
    rows = [("Lighthouse, for a phone", f"{', '.join(CATEGORIES)}; seo with robots.txt let through")]
    rows += [(f"Lighthouse, {name}", _told(command, book, name, runs)) for name in names]
    return rows + [
        (
            f"Lighthouse, the same page: {title}",
            "not installed" if folder is None else _told(command, folder, "page", runs),
        )
        for title, folder in peers.items()
    ]


def _told(command: str, folder: Path, name: str, runs: int) -> str:
    with served(folder) as (address, _):
        scores = [_scores(command, f"{address}/{name}.html", CATEGORIES) for _ in range(runs)]
    with served(folder, LET_THROUGH) as (address, _):
        through = _scores(command, f"{address}/{name}.html", CATEGORIES[-1:])
    return " / ".join(f"{median(run[c] for run in scores):.2f}" for c in CATEGORIES) + f"; {through['seo']:.2f}"


def _scores(command: str, address: str, categories: tuple[str, ...]) -> dict[str, float]:
    done = subprocess.run(
        [
            command,
            address,
            "--quiet",
            "--output=json",
            "--output-path=stdout",
            f"--only-categories={','.join(categories)}",
            "--chrome-flags=--headless=new --no-sandbox --disable-background-networking",
        ],
        capture_output=True,
        text=True,
        env={**os.environ, "CHROME_PATH": str(find())},
        check=True,
    )
    return {name: category["score"] or 0 for name, category in json.loads(done.stdout)["categories"].items()}
