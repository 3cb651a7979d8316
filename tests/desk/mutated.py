"""Hand-ins as nobody should hand them in: sound ones, changed at random in their bytes and in what they say."""

import json
from collections.abc import Iterator
from copy import deepcopy
from random import Random

from tests.desk.hand_ins import BEST, WRITE, work

ODD = [
    *(None, True, False, 0, -1, 1, 2, 0.5, 1e308, -1e-308, 10**17, [], {}, [[]], [None], {"": None}),
    *("", " ", "\0", "\x1b[2J", "\ud83d", "\u202e", "=1+1", "\uff1d1;=2", "../../x", "a\r\nb", "x" * 999),
    *("2999-01-01T00:00:00Z", "0001-01-01T00:00:00Z", "2026-01-01T10:00:00+14:00", "f" * 32, "0" * 12, "no-such"),
    *("footbridge", "test-a-who", "whosaysso.hand-in/1", "whosaysso.hand-in/9", "ABC", "AAA", list(range(300))),
]
BYTES = [
    b"\0",
    b"\xff",
    b"\xef\xbb\xbf",
    b'"',
    b"{",
    b"}",
    b"[",
    b",",
    b"1" * 400,
    b"NaN",
    b"\\u0000",
    b"\\ud800",
    b"\n",
]


def mutated(many: int, seed: int = 0) -> Iterator[bytes]:
    """So many hand-ins, each changed in one to three ways; the same for the same seed."""
    chance = Random(seed)
    texts = [(name, {"text": "Some words."}, None) for name in WRITE]
    for number in range(many):
        answers = chance.sample([*BEST, *texts], 3)
        made = work(*answers, code=f"K{number}", drafts={}, form=chance.choice(["ABC", None]))
        for _ in range(chance.randrange(3)):
            _change(made, chance)
        text = json.dumps(made)
        encoding = chance.choice(["utf-8"] * 8 + ["utf-8-sig", "utf-16"])
        data = text.encode(encoding)
        for _ in range(chance.randrange(2)):
            data = _damage(data, chance)
        yield data


def _change(made: dict, chance: Random) -> None:
    """Something in the data is another thing, is not there, or has company."""
    here: dict | list = made
    while True:
        keys = list(here) if isinstance(here, dict) else list(range(len(here)))
        if not keys:
            return
        key = chance.choice(keys)
        if isinstance(here[key], dict | list) and here[key] and chance.random() < 0.8:
            here = here[key]
            continue
        how = chance.randrange(4)
        if how == 0:
            del here[key]
        elif how == 1 and isinstance(here, dict):
            here[str(chance.choice(ODD))] = deepcopy(here[key])
        elif how == 2 and isinstance(here, list):
            here.append(deepcopy(here[key]))
        else:
            here[key] = deepcopy(chance.choice(ODD))
        return


def _damage(data: bytes, chance: Random) -> bytes:
    at, to = sorted(chance.randrange(len(data) + 1) for _ in range(2))
    return chance.choice(
        [
            data[:at],
            data[:at] + data[to:],
            data[:at] + chance.choice(BYTES) + data[at:],
            data[:to] + data[at:to] + data[to:],
            data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :],
        ]
    )
