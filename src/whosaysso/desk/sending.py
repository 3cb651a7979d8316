"""Statements to a record store that speaks xAPI 1.0.3, over HTTP: a batch a request, each stored once.

Whoever sends the same statements again changes nothing, since their ids are the same. A redirect is not followed:
it would take the password, or the statements, to an address that nobody wrote down.
"""

import json
from base64 import b64encode
from collections.abc import Iterable, Iterator
from http.client import HTTPException
from itertools import islice
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from whosaysso.desk.plain import plain
from whosaysso.desk.statements import VERSION

TOGETHER = 100
"""Statements in a request: some 80 KB, which any store takes."""

PATIENCE = 30
"""Seconds to wait for a store."""

_HERE = ("127.0.0.1", "localhost", "::1")

_REFUSALS = {
    400: "the store finds a statement wrong",
    401: "the store asks for a name and a password: give --user NAME",
    403: "this name may not write into the store",
    404: "there is no record store at this address; it often ends in /xAPI or /xapi",
    409: "the store has other statements under these ids, perhaps from before an exercise was changed",
    413: "the store takes less at once",
    422: "the store finds a statement wrong",
    429: "the store has had too much just now: try again later",
}


class UnsentError(Exception):
    """Raised with the reason, in words, where a store did not take what it was sent."""


def place(address: str) -> str:
    """Where statements are sent, from the address of a store, with or without its last part.

    Raises
    ------
    UnsentError
        Where nothing should be sent to it.

    Examples
    --------
    >>> place("https://store.example/xAPI")
    'https://store.example/xAPI/statements'
    """
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise UnsentError("this is no address of a store: write it as https://store.example/xAPI")
    if parts.username or parts.password or parts.query or parts.fragment:
        raise UnsentError("leave names, passwords and what follows ? or # out of the address: a name goes to --user")
    if parts.scheme == "http" and parts.hostname not in _HERE:
        raise UnsentError("what is sent to it could be read on the way: use an address that begins with https")
    whole = address.rstrip("/")
    return whole if whole.endswith("/statements") else f"{whole}/statements"


def send(statements: Iterable[dict[str, Any]], address: str, user: str = "", password: str = "") -> Iterator[int]:
    """Send them in batches, and give after each how many the store has now.

    Raises
    ------
    UnsentError
        Where the store did not take a batch; those before it are stored.
    """
    headers = {"Content-Type": "application/json", "X-Experience-API-Version": VERSION}
    if user:
        headers["Authorization"] = f"Basic {b64encode(f'{user}:{password}'.encode()).decode()}"
    where, rest, many = place(address), iter(statements), 0
    while batch := list(islice(rest, TOGETHER)):
        _post(Request(where, json.dumps(batch).encode(), headers))  # noqa: S310 - place has looked at the address
        many += len(batch)
        yield many


class _Stays(HTTPRedirectHandler):
    def redirect_request(self, *_: Any) -> None:
        """Follow none."""


def _post(request: Request) -> None:
    try:
        with build_opener(_Stays).open(request, timeout=PATIENCE) as answer:
            answer.read()
    except HTTPError as refused:
        with refused:
            said = plain(refused.read(1000).decode(errors="replace").strip(), 200)
        elsewhere = plain(refused.headers.get("Location") or "")
        reason = _REFUSALS.get(refused.code, f"the store answered {refused.code}")
        if 300 <= refused.code < 400:
            raise UnsentError(f"the store has moved to {elsewhere or 'another address'}: give that one") from None
        raise UnsentError(f"{reason}{f' (it says: {said})' if said else ''}") from None
    except (URLError, HTTPException, OSError) as error:
        reason = plain(str(error.reason if isinstance(error, URLError) else error))
        raise UnsentError(f"the store cannot be reached ({reason or type(error).__name__})") from None
