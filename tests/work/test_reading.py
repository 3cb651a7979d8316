"""Reading a hand-in: everything that somebody can hand in is read, or refused with its reason."""

import json
import os
from datetime import UTC, datetime

import pytest

from tests.work.attempts import as_sent, attempt
from tests.work.hand_ins import READ, REFUSED, TEXT, WORK, answered, changed
from whosaysso.authored.fault import Fault, Faulty, shown
from whosaysso.work import reading
from whosaysso.work.hand_in import HandIn
from whosaysso.work.reading import REFUSALS, REMEDY, WORDS, parse_hand_in, read_hand_in, refusal


def refused(data, **how) -> str:
    """Why it is refused."""
    with pytest.raises(Faulty) as told:
        parse_hand_in(data, **how)
    first = told.value.faults[0]
    assert told.value.faults == [Fault("this file", 0, fault.wrong, REMEDY) for fault in told.value.faults]
    (said,) = [WORDS[name] for name, why in REFUSALS.items() if first.wrong.startswith(why)]
    assert first.wrong and refusal(told.value) == said
    return first.wrong


def test_round_trip():
    """What is written is read again, the same."""
    assert parse_hand_in(TEXT) == WORK


@pytest.mark.parametrize(("data", "note"), READ.values(), ids=READ)
def test_encodings_are_read_and_said(data, note):
    """A file that an editor has saved in another encoding is read, and a note says so."""
    work = parse_hand_in(data)
    assert (work.code, work.attempts) == (WORK.code, WORK.attempts)
    assert work.notes == ((WORDS[note],) if note else ())


@pytest.mark.parametrize(("data", "why"), REFUSED.values(), ids=REFUSED)
def test_each_refusal_has_its_reason(data, why):
    """What is no hand-in is refused in one sentence, which says what it is; a damaged field is named."""
    said = refused(data)
    assert said == REFUSALS[why] or (why == "fields" and said.startswith(f"{REFUSALS[why]}: "))


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (" " * (reading.LARGEST + 1), "large"),
        ("[" * 100_000, "damaged"),
        (answered(at="0001-01-01T00:00:00+14:00"), "fields"),
    ],
)
def test_extremes_are_refused(data, why):
    """Too much, too deep, and a moment before all calendars are refused like anything else."""
    assert refused(data).startswith(REFUSALS[why])


def test_number_is_too_long_wherever_it_stands():
    """The shortest number that no browser reads is refused, whatever stands before it."""
    text = TEXT.replace('"rules": 2', f'"rules": {"9" * 301}', 1)
    assert text != TEXT
    for before in range(61):
        assert refused(" " * before + text) == REFUSALS["number"]


def test_every_damaged_field_is_named():
    """Of several damaged fields each is named, and a long key is cut."""
    with pytest.raises(Faulty) as told:
        parse_hand_in(answered(claimed=7, at="never", **{"k" * 9_000: 1}))
    assert len(told.value.faults) == 3 and all(len(fault.wrong) < 400 for fault in told.value.faults)


def test_same_attempt_twice_is_one():
    """An attempt that stands twice in a file, and is the same, is read once."""
    sent = as_sent(1)
    assert parse_hand_in(changed(attempts=[sent, sent])).attempts == [attempt(1)]


DEEP = json.loads('{"a":' * 8 + "1" + "}" * 8)
MOMENT = "write a moment as 2026-01-31T10:00:00Z"


def test_answer_may_be_as_deep_as_this():
    """An answer of eight levels is read."""
    assert parse_hand_in(answered(response=DEEP)).attempts[0].response == DEEP


@pytest.mark.parametrize(
    ("field", "value", "why"),
    [
        ("response", {"a": DEEP}, "this is nested deeper than any answer"),
        ("at", 5, MOMENT),
        ("at", "yesterday", MOMENT),
        ("at", "0001-01-01T00:00:00+14:00", MOMENT),
    ],
)
def test_what_is_wrong_with_a_field_is_told(field, value, why):
    """Of a field that is damaged in a way of our own it is told what would be right."""
    assert refused(answered(**{field: value})) == f"{REFUSALS['fields']}: attempts.0.{field}: {why}"


def test_only_so_many_faults_are_told():
    """Of a file that is damaged all over, twenty damaged fields are told."""
    sent = as_sent(1)
    with pytest.raises(Faulty) as told:
        parse_hand_in(changed(attempts=[{**sent, "claimed": 7} for _ in range(30)]))
    assert [fault.wrong.split(": ")[1] for fault in told.value.faults] == sorted(
        f"attempts.{n}.claimed" for n in range(20)
    )


def test_dates_that_nobody_lived_in_are_read():
    """The year 1 and the year 9999 are read, in their order: the desk says what it thinks of them."""
    work = parse_hand_in(
        changed(
            attempts=[
                as_sent(1, at="9999-12-31T23:59:59Z"),
                as_sent(2, at="0001-01-01T00:00:00Z"),
            ]
        )
    )
    assert [a.id for a in work.attempts] == [attempt(2).id, attempt(1).id]


def test_missing_confidence_is_taken():
    """An attempt that says nothing of how sure its reader was is an attempt."""
    sent = as_sent(1)
    del sent["confidence"]
    assert parse_hand_in(changed(attempts=[sent])).attempts[0].confidence is None


def test_claims_are_by_the_rules_of_the_file():
    """An attempt that does not say which rules made its claim has those of its file."""
    sent = {**as_sent(1), "rules": None}
    assert [a.rules for a in parse_hand_in(changed(attempts=[sent], rules=7)).attempts] == [7]


def test_edition_refuses_nothing():
    """A file of any other edition is read: whether its answers fit, the exercises' versions say."""
    assert parse_hand_in(changed(edition="9")).attempts == WORK.attempts


def test_another_book_is_read_as_such():
    """The answers to exercises of another book are read by whoever asks for that book's."""
    assert parse_hand_in(changed(book="my-class"), book="my-class").book == "my-class"


def test_first_form_of_the_file_is_carried_over():
    """A file of hand-in/1 gives its answers, drafts and finished sets; its claims are by the first rules."""
    first = {
        "schema": "whosaysso.hand-in/1",
        "book": "who-says-so",
        "edition": "1",
        "form": "CAB",
        "code": "K7",
        "attempts": [as_sent(n, without="rules") for n in (1, 2)],
        "drafts": {"one": {"choice": "later"}, "two": {"choice": "b"}},
        "finished": ["test-c"],
    }
    work = parse_hand_in(json.dumps(first))
    assert work.attempts == [attempt(1), attempt(2)]
    assert (work.form, work.code, work.readers, work.rules) == ("CAB", "K7", [], 1)
    assert work.finished == {"test-c": attempt(2).at}
    assert work.response("one") == {"choice": "later"} and work.response("two") == {"choice": "b"}
    assert refused(json.dumps({**first, "drafts": [], "finished": 3})).startswith(REFUSALS["fields"])
    assert refused(json.dumps({**first, "attempts": [1, {"at": 3}]})).startswith(REFUSALS["fields"])


def test_half_a_character_is_written():
    """Half of a character, which a cut can leave, is written as the sign for a lost one, and the file can be read."""
    work = HandIn(attempts=[attempt(1, response={"text": "x\ud83d"})])
    text = work.as_text()
    assert parse_hand_in(text.encode()).attempts[0].response == {"text": "x\ufffd"}


def test_only_files_are_read(tmp_path):
    """A folder, a pipe, and what is not there are refused, and nothing waits for them."""
    os.mkfifo(tmp_path / "pipe.json")
    for path in (tmp_path, tmp_path / "pipe.json", tmp_path / "none.json"):
        with pytest.raises(Faulty, match=REFUSALS["unreadable"]):
            read_hand_in(path)


def test_too_large_is_refused(tmp_path):
    """A file over the limit is refused, however large it is."""
    path = tmp_path / "large.json"
    path.write_bytes(b" " * (reading.LARGEST + 1))
    with pytest.raises(Faulty, match="larger than 5 MB"):
        read_hand_in(path)


def test_faults_are_named_with_file_and_place(tmp_path):
    """What is wrong is told with the file, the place in it, at most forty letters of a key, and what to do."""
    path = tmp_path / "theirs.json"
    path.write_text(answered(claimed=7, **{"k" * 50: 1}), encoding="utf-8")
    with pytest.raises(Faulty) as told:
        read_hand_in(path)
    assert told.value.faults == [
        Fault(shown(path), 0, f"{REFUSALS['fields']}: attempts.0.{where}: {wrong}", REMEDY)
        for where, wrong in (
            ("claimed", "Input should be less than or equal to 1"),
            ("k" * 40, "Extra inputs are not permitted"),
        )
    ]
    gone = tmp_path / "gone.json"
    with pytest.raises(Faulty) as told:
        read_hand_in(gone)
    assert told.value.faults == [Fault(shown(gone), 0, REFUSALS["unreadable"], REMEDY)]


def test_file_of_another_book_is_read_as_such(tmp_path):
    """A file with the answers to another book is read by whoever asks for that book’s, and by nobody else."""
    path = tmp_path / "theirs.json"
    path.write_text(changed(book="my-class"), encoding="utf-8")
    assert read_hand_in(path, "my-class").attempts == WORK.attempts
    with pytest.raises(Faulty, match=REFUSALS["foreign"]):
        read_hand_in(path)


def test_first_form_without_an_attempt():
    """In a file of hand-in/1 without attempts what was begun and finished is older than anything with a time."""
    first = {"schema": "whosaysso.hand-in/1", "book": "who-says-so", "drafts": {"one": {}}, "finished": ["test-c"]}
    work = parse_hand_in(json.dumps(first))
    moment = datetime(1970, 1, 1, tzinfo=UTC)
    assert (work.drafts["one"].at, work.finished) == (moment, {"test-c": moment})
    assert refused(json.dumps({**first, "attempts": 3})).startswith(f"{REFUSALS['fields']}: attempts: ")
