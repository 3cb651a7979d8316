"""A text of the case as a page and a widget show it: verbatim, sentences numbered, layers to switch on.

The text is cut at every place where a row of a layer begins or ends; each piece carries the names of the layers it
lies in. The style sheet draws a layer only while its switch is on, so all of it works without JavaScript.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from whosaysso.markup import render
from whosaysso.text.case import MAIN, Case, find_case
from whosaysso.text.rows import Row
from whosaysso.text.sentences import Sentence

LAYERS = {
    "voice": ("attributions", "Who speaks"),
    "hedge": ("hedges", "Hedges"),
    "number": ("numbers", "Numbers"),
    "loaded": ("language", "Loaded words"),
    "frame": ("frames", "Frames"),
    "claim": ("claims", "Claims, and what is known"),
}
"""The switches of the reader: a short name, the layer behind it, and its title."""


_CLOSING = re.compile(r"[,.;:!?”’)\]]*")
"""What stands right behind a word and may not begin a line."""


@dataclass(frozen=True)
class Note:
    """A row of a layer as the reader shows it: a number in its layer, its words, and what there is to say."""

    layer: str
    number: int
    row: Row
    says: list[tuple[str, str]]
    sources: list[dict[str, str]]

    @property
    def id(self) -> str:
        """The target that its words link to."""
        return f"note-{self.row['id']}"


def article(slug: str, layered: bool = True) -> str:
    """The text in ``case/<slug>/`` as HTML, with every layer that the case has, or without them.

    Several texts may stand on one page: places of any but the main case carry its slug, ``wire-report-P1.1``.
    """
    case = find_case(slug)
    words = case.layer("words") if "words" in case.layers else []
    noted = notes(case) if layered else []
    blocks = [
        {
            "id": block,
            "heading": block.startswith("H"),
            "sentences": [{"id": s.id, "pieces": pieces(s, words, noted)} for s in sentences],
        }
        for block, sentences in case.blocks
    ]
    layers = {name: title for name, (layer, title) in LAYERS.items() if layered and layer in case.layers}
    return render(
        "text/article",
        slug=slug,
        called=case.name,
        prefix="" if slug == MAIN else f"{slug}-",
        blocks=blocks,
        words=[row.cells for row in words],
        layers=layers,
        notes=noted,
    )


def _closing(text: str) -> int:
    """How many closing marks the text begins with."""
    match = _CLOSING.match(text)
    return match.end() if match else 0


def notes(case: Case) -> list[Note]:
    """Every row of every layer that the reader shows, in the order of the text within its layer."""
    sources = {row["id"]: row.cells for row in case.layer("sources")} if "sources" in case.layers else {}
    found = []
    for name, (layer, _) in LAYERS.items():
        rows = sorted(case.layer(layer), key=lambda r: r.span) if layer in case.layers else []
        for number, row in enumerate(rows, 1):
            given = [sources[s] for s in row.cells.get("sources", "").split() if s in sources]
            found.append(Note(name, number, row, SAYS[name](row.cells), given))
    return found


def pieces(sentence: Sentence, words: list[Row], noted: list[Note]) -> list[dict[str, object]]:
    """The sentence cut at every boundary: ``{text, layers, word, first, last, closes, ends}`` each.

    ``layers`` are the layers the piece lies in; ``word`` is the hard word it is of, ``first`` and ``last`` its ends;
    ``closes`` ends the word with the comma or full stop that stays on its line; ``ends`` are the notes whose words
    end with the piece.
    """
    inside = [n for n in noted if n.row.within(sentence.start, sentence.end)]
    hard = [w for w in words if w.within(sentence.start, sentence.end)]
    kept = {w.span[1] + _closing(sentence.text[w.span[1] - sentence.start :]) for w in hard}
    cuts = sorted(
        {
            sentence.start,
            sentence.end,
            *kept,
            *(at for r in (*(n.row for n in inside), *hard) for at in r.span),
        }
    )
    cut: list[dict[str, object]] = []
    for start, end in pairwise(cuts):
        word = next((w for w in hard if w.touches(start, end)), None)
        cut.append(
            {
                "text": sentence.text[start - sentence.start : end - sentence.start],
                "layers": [
                    name for name in LAYERS if any(n.layer == name and n.row.touches(start, end) for n in inside)
                ],
                "word": word.cells if word else None,
                "first": word is not None and word.span[0] == start,
                "last": word is not None and word.span[1] == end,
                "closes": end in kept,
                "ends": [n for n in inside if n.row.span[1] == end],
            }
        )
    return cut


def _plain(value: str) -> str:
    return value.replace("_", " ").replace("-", " ")


def _said(*pairs: tuple[str, str]) -> list[tuple[str, str]]:
    return [(label, text) for label, text in pairs if text]


SAYS = {
    "voice": lambda r: _said(
        ("Who says so", r["says"]), ("Kind", _plain(r["kind"])), ("Covers", r["covers"]), ("Note", r["note"])
    ),
    "hedge": lambda r: _said(("Kind", _plain(r["kind"])), ("Covers", r["covers"]), ("Note", r["note"])),
    "number": lambda r: _said(
        ("Counts", r["counts"]),
        ("Whose number", r["whose"]),
        ("Hedge", r["hedge"]),
        ("In the text", r["in_text"]),
        ("Outside it", r["outside"]),
    ),
    "loaded": lambda r: _said(
        ("Technique", _plain(r["technique_2020"])),
        ("Does", _plain(r["function"])),
        ("Note", r["note"]),
        ("Contested", "Codings of this text put it differently." if r["contested"] == "yes" else ""),
    ),
    "frame": lambda r: _said(("Function", _plain(r["function"])), ("Note", r["note"])),
    "claim": lambda r: _said(
        ("Claim", r["claim"]),
        ("Who says so", r["says"]),
        ("Status", f"{_plain(r['status'])}, {_plain(r['strength'])}"),
        ("What is known", r["evidence"]),
        ("Would settle it", r["settles"]),
    ),
}
"""What a note tells, by layer: label and text, from the cells of its row."""
