"""What is marked in a text, as an exercise of the kind ``mark``: the marks become its key.

What nobody has said yet of a mark is filled with what a machine can say truly: that the key has these words under
this label.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from whosaysso.reader.coding import quotation_of
from whosaysso.reader.reading import Label, Reading
from whosaysso.text.sentences import Sentence, sentences, words

MOST_WORDS = 250
"""Words of the passage of one exercise."""

FIGURES = Label(id="number", name="Numbers in figures", rule="Every number that is written in figures.")
_FIGURE = re.compile(r"\d")
_EDGES = re.compile(r"^[^\w]+|[^\w%]+$")
_NUMERAL = re.compile(r"\w*\d[\w.,:/%]*\w|\d")

Span = tuple[int, int, str, str]
"""The first and the last word, the label, and what is said of it."""


def exercise_of(name: str, text: str, reading: Reading, reads: str) -> tuple[dict[str, object] | None, list[str]]:
    """The exercise as an author writes it, and what is still to be said in it; none where no passage would be fair.

    Parameters
    ----------
    text
        The text as the case has it: the same words, with other spaces between them.
    """
    by_hand = bool(reading.annotations)
    labels = {label.id: label for label in (reading.labels if by_hand else [FIGURES])}
    passage = _passage(text, list(_apart(_marked(reading) if by_hand else _figures(text))))
    return _exercise(name, passage, labels, reads) if passage else (None, [])


def _marked(reading: Reading) -> Iterator[Span]:
    """The marks by the numbers of their words: both texts have the same words, and differ in the spaces between."""
    places = words(reading.text.words)
    for mark in sorted(reading.annotations, key=lambda mark: mark.span):
        touched = [n for n, (a, b) in enumerate(places) if a < mark.span[1] and mark.span[0] < b]
        if touched:
            yield touched[0], touched[-1], mark.label, " ".join(mark.note.split())


def _figures(text: str) -> Iterator[Span]:
    for n, (start, end) in enumerate(words(text)):
        if _FIGURE.search(text[start:end]):
            yield n, n, FIGURES.id, ""


def _apart(spans: Iterable[Span]) -> Iterator[Span]:
    """A word has one label in an answer, so of two marks on one word the first stays."""
    reached = -1
    for span in spans:
        if span[0] > reached:
            reached = span[1]
            yield span


@dataclass(frozen=True)
class _Passage:
    """Sentences of the text, their words joined as an exercise has them, and the marks in word numbers of these."""

    sentences: list[Sentence]
    spans: list[Span]

    @property
    def joined(self) -> str:
        return " ".join(sentence.text for sentence in self.sentences)

    @property
    def place(self) -> str:
        first, last = self.sentences[0].id, self.sentences[-1].id
        return first if first == last else f"{first if '.' in first else first + '.1'}-{last}"

    @property
    def fair(self) -> bool:
        """Whether there is something to mark, not too much, and a sentence with nothing."""
        taken = {n for a, b, *_ in self.spans for n in range(a, b + 1)}
        first, clean = 0, False
        for sentence in self.sentences:
            many = len(words(sentence.text))
            clean = clean or taken.isdisjoint(range(first, first + many))
            first += many
        return bool(taken) and clean and len(taken) <= 2 / 3 * first


def _passage(text: str, spans: list[Span]) -> _Passage | None:
    """The stretch of whole paragraphs with the most marks that is fair to ask; None where there is none."""
    found = [s for s in sentences(text) if not s.id.startswith("H")]
    counts = [len(words(text[: s.start])) for s in found]
    best: _Passage | None = None
    starts = [n for n, s in enumerate(found) if n == 0 or s.block != found[n - 1].block]
    for a in starts:
        for b in [*(n for n in starts if n > a), len(found)]:
            inside = found[a:b]
            low, high = counts[a], counts[b - 1] + len(words(inside[-1].text))
            if high - low > MOST_WORDS or any(x.id.startswith("H") for x in _between(text, inside)):
                break
            here = [(x - low, y - low, label, said) for x, y, label, said in spans if low <= x and y < high]
            passage = _Passage(inside, here)
            if passage.fair and (best is None or len(here) > len(best.spans)):
                best = passage
    return best


def _between(text: str, inside: list[Sentence]) -> list[Sentence]:
    """Everything that stands from the first of these sentences to the last, headings too."""
    return [s for s in sentences(text) if inside[0].start <= s.start <= inside[-1].start]


def _exercise(
    name: str, passage: _Passage, labels: Mapping[str, Label], reads: str
) -> tuple[dict[str, object], list[str]]:
    """The exercise as an author writes it, and what is still to be said in it."""
    text, spots = passage.joined, words(passage.joined)
    used = [label for label in labels.values() if any(span[2] == label.id for span in passage.spans)]
    marks, unsaid = [], []
    for first, last, label, said in passage.spans:
        start = spots[first][0]
        bare = _EDGES.sub("", text[start : spots[last][1]]) or text[start : spots[last][1]]
        start = text.index(bare, start)
        anchored = {w: stands for w, stands in quotation_of(text, start, start + len(bare)).items() if stands}
        key = f"The key has “{bare}” as “{labels[label].name}”."
        told = {"found": said or key, "missed": f"{key} {said}".strip()}
        marks.append({"label": label, **anchored, **_head(bare, label), **told})
        if not said:
            unsaid.append(f"why “{bare}” is marked as “{labels[label].name}”: found and missed")
    rules = "\n\n".join(f"{label.name}: {label.rule}" for label in used if label.rule)
    item: dict[str, object] = {
        "id": f"{name}-marks",
        "kind": "mark",
        "title": "Mark the text",
        "prompt": f"Mark every place that a label fits.\n\n{rules}".strip(),
        "reads": reads,
        "minutes": 4,
        "passage": passage.place,
        "labels": [{"id": label.id, "label": label.name} for label in used],
        "marks": marks,
        "otherwise": "The key has these words under no label.",
    }
    return item, [*unsaid, f"what the text is, in reads: it says {reads} now; the other is opposite or sound"]


def _head(exact: str, label: str) -> dict[str, str]:
    """Which words count: of a number its figures, and else all of them, until somebody says it more closely."""
    if len(words(exact)) == 1:
        return {}
    figures = _NUMERAL.search(exact) if label == "number" else None
    head = figures.group() if figures and exact.count(figures.group()) == 1 else exact
    return {"head": head}
