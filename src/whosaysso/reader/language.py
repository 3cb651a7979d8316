"""Which language a text is in, as far as its letters and its commonest words tell: enough to cut and to show it."""

import re

_SCRIPTS = (
    ("ur", re.compile("[\u0679\u0688\u0691\u06ba\u06be\u06c1\u06d2]")),
    ("fa", re.compile("[\u067e\u0686\u0698\u06a9\u06af\u06cc]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("bn", re.compile("[\u0980-\u09ff]")),
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
)
"""Letters that tell a language among those written alike come first; each decides with one in twenty letters."""

_COMMON = {
    "en": "the of and to in that was is for on with by said",
    "de": "der die das und in den von zu ist mit nicht auf am im dem wir war es sich sie er",
    "fr": "le la les de des et en un une est que dans",
    "es": "el la los de del y en un una es que por",
    "tr": "ve bir bu da de için ile olarak daha çok",
}
_COMMON_SETS = {language: frozenset(common.split()) for language, common in _COMMON.items()}
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
"""Languages that are written from right to left."""


def guess(words: str) -> str:
    """A language tag such as ``ur``; ``en`` where nothing tells another."""
    looked = words[:20_000]
    letters = len(_LETTER.findall(looked))
    for language, sign in _SCRIPTS:
        if len(sign.findall(looked)) * 20 > letters:
            return language
    found = [word.lower() for word in _WORD.findall(looked)]
    counts = {language: sum(word in common for word in found) for language, common in _COMMON_SETS.items()}
    return max(counts, key=lambda language: counts[language])
