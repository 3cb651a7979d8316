"""Statements sent to a store: in batches, with the password, and with a reason in words where it takes none."""

import base64
import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

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
        ((401, {}, b""), "give --user NAME"),
        ((400, {}, b"object: \x1b[2J field required"), r"(it says: object: \x1b[2J field required)"),
        ((409, {}, b""), "other statements under these ids"),
        ((302, {"Location": "http://127.0.0.1:9/there"}, b""), "moved to http://127.0.0.1:9/there"),
        ((500, {}, b"oh"), "the store answered 500 (it says: oh)"),
    ],
)
def test_refusal_is_told_in_words(store, answer, words):
    """What a store does not take is told with its reason, and a redirect is not followed."""
    address, came, answers = store
    answers[1] = answer
    with pytest.raises(sending.UnsentError) as refused:
        list(sending.send([ONE], address))
    assert words in str(refused.value) and len(came) == 1


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("http://store.example/xAPI", "begins with https"),
        ("store.example", "no address of a store"),
        ("https://ann:x@store.example", "a name goes to --user"),
        ("http://127.0.0.1:9/xAPI", "cannot be reached"),
    ],
)
def test_nothing_goes_to_a_wrong_address(address, words):
    """An address that is none, that anybody could read along to, or where nobody answers, is told."""
    with pytest.raises(sending.UnsentError, match=words):
        list(sending.send([ONE], address))
