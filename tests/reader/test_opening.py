"""What a reader opens: of a page or a marked-up file, the words alone."""

import pytest

from whosaysso.authored.fault import Faulty
from whosaysso.reader.opening import LARGEST, open_text

PAGE = """<!doctype html><title>T</title><style>p{}</style><nav>Menu</nav><article><h1>Bridge &amp; road</h1>
<p>By <b>Senna</b>, at the river<p>Closed.<br>Nobody<!-- why --> may cross.<script>alert(1)</script>
<ul><li>One<li>Two</ul><table><tr><th>Day<th>Dead<tr><td>Monday<td>4</table><p hidden>x</p>
<p><a href="javascript:alert(1)">A link</a><img src=x onerror=alert(1)></article><footer>Foot</footer>"""
NOTES = """---
title: x
---
# Bridge *closed* #

> **Nobody** may [cross](https://bridge.example/ "x").

* One
* `Two`
"""


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("a.txt", "One.\r\n\r\n\r\nTwo.", "One.\n\nTwo."),
        ("a.txt", "<b>One</b>", "<b>One</b>"),
        (
            "a.HTML",
            PAGE,
            "Bridge & road\n\nBy Senna, at the river\n\nClosed.\nNobody may cross.\n\n• One\n\n• Two\n\n"
            "Day | Dead\n\nMonday | 4\n\nA link",
        ),
        ("a.md", NOTES, "Bridge closed\n\nNobody may cross.\n\n- One\n- Two"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_words_alone_are_kept(tmp_path, name, text, words, encoding):
    """A file gives its words, without script, style, tags, menu and marks, in either encoding."""
    path = tmp_path / name
    path.write_bytes(text.encode(encoding))
    assert open_text(path) == words


def test_old_encoding_is_read(tmp_path):
    """A text that is not in UTF-8 is read as what older programs write."""
    path = tmp_path / "a.txt"
    path.write_bytes("Müller said: “No.”".encode("cp1252"))
    assert open_text(path) == "Müller said: “No.”"


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.txt", b"", "no words"),
        ("a.html", b"<script>x</script>", "no words"),
        ("a.txt", b"%PDF-1.7", "not a text file"),
        ("a.txt", b"PK\3\4", "not a text file"),
        ("a.txt", b"a\0b", "not a text file"),
        ("a.txt", b"a" * (LARGEST + 1), "larger than 5 MB"),
        ("a.txt", b"a" * 1_000_001, "more than 1,000,000 letters"),
        ("a.html", b"<div>" * 900_000, "nested too deep"),
    ],
)
def test_what_cannot_be_read_is_refused(tmp_path, name, data, said):
    """What holds no text, or too much, is refused with a sentence."""
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(Faulty, match=said):
        open_text(path)
