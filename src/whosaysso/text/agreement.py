"""How far codings of a text agree: chance-corrected, with an interval, and never mixing machines with people.

Krippendorff's alpha for nominal data: Krippendorff, K. (2018). Content Analysis, 4th ed., chapter 12. The interval is
a percentile bootstrap over what was coded (claims, or sentences for spans).
"""

import random
import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from statistics import quantiles

from whosaysso.text import codebook
from whosaysso.text.case import Case, Row
from whosaysso.text.sentences import Sentence, words

RESAMPLES = 1000


@dataclass(frozen=True)
class Agreement:
    """One figure: what was coded, by how many coders, alpha (at most 1; 0 is chance), and its 95 % interval."""

    coded: str
    coders: int
    units: int
    alpha: float
    low: float
    high: float


def alpha(units: Iterable[Iterable[str]]) -> float:
    """Krippendorff's alpha of nominal codings.

    Parameters
    ----------
    units
        For each thing that was coded, the values that its coders gave; a coder who gave none is left out.

    Returns
    -------
    float
        1 − observed / expected disagreement, at most 1; 1 where only one value was ever used.

    Raises
    ------
    ValueError
        When no unit has two values that could agree.
    """
    return _alpha([Counter(values) for values in units])


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
    counted = [Counter(unit.values()) for unit in units]
    members: dict[int, list[Counter[str]]] = {}
    for group, unit in zip(groups if groups is not None else range(len(units)), counted, strict=True):
        members.setdefault(group, []).append(unit)
    drawn, chance = [], random.Random(0)  # noqa: S311 - the same resamples in every build, and nothing secret
    for _ in range(RESAMPLES):
        sample = [unit for group in chance.choices(list(members), k=len(members)) for unit in members[group]]
        if len({value for unit in sample for value in unit}) > 1:
            drawn.append(_alpha(sample))
    cuts = quantiles(drawn, n=40, method="inclusive")
    return [Agreement(said, len(coders), len(units), _alpha(counted), cuts[0], cuts[-1])]


def _alpha(units: list[Counter[str]]) -> float:
    pairable = [(unit, unit.total()) for unit in units if unit.total() > 1]
    values: Counter[str] = Counter()
    disagreeing = 0.0
    for unit, given in pairable:
        values.update(unit)
        disagreeing += (given**2 - sum(n**2 for n in unit.values())) / (given - 1)
    total = values.total()
    if not total:
        raise ValueError("no unit was coded twice")
    expected = (total**2 - sum(n**2 for n in values.values())) / (total - 1)
    return 1 - disagreeing / expected if expected else 1.0


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
