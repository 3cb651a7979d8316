"""A class's readings of one text: how far they agree, where they split, and a page that shows it over the text."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from whosaysso.authored.fault import Faulty
from whosaysso.browser.styles import on_paper
from whosaysso.desk.plain import plain
from whosaysso.markup import render
from whosaysso.measures.estimate import Estimate
from whosaysso.reader.comparing import Compared, Passage, in_words, split_of, word_places
from whosaysso.reader.file import read_reading
from whosaysso.reader.language import RIGHT_TO_LEFT
from whosaysso.reader.marking import named_pieces
from whosaysso.reader.reading import Reading

SPLIT = 0.5
"""How near to half a class has to be for a passage to become a question: a quarter, to three quarters, and nearer."""

MOST = 12
"""So many passages of one label are asked about, those that split the class most."""

SHADES = 4
"""How many steps the shades over the text have."""


@dataclass(frozen=True)
class Refused:
    """A file that is not compared, and why, in a sentence."""

    path: str
    reason: str


@dataclass(frozen=True)
class Gathered:
    """The readings of the text that most files are of, by the name of the file, and what is not among them."""

    readings: dict[str, Reading]
    refused: list[Refused]

    @property
    def text(self) -> Reading:
        """The first reading, for the text that all share."""
        return next(iter(self.readings.values()))


class Question(NamedTuple):
    """A passage that splits the class, to talk about."""

    label: str
    place: str
    words: str
    by: int
    of: int

    def __str__(self) -> str:
        said = f"{self.by} of {self.of} marked “{self.words}” ({self.place}) as {self.label}."
        return f"{said} What speaks for it, and what against?"


def gather(folder: Path) -> Gathered:
    """Every reading in a folder and the folders in it; of one reader's files, the one that was saved last.

    Raises
    ------
    Faulty
        Never for a file in it: what is no reading, or one of another text, is told in ``refused``.
    """
    found: dict[str, Reading] = {}
    refused: list[Refused] = []
    for path in sorted(folder.rglob("*.json")):
        name = plain(path.relative_to(folder).as_posix())
        if path.name.startswith("."):
            continue
        try:
            found[name] = read_reading(path)
        except Faulty as faulty:
            refused.append(Refused(name, faulty.faults[0].wrong))
    counts = Counter(reading.text.sha256 for reading in found.values())
    commonest = [text for text, _ in counts.most_common(1)]
    same = {name: reading for name, reading in found.items() if reading.text.sha256 in commonest}
    refused += [Refused(name, "it is a reading of another text") for name in found if name not in same]
    latest = _latest(same)
    refused += [Refused(n, "the same reader saved another file later") for n in same if n not in latest]
    return Gathered(latest, refused)


def _latest(readings: dict[str, Reading]) -> dict[str, Reading]:
    """Of the readings that share a reader's id, the one that was saved last."""
    kept: dict[str, Reading] = {}
    for name, reading in sorted(readings.items(), key=lambda item: item[1].saved, reverse=True):
        if not any({*reading.readers} & {*other.readers} for other in kept.values()):
            kept[name] = reading
    return {name: kept[name] for name in readings if name in kept}


AGREEMENT = ("label", "readers", "measure", "agreement", "low", "high", "in_words", "words_marked", "words_in_text")
PASSAGES = ("label", "place", "words", "marked_by", "readers", "split")


def agreement_rows(compared: Sequence[Compared]) -> Iterator[list[object]]:
    """A row a label, with ``AGREEMENT``."""
    for one in compared:
        figure = one.agreement
        yield [
            one.name,
            one.readers,
            "Cohen’s kappa" if one.readers == 2 else "Krippendorff’s alpha",
            *(figure or (None, None, None)),
            in_words(figure.value) if figure else "nothing to compare",
            sum(share > 0 for share in one.shares),
            len(one.shares),
        ]


def passage_rows(gathered: Gathered, compared: Sequence[Compared]) -> Iterator[list[object]]:
    """A row a passage that anybody marked, with ``PASSAGES``."""
    for one in compared:
        for passage in one.passages:
            yield [
                one.name,
                _place(gathered.text, passage),
                _words(gathered.text, passage),
                len(passage.by),
                one.readers,
                split_of(passage, one.readers),
            ]


def questions(gathered: Gathered, compared: Sequence[Compared]) -> list[Question]:
    """The passages that split the class most, label by label."""
    found = []
    for one in compared:
        split = [p for p in one.passages if split_of(p, one.readers) >= SPLIT]
        for passage in sorted(split, key=lambda p: -split_of(p, one.readers))[:MOST]:
            where = _place(gathered.text, passage), _words(gathered.text, passage)
            found.append(Question(one.name, *where, len(passage.by), one.readers))
    return found


def page(gathered: Gathered, compared: Sequence[Compared], before: dict[str, Estimate]) -> str:
    """The page: figures, the text in shades, questions. ``before`` has the figures of an earlier round by label."""
    reading = gathered.text
    language = reading.text.language or "en"
    return render(
        "desk/readings",
        style=on_paper(),
        title=reading.provenance.title,
        language=language,
        direction="rtl" if language.partition("-")[0] in RIGHT_TO_LEFT else "ltr",
        readers=len(gathered.readings),
        labels=[
            {
                "name": one.name,
                "figure": one.agreement,
                "said": in_words(one.agreement.value) if one.agreement else "nothing to compare",
                "before": before.get(one.key),
                "blocks": list(_shaded(reading, one)),
            }
            for one in compared
        ],
        questions=questions(gathered, compared),
        refused=gathered.refused,
    )


def _shaded(reading: Reading, one: Compared) -> Iterator[dict[str, object]]:
    """Each piece of the text with its name, cut where the number of readers changes."""
    places = word_places(reading.text.words)
    for name, piece in named_pieces(reading):
        runs: list[tuple[str, int]] = []
        at = piece.start
        for (_, end), share in zip(places, one.shares, strict=True):
            if not piece.start < end <= piece.end:
                continue
            before = runs.pop()[0] if runs and runs[-1][1] == share else ""
            runs.append((before + reading.text.words[at:end], share))
            at = end
        runs.append((reading.text.words[at : piece.end], 0))  # a dash at the end belongs to no word
        shades = [{"text": text, "share": n, "shade": _shade(n, one.readers)} for text, n in runs]
        yield {"name": name, "heading": piece.role == "heading", "runs": shades}


def _shade(share: int, readers: int) -> int:
    return -(-SHADES * share // readers)


def _place(reading: Reading, passage: Passage) -> str:
    return next(name for name, piece in named_pieces(reading) if passage.start < piece.end)


def _words(reading: Reading, passage: Passage) -> str:
    return reading.text.words[passage.start : passage.end].replace("\n", " ")
