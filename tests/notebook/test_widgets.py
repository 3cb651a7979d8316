"""The widgets as Python sees them: what a notebook can read, observe and restore, without a browser."""

import json
import uuid

import ipywidgets
import pytest

from tests.work.hand_ins import REFUSED
from whosaysso import notebook as widget
from whosaysso.desk.rows import row_of
from whosaysso.exercises import sets
from whosaysso.exercises.forms import read_forms
from whosaysso.exercises.topics import read_topics
from whosaysso.kinds.grading import grade
from whosaysso.notebook.reading import read_text
from whosaysso.notebook.sitting import sitting_at
from whosaysso.work.course import course
from whosaysso.work.reading import WORDS, read_hand_in

ITEMS = {item.id: item for topic in read_topics().values() for item in topic.exercises}
COURSE = course()


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """A folder of its own for the work file of each test."""
    monkeypatch.chdir(tmp_path)
    yield tmp_path
    sitting_at.cache_clear()


def attempt(shown, response: dict, number: int = 1, claimed: float = 0.5) -> dict:
    """What the browser sends when a student presses Check."""
    return {
        "id": f"{number:032x}",
        "exercise": shown.exercise["id"],
        "version": shown.exercise["version"],
        "response": response,
        "confidence": None,
        "at": f"2026-01-01T10:{number:02d}:00Z",
        "claimed": claimed,
    }


def answer(shown, response: dict, **how) -> None:
    shown.response = response
    shown.attempt = attempt(shown, response, **how)


def hand_on(bar) -> None:
    """Take the work along and clear it, as somebody does who has seen that the file is there."""
    bar.wanted = 1 if bar.wanted is None else bar.wanted + 1
    bar.cleared = bar.given


@pytest.mark.parametrize("item", ITEMS.values(), ids=lambda item: item.id)
def test_score_is_pythons_own(folder, item):
    """A widget has Python's grade of the last answer, whatever the browser claims, and what counts at the desk."""
    shown = widget.exercise(item.id)
    assert shown.score is None and shown.counted is None
    answer(shown, {}, number=1, claimed=0.123)
    answer(shown, item.best(), number=2, claimed=0.123)
    assert shown.score == grade(item.with_key(), item.best())["score"]
    assert shown.response == item.best()
    (desk,) = row_of(read_hand_in(folder / "my-work.json"), COURSE).answers
    assert shown.counted == desk.score != 1


def test_two_exercises_stand_in_a_box():
    """An exercise is a widget like any other: it goes into a box, and its score can be observed."""
    heard = []
    box = ipywidgets.VBox([widget.exercise("footbridge"), widget.exercise("who-speaks")])
    box.children[0].observe(lambda change: heard.append(change.new), "score")
    answer(box.children[0], {"choice": "use"})
    assert heard == [1.0] and box.children[1].score is None


def test_answers_return_with_a_new_kernel(folder):
    """A checked answer and a begun one are found again by a kernel that starts anew."""
    answer(widget.exercise("footbridge"), {"choice": "certain"})
    widget.exercise("reportedly-by-whom").response = {"choice": "army"}
    sitting_at.cache_clear()
    again, begun = widget.exercise("footbridge"), widget.exercise("reportedly-by-whom")
    assert (again.response, again.score) == ({"choice": "certain"}, 0.5)
    assert (begun.response, begun.attempt, begun.score) == ({"choice": "army"}, None, None)
    assert len(read_hand_in(folder / "my-work.json").attempts) == 1


def test_unknown_exercise_names_those_there_are():
    """An id that is not there is answered with the ids that are."""
    with pytest.raises(KeyError, match="footbridge"):
        widget.exercise("foot-bridge")


def test_what_is_no_attempt_is_not_kept(folder):
    """Something else than an attempt is refused in words and writes nothing."""
    shown = widget.exercise("footbridge")
    shown.attempt = {"id": "x", "exercise": "footbridge"}
    assert "could not be kept" in shown.notice and not (folder / "my-work.json").exists()


def test_answer_that_is_said_again_is_kept_once(folder):
    """What a browser says once more, since a change of state did not arrive, is scored and kept, once."""
    shown = widget.exercise("footbridge")
    best = ITEMS["footbridge"].best()
    said = {"response": best, "attempt": attempt(shown, best)}
    for content in (said, said, {"attempt": None}, "no answer"):
        shown._handle_custom_msg(content, [])
    assert (shown.score, shown.kept) == (1, [said["attempt"]["id"]])
    assert [a.response for a in read_hand_in(folder / "my-work.json").attempts] == [best]


def test_bar_loads_and_clears(folder):
    """The bar merges a file once, refuses what is none, and clears for the next reader."""
    shown, bar = widget.exercise("footbridge"), widget.work()
    answer(shown, {"choice": "use"})
    text = (folder / "my-work.json").read_text(encoding="utf-8")
    hand_on(bar)
    assert shown.response == {} and shown.score is None and bar.work["attempts"] == []
    bar.loaded = b"{"
    assert "Nothing was changed" in bar.said
    bar.loaded = text.encode()
    assert shown.score == 1 and len(bar.work["attempts"]) == 1 and bar.said == "1 answer loaded."


def another_kernel():
    """From here on ``widget`` is that of another kernel in the same folder."""
    sitting_at.cache_clear()


def test_other_kernels_answers_are_everywhere(folder):
    """What another kernel keeps is in the bar and the results with the next look at the file."""
    bar, results = widget.work(), widget.results()
    here = sitting_at(folder / "my-work.json")
    another_kernel()
    answer(widget.exercise("footbridge"), {"choice": "use"})
    assert bar.work["attempts"] == []
    here.follow()
    assert len(bar.work["attempts"]) == len(results.work["attempts"]) == 1
    answer(widget.exercise("who-speaks"), ITEMS["who-speaks"].best(), number=2)
    here.follow()
    assert len(bar.work["attempts"]) == 2


def test_next_reader_inherits_nothing(folder):
    """When another kernel hands the computer on, an answer that still stands here is not kept as the next reader's."""
    shown = widget.exercise("footbridge")
    here = sitting_at(folder / "my-work.json")
    answer(shown, {"choice": "use"})
    another_kernel()
    hand_on(widget.work())
    answer(shown, {"choice": "use"}, number=2)
    assert read_hand_in(folder / "my-work.json").empty
    assert shown.response == {} and shown.attempt is None and shown.score is None and "handed" in shown.notice
    answer(shown, {"choice": "certain"}, number=3)
    here.follow()
    assert [a.response for a in read_hand_in(folder / "my-work.json").attempts] == [{"choice": "certain"}]
    assert shown.notice == ""


@pytest.mark.parametrize(("rule", "score"), [("first", 0), ("best", 1), ("last", 0.5)])
def test_score_that_counts(monkeypatch, rule, score):
    """Beside the score of the last answer stands the one that counts by the rule of the set, as the desk has it."""
    one = sets.Set(id="one", title="One", attempts=rule, exercises=["footbridge"])
    monkeypatch.setattr("whosaysso.notebook.exercises.set_of", lambda name: one)
    shown = widget.exercise("footbridge")
    assert shown.counted is None
    for number, choice in enumerate(("nothing", "use", "certain"), 1):
        answer(shown, {"choice": choice}, number=number)
    assert (shown.score, shown.counted) == (0.5, score)


def test_answer_to_an_older_version_has_no_score(folder):
    """An answer to the exercise as it once was is kept and shown, and has no score."""
    answer(widget.exercise("footbridge"), {"choice": "use"})
    path, version = folder / "my-work.json", widget.exercise("footbridge").exercise["version"]
    path.write_text(path.read_text(encoding="utf-8").replace(version, "f" * 12), encoding="utf-8")
    another_kernel()
    shown = widget.exercise("footbridge")
    assert shown.response == {"choice": "use"} and shown.score is None and shown.counted is None


def loaded(folder, **changed) -> str:
    """The text of this folder's work, changed."""
    return json.dumps({**read_hand_in(folder / "my-work.json").as_json(), **changed})


def test_loading_keeps_the_newer_draft(folder):
    """Of one's own draft and the file's the newer stays, whichever it is."""
    shown, bar = widget.exercise("footbridge"), widget.work()
    shown.response = {"choice": "use"}
    for at, choice in (("2026-01-01T10:00:00Z", "use"), ("2999-01-01T10:00:00Z", "certain")):
        bar.loaded = loaded(folder, drafts={"footbridge": {"response": {"choice": "certain"}, "at": at}}).encode()
        assert shown.response == {"choice": choice}
        assert ("newer here" if choice == "use" else "newer in the file") in bar.said


def test_another_readers_file_is_asked_about(folder):
    """Another reader's file is asked about and changes nothing; a yes merges it, and is kept."""
    shown, bar = widget.exercise("footbridge"), widget.work()
    answer(shown, {"choice": "use"})
    others = loaded(folder)
    hand_on(bar)
    answer(shown, {"choice": "certain"}, number=2)
    bar.loaded = others.encode()
    assert bar.asking == WORDS["others"] and len(bar.work["attempts"]) == 1
    bar.agreed = 1
    assert len(bar.work["attempts"]) == 2 and bar.said.startswith("1 answer loaded.")
    bar.asking = ""
    bar.loaded = others.encode()
    assert not bar.asking and bar.said.startswith("0 answers loaded; the others were here already.")


def test_nothing_is_cleared_that_came_after_the_file(folder):
    """An answer that came after the file was given is not cleared: a newer file is given instead."""
    shown, bar = widget.exercise("footbridge"), widget.work()
    answer(shown, {"choice": "use"})
    bar.wanted = 1
    first = bar.given
    another_kernel()
    answer(widget.exercise("who-speaks"), ITEMS["who-speaks"].best(), number=2)
    bar.cleared = first
    assert len(read_hand_in(folder / "my-work.json").attempts) == len(bar.work["attempts"]) == 2
    assert bar.given != first
    bar.cleared = bar.given
    assert read_hand_in(folder / "my-work.json").empty and bar.work["attempts"] == []


@pytest.mark.parametrize(("data", "why"), REFUSED.values(), ids=REFUSED)
def test_wrong_file_is_refused_in_words(folder, data, why):
    """What is no hand-in is refused in the words that page and desk have too, and changes nothing."""
    bar = widget.work()
    bar.loaded = data
    assert bar.said == WORDS[why] and bar.work["attempts"] == []


def test_file_of_another_edition_is_loaded(folder):
    """The edition is a label: a file of another one is loaded."""
    shown, bar = widget.exercise("footbridge"), widget.work()
    answer(shown, {"choice": "use"})
    text = loaded(folder, edition="0")
    hand_on(bar)
    bar.loaded = text.encode()
    assert shown.score == 1


def test_missing_confidence_is_kept(folder):
    """An answer that says nothing of how sure its reader was is kept."""
    shown = widget.exercise("footbridge")
    sent = attempt(shown, {"choice": "use"})
    del sent["confidence"]
    shown.attempt = sent
    assert read_hand_in(folder / "my-work.json").attempts[0].confidence is None and not shown.notice


def test_deferred_set_is_told_when_it_is_finished(monkeypatch):
    """In a deferred set nothing is told until its end is pressed; then every exercise of it is."""
    waiting = {
        "waiting": sets.Set(id="waiting", title="Waiting", mode="deferred", exercises=["footbridge", "who-speaks"])
    }
    for module in ("notebook.tests", "exercises.sets"):
        monkeypatch.setattr(f"whosaysso.{module}.read_sets", lambda: waiting)
    shown, end = widget.exercise("footbridge"), widget.finish("waiting")
    assert "Record answer" in shown.markup and not shown.told
    answer(shown, {"choice": "use"})
    assert end.progress.items() >= {"answered": 1, "all": 2, "finished": False}.items()
    end.finish += 1
    assert shown.told and end.progress["finished"]


@pytest.mark.parametrize("way", ["the test after", "the teacher’s line"])
def test_reasons_of_the_test_before_wait(folder, way):
    """The test before the book is finished and tells nothing, until the test after is, or the teacher gives the line;
    what is told is in the file, so another kernel tells it too.
    """
    forms = read_forms()
    door = widget.door("before")
    door.order = "BAC"
    shown, end, results = widget.exercise(forms["B"].exercises[0]), widget.finish(forms["B"].id), widget.results()
    end.finish += 1
    assert end.progress["finished"] and not (end.progress["told"] or shown.told or door.told or results.told)
    assert shown.wait == end.progress["wait"] == door.wait and shown.wait["until"]
    if way == "the test after":
        widget.finish(forms["A"].id).finish += 1
    else:
        widget.door("before", reasons=True)
    assert shown.told and end.progress["told"] and door.told and forms["B"].id in results.told and not shown.wait
    sitting_at.cache_clear()
    assert widget.exercise(forms["B"].exercises[0]).told


def test_order_begins_with_what_was_begun_without_one(monkeypatch):
    """Who has begun a test before any order was dealt is dealt an order that begins with it."""
    shown = widget.exercise(read_forms()["C"].exercises[0])
    answer(shown, ITEMS[shown.exercise["id"]].best())
    monkeypatch.setattr("whosaysso.notebook.tests.secrets.choice", lambda orders: orders[0])
    assert widget.door("later").order == "CAB"


def test_any_text_is_kept_beside_the_notebook(tmp_path, monkeypatch):
    """What the view sets is kept in a file, found again, and refused with a sentence where it is no reading."""
    monkeypatch.chdir(tmp_path)
    shown = read_text("The ministry said so. Nobody saw it.")
    mark = {"id": str(uuid.UUID(int=1, version=4)), "start": 4, "end": 12, "created": "2026-01-31T10:00:00Z"}
    shown.reading = {**shown.reading, "marks": [{**mark, "label": "voice"}]}
    assert "beside this notebook" in shown.markup and "in this browser" not in shown.markup
    assert shown.notice == "" and [row["exact"] for row in shown.rows()] == ["ministry"]
    assert read_text(shown.path).reading["marks"][0]["label"] == "voice"
    assert [text["marks"] for text in read_text().shelf] == [1]
    shown.reading = {**shown.reading, "marks": [{**mark, "label": "nothing"}]}
    assert "could not be kept" in shown.notice and shown.rows()[0]["exact"] == "ministry"
