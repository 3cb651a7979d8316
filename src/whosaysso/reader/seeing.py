"""What a reader's marks show of a text, sentence by sentence: counts, and never a score. The twin of seeing.js."""

from dataclasses import dataclass

from whosaysso.reader.marking import named_pieces
from whosaysso.reader.reading import Annotation, Reading
from whosaysso.reader.rows import in_order
from whosaysso.text.sentences import words

NAMED_SORTS = frozenset(("party", "witness", "record"))
"""Sorts of source that somebody could go and ask."""


@dataclass(frozen=True)
class Seen:
    """A sentence or heading: how many words it has, and what is marked in it."""

    id: str
    heading: bool
    words: int
    by: dict[str, list[str]]
    """The marked words by label."""
    speakers: list[str]
    sorts: list[str]


@dataclass(frozen=True)
class SeenNumber:
    """A number, and who owns it: by its card, or by who speaks in its sentence."""

    place: str
    words: str
    owner: str
    near: str


def sentences_seen(reading: Reading) -> list[Seen]:
    """Every piece of the cut in order, with the marks that touch it."""
    marks, text, found = in_order(reading), reading.text.words, []
    for name, piece in named_pieces(reading):
        inside = [mark for mark in marks if mark.span[0] < piece.end and piece.start < mark.span[1]]
        by: dict[str, list[str]] = {}
        for mark in inside:
            start, end = max(mark.span[0], piece.start), min(mark.span[1], piece.end)
            by.setdefault(mark.label, []).append(text[start:end].replace("\n", " "))
        voices = [mark for mark in inside if mark.label == "voice"]
        many = len(words(text[piece.start : piece.end]))
        speakers, sorts = [_speaker(reading, mark) for mark in voices], [_sort(mark) for mark in voices]
        found.append(Seen(name, piece.role == "heading", many, by, speakers, sorts))
    return found


def numbers_seen(reading: Reading) -> list[SeenNumber]:
    """Every marked number in order, with its owner."""
    marks, text, found = in_order(reading), reading.text.words, []
    for mark in marks:
        if mark.label != "number":
            continue
        start, end = mark.span
        name, piece = next((name, piece) for name, piece in named_pieces(reading) if start < piece.end)
        voices = [m for m in marks if m.label == "voice" and m.span[0] < piece.end and piece.start < m.span[1]]
        owner = mark.card.number.says if mark.card and mark.card.number else ""
        near = "; ".join(_speaker(reading, voice) for voice in voices)
        found.append(SeenNumber(name, text[start:end].replace("\n", " "), owner, near))
    return found


def finding(seen: list[Seen], numbers: list[SeenNumber]) -> str:
    """What it comes to, in words."""
    sentences = [one for one in seen if not one.heading]
    if not any(one.by for one in seen):
        return "Nothing is marked yet, so there is nothing to see."

    def having(label: str) -> int:
        return sum(label in one.by for one in sentences)

    voices, owned = having("voice"), sum(bool(one.owner or one.near) for one in numbers)
    counted = (
        f"Numbers marked: {len(numbers)}; with an owner, on their card or in their sentence: {owned}; "
        f"without: {len(numbers) - owned}."
    )
    return " ".join(
        (
            f"In {voices} of {len(sentences)} sentences you marked who speaks; "
            f"in {len(sentences) - voices} you marked nobody.",
            counted if numbers else "No number is marked.",
            f"Sentences with hedges: {having('hedge')}; with loaded words: {having('loaded')}; "
            f"with frames: {having('frame')}.",
        )
    )


def _speaker(reading: Reading, mark: Annotation) -> str:
    start, end = mark.span
    said = mark.card.attribution.speaker if mark.card and mark.card.attribution else ""
    return said or reading.text.words[start:end].replace("\n", " ")


def _sort(mark: Annotation) -> str:
    return mark.card.attribution.sort if mark.card and mark.card.attribution else ""
