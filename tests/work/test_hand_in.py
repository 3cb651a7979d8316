"""The hand-in: one file of answers, read strictly and written whole."""

import json

import pytest

from whosaysso.authored import writing
from whosaysso.authored.fault import Faulty
from whosaysso.work import hand_in
from whosaysso.work.hand_in import Attempt, HandIn, parse_hand_in
from whosaysso.work.work_file import WorkFile


def attempt(number: int, **changed) -> Attempt:
    """An attempt of minute ``number``."""
    values = {
        "id": f"{number:032x}",
        "exercise": "one",
        "version": "0" * 12,
        "response": {"choice": "a"},
        "at": f"2026-01-01T10:{number:02d}:00Z",
        "claimed": 1,
    }
    return Attempt.model_validate({**values, **changed})


def test_round_trip():
    """What is written is read again, the same."""
    work = HandIn(attempts=[attempt(1)], drafts={"two": {"choice": "b"}}, code="K7")
    assert parse_hand_in(json.dumps(work.as_json())) == work


def test_merging_never_counts_twice():
    """The same attempt in two files is one attempt, and time sets the order."""
    merged = HandIn(attempts=[attempt(3), attempt(1)]).merged(HandIn(attempts=[attempt(1), attempt(2)]))
    assert [a.id for a in merged.attempts] == [attempt(n).id for n in (1, 2, 3)]
    assert merged.latest("one") == attempt(3)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "not json",
        "[]",
        "null",
        '{"schema": "other/1"}',
        json.dumps({"schema": "whosaysso.hand-in/1", "attempts": [{"id": "x"}]}),
        json.dumps({"schema": "whosaysso.hand-in/1", "surprise": 1}),
        "[" * 100_000,
        json.dumps(
            {"schema": "whosaysso.hand-in/1", "attempts": [{**attempt(1).model_dump(mode="json"), "claimed": 7}]}
        ),
        '{"schema": "whosaysso.hand-in/1", "code": "' + "x" * 65 + '"}',
    ],
)
def test_what_is_no_hand_in_is_refused(text):
    """Anything else than a hand-in is refused in words, whatever it is."""
    with pytest.raises(Faulty) as told:
        parse_hand_in(text)
    assert all(fault.wrong and fault.remedy for fault in told.value.faults)


def test_too_large_is_refused(tmp_path):
    """A file over the limit is refused before it is read."""
    path = tmp_path / "large.json"
    path.write_bytes(b" " * (hand_in.LARGEST + 1))
    with pytest.raises(Faulty, match="larger than 5 MB"):
        hand_in.read_hand_in(path)


def test_failed_write_leaves_the_old_file(tmp_path, monkeypatch):
    """When writing fails, the old file is whole, nothing else is left behind, and the notice says so."""
    file = WorkFile(tmp_path / "my-work.json")
    file.add(attempt(1))
    before = file.path.read_bytes()

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(writing.os, "fsync", full)
    file.add(attempt(2))
    assert file.path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [file.path]
    assert "No space left" in file.notice
    assert len(file.work.attempts) == 2


def test_damaged_file_is_kept_aside(tmp_path):
    """A file that cannot be read is kept under another name, and work goes on in a new one."""
    path = tmp_path / "my-work.json"
    path.write_text("{broken", encoding="utf-8")
    file = WorkFile(path)
    assert "could not be read" in file.notice
    file.add(attempt(1))
    kept = [p for p in tmp_path.iterdir() if p != path]
    assert [p.read_text(encoding="utf-8") for p in kept] == ["{broken"]
    assert len(hand_in.read_hand_in(path).attempts) == 1


def test_two_notebooks_share_a_file(tmp_path):
    """What another notebook wrote to the same file meanwhile is not lost."""
    one, two = WorkFile(tmp_path / "my-work.json"), WorkFile(tmp_path / "my-work.json")
    one.add(attempt(1), drafts={"one": {"choice": "a"}})
    two.add(attempt(2))
    one.add(attempt(3))
    assert [a.id for a in hand_in.read_hand_in(one.path).attempts] == [attempt(n).id for n in (1, 2, 3)]


def test_clearing_keeps_the_old_file(tmp_path):
    """Handing the computer on begins an empty file, and what was there stays under another name."""
    file = WorkFile(tmp_path / "my-work.json")
    file.add(attempt(1))
    file.clear()
    assert not file.path.exists() and not file.work.attempts
    assert [len(hand_in.read_hand_in(p).attempts) for p in tmp_path.iterdir()] == [1]


def test_handing_on_reaches_another_notebook(tmp_path):
    """When one notebook hands the computer on, another of the same folder does not bring the old reader's answers
    back.
    """
    one, two = WorkFile(tmp_path / "my-work.json"), WorkFile(tmp_path / "my-work.json")
    one.add(attempt(1))
    two.add(attempt(2))
    one.clear()
    two.add(attempt(3))
    assert [a.id for a in hand_in.read_hand_in(one.path).attempts] == [attempt(3).id]


def test_deleted_file_is_written_again(tmp_path):
    """When the file is only deleted, what the notebook still holds is written again."""
    file = WorkFile(tmp_path / "my-work.json")
    file.add(attempt(1))
    file.path.unlink()
    file.add(attempt(2))
    assert len(hand_in.read_hand_in(file.path).attempts) == 2


def test_finished_sets_travel_with_the_work():
    """Which sets are finished is merged like everything else."""
    assert HandIn(finished=["b"]).merged(HandIn(finished=["a", "b"])).finished == ["a", "b"]
