"""What a class answered as xAPI statements: valid, one a counted attempt, the same each time, and nobody's name."""

import json
import re
from uuid import NAMESPACE_URL, UUID, uuid5

import pytest
from click.testing import CliRunner

from tests.desk.hand_ins import ITEMS, VERSIONS, hand_in
from whosaysso.authored.fault import Faulty
from whosaysso.commands.statements import statements
from whosaysso.desk import statements as desk
from whosaysso.desk.classes import grade_class
from whosaysso.desk.grading import Grader, How

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


@pytest.fixture(scope="module")
def grader() -> Grader:
    """What grades hand-ins, made once."""
    return Grader(How())


def of(folder, grader: Grader, **how: bool) -> list[dict]:
    """The statements of a folder."""
    return [*desk.statements(folder, grade_class(folder, How(asked=grader.course)), grader, **how)]


ADDRESS = "https://a.example/X"
SORTED = "party-witness-relay"


def activity(number: str, kind: str, title: str) -> dict:
    name = {"type": f"http://adlnet.gov/expapi/activities/{kind}", "name": {"en": title}}
    return {"objectType": "Activity", "id": f"urn:uuid:{number}", "definition": name}


def test_every_part_of_a_statement(tmp_path, grader):
    """A statement says who, what, in which set, how well and when, by the same ids as ever, and no more than that."""
    nearly = {"classes": {**ITEMS[SORTED].best()["classes"], "abroad": "witness"}}
    made = hand_in(tmp_path / "in/ada.json", (SORTED, nearly, None), (WRITE, {"text": "Mine."}, None))
    made["attempts"][0]["at"] = "2026-01-01T10:00:00.123456+02:00"
    (tmp_path / "in/ada.json").write_text(json.dumps(made), encoding="utf-8")
    first, second = of(tmp_path / "in", grader)
    home, name = "urn:uuid:fbca7ec7-4db9-5f80-af71-75f03adecac5", "380b8a82-efa3-5143-af40-b1e85a0db5a2"
    asked = grader.course.asked[SORTED]
    belongs = activity("38820fcc-e411-5a32-a480-56021bc95c13", "assessment", asked.set.title)
    assert first == {
        "version": "1.0.3",
        "id": "951f4872-1663-5ea7-ad2c-602df04c8642",
        "actor": {"objectType": "Agent", "account": {"homePage": home, "name": name}},
        "verb": {"id": "http://adlnet.gov/expapi/verbs/answered", "display": {"en-US": "answered"}},
        "object": activity("bf01da3d-2e6c-5fe5-a8b0-7c4048b1de08", "question", asked.question["title"]),
        "result": {"completion": True, "score": {"scaled": 0.833333, "raw": 1.666667, "min": 0, "max": 2.0}},
        "context": {"platform": "Who Says So?", "contextActivities": {"grouping": [belongs]}},
        "timestamp": "2026-01-01T08:00:00.123Z",
    }
    assert second["result"] == {"completion": True}


def test_statements_name_the_book_by_its_address(tmp_path, grader, monkeypatch):
    """Where the book has an address, exercise and set are parts of it, and students have an account there."""
    monkeypatch.setattr(desk, "repository", lambda: ADDRESS)
    hand_in(tmp_path / "in/ada.json", ("footbridge", ITEMS["footbridge"].best(), 1))
    (made,) = of(tmp_path / "in", grader)
    assert made["actor"]["account"]["homePage"] == ADDRESS and made["object"]["id"] == f"{ADDRESS}#exercise-footbridge"
    assert [one["id"] for one in made["context"]["contextActivities"]["grouping"]] == [f"{ADDRESS}#set-sourcing"]


def test_statements_of_several_files(tmp_path, grader):
    """What one person handed in twice is told once, in the order of time, by one name; those named come by name."""
    other = "reportedly-by-whom"
    once = hand_in(tmp_path / "in/Bo_12_assignsubmission_file_a.json", ("footbridge", ITEMS["footbridge"].best(), 1))
    earlier = {"id": "f" * 32, "exercise": other, "version": VERSIONS[other], "response": ITEMS[other].best()}
    later = {
        **once,
        "readers": ["e" * 32],
        "attempts": [{**once["attempts"][0], **earlier, "at": "2025-12-01T10:00:00Z"}],
    }
    (tmp_path / "in/Bo_12_assignsubmission_file_b.json").write_text(json.dumps(later), encoding="utf-8")
    for name, code in (("nobody", ""), ("Ada_13_assignsubmission_file_a", "K9")):
        hand_in(tmp_path / f"in/{name}.json", ("footbridge", ITEMS["footbridge"].best(), 1), code=code, readers=[])
    made = of(tmp_path / "in", grader, named=True)
    assert [(one["actor"]["account"]["name"], one["timestamp"][:10]) for one in made] == [
        ("Ada", "2026-01-01"),
        ("Bo", "2025-12-01"),
        ("Bo", "2026-01-01"),
        ("nobody.json", "2026-01-01"),
    ]
    whose = ("nobody lms 13", f"{'e' * 32} lms 12", f"{'e' * 32} lms 12", "nobody nobody.json")
    names = [str(uuid5(uuid5(NAMESPACE_URL, "who-says-so"), each)) for each in whose]
    assert [one["actor"]["account"]["name"] for one in of(tmp_path / "in", grader)] == names
    assert [one["id"] for one in of(tmp_path / "in", grader)] == [one["id"] for one in made]


@pytest.mark.parametrize(
    ("config", "address"),
    [
        (f"sphinx:\n  config:\n    repository_url: {ADDRESS}/\n", ADDRESS),
        (f"sphinx:\n  config:\n    repository_url: {ADDRESS}\n", ADDRESS),
        ("sphinx:\n  config:\n    repository_url: [x]\n", ""),
        ("sphinx:\n  config: repository_url\n", ""),
        ("sphinx: config\n", ""),
        ("title: x\n", ""),
        (None, ""),
    ],
    ids=["slash", "whole", "list", "no-config", "no-sphinx", "nothing", "no-file"],
)
def test_where_the_book_lives(tmp_path, monkeypatch, config, address):
    """The address of the book's repository is read from its configuration, and is empty where there is none."""
    monkeypatch.setattr(desk, "home", lambda: tmp_path)
    if config:
        (tmp_path / "_config.yml").write_text(config, "utf-8")
    assert desk.repository() == address


def test_book_is_called_by_its_address_or_by_numbers():
    """Where the book has an address, all is named by it; where it has none, by numbers that never change."""
    assert (desk.iri(ADDRESS, ""), desk.iri(ADDRESS, "set-x")) == (ADDRESS, f"{ADDRESS}#set-x")
    assert desk.iri("", "") == "urn:uuid:fbca7ec7-4db9-5f80-af71-75f03adecac5"
    assert desk.iri("", "set-x") == "urn:uuid:fcf2cd86-752a-555f-9b28-31e5e1ef68bd"
    assert desk.repository() == ""


@pytest.mark.parametrize("name", ["a", "z"])
def test_later_file_changes_no_statement(tmp_path, grader, name):
    """What was sent keeps its ids when the student hands in more from another device, however that file is called."""
    (first, second) = ("footbridge", "reportedly-by-whom")
    once = hand_in(tmp_path / "in/Bo_12_assignsubmission_file_m.json", (first, ITEMS[first].best(), 1))
    sent = [one["id"] for one in of(tmp_path / "in", grader)]
    more = {"id": "0" * 32, "exercise": second, "version": VERSIONS[second], "at": "2026-03-01T10:00:00Z"}
    later = {
        **once,
        "readers": ["0" * 32],
        "attempts": [{**once["attempts"][0], **more, "response": {"choice": "army"}}],
    }
    (tmp_path / f"in/Bo_12_assignsubmission_file_{name}.json").write_text(json.dumps(later), encoding="utf-8")
    made = of(tmp_path / "in", grader)
    assert [one["id"] for one in made[:1]] == sent and len({one["actor"]["account"]["name"] for one in made}) == 1
