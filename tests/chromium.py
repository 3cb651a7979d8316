"""The browser that the tests drive: the system's own, or one that is installed for them."""

import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

SHELL = "chromium-headless-shell"
"""Chromium without windows, as Playwright itself prefers it: twice as fast, but with no pages kept for *Back*."""
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)


def find(*, whole: bool = False) -> Path | None:
    """Chromium or Chrome on this machine, or the one Playwright installed; nothing where there is none.

    The headless shell goes before them, but for who needs the whole browser.
    """
    names = NAMES if whole else (SHELL, *NAMES)
    for found in (*map(shutil.which, names), *PLACES):
        if found and Path(found).exists():
            return Path(found)
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - slow, and seldom needed

    with sync_playwright() as playwright:
        own = Path(playwright.chromium.executable_path)
    return own if own.exists() else None


def install() -> Path:
    """Find a browser, or get one: by apt where that works, else by Playwright.

    Raises
    ------
    RuntimeError
        When neither worked. Tests without a browser would say nothing.
    """
    if browser := find(whole=True):
        return browser
    print("No Chromium or Chrome here; installing one for the tests.", flush=True)  # noqa: T201 - it takes a while, so say so
    if shutil.which("apt-get") and platform.system() == "Linux":
        sudo = [] if os.geteuid() == 0 else ["sudo", "-n"]
        install = ["apt-get", "install", "-y", "-qq"]
        for command in (["apt-get", "update", "-qq"], [*install, "chromium"], [*install, SHELL]):
            subprocess.run(
                [*sudo, *command],
                check=False,
                stdout=subprocess.DEVNULL,
                env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
            )
        if browser := find():
            return browser
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
    if browser := find():
        return browser
    raise RuntimeError(
        "The tests need Chromium or Chrome, and it could not be installed. Install one of them, "
        "then run the tests again."
    )


if __name__ == "__main__":
    try:
        install()
    except RuntimeError as error:
        sys.exit(str(error))
