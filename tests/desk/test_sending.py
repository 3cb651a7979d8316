"""Statements sent to a store: in batches, with the password, and with a reason in words where it takes none."""

import base64
import json
import threading
from http.client import HTTPException, RemoteDisconnected
from http.server import BaseHTTPRequestHandler, HTTPServer
from io import BytesIO
from urllib.error import URLError

import pytest
from click.testing import CliRunner

from tests.desk.hand_ins import BEST, hand_in
from whosaysso.commands.statements import statements
from whosaysso.desk import sending


@pytest.fixture
def store():
    """A store that takes what it is sent, or answers as ``answers`` says, by the number of the request."""
    came, answers = [], {}

    class Store(BaseHTTPRequestHandler):
        def do_POST(self):
            came.append((self.path, self.headers, self.rfile.read(int(self.headers["Content-Length"]))))
            code, headers, said = answers.get(len(came), (200, {}, b"[]"))
            self.send_response(code)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(said)

        def log_message(self, *_):
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Store)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/xAPI", came, answers
    server.shutdown()
    server.server_close()


ONE = {"id": "00000000-0000-4000-8000-000000000000"}


def test_statements_of_a_class_arrive(tmp_path, store, monkeypatch):
    """All arrive, each once and as the file has them, in batches, with version and password; a refusal is counted."""
    address, came, answers = store
    hand_in(tmp_path / "in" / "ada.json", *BEST[:8], code="K1")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sending, "TOGETHER", 3)
    monkeypatch.setenv("WHOSAYSSO_PASSWORD", "grün")
    done = CliRunner().invoke(statements, ["in", "--to", address, "--user", "ann", "-o", "made.jsonl"])
    assert done.exit_code == 0 and f"8 statements of 1 student, sent to {address}" in done.output
    assert [len(json.loads(body)) for _, _, body in came] == [3, 3, 2]
    made = (tmp_path / "made.jsonl").read_text(encoding="utf-8").splitlines()
    assert [one for _, _, body in came for one in json.loads(body)] == list(map(json.loads, made))
    for path, headers, _ in came:
        assert path == "/xAPI/statements" and headers["X-Experience-API-Version"] == "1.0.3"
        assert base64.b64decode(headers["Authorization"].removeprefix("Basic ")).decode() == "ann:grün"
    answers[len(came) + 2] = (401, {}, b"")
    done = CliRunner().invoke(statements, ["in", "--to", address])
    assert done.exit_code == 1 and "give --user NAME. 3 of 8 statements are stored" in done.output
    assert len(came) == 5 and not (tmp_path / "statements.jsonl").exists()


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ((401, {}, b""), "the store asks for a name and a password: give --user NAME"),
        (
            (400, {}, b"object: \x1b[2J field required\n"),
            r"the store finds a statement wrong (it says: object: \x1b[2J field required)",
        ),
        (
            (409, {}, b" \n"),
            "the store has other statements under these ids, perhaps from before an exercise was changed",
        ),
        (
            (404, {}, b"\xff"),
            "there is no record store at this address; it often ends in /xAPI or /xapi (it says: \ufffd)",
        ),
        ((413, {}, b"x" * 999), f"the store takes less at once (it says: {'x' * 199}…)"),
        (
            (302, {"Location": "http://127.0.0.1:9/\x1bthere"}, b"here"),
            r"the store has moved to http://127.0.0.1:9/\x1bthere: give that one",
        ),
        ((300, {}, b"here"), "the store has moved to another address: give that one"),
        ((399, {}, b""), "the store has moved to another address: give that one"),
        ((500, {}, b"oh"), "the store answered 500 (it says: oh)"),
    ],
    ids=lambda part: part[0] if isinstance(part, tuple) else "told",
)
def test_refusal_is_told_in_words(store, answer, words):
    """What a store does not take is told with its reason, and a redirect is not followed."""
    address, came, answers = store
    answers[1] = answer
    with pytest.raises(sending.UnsentError) as refused:
        list(sending.send([ONE], address))
    assert str(refused.value) == words and len(came) == 1


class Opener:
    """In place of the network: keeps what is sent, and how long it is to be waited for; or fails."""

    def __init__(self, failure: Exception | None = None):
        self.came, self.failure = [], failure

    def open(self, request, timeout):
        """Take it."""
        self.came.append((request.get_method(), request.full_url, request.headers, request.data, timeout))
        if self.failure:
            raise self.failure
        return BytesIO(b"[]")


def test_batches_are_whole(monkeypatch):
    """A batch goes as one request with all that a store has to be told; after it, it is told how many are stored."""
    opener = Opener()
    monkeypatch.setattr(sending, "build_opener", lambda _: opener)
    monkeypatch.setattr(sending, "TOGETHER", 2)
    assert list(sending.send(({"id": n} for n in range(5)), "https://store.example/xAPI/")) == [2, 4, 5]
    headers = {"Content-type": "application/json", "X-experience-api-version": "1.0.3"}
    where = "https://store.example/xAPI/statements"
    batches = [[{"id": 0}, {"id": 1}], [{"id": 2}, {"id": 3}], [{"id": 4}]]
    assert opener.came == [("POST", where, headers, json.dumps(each).encode(), 30) for each in batches]
    assert list(sending.send([], where)) == []
    assert list(sending.send([ONE], where, "ann")) == [1]
    assert opener.came[-1][2]["Authorization"] == f"Basic {base64.b64encode(b'ann:').decode()}"


@pytest.mark.parametrize(
    ("failure", "reason"),
    [
        (URLError(ConnectionRefusedError(111, "Connection\x1brefused")), r"[Errno 111] Connection\x1brefused"),
        (RemoteDisconnected("gone"), "gone"),
        (TimeoutError("timed out"), "timed out"),
        (HTTPException(), "HTTPException"),
        (OSError(), "OSError"),
    ],
    ids=["refused", "gone", "late", "odd", "nameless"],
)
def test_store_that_is_not_reached_is_told(monkeypatch, failure, reason):
    """Where nobody answers, too late or not in the web's language, that is told with what the computer says."""
    monkeypatch.setattr(sending, "build_opener", lambda _: Opener(failure))
    with pytest.raises(sending.UnsentError) as told:
        list(sending.send([ONE], "http://localhost/xAPI"))
    assert str(told.value) == f"the store cannot be reached ({reason})"


NO_ADDRESS = "this is no address of a store: write it as https://store.example/xAPI"
TOO_MUCH = "leave names, passwords and what follows ? or # out of the address: a name goes to --user"
OPEN = "what is sent to it could be read on the way: use an address that begins with https"


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("store.example", NO_ADDRESS),
        ("ftp://store.example", NO_ADDRESS),
        ("https:///xAPI", NO_ADDRESS),
        ("https://ann@store.example", TOO_MUCH),
        ("https://:x@store.example", TOO_MUCH),
        ("https://store.example/?a", TOO_MUCH),
        ("https://store.example/#a", TOO_MUCH),
        ("http://store.example/xAPI", OPEN),
    ],
)
def test_nothing_goes_to_a_wrong_address(address, words):
    """An address that is none, that holds too much, or to which anybody could read along, is told."""
    with pytest.raises(sending.UnsentError) as told:
        sending.place(address)
    assert str(told.value) == words


@pytest.mark.parametrize(
    ("address", "where"),
    [
        ("https://store.example", "https://store.example/statements"),
        ("https://store.example/xAPI//", "https://store.example/xAPI/statements"),
        ("https://store.example/xAPI/statements/", "https://store.example/xAPI/statements"),
        ("https://store.example/xAPX", "https://store.example/xAPX/statements"),
        ("http://127.0.0.1:9/xAPI", "http://127.0.0.1:9/xAPI/statements"),
        ("http://localhost/statements", "http://localhost/statements"),
        ("http://[::1]/x", "http://[::1]/x/statements"),
    ],
)
def test_statements_go_to_their_place(address, where):
    """An address leads to the place for statements, with its last part or without; within a computer also by http."""
    assert sending.place(address) == where
