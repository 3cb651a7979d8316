"""A folder served as a host serves it: text gzipped, connections kept open, and everything that goes out counted."""

import functools
import gzip
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@functools.cache
def _squeezed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), 6)


class _Handler(http.server.SimpleHTTPRequestHandler):
    """``sent`` counts bytes of content; ``policy`` is a pair of texts,
    of which the second takes the place of the first.
    """

    protocol_version = "HTTP/1.1"
    sent = 0
    policy = None

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            self.send_error(404)
            return
        kind = "text/javascript" if path.suffix == ".mjs" else self.guess_type(str(path))
        text = kind.startswith("text/") or kind.endswith(("javascript", "json", "svg+xml", "wasm"))
        if self.policy and path.suffix == ".html":
            data = gzip.compress(path.read_bytes().replace(*self.policy), 6)
        else:
            data = _squeezed(path) if text else path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        if text:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        with suppress(ConnectionError):  # the browser has left
            self.wfile.write(data)
        type(self).sent += len(data)

    def log_message(self, *_) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path, policy: tuple[bytes, bytes] | None = None) -> Iterator[tuple[str, type]]:
    """The address of a folder, and the handler that counts."""
    handler = type("Handler", (_Handler,), {"policy": policy})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=str(folder)))
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", handler
    server.shutdown()
    server.server_close()
