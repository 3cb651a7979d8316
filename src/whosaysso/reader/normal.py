r"""A text as it is hashed and marked, whoever copied it from where: the same words are the same code points.

In this order: every line end is ``\n``; signs that are not seen are gone; NFC; every space is a plain one and never
two together, nor at the end or beginning of a line; at most one empty line together, none at the ends of the text.
The joiners U+200C and U+200D stay, since words of Urdu, Persian and Hindi are written with them.
"""

import re
import unicodedata
from hashlib import sha256

_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
# Controls but for tab and \n, soft hyphens, marks of direction and of order, spaces without width, and what is no sign.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f"
    "\ufeff\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff]"
)
_HALF = re.compile("[\ud800-\udfff]")
_SPACES = re.compile("[ \t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_EDGES = re.compile("^ | $", re.MULTILINE)
_EMPTY_LINES = re.compile("\n{3,}")


def normal(text: str) -> str:
    """The text in the form that alone is hashed; a text in that form stays as it is."""
    text = _LINE_END.sub("\n", text)
    text = _HALF.sub("\ufffd", _UNSEEN.sub("", text))
    text = _SPACES.sub(" ", unicodedata.normalize("NFC", text))
    return _EMPTY_LINES.sub("\n\n", _EDGES.sub("", text)).strip("\n")


def hashed(text: str) -> str:
    """SHA-256 of the text in UTF-8, in hexadecimal digits."""
    return sha256(text.encode("utf-8")).hexdigest()
