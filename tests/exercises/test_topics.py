"""Exercise files: what is read from them, and what an author is told about a faulty one."""

import shutil

import pytest

from tests.conftest import ROOT
from whosaysso.authored.fault import Faulty
from whosaysso.check.blind import earned, too_generous
from whosaysso.check.faults import check
from whosaysso.exercises.topics import Topic, read_topic, read_topics

BAD = sorted((ROOT / "tests/exercises/bad").glob("*.yml"))


def test_there_are_enough_bad_files():
    """At least fifteen sorts of fault have a file of their own."""
    assert len(BAD) >= 15


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_fault_is_told(path):
    """Each faulty file gives the faults written in its first lines, each with file, line and a remedy, and no other."""
    expected = [
        line.removeprefix("# expect ").strip()
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.startswith("# expect ")
    ]
    topic, faults = read_topic(path)
    assert topic is None
    assert len(faults) == len(expected)
    for fault in faults:
        assert fault.file.endswith(path.name) and fault.remedy
        assert any(f"{fault.line}: {fault.wrong}".startswith(e) for e in expected), (str(fault), expected)


def test_faults_come_all_at_once(tmp_path):
    """Two faults far apart in one file are told in one go."""
    text = (
        (ROOT / "tests/exercises/bad/key-misspelt.yml").read_text(encoding="utf-8").replace("credit: 1", "credit: many")
    )
    (tmp_path / "two.yml").write_text(text, encoding="utf-8")
    with pytest.raises(Faulty) as told:
        read_topics(tmp_path)
    assert len(told.value.faults) == 3


def test_no_stays_a_word(tmp_path):
    """The word no, a version such as 3.10 and a time such as 02:14 are text, as they were written."""
    text = (ROOT / "tests/exercises/bad/no-full-credit.yml").read_text(encoding="utf-8")
    text = (
        text.replace("credit: 0.5", "credit: 1")
        .replace("text: First", "text: no")
        .replace("text: Second", "text: 3.10")
        .replace("text: Third", "text: 02:14")
    )
    (tmp_path / "plain.yml").write_text(text, encoding="utf-8")
    topic, faults = read_topic(tmp_path / "plain.yml")
    assert not faults
    assert [o.text for o in topic.exercises[0].options] == ["no", "3.10", "02:14"]


def test_id_twice_over_two_files(tmp_path):
    """An id that another file has already is refused, with the other file's name."""
    text = (
        (ROOT / "tests/exercises/bad/no-full-credit.yml")
        .read_text(encoding="utf-8")
        .replace("credit: 0.5", "credit: 1")
    )
    for name in ("first.yml", "second.yml"):
        (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(Faulty, match=r"the id one is taken by .*first\.yml"):
        read_topics(tmp_path)


def test_question_holds_no_key():
    """What a student may see holds no credit, no feedback and no key."""
    for topic in read_topics().values():
        for item in topic.exercises:
            seen = str(item.question())
            for secret in ("feedback", "credit", "missed", "otherwise"):
                assert f"'{secret}'" not in seen


def test_version_hangs_on_what_is_seen():
    """A changed prompt changes the version; changed feedback does not."""
    item = read_topics()["sourcing"].exercises[0]
    option = item.options[0].model_copy(update={"feedback": "Something else."})
    again = item.model_copy(update={"options": [option, *item.options[1:]]})
    assert again.question()["version"] == item.question()["version"]
    assert item.model_copy(update={"prompt": "Another?"}).question()["version"] != item.question()["version"]


def test_book_is_sound():
    """Case and exercises of the book have no fault."""
    assert check() == []


def test_blind_answers_earn_nothing():
    """No blind strategy earns more than it may in the book's sets."""
    assert [too_generous(topic) for topic in read_topics().values()] == [[] for _ in read_topics()]


def test_generous_set_is_refused():
    """A set whose longest option is always right is refused, and the strategy is named."""
    topic = read_topics()["sourcing"]
    choose = next(i for i in topic.exercises if i.kind == "choose")
    best = choose.best()["choice"]
    longest = [
        o.model_copy(update={"text": o.text + " and much, much more than that, at length" * (o.id == best)})
        for o in choose.options
    ]
    generous = topic.model_copy(update={"exercises": [choose.model_copy(update={"options": longest})]})
    assert earned(generous.exercises)["the longest"][choose.id] == 1
    assert any("the longest" in said for said in too_generous(generous))


@pytest.mark.parametrize(("right", "refused"), [(1, False), (2, True)])
def test_strategy_may_earn_two_fifths(right, refused):
    """Of four exercises the longest option may be right in one, and not in two."""
    one = next(i for i in read_topics()["sourcing"].exercises if i.kind == "choose")
    texts = [[f"Option {n}", f"Option {n}", f"Option {n} at length"] for n in range(4)]
    items = [
        one.model_copy(
            update={
                "id": f"e{n}",
                "options": [
                    one.options[0].model_copy(update={"id": f"o{at}", "text": text, "credit": float(at == best)})
                    for at, text in enumerate(texts[n])
                ],
            }
        )
        for n, best in enumerate([2] * right + [0, 1, 0, 1][right:])
    ]
    topic = read_topics()["sourcing"].model_copy(update={"exercises": items})
    assert any("the longest" in said for said in too_generous(topic)) == refused


def test_layer_edit_reaches_the_key(tmp_path, monkeypatch):
    """A mark whose row is edited in the CSV covers the new words."""
    for name in ("case", "exercises"):
        shutil.copytree(ROOT / name, tmp_path / name)
    (tmp_path / "_config.yml").write_text("", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    layer = tmp_path / "case/balochistan-july-2025/attributions.csv"
    before = next(i for i in read_topics()["sourcing"].exercises if i.id == "attribution-bus").key()["marks"][0]
    text = layer.read_text(encoding="utf-8")
    layer.write_text(
        text.replace("According to their official statement,,", "to their official statement,,"), encoding="utf-8"
    )
    after = next(i for i in read_topics()["sourcing"].exercises if i.id == "attribution-bus").key()["marks"][0]
    assert (after["from"], after["to"]) == (before["from"] + 1, before["to"])


def test_schema_accepts_what_the_types_accept():
    """The types can be written as a JSON Schema that names every kind."""
    schema = str(Topic.model_json_schema(by_alias=True))
    assert all(kind in schema for kind in ("choose", "sort", "mark"))
