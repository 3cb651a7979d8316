"""Files as somebody may bring them, and what page, notebook and desk say of each: the name of a refusal or a note."""

import codecs
import json
from typing import Any

from tests.work.attempts import as_sent, attempt, draft
from whosaysso.work.hand_in import HandIn

WORK = HandIn(readers=["a" * 32], attempts=[attempt(1)], drafts={"two": draft(2)}, code="مریم", form="BCA")
TEXT = WORK.as_text()


def changed(**fields: Any) -> str:
    """The text of a hand-in with these fields changed."""
    return json.dumps({**WORK.as_json(), **fields})


def answered(**fields: Any) -> str:
    """The text of a hand-in whose one attempt has these fields changed."""
    return changed(attempts=[{**as_sent(1), **fields}])


READ = {
    "plain": (TEXT.encode(), ""),
    "with a mark": (codecs.BOM_UTF8 + TEXT.encode(), "marked"),
    "UTF-16": (TEXT.encode("utf-16"), "utf16"),
    "UTF-16, big end first": (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf16"),
    "UTF-16 without a mark": (TEXT.encode("utf-16-le"), "utf16"),
    "UTF-16 without a mark, big end first": (TEXT.encode("utf-16-be"), "utf16"),
}
"""Files that are read, each with the note that is made of it."""

_TWO = [as_sent(1), as_sent(1, claimed=0)]
REFUSED = {
    "nothing": (b"", "empty"),
    "white space": (b" \n", "empty"),
    "a picture": (b"\xff\xd8\xff\xe0", "binary"),
    "words": (b"not json", "damaged"),
    "cut": (TEXT[:-9].encode(), "damaged"),
    "no number": (answered(response={"number": float("nan")}).encode(), "damaged"),
    "a list": (b"[]", "foreign"),
    "null": (b"null", "foreign"),
    "another form": (b'{"schema": "other/1"}', "foreign"),
    "a number for a form": (b'{"schema": 7}', "foreign"),
    "another form for this book": (changed(schema="other/2").encode(), "foreign"),
    "a form without a number": (changed(schema="whosaysso.hand-in/two").encode(), "foreign"),
    "another book": (changed(book="another-book").encode(), "foreign"),
    "a form to come": (changed(schema="whosaysso.hand-in/3").encode(), "newer"),
    "a number of 5,000 digits": (b'{"schema": "whosaysso.hand-in/2", "claimed": ' + b"1" * 5_000 + b"}", "number"),
    "a number without end": (b'{"schema": "whosaysso.hand-in/2", "claimed": 1e999}', "number"),
    "a key twice": (b'{"code": "a", "code": "b"}', "twice"),
    "one attempt as two": (changed(attempts=_TWO).encode(), "twice"),
    **{
        f"fields {number}": (text.encode(), "fields")
        for number, text in enumerate(
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
                answered(exercise="<img src=x onerror=alert(1)>"),
                answered(at="yesterday"),
                answered(at=5),
                answered(at="5"),
                answered(at="2026-01-01T10:00:00"),
                answered(at="2026-01-01T10:00Z"),
                answered(at="2026-02-30T10:00:00Z"),
                answered(response=[]),
                answered(response=json.loads('{"a":' * 9 + "1" + "}" * 9)),
            ]
        )
    },
}
"""Files that are refused, each with the name of the reason."""
