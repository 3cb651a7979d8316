"""Sets: what belongs together, and what an author is told about a faulty file."""

import pytest

from whosaysso.authored.fault import Faulty
from whosaysso.exercises.sets import read_sets, set_of


def written(tmp_path, text: str):
    path = tmp_path / "sets.yml"
    path.write_text(f"sets:\n{text}", encoding="utf-8")
    return path


def test_every_exercise_is_in_one_set():
    """Every exercise of the book is in exactly one set, named or not."""
    named = [name for one in read_sets().values() for name in one.exercises]
    assert len(named) == len(set(named)) and set_of("footbridge").id == "sourcing"


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
)
def test_fault_is_told(tmp_path, text, line, said):
    """A fault in the file of sets is told with its line."""
    with pytest.raises(Faulty) as told:
        read_sets(written(tmp_path, text))
    assert [(f.line, said in f.wrong) for f in told.value.faults] == [(line, True)]
