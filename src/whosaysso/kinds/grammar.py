"""What counts as a number and what as a word, stated once, because Python and JavaScript each have ideas of their own.

A *number* is a sign or none, digits (Latin, Arabic-Indic, Extended Arabic-Indic), with thousands parted by a comma,
an apostrophe, a space or the Arabic separator or not at all, in threes or, as in South Asia, in twos before the last
three; and decimals after a point or the Arabic decimal separator, of which either side may be empty. White space and
signs that cannot be seen are set aside. What two countries read in two ways is no number until it is said which:
``1.000`` and ``1,50``. A *word* is a run of letters and digits; only A to Z have capitals that are set aside.
``grammar.js`` is the twin of this module.
"""

import re

_DIGITS = {ord(digit): str(n % 10) for n, digit in enumerate("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")}
_UNSEEN = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
_SPACE = " \t\n\r\f\v\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_ENDS = re.compile(f"^[{_SPACE}]+|[{_SPACE}]+$")
_NUMBER = re.compile(
    r"([+-]?)(?:([0-9]{1,3}(?:([,'\u2019\u066c \u00a0\u2009\u202f])[0-9]{3}(?:\3[0-9]{3})*)"
    r"|[0-9]{1,2}(?:([,'\u2019\u066c \u00a0\u2009\u202f])[0-9]{2}(?:\4[0-9]{2})*\4[0-9]{3})|[0-9]{1,15})"
    r"(?:[.\u066b]([0-9]{0,15}))?|[.\u066b]([0-9]{1,15}))"
)
_TWO_WAYS = re.compile(r"([+-]?)(?:([1-9][0-9]{0,2})\.([0-9]{3})|([0-9]{1,15}),([0-9]{1,2}|[0-9]{4,15}))")
_WORD = re.compile("[A-Za-z0-9\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u1fff\u2c00-\u2fff\u3040-\ufffd\U00010000-\U0010ffff]+")
_QUOTED = re.compile('[“"][^“”"]*[”"]')
_CAPITALS = {n: n + 32 for n in range(ord("A"), ord("Z") + 1)}
LONGEST = 40
"""A text of more signs is no number."""


def number(text: object) -> float | None:
    """The number that ``text`` writes, or None.

    "٣٣" is 33, "1,000" is 1000 and "1,00,000" is 100000; "", "0x21", "27 to 39" and what two countries read in two
    ways are none.
    """
    plain = _plain(text)
    match = None if _TWO_WAYS.fullmatch(plain) else _NUMBER.fullmatch(plain)
    if match is None:
        return None
    sign, whole, threes, twos, decimals, only = match.groups()
    whole = (whole or "0").replace(threes or twos or ",", "")
    return float(f"{sign}{whole}.{decimals or only or 0}")


def two_readings(text: object) -> tuple[float, float] | None:
    """What two countries read where ``text`` is written: "1.000" is 1000 or 1, "1,50" is 150 or 1.5; else None."""
    match = _TWO_WAYS.fullmatch(_plain(text))
    if match is None:
        return None
    sign, whole, rest = (part for part in match.groups() if part is not None)
    return float(f"{sign}{whole}{rest}"), float(f"{sign}{whole}.{rest}")


def _plain(text: object) -> str:
    if not isinstance(text, str) or len(text) > LONGEST:
        return ""
    return _ENDS.sub("", _UNSEEN.sub("", text)).translate(_DIGITS).replace("\u2212", "-")


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
            found[at + n].startswith(word) if open_end else found[at + n] == word
            for n, (word, open_end) in enumerate(wanted)
        )
    ]


def near(found: list[str], groups: list[list[str]], within: int | None) -> bool:
    """Whether one phrase of every group is there, their first words at most ``within`` words apart (None: anywhere)."""
    each = [{at for phrase in group for at in places(found, phrase)} for group in groups]
    if within is None or not all(each):
        return all(each)
    inside: list[tuple[int, int]] = []  # the places of the last ``within`` words, the oldest first
    have, oldest = [0] * len(groups), 0
    for at, number in sorted((at, number) for number, group in enumerate(each) for at in group):
        inside.append((at, number))
        have[number] += 1
        while inside[oldest][0] < at - within:
            have[inside[oldest][1]] -= 1
            oldest += 1
        if all(have):
            return True
    return False
