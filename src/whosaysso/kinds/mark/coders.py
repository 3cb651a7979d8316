"""What the coders of a case marked in a passage: beside these a reader's marks on a contested item are set."""

from collections.abc import Callable, Sequence

from whosaysso.kinds.exercise import Json
from whosaysso.kinds.mark.parts import Label
from whosaysso.text.case import Case
from whosaysso.text.sentences import words

ALONE = (
    "No coding marks these words. That does not make you wrong: "
    "say what they judge, or what they claim beyond the evidence, and somebody could agree."
)
"""Told about words that no coder marked, where the author says nothing of them."""


def coders(case: Case, passage: str, labels: Sequence[Label]) -> list[Json]:
    """Every coder with the words of the passage that they marked, by label; words by their numbers.

    Who coded the text and marked nothing here has decided so, and is among them.
    """
    sentences = {s.id: s for s in case.passage(passage)}
    spans = [(s.id, s.start + a, s.start + b) for s in sentences.values() for a, b in words(s.text)]
    found: dict[str, Json] = {}
    for row in case.layer("codings"):
        if row["coded"] != "technique":
            continue
        coder = found.setdefault(
            row["coder"], {"coder": row["coder"], "kind": row["kind"], "words": {n.id: [] for n in labels}}
        )
        label = next((n.id for n in labels if row["value"] in n.codes), None)
        if row["where"] not in sentences or label is None:
            continue
        coder["words"][label] += [
            n for n, (where, start, end) in enumerate(spans) if where == row["where"] and row.touches(start, end)
        ]
    return list(found.values())


def passages(
    coders: Sequence[Json], labels: Sequence[Label], ends: set[int], why: Callable[[list[int]], str]
) -> list[Json]:
    """Runs of words that at least one coder marked alike, and how many did.

    ``ends`` are the last words of sentences, over which no run goes; ``why`` gives what the author says of a run.
    """
    found = []
    for label in labels:
        marked = sorted({n for c in coders for n in c["words"][label.id]})
        runs = [[n] for n in marked if n - 1 not in marked or n - 1 in ends]
        for run in runs:
            while run[-1] + 1 in marked and run[-1] not in ends:
                run.append(run[-1] + 1)
            number = sum(any(n in c["words"][label.id] for n in run) for c in coders)
            said = f"{label.label}: marked in {number} of {len(coders)} codings.{why(run)}"
            found.append({"label": label.id, "from": run[0], "to": run[-1], "said": said})
    return sorted(found, key=lambda p: p["from"])
