"""A text of the case as a page shows it: verbatim, its sentences numbered and linkable, hard words explained."""

from whosaysso.case import Case, Row, Sentence, find_case
from whosaysso.markup import render


def article(slug: str) -> str:
    """The text in ``case/<slug>/`` as HTML."""
    case = find_case(slug)
    words = case.layer("words") if "words" in case.layers else []
    blocks = [{"id": block, "heading": block.startswith("H"),
               "sentences": [{"id": s.id, "pieces": pieces(s, words)} for s in sentences]}
              for block, sentences in case.blocks]
    return render("article", slug=slug, blocks=blocks, words=[row.cells for row in words])


def pieces(sentence: Sentence, rows: list[Row]) -> list[dict]:
    """The sentence cut at the rows that lie in it: ``{text, row}``, ``row`` empty for plain text."""
    cut, at = [], sentence.start
    for row in sorted((r for r in rows if sentence.start <= r.start and r.end <= sentence.end), key=lambda r: r.start):
        cut.append({"text": sentence.text[at - sentence.start: row.start - sentence.start], "row": None})
        cut.append({"text": row["exact"], "row": row.cells})
        at = row.end
    return [*cut, {"text": sentence.text[at - sentence.start:], "row": None}]


def provenance(case: Case) -> dict[str, int]:
    """What can be counted of a text: its paragraphs, sentences and words (runs between white space)."""
    sentences = [s for s in case.sentences if s.block.startswith("P")]
    return {"paragraphs": len({s.block for s in sentences}), "sentences": len(sentences), "words": len(case.text.split())}
