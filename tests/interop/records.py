"""Statements of a made-up class in Ralph, a record store, with its backend for files.

That backend makes its file once and answers 500 to whatever comes after it, so the class is as large as one request.
"""

import json
import os
import socket
import subprocess
import sys
import time
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.parse import quote
from urllib.request import Request, urlopen

from ralph.models.xapi.base.statements import BaseXapiStatement

from tests.desk.hand_ins import BEST, WRITE, hand_in
from whosaysso.desk.sending import TOGETHER, UnsentError, send

USER, PASSWORD = "ann", "a-password-for-this-run"
STUDENTS = ["Ada Roe", "Bo Dahl", "Cem Ak"]


def run(folder: Path) -> Iterator[str]:
    """Send a class, find it there, send it again, and see what is refused."""
    for number, name in enumerate(STUDENTS):
        path = folder / "class" / f"{name}_{number + 1}_assignsubmission_file_w.json"
        hand_in(
            path,
            *BEST[number : number + 30],
            (WRITE[0], {"text": f"My neighbour {name} wrote this."}, None),
            code=f"K{number}",
        )
    with ralph(folder) as (address, kept):
        said = statements(folder / "class", "--to", address, "--user", USER, "-o", str(folder / "made.jsonl"))
        made = list(map(json.loads, (folder / "made.jsonl").read_text(encoding="utf-8").splitlines()))
        assert f"{len(made)} statements of {len(STUDENTS)} students, sent" in said, said
        assert len(made) <= TOGETHER
        stored = list(map(json.loads, kept.read_text(encoding="utf-8").splitlines()))
        assert [one["id"] for one in stored] == [one["id"] for one in made]
        for ours, theirs in zip(made, stored, strict=True):
            assert theirs | ours == theirs, (ours, theirs)
        yield f"{len(stored)} statements of {len(STUDENTS)} students are stored, each as it was sent"
        for one in stored:
            BaseXapiStatement.model_validate(one)
        yield "each is valid by Ralph's own model of xAPI"
        text = kept.read_text(encoding="utf-8")
        assert not any(word in text for name in STUDENTS for word in name.split()), "a name is stored"
        actor = made[0]["actor"]
        found = asked(f"{address}/statements?limit=500", actor)
        assert {one["id"] for one in found} == {one["id"] for one in made if one["actor"] == actor}
        yield f"no name is stored, and the store finds {len(found)} statements of one pseudonym"
        statements(folder / "class", "--to", address, "--user", USER)
        assert kept.read_text(encoding="utf-8") == text
        yield "sent again, nothing is stored twice"
        wrong = [
            (made[:1], "somebody", "give --user NAME"),
            ([{**made[0], "actor": {"objectType": "Agent"}}], USER, "finds a statement wrong"),
            ([{**made[0], "result": {"completion": False}}], USER, "other statements under these ids"),
        ]
        for sent, user, words in wrong:
            try:
                list(send(sent, address, user, PASSWORD))
            except UnsentError as why:
                assert words in str(why), why
            else:
                raise AssertionError(f"{words}: it was taken")
        assert kept.read_text(encoding="utf-8") == text
        yield "a wrong name, a wrong statement and another one under an old id are refused, and told"


def statements(*arguments: object) -> str:
    """The command."""
    done = subprocess.run(
        [sys.executable, "-m", "whosaysso", "statements", *map(str, arguments)],
        env={**os.environ, "WHOSAYSSO_PASSWORD": PASSWORD},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def asked(address: str, agent: dict) -> list[dict]:
    """What the store gives for one agent."""
    signed = b64encode(f"{USER}:{PASSWORD}".encode()).decode()
    headers = {"Authorization": f"Basic {signed}", "X-Experience-API-Version": "1.0.3"}
    with urlopen(Request(f"{address}&agent={quote(json.dumps(agent))}", headers=headers)) as answer:  # noqa: S310
        return json.load(answer)["statements"]


@contextmanager
def ralph(folder: Path) -> Iterator[tuple[str, Path]]:
    """A store on this computer: its address, and the file in which it keeps what it is sent."""
    (folder / "kept").mkdir()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    settings = os.environ | {
        "RALPH_APP_DIR": str(folder),
        "RALPH_AUTH_FILE": str(folder / "auth.json"),
        "RALPH_RUNSERVER_BACKEND": "fs",
        "RALPH_BACKENDS__LRS__FS__DEFAULT_DIRECTORY_PATH": str(folder / "kept"),
    }
    beside = Path(sys.executable).parent
    user = ["-u", USER, "-p", PASSWORD, "-s", "all", "-M", "mailto:ann@school.example", "-w"]
    subprocess.run([beside / "ralph", "auth", *user], env=settings, cwd=folder, check=True, capture_output=True)
    with (folder / "said.txt").open("w") as said:
        command = [sys.executable, "-m", "uvicorn", "ralph.api:app", "--host", "127.0.0.1", "--port", str(port)]
        server = subprocess.Popen(command, env=settings, cwd=folder, stdout=said, stderr=said)
        try:
            _wait(f"http://127.0.0.1:{port}/__lbheartbeat__", server, folder / "said.txt")
            yield f"http://127.0.0.1:{port}/xAPI", folder / "kept" / "fs_lrs.jsonl"
        finally:
            server.terminate()
            server.wait()


def _wait(address: str, server: subprocess.Popen, said: Path) -> None:
    until = time.monotonic() + 120
    while time.monotonic() < until and server.poll() is None:
        try:
            urlopen(address).close()  # noqa: S310 - an address of this computer
        except URLError:
            time.sleep(0.2)
        else:
            return
    raise RuntimeError(f"Ralph does not answer:\n{said.read_text()[-3000:]}")
