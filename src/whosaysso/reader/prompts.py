"""Words that may prompt a reader who asks, each with the rule it comes from; nothing is ever graded by them.

The lists stand in ``prompts.json``, which the browser reads too. How often a prompt is right, and how much the lists
miss, is measured on every text of the book that has the layer, and stands beside the button.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from whosaysso.authored.folders import PACKAGE
from whosaysso.measures.estimate import Estimate
from whosaysso.measures.wilson import wilson
from whosaysso.text.case import find_cases

LAYERS = {"voice": "attributions", "hedge": "hedges", "number": "numbers", "loaded": "language"}
"""The layer of the book’s texts by which each list is measured."""

_FIGURE = r"\w*\d(?:[\w.,:/-]*\w)?%?"


@dataclass(frozen=True)
class Prompt:
    """Words to look at: where they stand in code points, for which label, and by which rule."""

    start: int
    end: int
    label: str
    why: str


@dataclass(frozen=True)
class Measured:
    """How a list does on the book’s own texts: of its prompts so many were right, of the coded rows so many found."""

    label: str
    texts: int
    prompts: int
    right: int
    coded: int
    found: int

    @property
    def precision(self) -> Estimate | None:
        """The share of prompts that touch words which were coded, with its interval."""
        return wilson(self.right, self.prompts)

    @property
    def recall(self) -> Estimate | None:
        """The share of coded rows that a prompt touches, with its interval."""
        return wilson(self.found, self.coded)

    def __str__(self) -> str:
        return (
            f"On the book’s own {self.texts} coded texts, {self.right} of {self.prompts} such prompts were right, "
            f"and {self.found} of {self.coded} places were found."
        )


def lists() -> list[dict[str, Any]]:
    """The lists as they stand in the file: ``{label, title, rules: [{id, why, words, digits}]}`` each."""
    found: list[dict[str, Any]] = _file()["lists"]
    return found


def prompts(words: str, label: str) -> list[Prompt]:
    """Every place of a text at which the list for this label prompts, in order, each place once."""
    found: list[Prompt] = []
    for start, end, why in sorted(_matches(words, label), key=lambda m: (m[0], -m[1])):
        if not found or start >= found[-1].end:
            found.append(Prompt(start, end, label, why))
    return found


def measured() -> list[Measured]:
    """Each list on every text of the book that has its layer."""
    result = []
    for label, layer in LAYERS.items():
        counts = [0, 0, 0, 0, 0]
        for case in find_cases():
            if layer not in case.layers:
                continue
            spans = [row.span for row in case.layer(layer)]
            places = [(p.start, p.end) for p in prompts(case.text, label)]
            right = sum(any(a < end and start < b for a, b in spans) for start, end in places)
            reached = sum(any(a < end and start < b for start, end in places) for a, b in spans)
            counts = [n + more for n, more in zip(counts, (1, len(places), right, len(spans), reached), strict=True)]
        result.append(Measured(label, *counts))
    return result


def _matches(words: str, label: str) -> Iterator[tuple[int, int, str]]:
    for why, pattern in _patterns(label):
        for match in pattern.finditer(words):
            yield match.start(), match.end(), why


@cache
def _patterns(label: str) -> list[tuple[str, re.Pattern[str]]]:
    found = []
    for rule in next((one["rules"] for one in lists() if one["label"] == label), []):
        wanted = [re.escape(word).replace(r"\ ", r"\s+") for word in sorted(rule["words"], key=len, reverse=True)]
        parts = [rf"(?<!\w)(?:{'|'.join(wanted)})(?!\w)"] * bool(wanted) + [_FIGURE] * bool(rule.get("digits"))
        found.append((rule["why"], re.compile("|".join(parts), re.IGNORECASE)))
    return found


@cache
def _file() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((PACKAGE / "reader" / "prompts.json").read_text(encoding="utf-8"))
    return found
