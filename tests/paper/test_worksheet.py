"""A set on paper: every question whole, room to answer, and no answer unless it is asked for."""

import subprocess
import sys

import pytest

from tests.student import ITEMS
from whosaysso.exercises.sets import read_sets
from whosaysso.paper.worksheet import worksheet_page

SETS = read_sets()


def words(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("name", SETS)
def test_worksheet_has_every_question_and_no_answer(page, tmp_path, name):
    """Printed, a worksheet shows every prompt and option of its set, no control, and none of the feedback."""
    (tmp_path / "sheet.html").write_text(worksheet_page(name), encoding="utf-8")
    page.goto((tmp_path / "sheet.html").as_uri())
    page.emulate_media(media="print")
    shown = words(page.locator("body").inner_text())
    for item in (ITEMS[one] for one in SETS[name].exercises):
        question = item.question()
        for text in [
            question["prompt"],
            *(o["text"] for o in question.get("options", ())),
            *(s["text"] for s in question.get("statements", ())),
            *(question.get("words") or ()),
        ]:
            assert words(text) in shown
        assert all(label["label"] in shown for label in question.get("labels", ()))
    assert page.locator("button:not(.wss-hard):visible, textarea:visible, .key").count() == 0
    feedback = [
        f
        for item in (ITEMS[one] for one in SETS[name].exercises)
        if item.kind == "choose"
        for f in (words(o.feedback) for o in item.options)
    ]
    assert not [f for f in feedback if f in shown]


def test_key_comes_when_it_is_asked_for(page, tmp_path):
    """With --key the answers stand behind the questions; an unknown set is answered with those there are."""
    command = [sys.executable, "-m", "whosaysso", "worksheet"]
    done = subprocess.run(
        [*command, "sourcing", "--key", "-o", str(tmp_path / "sheet.html")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    page.goto((tmp_path / "sheet.html").as_uri())
    assert words(next(o.feedback for o in ITEMS["footbridge"].options if o.id == "use")) in words(
        page.locator(".key").inner_text()
    )
    done = subprocess.run([*command, "sorcing"], capture_output=True, text=True, check=False)
    assert done.returncode == 1 and "there is no set “sorcing”" in done.stderr and "sourcing" in done.stderr
