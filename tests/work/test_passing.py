"""A reader's work where nothing may be kept, since one folder is everybody's."""

import json

from whosaysso import notebook as widget
from whosaysso.exercises.topics import find_exercise
from whosaysso.notebook.reading import read_text
from whosaysso.notebook.sitting import sitting_at
from whosaysso.work.passing import UNKEPT
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
