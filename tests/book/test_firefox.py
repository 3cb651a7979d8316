"""A smoke test in Firefox, where one is installed: an exercise is answered and kept, the results count it,
and nothing goes wrong.
"""

import json
import re
import shutil
import subprocess
import threading
from collections import deque

import pytest
import websocket

FIREFOX = shutil.which("firefox-esr") or shutil.which("firefox")
SOURCING = "exercises/sourcing"


class Firefox:
    """A headless Firefox, spoken to in WebDriver BiDi (https://www.w3.org/TR/webdriver-bidi/)."""

    def __init__(self, address: str):
        self._socket = websocket.create_connection(f"{address}/session", timeout=60, suppress_origin=True)
        self._number = 0
        self.wrong: list[str] = []
        self.ask("session.new", capabilities={})
        self.ask("session.subscribe", events=["log.entryAdded"])
        self._context = self.ask("browsingContext.getTree")["contexts"][0]["context"]

    def ask(self, method: str, **params) -> dict:
        """Send a command and wait for its answer; what the page complains of meanwhile is noted."""
        self._number += 1
        self._socket.send(json.dumps({"id": self._number, "method": method, "params": params}))
        while True:
            heard = json.loads(self._socket.recv())
            if heard.get("method") == "log.entryAdded" and heard["params"]["level"] in ("error", "warn"):
                self.wrong.append(heard["params"].get("text") or "")
            if heard.get("id") == self._number:
                assert heard["type"] == "success", heard
                return heard["result"]

    def close(self) -> None:
        """End the browser, which a signal would leave half alive, and the talk with it."""
        self.ask("browser.close")
        self._socket.close()

    def go(self, address: str) -> None:
        """Open a page, and wait until it is whole."""
        self.ask("browsingContext.navigate", context=self._context, url=address, wait="complete")

    def run(self, script: str):
        """The value of a script in the page; what it promises is waited for."""
        told = self.ask("script.evaluate", expression=script, target={"context": self._context}, awaitPromise=True)
        assert told["type"] == "success", told
        return told["result"].get("value")


@pytest.fixture(scope="module")
def firefox(tmp_path_factory):
    """Firefox with a profile of its own."""
    profile = tmp_path_factory.mktemp("profile")
    command = [FIREFOX, "--headless", "--no-remote", "--profile", str(profile), "--remote-debugging-port", "0"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as process:
        address = next((found[0] for line in process.stderr if (found := re.search(r"ws://[\d.]+:\d+", line))), None)
        assert address, "Firefox did not start"
        listener = threading.Thread(target=deque, args=(process.stderr, 0))  # a full pipe would stop it
        listener.start()
        started = Firefox(address)
        yield started
        started.close()
        listener.join()


def test_exercise_is_answered_and_kept(firefox, book):
    """From a folder an exercise is graded, stands again after a reload, and is counted by the results;
    no page complains.
    """
    firefox.go((book / f"{SOURCING}.html").as_uri())
    said = firefox.run("""(() => {
        const root = document.querySelector('[data-exercise="footbridge"]');
        root.querySelector('input[value="use"]').click();
        root.querySelector(".wss-check").click();
        return `${root.dataset.state} ${root.dataset.score} ${root.querySelector("[role=status]").textContent}`;
    })()""")
    assert said.startswith("graded 1 Right. Score 1 of 1.")
    firefox.go((book / f"{SOURCING}.html").as_uri())
    assert firefox.run("document.querySelector('[data-exercise=\"footbridge\"]').dataset.score") == "1"
    firefox.go((book / "chapters/results.html").as_uri())
    assert "1 of 1 points" in firefox.run("document.querySelector('.wss-results-said').textContent")
    assert not firefox.wrong, firefox.wrong


def test_article_and_menus_work(firefox, book):
    """The switches of the article, its notes, and the menu of a narrow screen work as they do in Chromium."""
    firefox.go((book / "chapters/case.html").as_uri())
    shown = firefox.run("""(() => {
        const mark = document.querySelector(".wss-article .wss-note-mark.voice");
        const before = mark.checkVisibility();
        document.querySelector("[name=layer][value=voice]").click();
        const after = mark.checkVisibility();
        mark.click();
        const note = document.getElementById(mark.getAttribute("popovertarget")).matches(":popover-open");
        document.querySelector('[popovertarget="book-contents"]').click();
        return [before, after, note, document.getElementById("book-contents").matches(":popover-open")].join();
    })()""")
    assert shown == "false,true,true,true"
    assert not firefox.wrong, firefox.wrong
