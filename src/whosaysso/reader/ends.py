"""Where the sentences of a paragraph end, in any script.

``sentencex`` knows the marks and the short forms of some 300 languages. It keeps what stands in quotation marks or
brackets whole, and in news that may be half the text; so it is shown the paragraph without them. What it cuts too
often is joined by rules of ours, which the browser's twin shares.
"""

import re
import sys
from collections.abc import Iterator
from unicodedata import category

if sys.platform == "emscripten":  # Python in a browser, for which sentencex has no wheel
    from whosaysso.reader.segmenter import segment
else:
    from sentencex import segment

MARKS = ".?!…\u061f\u06d4\u0964\u3002\uff01\uff1f"
"""Marks that end a sentence: of Latin letters, of Arabic and Urdu, of Hindi, of Chinese and Japanese."""
CLOSERS = "”’»›\"')\\]」』）"

_LOOKED = 120
"""How many code points before and behind a place are looked at."""
_SEEN = re.compile(r"[^\W_]")
_NOT_SPACE = re.compile(r"\S")

ITEM = re.compile(r"([-–—•◦▪‣*·]|\(?([0-9٠-٩۰-۹०-९]{1,3}|[a-z])[.)])\s+(?=\S)")
"""What stands in front of an item of a list."""

_WRAPPED = re.compile(r"(?<!\w)['‘’]|['’](?!\w)|[“”„‚«»‹›\"()\[\]「」『』（）《》]")
_LAST_MARK = re.compile(rf"(?P<mark>[{MARKS}]+)[{CLOSERS}“‘«]*$")
# Signs that open in one language and close in another close where a space follows.
# What numbers a footnote stands with its sentence.
_CLOSING = re.compile(rf"[{CLOSERS}]*([“‘«]+(?=\s|$))?(\s[»”](?=\s|$))?(\[([0-9]{{1,3}}|[a-z])\])*")
_OPENERS = frozenset("“‘«‹»„‚\"'([「『（《¿¡•◦▪‣ \n")
_JOINED = frozenset({"Mn", "Cf"})  # what an emoji is put together with
_CREDIT = re.compile(r"\s*[(\[][^()\[\].?!…]*[)\]]")
# Where a sentence may end whatever sentencex says, which keeps items of lists and what follows “No.” whole: behind an
# initial, behind three dots, behind any mark, where the space behind it was lost, and before the dot of an item.
_MARKED = re.compile(
    rf"((?<![^\W\d_])[^\W\d_]\.|…|\.\.\.)[{CLOSERS}]*\s+(?=\S)|[{MARKS}]+\s+"
    r"|[\u06d4\u0964\u3002\uff01\uff1f]+|[.?!]+(?=[^\W\d_])|\s(?=[•◦▪‣])"
)
_LOST_SPACE = re.compile(r"(([^\W\d_]{2})|\d\d|[)\]])[.?!…]+$")
_INITIAL = re.compile(r"(?<![^\W\d_])[^\W\d_]\.$")
_ENDED = re.compile(rf"[{MARKS}][{CLOSERS}]*\s+$")
_SHORT = re.compile(
    r"(?<![^\W\d_])(Mr|Mrs|Ms|Mx|Dr|Prof|Gen|Lt|Col|Maj|Capt|Cpl|Sgt|Pvt|Brig|Adm|Cmdr|Insp|Supt|Det|Sen|Rep|Gov|Pres|Hon"
    r"|Rev|St|Mt|Ft|Fr|vs|cf|ca|et al|approx|e\.g|i\.e|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
    r"|Hr|Hrn|Dipl|Ing|bzw|vgl|evtl|ggf|sog|Str|Mio|Mrd|z\. ?B|d\. ?h|u\. ?a|o\. ?ä"
    r"|डॉ|प्रो|श्री|सुश्री|पं|कु|ڈاکٹر|پروفیسر)\.$"
)
_NUMBERED = re.compile(r"(?<![^\W\d_])(Nos?|Figs?|Art|Sec|Ch|Vol|pp?|Nr|Abs|S|Bd)\.$", re.IGNORECASE)
_DAY = re.compile(r"(?<![^\W_])[0-9]{1,2}\.$")
_MONTH = re.compile(
    r"(Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jahrhundert"
    r"|January|February|March|May|June|July|October|December)(?![^\W\d_])"
)
_BEGINS = re.compile(r"(The|A|An|In|On|At|He|She|It|They|We|But|And|This|That|There|Then|Its|Their|His|Her)(?![\w.])")
"""Behind an initial, as in “the U.S. The army”, such a word begins a sentence."""


def sentences(paragraph: str, language: str) -> Iterator[tuple[int, int]]:
    """Where each sentence of a paragraph starts and ends, in code points, without the spaces between."""
    marker = ITEM.match(paragraph)
    start, whole = 0, len(paragraph.rstrip())
    for end, begin in _places(paragraph, language):
        before, after = paragraph[max(start, end - _LOOKED) : end], paragraph[begin : begin + _LOOKED]
        if end > (marker.end() if marker else 0) and _ends(before, after):
            yield start, end
            start = begin
    if start < whole:
        yield start, whole


def _places(paragraph: str, language: str) -> Iterator[tuple[int, int]]:
    """Where a sentence may end, and where the next one would begin."""
    bare = _WRAPPED.sub(" ", paragraph).replace("\n", " ")
    places, at = {match.end() for match in _MARKED.finditer(bare)}, 0
    for piece in segment(language, bare):
        at += len(piece)
        places.add(at)
    for place in sorted(places):
        end = place
        while end and bare[end - 1] == " ":
            end -= 1
        closing = _CLOSING.match(paragraph, end)
        end = closing.end() if closing else end
        next_word = _NOT_SPACE.search(paragraph, end)
        if next_word and (
            next_word.start() > end or not _runs_on(paragraph[max(0, end - _LOOKED) : end], paragraph[end : end + 2])
        ):
            yield end, next_word.start()


def _runs_on(before: str, after: str) -> bool:
    """Whether a mark stands within a name, as in “Node.js”; not where only a space was lost: “they said.The army”."""
    if not before.endswith((".", "?", "!", "…")) or not after[:1].isalnum():
        return False
    if category(after[0]) == "Lo" and not before.endswith((".", "…")):
        return False  # Chinese with the marks of Latin letters
    lost = _LOST_SPACE.search(before)
    begins = after[0].isupper() and (after[1:2].islower() or after[1:2] in (" ", "’", "'"))
    return not (begins and lost and (not lost[2] or lost[2].islower()))


def _ends(before: str, after: str) -> bool:
    """Whether a sentence ends between the two: what comes can begin one, and the mark is not that of a short form."""
    last = _LAST_MARK.search(before)
    begins = _bare(after)
    if not begins[:1].isalnum() or begins[:1].islower() or _CREDIT.match(after) or not _SEEN.search(before):
        return False
    if not last:
        return True  # a mark of another script, which sentencex knows
    mark, stem = last["mark"], before[: last.end("mark")]
    if mark[0] == "…" or mark.startswith("..."):
        return not before[: last.start()].endswith(" ") or bool(_ENDED.search(before[: last.start()]))
    return mark != "." or not _is_short_form(stem, begins, closed=stem != before)


def _is_short_form(stem: str, begins: str, closed: bool) -> bool:
    """Whether a point is that of a short form, an initial or a day, and what comes does not begin a sentence."""
    return bool(
        _SHORT.search(stem)
        or (begins[:1].isdigit() and _NUMBERED.search(stem))
        or (_DAY.search(stem) and _MONTH.match(begins))
        or (_is_initial(stem) and not closed and not _BEGINS.match(begins))
    )


def _is_initial(stem: str) -> bool:
    """Whether a letter stands alone; one behind the vowel sign of Hindi or Arabic is the last of its word."""
    found = _INITIAL.search(stem)
    return bool(found and not (found.start() and category(stem[found.start() - 1]).startswith("M")))


def _bare(after: str) -> str:
    """What comes, without quotation marks, brackets, emoji and signs of money in front."""
    at = 0
    while at < len(after) and (
        after[at] in _OPENERS or category(after[at])[0] == "S" or category(after[at]) in _JOINED
    ):
        at += 1
    return after[at:]
