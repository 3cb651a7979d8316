"""A reading begun, and marks put into it: what the page does by hand, for notebooks, commands and tests."""

import secrets
import uuid
from collections.abc import Iterable
from datetime import UTC, datetime

from whosaysso.reader.cutting import cut, names
from whosaysso.reader.labels import BOOK_LABELS
from whosaysso.reader.language import guess
from whosaysso.reader.normal import hashed, normal
from whosaysso.reader.reading import (
    AROUND,
    Annotation,
    Attribution,
    Classifying,
    Commenting,
    Describing,
    Label,
    Number,
    Piece,
    Position,
    Provenance,
    Quote,
    Reading,
    Target,
    Text,
)


def begin(text: str, language: str = "", labels: Iterable[Label] = BOOK_LABELS, **provenance: str) -> Reading:
    """A reading without marks, of any text.

    Raises
    ------
    ValueError
        Where the text holds no words.
    """
    words = normal(text)
    if not words:
        raise ValueError("there are no words in this text")
    language = language or guess(words)
    return Reading(
        text=Text(words=words, sha256=hashed(words), language=language),
        provenance=Provenance(**provenance),
        cut=cut(words, language),
        labels=[*labels],
        readers=[secrets.token_hex(16)],
        saved=_now(),
    )


def marked(
    reading: Reading,
    start: int,
    end: int,
    label: str,
    note: str = "",
    card: Attribution | Number | None = None,
) -> Reading:
    """The reading with one mark more, from ``start`` up to ``end`` in code points of its text.

    Raises
    ------
    ValueError
        Where there are no such words, or no such label.
    """
    words = reading.text.words
    if not 0 <= start < end <= len(words):
        raise ValueError(f"the text has no words from {start} to {end}")
    if label not in {one.id for one in reading.labels}:
        raise ValueError(f"there is no label {label}: write one of {', '.join(one.id for one in reading.labels)}")
    body: list[Classifying | Commenting | Describing] = [
        Classifying(type="TextualBody", purpose="classifying", value=label)
    ]
    if note:
        body.append(Commenting(type="TextualBody", purpose="commenting", value=note))
    if card is not None:
        kind = "attribution" if isinstance(card, Attribution) else "number"
        body.append(Describing.model_validate({"type": "Dataset", "purpose": "describing", kind: card}))
    around = Quote(
        type="TextQuoteSelector",
        exact=words[start:end],
        prefix=words[max(0, start - AROUND) : start],
        suffix=words[end : end + AROUND],
    )
    mark = Annotation(
        id=f"urn:uuid:{uuid.uuid4()}",
        type="Annotation",
        motivation="classifying",
        created=_now(),
        body=body,
        target=Target(
            source=f"urn:sha256:{reading.text.sha256}",
            selector=(Position(type="TextPositionSelector", start=start, end=end), around),
        ),
    )
    return reading.model_copy(update={"annotations": [*reading.annotations, mark]})


def named_pieces(reading: Reading) -> list[tuple[str, Piece]]:
    """Every piece of the cut with its name: ``P3.4``."""
    return list(zip(names(reading.cut), reading.cut, strict=True))


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)
