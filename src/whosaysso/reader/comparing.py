"""Readings of one text set beside each other, word by word and label by label: the twin of comparing.js.

The cuts may differ, since marks are ranges of the same text. Words of one line are no independent draws, so an
interval draws whole lines anew.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from whosaysso.measures.cohen import cohen
from whosaysso.measures.estimate import Estimate
from whosaysso.measures.krippendorff import alpha_between
from whosaysso.reader.labels import BOOK_LABELS
from whosaysso.reader.reading import Annotation, Label, Reading

_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"  # Thai to Chinese
)
_UNIT = re.compile(rf"[{_UNSPACED}]|[^\s—–{_UNSPACED}]+")
_BOOK = frozenset(label.id for label in BOOK_LABELS)
_WORDS = (
    (0.8, "nearly alike"),
    (0.667, "alike enough for first conclusions"),
    (0.4, "alike in part"),
    (0.1, "little more alike than by chance"),
)
"""Bounds of agreement: the upper two are Krippendorff’s, those below ours."""


@dataclass(frozen=True)
class Passage:
    """A run of words that readers have marked: where it stands, and who marked a word of it, counted from 0."""

    start: int
    end: int
    by: tuple[int, ...]


@dataclass(frozen=True)
class Compared:
    """How far readings agree on one label.

    ``kappa`` is for two readings and ``alpha`` for three or more; None where only one decision was ever made.
    """

    key: str
    name: str
    readers: int
    kappa: Estimate | None
    alpha: Estimate | None
    marked: tuple[int, ...]
    """How many words each reader marked."""
    shares: tuple[int, ...]
    """How many readers marked each word of the text."""
    passages: tuple[Passage, ...]

    @property
    def agreement(self) -> Estimate | None:
        """Kappa of two, alpha of more."""
        return self.kappa if self.readers == 2 else self.alpha


def compare(readings: Sequence[Reading]) -> list[Compared]:
    """How far readings agree on each label that any of them has marked.

    Raises
    ------
    ValueError
        For fewer than two readings, and for readings of different texts.
    """
    if len(readings) < 2:
        raise ValueError("it takes two readings to compare")
    if len({reading.text.sha256 for reading in readings}) > 1:
        raise ValueError("these are readings of different texts")
    places = word_places(readings[0].text.words)
    lines = _lines(readings[0].text.words)
    names = {key_of(label): label.name for reading in readings for label in reading.labels}
    found = []
    for key, name in names.items():
        decided = [decisions(reading, key, places) for reading in readings]
        if not any(map(any, decided)):
            continue
        units = [["1" if one[n] else "0" for one in decided] for n in range(len(places))]
        two = len(readings) == 2
        found.append(
            Compared(
                key,
                name,
                len(readings),
                cohen([(one, other) for one, other in units]) if two else None,
                None if two else alpha_between(units, lines),
                tuple(sum(one) for one in decided),
                tuple(sum(unit) for unit in zip(*decided, strict=True)),
                tuple(_passages(decided, places)),
            )
        )
    return found


def split_of(passage: Passage, readers: int) -> float:
    """How near a passage is to splitting its readers in half: 0 where all or none marked it, at most 1."""
    return 1 - abs(2 * len(passage.by) / readers - 1)


def in_words(value: float) -> str:
    """A figure of agreement in words."""
    return next((said for least, said in _WORDS if value >= least), "no more alike than by chance")


def key_of(label: Label) -> str:
    """A label of the book by its id, one of a reader's own by its name."""
    return label.id if label.id in _BOOK else f"own: {label.name.lower()}"


def word_places(text: str) -> list[tuple[int, int]]:
    """Where each word of a text starts and ends, in code points; where nothing parts words, each sign is one."""
    return [match.span() for match in _UNIT.finditer(text)]


def decisions(reading: Reading, key: str, places: Sequence[tuple[int, int]]) -> list[bool]:
    """Of each word, whether a mark under this label touches it."""
    ids = {label.id for label in reading.labels if key_of(label) == key}
    return touched((mark for mark in reading.annotations if mark.label in ids), places)


def touched(marks: Iterable[Annotation], places: Sequence[tuple[int, int]]) -> list[bool]:
    """Of each word, whether any of the marks touches it."""
    ends = [end for _, end in places]
    found = [False] * len(places)
    for mark in marks:
        start, end = mark.span
        n = bisect_right(ends, start)
        while n < len(places) and places[n][0] < end:
            found[n] = True
            n += 1
    return found


def _lines(text: str) -> list[int]:
    """The line in which each word stands."""
    return [n for n, line in enumerate(text.split("\n")) for _ in word_places(line)]


def _passages(decided: Sequence[Sequence[bool]], places: Sequence[tuple[int, int]]) -> list[Passage]:
    """Runs of words that anybody has marked; of a class at least a quarter, for else everything would hang together."""
    found: list[Passage] = []
    is_open, least = False, len(decided) / 4 if len(decided) > 2 else 1
    for n, (start, end) in enumerate(places):
        by = {reader for reader, one in enumerate(decided) if one[n]}
        if len(by) >= least and is_open:
            last = found[-1]
            found[-1] = Passage(last.start, end, tuple(sorted({*last.by, *by})))
        elif len(by) >= least:
            found.append(Passage(start, end, tuple(sorted(by))))
        is_open = len(by) >= least
    return found
