"""Reading a hand-in: everything that somebody can hand in is read, or refused with its reason."""

import codecs
import json
import os

import pytest

from tests.work.attempts import attempt, draft
from whosaysso.authored.fault import Faulty
from whosaysso.work import reading
from whosaysso.work.hand_in import HandIn
from whosaysso.work.reading import REFUSALS, parse_hand_in, read_hand_in

WORK = HandIn(readers=["a" * 32], attempts=[attempt(1)], drafts={"two": draft(2)}, code="مریم", form="BCA")
TEXT = WORK.as_text()


def changed(**fields) -> str:
    """The text of a hand-in with these fields changed."""
    return json.dumps({**WORK.as_json(), **fields})


def answered(**fields) -> str:
    """The text of a hand-in whose one attempt has these fields changed."""
    return changed(attempts=[{**attempt(1).model_dump(mode="json"), **fields}])


def refused(data, **how) -> str:
    """Why it is refused."""
    with pytest.raises(Faulty) as told:
        parse_hand_in(data, **how)
    assert all(fault.wrong and fault.remedy for fault in told.value.faults)
    return told.value.faults[0].wrong


def test_round_trip():
    """What is written is read again, the same."""
    assert parse_hand_in(TEXT) == WORK


@pytest.mark.parametrize(
    ("data", "note"),
    [
        (TEXT.encode(), ()),
        (codecs.BOM_UTF8 + TEXT.encode(), (reading.MARKED,)),
        (TEXT.encode("utf-16"), (reading.UTF_16,)),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), (reading.UTF_16,)),
        (TEXT.encode("utf-16-le"), (reading.UTF_16,)),
        (TEXT.encode("utf-16-be"), (reading.UTF_16,)),
        ("\ufeff" + TEXT, (reading.MARKED,)),
    ],
)
def test_encodings_are_read_and_said(data, note):
    """A file that an editor has saved in another encoding is read, and a note says so."""
    work = parse_hand_in(data)
    assert (work.code, work.attempts, work.notes) == (WORK.code, WORK.attempts, note)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (" " * (reading.LARGEST + 1), "large"),
        ("", "empty"),
        (" \n", "empty"),
        (b"\xff\xd8\xff\xe0", "binary"),
        ("not json", "damaged"),
        (TEXT[:-9], "damaged"),
        ("[" * 100_000, "damaged"),
        (answered(response={"number": float("nan")}), "damaged"),
        ("[]", "foreign"),
        ("null", "foreign"),
        ('{"schema": "other/1"}', "foreign"),
        ('{"schema": 7}', "foreign"),
        (changed(book="another-book"), "foreign"),
        (changed(schema="whosaysso.hand-in/3"), "newer"),
        ('{"schema": "whosaysso.hand-in/2", "claimed": ' + "1" * 5_000 + "}", "number"),
        ('{"schema": "whosaysso.hand-in/2", "claimed": 1e999}', "number"),
        ('{"code": "a", "code": "b"}', "twice"),
        (
            changed(attempts=[attempt(1).model_dump(mode="json"), attempt(1, claimed=0).model_dump(mode="json")]),
            "twice",
        ),
    ],
)
def test_each_refusal_has_its_reason(data, why):
    """What is no hand-in is refused in one sentence, which says what it is."""
    assert refused(data) == REFUSALS[why]


@pytest.mark.parametrize(
    "text",
    [
        changed(surprise=1),
        changed(code="x" * 65),
        changed(form="AAB"),
        changed(readers=["me"]),
        changed(finished={"../test": "2026-01-01T10:00:00Z"}),
        changed(drafts={"one": {"choice": "a"}}),
        answered(claimed=7),
        answered(claimed="1"),
        answered(claimed=True),
        answered(id="x"),
        answered(at="yesterday"),
        answered(at=5),
        answered(at="5"),
        answered(at="2026-01-01T10:00:00"),
        answered(at="2026-02-30T10:00:00Z"),
        answered(at="0001-01-01T00:00:00+14:00"),
        answered(response=[]),
        answered(response=json.loads('{"a":' * 12 + "1" + "}" * 12)),
    ],
)
def test_damaged_fields_are_named(text):
    """A field that cannot be is refused, and the sentence says which."""
    assert refused(text).startswith(f"{REFUSALS['fields']}: ")


def test_every_damaged_field_is_named():
    """Of several damaged fields each is named, and a long key is cut."""
    with pytest.raises(Faulty) as told:
        parse_hand_in(answered(claimed=7, at="never", **{"k" * 9_000: 1}))
    assert len(told.value.faults) == 3 and all(len(fault.wrong) < 400 for fault in told.value.faults)


def test_dates_that_nobody_lived_in_are_read():
    """The year 1 and the year 9999 are read, in their order: the desk says what it thinks of them."""
    work = parse_hand_in(
        changed(
            attempts=[
                attempt(1, at="9999-12-31T23:59:59Z").model_dump(mode="json"),
                attempt(2, at="0001-01-01T00:00:00Z").model_dump(mode="json"),
            ]
        )
    )
    assert [a.id for a in work.attempts] == [attempt(2).id, attempt(1).id]


def test_missing_confidence_is_taken():
    """An attempt that says nothing of how sure its reader was is an attempt."""
    sent = attempt(1).model_dump(mode="json")
    del sent["confidence"]
    assert parse_hand_in(changed(attempts=[sent])).attempts[0].confidence is None


def test_claims_are_by_the_rules_of_the_file():
    """An attempt that does not say which rules made its claim has those of its file."""
    sent = {**attempt(1).model_dump(mode="json"), "rules": None}
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
        "attempts": [attempt(n).model_dump(mode="json", exclude={"rules"}) for n in (1, 2)],
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
