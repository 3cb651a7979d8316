"""Reading a hand-in that is just as pages and notebooks write it, in half the time, and none that is anything else.

A class hands in hundreds of thousands of answers, nearly all of them in order. ``msgspec`` reads these faster than what
tells people what is wrong with a file; but of two things under one name it takes the second without a word, and it
takes moments in more forms than one. So everything is looked at here that it lets pass, and whatever is not certain is
left to ``whosaysso.work.reading``. What both read is the same.
"""

import re
from dataclasses import dataclass
from typing import Annotated, Any

import msgspec

from whosaysso.work.hand_in import Attempt, HandIn

_SMALL = msgspec.Meta(ge=-(2**53), le=2**53)
_One = str | bool | Annotated[float, _SMALL] | Annotated[int, _SMALL] | None
_Few = _One | list[_One] | dict[str, _One]
_Unit = Annotated[float, msgspec.Meta(ge=0, le=1)]

_FORMS = re.compile(r"(?:[0-9a-f]{32} [a-z][a-z0-9-]{0,99} [0-9a-f]{12}\n)+")
_MOMENT = re.compile(rb'"at": ?"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{1,6})?Z"')


@dataclass(frozen=True, slots=True, kw_only=True)
class _Attempt(Attempt):
    """An attempt with all its parts, every figure in its range, and an answer no deeper than ours."""

    response: dict[str, _One | list[_Few] | dict[str, _Few]]
    confidence: _Unit | None
    claimed: _Unit | None
    rules: Annotated[int, msgspec.Meta(ge=1, le=1_000_000)]


class _File(msgspec.Struct, forbid_unknown_fields=True):
    """All that a file holds; its attempts are most of it, and the rest is looked at as ever."""

    schema: Any
    book: Any
    edition: Any
    readers: Any
    rules: Any
    form: Any
    code: Any
    attempts: list[_Attempt]
    drafts: Any
    finished: Any


_DECODER = msgspec.json.Decoder(_File)


def quickly(data: bytes, book: str) -> HandIn | None:
    """The hand-in that a file holds; None where that is not certain."""
    try:
        file = _DECODER.decode(data)
        work = HandIn.model_validate({name: getattr(file, name) for name in _File.__struct_fields__} | {"attempts": []})
        again = msgspec.json.encode(file)
    except (ValueError, RecursionError):
        return None
    attempts = file.attempts
    certain = (
        work.book == book
        and _FORMS.fullmatch("".join([f"{a.id} {a.exercise} {a.version}\n" for a in attempts]))
        and len({a.id for a in attempts}) == len(attempts)
        and len(_MOMENT.findall(data)) == len(attempts) + len(work.drafts)
        and b"\\u00" not in data  # a plain sign that is written so may hide a name, or a quotation mark
        and data.count(b'"') == again.count(b'"')  # of a file in which something stands twice, less is written again
    )
    if not certain:
        return None
    work.attempts = sorted(attempts, key=lambda a: a.at)
    return work
