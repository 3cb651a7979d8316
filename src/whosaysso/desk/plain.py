"""Words from a file or its name, made safe for a terminal and a table: nothing in them acts, and nothing is hidden."""

LONGEST = 120
"""Characters of a name that are shown."""

_JOINERS = "\u200c\u200d"  # names in Urdu and Persian need them


def plain(text: str, longest: int = LONGEST) -> str:
    r"""One line, without controls, escape sequences, marks that turn the direction, or halves of characters.

    What cannot be shown is written out, as ``\x1b``; a byte of a name that is not UTF-8 is written as that byte.
    """
    cut = text if len(text) <= longest else f"{text[: longest - 1]}…"
    return cut if cut.isprintable() else "".join(map(_shown, cut))


def _shown(sign: str) -> str:
    if "\udc80" <= sign <= "\udcff":  # how Python keeps a byte of a file's name that is not UTF-8
        return f"\\x{ord(sign) - 0xDC00:02x}"
    if sign.isprintable() or sign in _JOINERS:
        return sign
    return sign.encode("unicode_escape").decode()
