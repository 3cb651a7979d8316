"""A reader's work where nothing may be kept, since one folder is everybody's."""

import json
import os
from pathlib import Path

import pytest

from tests.work.attempts import attempt
from whosaysso import notebook as widget
from whosaysso.exercises.topics import find_exercise
from whosaysso.notebook.reading import read_text
from whosaysso.notebook.sitting import sitting_at
from whosaysso.work.hand_in import HandIn
from whosaysso.work.passing import UNKEPT, PassingWork, visited
from whosaysso.work.reading import parse_hand_in


def test_visitors_of_voila_share_nothing(tmp_path, monkeypatch):
    """Under Voilà, answers are scored, given, loaded and cleared, no file is read or written, and it says so."""
    monkeypatch.chdir(tmp_path)
    theirs = tmp_path / "my-work.json"
    theirs.write_text("another visitor's", encoding="utf-8")
    monkeypatch.setenv("SERVER_SOFTWARE", "voila/0.5.13")
    sitting_at.cache_clear()
    shown, bar, best = widget.exercise("footbridge"), widget.work(), find_exercise("footbridge").best()
    version = shown.exercise["version"]
    shown.response = best
    shown.attempt = {"id": "a" * 32, "exercise": "footbridge", "version": version, "response": best,
                     "confidence": None, "at": "2026-01-01T10:00:00Z", "claimed": 1}  # fmt: skip
    assert (shown.score, shown.notice, bar.lasting) == (1, UNKEPT, False)
    kept = json.dumps(bar.work)
    assert [a.exercise for a in parse_hand_in(kept).attempts] == ["footbridge"]
    bar.wanted = 1
    bar.cleared = bar.given
    assert bar.said.startswith("Cleared.") and shown.score is None and not bar.work["attempts"]
    bar.loaded = kept.encode()
    bar.agreed = 1
    assert "loaded" in bar.said and shown.score == 1
    text = read_text("One said so. Nobody else did.")
    text.reading = {**text.reading, "language": "en"} | {"readers": ["b" * 32]}
    assert text.notice == UNKEPT
    assert [path.name for path in tmp_path.iterdir()] == ["my-work.json"]
    assert theirs.read_text(encoding="utf-8") == "another visitor's"
    sitting_at.cache_clear()


@pytest.mark.parametrize(
    ("said", "seen"),
    [
        ({}, False),
        ({"SERVER_SOFTWARE": "voila/0.5.13"}, True),
        ({"SERVER_SOFTWARE": "jupyter/voila/1"}, False),
        ({"VOILA_PREHEAT": "True"}, True),
        ({"SERVER_SOFTWARE": "jupyter_server/2", "VOILA_PREHEAT": ""}, True),
    ],
)
def test_voila_says_that_it_is_there(monkeypatch, said, seen):
    """Voilà is known by what it tells a kernel, also one that it starts before anybody comes."""
    for name in ("SERVER_SOFTWARE", "VOILA_PREHEAT"):
        monkeypatch.delenv(name, raising=False)
    for name, value in said.items():
        monkeypatch.setenv(name, value)
    assert visited() is seen


def test_visitor_is_one_reader_until_they_go():
    """A visitor gets an id with the first answer and keeps it, or that of a loaded file, and each change is seen."""
    work = PassingWork()
    assert (work.path, work.seen, work.look(), work.notice) == (Path(os.devnull), None, False, "")
    work.add(attempt(1))
    (reader,) = work.work.readers
    work.draft("two", {"choice": "a"}, "0" * 12)
    assert (work.work.readers, work.seen, work.look()) == ([reader], (2,), False)
    other = PassingWork()
    other.load(HandIn(readers=["c" * 32]))
    assert other.work.readers == ["c" * 32] and other.seen == (1,)
    work.clear()
    assert work.work.empty and len(work.work.readers) == 1 and work.work.readers != [reader] and work.seen == (3,)
