"""The quick reading of what is in order gives what the strict one gives, and leaves everything else to it."""

import json

import pytest

from tests.desk.hand_ins import BEST, WRITE, work
from tests.desk.mutated import mutated
from whosaysso import BOOK
from whosaysso.desk.quick import quickly
from whosaysso.work.reading import parse_hand_in

MOMENT = "2026-01-01T10:00:00Z"
DRAFT = {"response": {"text": 'A draft: “so”, \\ and "so".'}, "at": "2026-02-01T10:00:00.123Z", "version": None}


def made(**changed) -> dict:
    """A hand-in with every answer of the key, a text, a draft and a finished set, as data."""
    text = (WRITE[0], {"text": 'Ann said "no",\n\\ and 日本.'}, None)
    return work(*BEST, text, drafts={WRITE[1]: DRAFT}, finished={"sourcing": MOMENT}, **changed)


def written(**changed) -> str:
    """The same as the text of a file."""
    return json.dumps(made(**changed), indent=1)


@pytest.mark.parametrize("text", [written(), written(form="BCA"), json.dumps(made(), ensure_ascii=False)])
def test_what_is_in_order_is_read_alike(text):
    """All kinds of answers, a draft and a finished set are read as the strict reading reads them, in order of time."""
    found = json.loads(text)
    found["attempts"].reverse()
    data = json.dumps(found, ensure_ascii=text.isascii(), indent=1 if "\n" in text else None).encode()
    quick = quickly(data, BOOK)
    assert quick is not None and quick.as_text() == parse_hand_in(data).as_text() and not quick.notes


ATTEMPT = f'"at": "{MOMENT}"'


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (ATTEMPT, '"at": "2026-01-01t10:00:00z"'),
        (ATTEMPT, '"at": "2026-01-01 10:00:00Z"'),
        (ATTEMPT, '"at": "2026-01-01T10:00:00"'),
        (ATTEMPT, '"at": "2026-01-01T11:00:00+01:00"'),
        (ATTEMPT, '"at": "2026-01-01T10:00:00.1234567Z"'),
        (ATTEMPT, '"at": "2026-02-30T10:00:00Z"'),
        (ATTEMPT, '"\\u0061t": "2026-01-01 10:00:00Z"'),
        (ATTEMPT, f'{ATTEMPT}, "at": "{MOMENT}"'),
        (ATTEMPT, f'{ATTEMPT}, "more": 1'),
        ('"confidence": null,', ""),
        ('"confidence": null', '"confidance": null'),
        ('"confidence": null', '"confidence": 1.01'),
        ('"confidence": null', '"confidence": true'),
        ('"claimed": 1', '"claimed": -0.01'),
        ('"claimed": 1', '"claimed": "1"'),
        ('"claimed": 1', '"claimed": NaN'),
        ('"rules": 2\n  }', '"rules": null\n  }'),
        ('"rules": 2\n  }', '"rules": 2.0\n  }'),
        ('"rules": 2\n  }', '"rules": 0\n  }'),
        ('"rules": 2\n  }', '"rules": 1000001\n  }'),
        ('"exercise": "', '"exercise": "A'),
        ('"exercise": "', '"exercise": "a\\n'),
        ('"version": "', '"version": "0'),
        ('"id": "', '"id": "0'),
        ('"response": {', '"response": {"a": 1, "a": 1, '),
        ('"response": {', '"response": {"a": [[[[]]]], '),
        ('"response": {', '"response": {"a": 1e300, '),
        ('"response": {', f'"response": {{"a": {"9" * 301}, '),
        ('"response": {', '"response": {"a": "\\ud83d", '),
        ('"response": {', f'"response": {{"at": "{MOMENT}", '),
        ('"attempts": [', '"attempts": [], "attempts": ['),
        ('"book": "who-says-so"', '"book": "another"'),
        ('"schema": "whosaysso.hand-in/2"', '"schema": "whosaysso.hand-in/1"'),
        ('"schema": "whosaysso.hand-in/2"', '"schema_": "whosaysso.hand-in/2"'),
        ('"code": "K7"', f'"code": "{"K" * 65}"'),
        ('"code": "K7"', '"code": "K\\u00e9"'),
        ('"code": "K7"', f'"code": {"[" * 100_000}'),
        ('"response": {', '"response": {"a": "\\u0022", "a": "", '),
        ('"form": null', '"form": "ABD"'),
        (f'"{WRITE[1]}": {{', f'"{WRITE[1]}": {{}}, "{WRITE[1]}": {{'),
        ('"sourcing": "', '"sourcing": "0'),
    ],
)
def test_what_is_not_certain_is_left(old, new):
    """What stands twice, is missing, is too much, or has not its form, is for the strict reading to look at."""
    text = written()
    assert text.count(old) and quickly(text.encode(), BOOK)
    assert quickly(text.replace(old, new, 1).encode(), BOOK) is None


@pytest.mark.parametrize(
    "change",
    [
        lambda one: {**one, "response": {"choice": "another"}},
        lambda one: one,
    ],
)
def test_attempts_that_stand_twice_are_left(change):
    """Whether two attempts with one id are the same is for the strict reading to say."""
    found = made()
    found["attempts"].append(change(found["attempts"][0]))
    assert quickly(json.dumps(found).encode(), BOOK) is None


@pytest.mark.parametrize(
    "data", [b"", b"{}", b"[" * 100_000, b"\xef\xbb\xbf" + written().encode(), b"\xff", written().encode("utf-16")]
)
def test_no_such_file_is_left(data):
    """What is empty, no object, nested without end, or in another encoding is not read quickly."""
    assert quickly(data, BOOK) is None


def test_mutated_hand_ins_are_read_alike():
    """Of four thousand mutated hand-ins, those that are read quickly are what the strict reading makes of them."""
    quick = [(data, found) for data in mutated(4_000, seed=1) if (found := quickly(data, BOOK))]
    assert len(quick) > 400
    for data, found in quick:
        assert found.as_text() == parse_hand_in(data).as_text(), data


def test_what_the_book_does_not_know_is_read_quickly():
    """Files of exercises that are not in the book any more are in order too."""
    assert quickly(json.dumps(work(("no-such", {"choice": "a"}, None))).encode(), BOOK)
