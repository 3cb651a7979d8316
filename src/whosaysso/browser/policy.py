"""The Content-Security-Policy of a page."""

from base64 import b64encode
from hashlib import sha256


def policy(modules: list[str]) -> str:
    """A page may use its own files and the modules that stand in it, and connects to nowhere.

    Styles may stand in the page, since figures carry theirs.
    """
    hashes = "".join(f" 'sha256-{b64encode(sha256(module.encode()).digest()).decode()}'" for module in modules)
    return (
        f"default-src 'none'; script-src 'self'{hashes}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        "connect-src 'none'; form-action 'self'; base-uri 'none'"
    )
