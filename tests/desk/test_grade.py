"""Grading a folder: scores come from the answers, whatever a file claims."""

import csv
import json
import subprocess
import sys

import pytest

from whosaysso.desk import grade as desk
from whosaysso.desk.grade import as_csv, grade_folder, harmless
from whosaysso.exercises import sets
from whosaysso.exercises.topics import read_topics
from whosaysso.kinds.grading import grade

ITEMS = {item.id: item for topic in read_topics().values() for item in topic.exercises}


def hand_in(path, *answers, code="K7", **changed):
    """Write a hand-in: each answer is (exercise, response, claimed score)."""
    attempts = [
        {
            "id": f"{n:032x}",
            "exercise": name,
            "version": ITEMS[name].question()["version"],
            "response": response,
            "confidence": None,
            "at": f"2026-01-01T{10 + n // 60}:{n % 60:02d}:00Z",
            "claimed": claimed,
        }
        for n, (name, response, claimed) in enumerate(answers)
    ]
    work = {
        "schema": "whosaysso.hand-in/1",
        "book": "who-says-so",
        "edition": "1",
        "form": None,
        "code": code,
        "attempts": attempts,
        **changed,
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(work), encoding="utf-8")


BEST = [(name, item.best(), 1) for name, item in ITEMS.items()]
SCORED = [name for name, item in ITEMS.items() if grade(item.with_key(), item.best())["score"] is not None]


def test_key_earns_every_point(tmp_path):
    """A hand-in with the key in it scores 1 everywhere; what is written in prose is left to a person."""
    hand_in(tmp_path / "ann.json", *BEST)
    graded, faults = grade_folder(tmp_path)
    assert not faults and graded[0].scores == pytest.approx(dict.fromkeys(SCORED, 1))
    assert len(graded[0].notes) == len(ITEMS) - len(SCORED) and all(
        "for a person to read" in note for note in graded[0].notes
    )


@pytest.mark.parametrize(("counts", "score"), [("first", 0), ("best", 1), ("last", 0.5)])
def test_attempt_that_counts(tmp_path, monkeypatch, counts, score):
    """The set says which attempt counts, and how many points a full score is worth."""
    one = sets.Set(id="one", title="One", attempts=counts, points={"footbridge": 3}, exercises=["footbridge"])
    monkeypatch.setattr(desk, "set_of", lambda name: one)
    hand_in(
        tmp_path / "ann.json",
        ("footbridge", {"choice": "nothing"}, 0),
        ("footbridge", {"choice": "use"}, 1),
        ("footbridge", {"choice": "certain"}, 0.5),
    )
    graded, _ = grade_folder(tmp_path)
    assert graded[0].scores == {"footbridge": score}
    assert f",{3 * score:.3f}," in as_csv(graded)


def test_claimed_score_earns_nothing(tmp_path):
    """A file that claims a point for a wrong answer gets none, and the teacher is told."""
    hand_in(tmp_path / "ann.json", ("reportedly-by-whom", {"choice": "army"}, 1))
    graded, _ = grade_folder(tmp_path)
    assert graded[0].scores == {"reportedly-by-whom": 0}
    assert "claims 1.000" in graded[0].notes[0]


def test_first_attempt_counts(tmp_path):
    """Trying again is fine and changes no mark."""
    hand_in(
        tmp_path / "ann.json",
        ("reportedly-by-whom", {"choice": "army"}, 0),
        ("reportedly-by-whom", ITEMS["reportedly-by-whom"].best(), 1),
    )
    assert grade_folder(tmp_path)[0][0].scores == {"reportedly-by-whom": 0}


def test_other_version_is_not_graded(tmp_path):
    """An answer to an exercise as it once was is not graded by today's key."""
    hand_in(tmp_path / "ann.json", *BEST[:1])
    text = (tmp_path / "ann.json").read_text(encoding="utf-8")
    (tmp_path / "ann.json").write_text(
        text.replace(ITEMS[BEST[0][0]].question()["version"], "f" * 12), encoding="utf-8"
    )
    graded = grade_folder(tmp_path)[0][0]
    assert not graded.scores and "was changed since" in graded.notes[0]


def test_claims_by_other_rules_are_not_compared(tmp_path):
    """A claim is compared with the desk's score only where the same rules made both."""
    hand_in(
        tmp_path / "ann.json", ("reportedly-by-whom", {"choice": "army"}, 1), schema="whosaysso.hand-in/2", rules=999
    )
    text = (tmp_path / "ann.json").read_text(encoding="utf-8")
    (tmp_path / "ann.json").write_text(text.replace('"finished": []', '"finished": {}'), encoding="utf-8")
    graded, faults = grade_folder(tmp_path)
    assert not faults and graded[0].scores == {"reportedly-by-whom": 0} and not graded[0].notes


@pytest.mark.parametrize("year", ["0001", "2999"])
def test_dates_that_cannot_be_are_told(tmp_path, year):
    """An answer from a time in which nobody can have given it is graded, and the teacher is told."""
    hand_in(tmp_path / "ann.json", *BEST[:1])
    text = (tmp_path / "ann.json").read_text(encoding="utf-8")
    (tmp_path / "ann.json").write_text(text.replace("2026-01-01", f"{year}-01-01"), encoding="utf-8")
    graded, _ = grade_folder(tmp_path)
    assert graded[0].scores == {BEST[0][0]: 1} and "cannot have been answered" in graded[0].notes[0]


def test_unknown_exercise_and_form_are_told(tmp_path):
    """An answer to an exercise that is not there is told and not graded, and the order of the forms is in the table."""
    hand_in(tmp_path / "ann.json", *BEST[:1], form="BCA")
    text = (tmp_path / "ann.json").read_text(encoding="utf-8")
    (tmp_path / "ann.json").write_text(text.replace(f'"{BEST[0][0]}"', '"no-such"'), encoding="utf-8")
    graded, _ = grade_folder(tmp_path)
    assert not graded[0].scores and graded[0].notes == ["no-such: there is no such exercise"]
    assert next(csv.DictReader(as_csv(graded).splitlines()))["form"] == "BCA"


def test_attempts_are_graded_in_order_of_time(tmp_path):
    """The first attempt is the earliest, wherever it stands in the file."""
    hand_in(tmp_path / "ann.json", ("footbridge", {"choice": "nothing"}, 0), ("footbridge", {"choice": "use"}, 1))
    data = json.loads((tmp_path / "ann.json").read_text(encoding="utf-8"))
    data["attempts"].reverse()
    (tmp_path / "ann.json").write_text(json.dumps(data), encoding="utf-8")
    assert grade_folder(tmp_path)[0][0].scores == {"footbridge": 0}


def test_bad_files_stop_nothing(tmp_path):
    """A folder with files that are no hand-ins is graded all the same, and each of them is named."""
    hand_in(tmp_path / "class-a/ann.json", *BEST)
    (tmp_path / "broken.json").write_text("{", encoding="utf-8")
    (tmp_path / "picture.json").write_bytes(b"\xff\xd8\xff")
    graded, faults = grade_folder(tmp_path)
    assert [m.file for m in graded] == ["class-a/ann.json"]
    assert len(faults) == 2 and all("broken.json" in f.file or "picture.json" in f.file for f in faults)


def test_table_is_harmless(tmp_path):
    """A code that a spreadsheet would run as a formula stays text."""
    hand_in(tmp_path / "ann.json", *BEST[:1], code="=HYPERLINK(A1)")
    rows = list(csv.reader(as_csv(grade_folder(tmp_path)[0]).splitlines()))
    assert rows[1][1] == "'=HYPERLINK(A1)"
    assert [harmless(c) for c in ("+1", "-1", "@a", "\ta", "a=1")] == ["'+1", "'-1", "'@a", "'\ta", "a=1"]


def test_command_writes_the_table(tmp_path):
    """``grade FOLDER -o grades.csv`` writes one row a hand-in."""
    hand_in(tmp_path / "in/ann.json", *BEST)
    hand_in(tmp_path / "in/ben.json", *BEST[:2])
    done = subprocess.run(
        [sys.executable, "-m", "whosaysso", "grade", "in", "-o", "grades.csv"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    rows = list(csv.DictReader((tmp_path / "grades.csv").read_text(encoding="utf-8").splitlines()))
    points = [
        sum(sets.set_of(name).worth(name) for name in names if name in SCORED) for names in (ITEMS, list(ITEMS)[:2])
    ]
    assert [(r["file"], float(r["points"])) for r in rows] == [("ann.json", points[0]), ("ben.json", points[1])]
