"""Sets: what belongs together, and what an author is told about a faulty file."""

import os

import pytest
import yaml

from tests.conftest import ROOT
from whosaysso.authored.fault import Faulty
from whosaysso.exercises.sets import read_sets, set_of, sets_by_exercise
from whosaysso.exercises.topics import read_topics


def written(tmp_path, text: str):
    path = tmp_path / "sets.yml"
    path.write_text(f"sets:\n{text}", encoding="utf-8")
    return path


def test_every_exercise_is_in_one_set():
    """Every exercise of the book is in exactly one set, named or not."""
    named = [name for one in read_sets().values() for name in one.exercises]
    assert len(named) == len(set(named)) and set_of("footbridge").id == "sourcing"
    in_file = yaml.safe_load((ROOT / "exercises/sets.yml").read_text(encoding="utf-8"))["sets"]
    assert [one["exercises"] for one in in_file] == [one.exercises for one in read_sets().values()][: len(in_file)]
    owners = sets_by_exercise()
    assert {name: owner.id for name, owner in owners.items()} == {
        name: one.id for one in read_sets().values() for name in one.exercises
    }
    assert [set_of(one.exercises[-1]) for one in read_sets().values()] == list(read_sets().values())


def test_a_point_where_nothing_is_written(tmp_path):
    """An exercise is worth the points that the file gives it, nought among them, or else one."""
    text = "  - {id: a, title: A, points: {footbridge: 2.5, who-speaks: 0}, exercises: [footbridge, who-speaks, %s]}\n"
    one = read_sets(written(tmp_path, text % "reportedly-by-whom"))["a"]
    assert [one.worth(name) for name in one.exercises] == [2.5, 0, 1]


def test_what_no_set_names_is_a_set_a_topic(tmp_path):
    """Without a file each topic is a practice set; of a topic that a set of its name has in part, the rest is one."""
    topics = read_topics()
    sets = read_sets(tmp_path / "sets.yml")
    assert {name: (one.title, one.mode, one.exercises) for name, one in sets.items()} == {
        stem: (topic.title, "practice", [item.id for item in topic.exercises]) for stem, topic in topics.items()
    }
    in_part = read_sets(written(tmp_path, "  - {id: sourcing, title: A, exercises: [footbridge]}\n"))
    assert in_part["sourcing"].exercises == ["footbridge"]
    assert in_part["sourcing-rest"].exercises == [
        item.id for item in topics["sourcing"].exercises if item.id != "footbridge"
    ]


def test_file_is_read_again_when_it_has_changed(tmp_path):
    """The same file gives the sets that stand in it now."""
    path = written(tmp_path, "  - {id: a, title: A, exercises: [footbridge]}\n")
    assert read_sets(path)["a"].title == "A"
    written(tmp_path, "  - {id: a, title: B, exercises: [footbridge]}\n")
    os.utime(path, ns=(1, 1))
    assert read_sets(path)["a"].title == "B"


def test_sets_follow_the_exercises(tmp_path, monkeypatch):
    """A file that is the same is read again when a file of exercises has changed, since it names these."""
    path = written(tmp_path, "  - {id: a, title: A, exercises: [footbridge]}\n")
    before = read_sets(path)
    assert read_sets(path) is before
    monkeypatch.setattr("whosaysso.exercises.sets.stamps", lambda: ())
    assert read_sets(path) is not before


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("  - {id: a, title: A, exercises: [foot-bridge]}\n", 2, "there is no exercise “foot-bridge”"),
        (
            "  - {id: a, title: A, exercises: [footbridge]}\n  - {id: b, title: B, exercises: [footbridge]}\n",
            3,
            "footbridge is in the set a already",
        ),
        (
            "  - id: a\n    title: A\n    points: {who-speaks: 2}\n    exercises: [footbridge]\n",
            4,
            "who-speaks has points and is not in the set",
        ),
        ("  - {id: a, title: A, mode: later, exercises: [footbridge]}\n", 2, "“later” is not known here"),
        (
            "  - {id: a, title: A, exercises: [footbridge]}\n  - {id: a, title: B, exercises: [who-speaks]}\n",
            3,
            "two sets “a”",
        ),
        ("  - {id: a, title: A, form: A, exercises: [footbridge]}\n", 0, "the test forms are A"),
        (
            "".join(
                f"  - {{id: {name}, title: T, form: {form}, exercises: [{name}]}}\n"
                for name, form in (("footbridge", "A"), ("who-speaks", "B"), ("reportedly-by-whom", "B"))
            ),
            0,
            "the test forms are A, B, B",
        ),
    ],
    ids=["unknown", "in two sets", "points for another", "mode", "one id", "one form", "a form twice"],
)
def test_fault_is_told(tmp_path, text, line, said):
    """A fault in the file of sets is told with its line."""
    with pytest.raises(Faulty) as told:
        read_sets(written(tmp_path, text))
    assert [(f.line, said in f.wrong) for f in told.value.faults] == [(line, True)]
