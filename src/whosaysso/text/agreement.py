"""How far codings of a text agree: chance-corrected, with an interval, and never mixing machines with people.

The measure is Krippendorff's alpha; its interval is drawn over what was coded: claims, or sentences for spans.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from whosaysso.measures.krippendorff import alpha_between
from whosaysso.text import codebook
from whosaysso.text.case import Case
from whosaysso.text.rows import Row
from whosaysso.text.sentences import Sentence, words


@dataclass(frozen=True)
class Agreement:
    """One figure: what was coded, by how many coders, alpha (at most 1; 0 is chance), and its 95 % interval."""

    coded: str
    coders: int
    units: int
    alpha: float
    low: float
    high: float


def consistency(case: Case, kind: str = "machine") -> list[Agreement]:
    """The agreement among all coders of one kind, question by question.

    Returns nothing for a question that fewer than two coders of this kind have answered. ``kind`` is ``machine`` or
    ``person``: several runs of one instrument are one source in several coats, so the two are never put together.
    """
    rows = [row for row in case.layer("codings") if row["kind"] == kind] if "codings" in case.layers else []
    found: list[Agreement] = []
    for coded, said in (("attribution", "who says so"), ("checkable", "how far it can be checked")):
        table = _by_claim([r for r in rows if r["coded"] == coded])
        given_away = _quoted_in_the_codebook(case, coded)
        found += _measured(f"{said}, every claim", list(table.values()))
        found += _measured(
            f"{said}, claims that the codebook does not quote",
            [v for claim, v in table.items() if claim not in given_away],
        )
    spans = [r for r in rows if r["coded"] == "technique"]
    found += _measured(
        "a technique or none, word by word",
        _by_word(case, spans, lambda techniques: str(bool(techniques))),
        _sentences(case),
    )
    return found


def _by_claim(rows: list[Row]) -> dict[str, dict[str, str]]:
    table: dict[str, dict[str, str]] = {}
    for row in rows:
        table.setdefault(row["row"], {})[row["coder"]] = row["value"]
    return table


def _by_word(case: Case, rows: list[Row], value: Callable[[list[str]], str]) -> list[dict[str, str]]:
    coders = sorted({row["coder"] for row in rows})
    return [
        {coder: value([r["value"] for r in rows if r["coder"] == coder and r.touches(start, end)]) for coder in coders}
        for sentence in case.sentences
        for start, end in _places(sentence)
    ]


def _places(sentence: Sentence) -> list[tuple[int, int]]:
    return [(sentence.start + a, sentence.start + b) for a, b in words(sentence.text)]


def _sentences(case: Case) -> list[int]:
    """For every word, the number of its sentence: what a bootstrap draws together."""
    return [number for number, sentence in enumerate(case.sentences) for _ in words(sentence.text)]


def _measured(said: str, units: list[dict[str, str]], groups: list[int] | None = None) -> list[Agreement]:
    coders = {coder for unit in units for coder in unit}
    if len(coders) < 2:
        return []
    found = alpha_between([list(unit.values()) for unit in units], groups)
    return [Agreement(said, len(coders), len(units), *found)] if found else []


def _quoted_in_the_codebook(case: Case, column: str) -> set[str]:
    """The claims whose words the codebook gives as example or near miss: a coder is told their code there."""
    quoted = [
        q.strip(" …")
        for code in codebook.codes(case, "claims", column)
        for text in (code["example"], code["near_miss"])
        for q in re.findall("“([^”]+)”", text)
    ]
    return {
        claim["id"]
        for claim in case.layer("claims")
        for q in quoted
        if q and (q in claim["exact"] or claim["exact"] in q)
    }
