"""What a class answered as xAPI statements: valid, one a counted attempt, the same each time, and nobody's name."""

import json
import re
from uuid import UUID

import pytest
from click.testing import CliRunner

from tests.desk.hand_ins import ITEMS, hand_in
from whosaysso.authored.fault import Faulty
from whosaysso.commands.statements import statements
from whosaysso.desk import statements as desk

IRI = re.compile(r"(https?://[^\s<>\"{}|\\^`]+|urn:uuid:[0-9a-f-]{36})")
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")
WRITE = next(name for name, item in ITEMS.items() if item.kind == "write")


def given(folder, *options: str) -> tuple[list[dict], str, int]:
    """The statements of a folder, what was said, and the exit code."""
    made = folder.parent / "made.jsonl"
    done = CliRunner().invoke(statements, [str(folder), "-o", str(made), *options], catch_exceptions=False)
    return list(map(json.loads, made.read_text(encoding="utf-8").splitlines())), done.output, done.exit_code


def test_statements_are_of_what_counts(tmp_path):
    """Each counted attempt is one valid statement with the desk's own score; ids are unique, and the same each time."""
    folder = tmp_path / "class"
    folder.mkdir()
    wrong = {"choice": next(o.id for o in ITEMS["footbridge"].options if not o.credit)}
    best = ITEMS["footbridge"].best()
    hand_in(folder / "Ada Roe_12_assignsubmission_file_w.json", ("footbridge", wrong, 1), ("footbridge", best, 1))
    hand_in(
        folder / "Bo Dahl_13_assignsubmission_file_w.json",
        ("footbridge", best, 1),
        (WRITE, {"text": "My neighbour Ada wrote this."}, None),
        code="K8",
    )
    (folder / "notes.json").write_text("{", encoding="utf-8")
    made, said, code = given(folder)
    assert code == 1 and "not graded: notes.json" in said and "3 statements of 2 students" in said
    assert [one["result"].get("score", {}).get("scaled") for one in made] == [0.0, 1.0, None]
    for one in made:
        assert str(UUID(one["id"])) == one["id"] and one["version"] == "1.0.3" and MOMENT.fullmatch(one["timestamp"])
        assert one["verb"]["id"] == "http://adlnet.gov/expapi/verbs/answered"
        assert {*one["actor"]} == {"objectType", "account"} and {*one["actor"]["account"]} == {"homePage", "name"}
        activities = [one["object"], *one["context"]["contextActivities"]["grouping"]]
        for name in (one["actor"]["account"]["homePage"], *(a["id"] for a in activities)):
            assert IRI.fullmatch(name), name
        assert all(IRI.fullmatch(a["definition"]["type"]) for a in activities)
    assert len({one["id"] for one in made}) == 3 and len({one["actor"]["account"]["name"] for one in made}) == 2
    assert made[0]["object"]["id"] == made[1]["object"]["id"] != made[2]["object"]["id"]
    assert not any(word in json.dumps(made) for word in ("Ada", "Roe", "Dahl", "K8", "assignsubmission"))
    assert given(folder)[0] == made
    assert given(folder, "--named")[0][0]["actor"]["account"]["name"] == "Ada Roe"


def test_nothing_else_is_written_over(tmp_path):
    """A file that is no table of statements stays, and the command says so."""
    (tmp_path / "made.jsonl").write_text("mine", encoding="utf-8")
    (tmp_path / "class").mkdir()
    with pytest.raises(Faulty, match="would be overwritten"):
        given(tmp_path / "class")
    assert (tmp_path / "made.jsonl").read_text(encoding="utf-8") == "mine"


def test_book_with_an_address_is_called_by_it(tmp_path, monkeypatch):
    """Where the book's repository has an address, all is named by it; where it has none, by numbers."""
    (tmp_path / "_config.yml").write_text("sphinx:\n  config:\n    repository_url: https://a.example/b/\n", "utf-8")
    assert desk.repository() == ""
    monkeypatch.setattr(desk, "home", lambda: tmp_path)
    assert desk.iri(desk.repository(), "set-x") == "https://a.example/b#set-x"
    assert desk.iri("", "set-x").startswith("urn:uuid:") and desk.iri("", "set-x") != desk.iri("", "")
