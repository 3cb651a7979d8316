"""What counts as a number and what as a word, stated once, because Python and JavaScript each have ideas of their own.

A *number* is a sign or none, digits (Latin, Arabic-Indic, Extended Arabic-Indic), with thousands parted by a comma,
an apostrophe, a space or the Arabic separator or not at all, and decimals after a point or the Arabic decimal
separator. A *word* is a run of letters and digits; only A to Z have capitals that are set aside.
``grammar.js`` is the twin of this module.
"""

import re

_DIGITS = {ord(digit): str(n % 10) for n, digit in enumerate("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")}
_NUMBER = re.compile(
    r"([+-]?)([0-9]{1,3}(?:([,' \u00a0\u202f\u066c\u2019])[0-9]{3}(?:\3[0-9]{3})*)|[0-9]{1,15})([.\u066b][0-9]{1,15})?"
)
_WORD = re.compile("[A-Za-z0-9\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u1fff\u2c00-\u2fff\u3040-\ufffd\U00010000-\U0010ffff]+")
_QUOTED = re.compile('[“"][^“”"]*[”"]')
_CAPITALS = {n: n + 32 for n in range(ord("A"), ord("Z") + 1)}


def number(text: object) -> float | None:
    """The number that ``text`` writes, or None: "٣٣" is 33 and "1,000" is 1000; "", "0x21" and "27 to 39" are none."""
    if not isinstance(text, str) or len(text) > 40:
        return None
    match = _NUMBER.fullmatch(text.strip(" ").translate(_DIGITS).replace("\u2212", "-"))
    if match is None:
        return None
    sign, whole, separator, decimals = match.groups()
    whole = whole.replace(separator, "") if separator else whole
    return float(f"{sign}{whole}.{decimals[1:]}" if decimals else f"{sign}{whole}")


def words(text: object) -> list[str]:
    """The words of ``text`` in order, A to Z in small letters."""
    return [word.translate(_CAPITALS) for word in _WORD.findall(text)] if isinstance(text, str) else []


def unquoted(text: str) -> str:
    """The text without what stands between double quotation marks, which is somebody else’s."""
    return _QUOTED.sub(" ", text)


def places(found: list[str], phrase: str) -> list[int]:
    """Where ``phrase`` begins among the words; a word of it that ends in * stands for all that begin so."""
    wanted = [(word.translate(_CAPITALS).removesuffix("*"), word.endswith("*")) for word in phrase.split(" ")]
    return [
        at
        for at in range(len(found) - len(wanted) + 1)
        if all(
            word.startswith(w) if open_end else word == w
            for word, (w, open_end) in zip(found[at:], wanted, strict=False)
        )
    ]


def near(found: list[str], groups: list[list[str]], within: int | None) -> bool:
    """Whether one phrase of every group is there, their first words at most ``within`` words apart (None: anywhere)."""
    each = [sorted({at for phrase in group for at in places(found, phrase)}) for group in groups]
    if not all(each):
        return False
    if within is None:
        return True
    # The groups lie together when some window that starts at one of their places holds one place of each.
    return any(
        all(any(start <= at <= start + within for at in group) for group in each)
        for start in {at for group in each for at in group}
    )
