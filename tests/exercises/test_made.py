"""Exercises outside the book, and a text made into files of it."""

import json

import pytest
from click.testing import CliRunner

from tests.desk.hand_ins import hand_in
from whosaysso.authored.fault import Faulty
from whosaysso.authored.folders import home
from whosaysso.check.blind import too_generous
from whosaysso.classroom.page import class_data
from whosaysso.commands.case import case
from whosaysso.desk.classes import grade_class
from whosaysso.desk.grading import How
from whosaysso.exercises.made import read_made
from whosaysso.exercises.topics import find_topics
from whosaysso.reader.file import write_reading
from whosaysso.reader.marking import begin, marked
from whosaysso.text.case import Case

ITEM = {
    "id": "who",
    "kind": "choose",
    "title": "Who",
    "prompt": "Who says so?",
    "reads": "sound",
    "options": [
        {"id": name, "text": name, "credit": credit, "feedback": "It stands there."}
        for name, credit in (("army", 1), ("nurse", 0), ("nobody", 0))
    ],
}
MADE = {"format": "who-says-so/exercises/1", "book": "made-1f", "title": "A morning", "exercises": [ITEM]}


def written(path, **changed):
    """A file of exercises outside the book."""
    path.write_text(json.dumps({**MADE, **changed}), encoding="utf-8")
    return path


def test_hand_ins_to_made_exercises_are_graded(tmp_path):
    """Only hand-ins with the file's own book id are graded by it, and the book's are refused."""
    made = read_made(written(tmp_path / "key.json"))
    version = made.exercises[0].question()["version"]
    for code, choice, book in (("K1", "army", "made-1f"), ("K2", "nurse", "made-1f"), ("K3", "army", "who-says-so")):
        work = hand_in(tmp_path / f"in/{code}.json", ("who", {"choice": choice}, None), code=code, book=book)
        work["attempts"][0]["version"] = version
        (tmp_path / f"in/{code}.json").write_text(json.dumps(work), encoding="utf-8")
    found = grade_class(tmp_path / "in", How(made=made))
    assert [graded.row.total.percent for graded in found.rows.values()] == [100, 0]
    assert [refused.path for refused in found.refused] == ["K3.json"]


def test_report_asks_made_exercises(tmp_path):
    """The page of a report that is given a key knows its exercises, and those of the book no more."""
    data = class_data(read_made(written(tmp_path / "key.json")))
    assert data["book"] == "made-1f" and data["topics"] == data["sets"] == {"made": "A morning"}
    assert [one["question"]["id"] for one in data["asked"]] == ["who"] and data["scoredOf"] == {"": 1}


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"book": "who-says-so"}, "is the id of the book itself"),
        ({"exercises": [ITEM, ITEM]}, "the id who stands here twice"),
        ({"exercises": [{**ITEM, "quotation": "P1.1"}]}, "names no places of a text"),
        ({"exercises": [{**ITEM, "options": ITEM["options"][:2]}]}, "too few entries"),
    ],
)
def test_faults_of_a_made_file_are_told(tmp_path, changed, said):
    """A file that cannot stand for itself is refused with what is wrong."""
    with pytest.raises(Faulty, match=said):
        read_made(written(tmp_path / "key.json", **changed))


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    """A checkout with nothing in it."""
    (tmp_path / "_config.yml").write_text("title: None\n", encoding="utf-8")
    for folder in ("case", "exercises"):
        (tmp_path / folder).mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def sound(name: str) -> str:
    """The passage of the one exercise in a topic that ``check`` has nothing to say of."""
    topics, faults = find_topics()
    assert not faults and not Case(home() / "case" / name).faults() and not too_generous(topics[name])
    (item,) = topics[name].exercises
    return item.passage


TEXT = """\
A bridge, and what is said of it

By a reporter

Twelve people were hurt at the bridge, said
a nurse of the clinic, who counted 12 beds. The ministry spoke of
9 people.

Nobody could be reached in the evening. The bridge is closed.
"""


def test_text_becomes_a_case(checkout):
    """Of a plain text the figures are the key: a case and exercises that have no fault, and what is left to write."""
    (checkout / "morning.txt").write_text(TEXT, encoding="utf-8")
    done = CliRunner().invoke(case, ["new", "bridge", "--from", "morning.txt"])
    assert done.exit_code == 0, done.output
    assert "why “12” is marked" in done.output and "LICENSE-CONTENT" in done.output and "_toc.yml" in done.output
    assert sound("bridge") == "P1.1-P2.2"
    again = CliRunner().invoke(case, ["new", "bridge", "--from", "morning.txt"])
    assert again.exit_code == 1 and "is there already" in again.output


def test_reading_becomes_a_case(checkout):
    """What is marked is the key, a note is its reason, and of two marks on one word the first stays."""
    reading = begin(TEXT, title="The bridge")
    for words, label, note in (
        ("said a nurse of the clinic,", "voice", "A witness."),
        ("clinic", "loaded", ""),
        ("9 people", "number", ""),
    ):
        start = reading.text.words.replace("\n", " ").index(words)
        reading = marked(reading, start, start + len(words), label, note)
    write_reading(checkout / "reading.json", reading)
    done = CliRunner().invoke(case, ["new", "bridge", "--from", "reading.json", "--reads", "opposite"])
    assert done.exit_code == 0, done.output
    assert sound("bridge") == "P1.1-P2.2"
    item = find_topics()[0]["bridge"].exercises[0]
    assert [(m.label, m.exact, m.head) for m in item.marks] == [
        ("voice", "said a nurse of the clinic", "said a nurse of the clinic"),
        ("number", "9 people", "9"),
    ]
    assert item.marks[0].found == "A witness." and "why “9 people”" in done.output and "A witness" not in done.output


def test_key_becomes_a_case(checkout):
    """The key of a made file goes into the book with its text, under ids of the book."""
    text = {"words": TEXT, "origin": "A letter, 2026"}
    own = {**ITEM, "text": "Twelve people were hurt.", "origin": "A letter, 2026"}
    written(checkout / "key.json", text=text, exercises=[own])
    done = CliRunner().invoke(case, ["new", "bridge", "--from", "key.json"])
    assert done.exit_code == 0, done.output
    topics, faults = find_topics()
    assert not faults and topics["bridge"].exercises[0].id == "bridge-who"
