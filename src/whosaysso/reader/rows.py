"""The marks of a reading as rows of a table, in the order of the text."""

from whosaysso.reader.marking import named_pieces
from whosaysso.reader.reading import Annotation, Attribution, Number, Reading

CARDS = (*Attribution.model_fields, *Number.model_fields)
COLUMNS = ("place", "start", "end", "label", "exact", "note", *CARDS, "created")
"""Of a mark: its sentence, its place in code points, its label, its words, the note, the answers of its card."""


def mark_rows(reading: Reading) -> list[dict[str, str]]:
    """One row a mark, with ``COLUMNS``; what is not there is empty."""
    pieces = named_pieces(reading)
    labels = {label.id: label.name for label in reading.labels}
    rows = []
    for mark in in_order(reading):
        start, end = mark.span
        place = next((name for name, piece in pieces if start < piece.end), "")
        rows.append(
            {
                "place": place,
                "start": str(start),
                "end": str(end),
                "label": labels[mark.label],
                "exact": reading.text.words[start:end],
                "note": mark.note,
                **dict.fromkeys(CARDS, ""),
                **card_answers(mark),
                "created": mark.created.isoformat(),
            }
        )
    return rows


def in_order(reading: Reading) -> list[Annotation]:
    """The marks in the order of the text."""
    return sorted(reading.annotations, key=lambda mark: (*mark.span, mark.label, mark.id))


def card_answers(mark: Annotation) -> dict[str, str]:
    """What the card of a mark says, by question."""
    card = mark.card
    filled = (card.attribution or card.number) if card else None
    return filled.model_dump() if filled else {}
