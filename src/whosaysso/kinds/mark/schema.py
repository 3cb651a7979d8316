"""``mark``: mark the passages of a text that a label fits."""

from collections.abc import Sequence
from typing import Literal, Self

from pydantic import Field, model_validator

from whosaysso.authored.fault import Faulty
from whosaysso.kinds.exercise import Exercise, Json, Problem, Text, Voice, repeated, unknown_place
from whosaysso.kinds.mark.coders import ALONE, coders, passages
from whosaysso.kinds.mark.parts import Decoy, Label, Mark
from whosaysso.text.anchors import anchor, anchor_fault
from whosaysso.text.case import find_case
from whosaysso.text.sentences import words

WIDER = "These words run past the ones that belong to the mark: take only the words you need."


class Marking(Exercise):
    """Mark the passages that a label fits."""

    kind: Literal["mark"]
    passage: Text | None = Field(None, description="A place in the case, such as P3 or P2.3-4.")
    text: Text | None = Field(None, description="A text written for the book instead.")
    origin: Text | None = Field(None, description="Where such a text comes from; shown below it.")
    layer: Text | None = Field(None, description="The layer whose rows the marks name.")
    contested: bool = Field(
        False,
        description="yes: coders differ here, so marks are set beside the codings and not scored, until people agree.",
    )
    labels: list[Label] = Field(min_length=1)
    marks: list[Mark] = Field([])
    decoys: list[Decoy] = Field([])
    reasons: list[Decoy] = Field(
        [], description="On a contested item: what there is to say of words that coders marked."
    )
    wider: Voice = WIDER
    otherwise: Voice = Field("", description="Told about marked words that are neither in the key nor a decoy.")

    @model_validator(mode="after")
    def _one_text(self) -> Self:
        if (self.passage is None) == (self.text is None):
            raise ValueError(
                "a mark exercise needs its text: either passage or text | "
                "write passage: P3 for a place in the case, or text: with words of your own"
            )
        if self.text is not None and self.origin is None:
            raise ValueError(
                "a text of your own has to say where it comes from | "
                "add origin: Written for this book about an invented place."
            )
        if self.contested and (self.marks or self.passage is None or not all(label.codes for label in self.labels)):
            raise ValueError(
                "a contested item has no key of its own | "
                "take marks: away, name a passage: of the case, and give every label its codes:"
            )
        if not self.contested and not (self.marks and self.otherwise):
            raise ValueError(
                "a mark exercise needs marks: and otherwise: | "
                "write what is to be marked, and what other words are told"
            )
        return self

    def _sentences(self) -> list[tuple[str, str]]:
        if self.passage:
            return [(s.id, s.text) for s in find_case(self._case).passage(self.passage)]
        return [
            (str(number), line.strip()) for number, line in enumerate((self.text or "").splitlines(), 1) if line.strip()
        ]

    def _cut(self) -> Json:
        """The passage in words: numbered through, ``gaps[n]`` standing after word n."""
        all_words: list[str] = []
        gaps, sentences = [], []
        for name, text in self._sentences():
            spans = words(text)
            first = len(all_words)
            for n, (start, end) in enumerate(spans):
                all_words.append(text[start:end])
                gaps.append(text[end : spans[n + 1][0]] if n + 1 < len(spans) else " ")
            sentences.append({"id": name, "from": first, "to": len(all_words) - 1})
        return {"words": all_words, "gaps": gaps, "sentences": sentences}

    def _asked(self) -> Json:
        return {
            "labels": [{"id": n.id, "label": n.label} for n in self.labels],
            "origin": self.origin or find_case(self._case).name,
            **self._cut(),
        }

    def _joined(self) -> str:
        return " ".join(text for _, text in self._sentences())

    def _anchor(self, part: Mark | Decoy) -> tuple[str, str, str]:
        if isinstance(part, Mark) and part.row and self.layer:
            cells = {r["id"]: r for r in find_case(self._case).layer(self.layer)}[part.row]
            return cells["exact"], cells["prefix"], cells["suffix"]
        return part.exact or "", part.prefix, part.suffix

    def _touched(self, part: Mark | Decoy, within: str | None = None) -> list[int]:
        """The numbers of the words that an anchor touches, or those of some words within it."""
        exact, prefix, suffix = self._anchor(part)
        text = self._joined()
        # A row's prefix and suffix may lie outside the passage; inside it, they are only needed where exact repeats.
        places = anchor(text, exact) if len(anchor(text, exact)) == 1 else anchor(text, exact, prefix, suffix)
        sought = within or exact
        start = places[0] + exact.index(sought)
        end = start + len(sought)
        return [n for n, (a, b) in enumerate(words(text)) if a < end and start < b]

    def _span(self, part: Mark | Decoy) -> Json:
        touched = self._touched(part)
        return {"from": touched[0], "to": touched[-1]}

    def _coders(self) -> Json:
        """What every coder of the case marked in the passage, and the passages with who marked them."""
        found = coders(find_case(self._case), self.passage or "", self.labels)
        ends = {s["to"] for s in self._cut()["sentences"]}
        return {
            "coders": found,
            "passages": passages(found, self.labels, ends, self._why),
            "marks": [],
            "decoys": [{**self._span(d), "feedback": d.feedback} for d in self.decoys],
            "wider": "",
            "otherwise": self.otherwise or ALONE,
        }

    def _why(self, run: list[int]) -> str:
        """What the author says of these words, whoever marked them."""
        spans = [(self._span(r), r.feedback) for r in self.reasons]
        return "".join(f" {why}" for span, why in spans if span["from"] <= run[-1] and run[0] <= span["to"])

    def key(self) -> Json:
        if self.contested:
            return self._coders()
        return {
            "marks": [
                {
                    "label": m.label,
                    **self._span(m),
                    "head": self._touched(m, m.head),
                    "found": m.found,
                    "missed": m.missed,
                }
                for m in self.marks
            ],
            "decoys": [{**self._span(d), "feedback": d.feedback} for d in self.decoys],
            "wider": self.wider,
            "otherwise": self.otherwise,
        }

    def best(self) -> Json:
        chosen: dict[str, list[int]] = {}
        for m in self.key()["passages" if self.contested else "marks"]:
            chosen.setdefault(m["label"], []).extend(range(m["from"], m["to"] + 1))
        return {"words": {label: sorted(set(numbers)) for label, numbers in chosen.items()}}

    def problems(self) -> list[Problem]:
        return self.unsound() or ([] if self.contested else self._unfair())

    def unsound(self) -> list[Problem]:
        ids, rows = [n.id for n in self.labels], {}
        if found := repeated(ids, ("labels",)) + unknown_place(self._case, self.passage, ("passage",)):
            return found
        if self.layer:
            try:
                rows = {r["id"]: r for r in find_case(self._case).layer(self.layer)}
            except Faulty:
                return [
                    (
                        ("layer",),
                        f"the layer {self.layer} cannot be read, or has faults of its own",
                        "mend those first; run check for all of them",
                    )
                ]
        anchored: dict[str, Sequence[Mark | Decoy]] = {
            "marks": self.marks,
            "decoys": self.decoys,
            "reasons": self.reasons,
        }
        for name, parts in anchored.items():
            for number, part in enumerate(parts):
                at = (name, number)
                if isinstance(part, Mark) and part.label not in ids:
                    found.append(
                        ((*at, "label"), f"“{part.label}” is not one of the labels", f"write one of: {', '.join(ids)}")
                    )
                if isinstance(part, Mark) and part.row:
                    if part.row not in rows:
                        remedy = "look up the id in the CSV, and name the layer above: layer: attributions"
                        found.append(((*at, "row"), f"the layer has no row {part.row}", remedy))
                    elif rows[part.row]["exact"] not in self._joined():
                        remedy = "remove it, or choose a longer passage"
                        found.append(((*at, "row"), f"row {part.row} lies outside the passage", remedy))
                elif fault := anchor_fault(self._joined(), *self._anchor(part)):
                    found.append(((*at, "exact"), *fault))
                elif not self._touched(part):
                    found.append(((*at, "exact"), f"“{part.exact}” has no word in it", "copy the words that are meant"))
        return found or self._headless()

    def _headless(self) -> list[Problem]:
        """Marks that do not say which of their words count."""
        found: list[Problem] = []
        for number, mark in enumerate(self.marks):
            exact, at = self._anchor(mark)[0], ("marks", number)
            if mark.head is None and len(words(exact)) > 1:
                remedy = "add head: with the source, the hedge or the number itself; the other words are then optional"
                found.append((at, f"“{exact}” does not say which of its words count", remedy))
            elif mark.head is not None and exact.count(mark.head) != 1:
                times = exact.count(mark.head)
                wrong = f"the head “{mark.head}” stands {times} times in “{exact}”"
                found.append(((*at, "head"), wrong, "copy it from the mark's own words, where it stands once"))
        return found

    def _unfair(self) -> list[Problem]:
        marks = self.key()["marks"]
        taken = {n for m in marks for n in range(m["from"], m["to"] + 1)}
        cut = self._cut()
        found: list[Problem] = [
            (
                ("labels", n),
                f"nothing is to be marked as “{label.id}”",
                "add a mark with this label, or take the label away",
            )
            for n, label in enumerate(self.labels)
            if label.id not in [m.label for m in self.marks]
        ]
        if len(taken) > 2 / 3 * len(cut["words"]):
            found.append(
                (
                    ("marks",),
                    "more than two thirds of the words are to be marked",
                    "choose a longer passage: marking everything must not pay",
                )
            )
        if not any(taken.isdisjoint(range(s["from"], s["to"] + 1)) for s in cut["sentences"]):
            found.append(
                (
                    ("marks",),
                    "every sentence has something to mark",
                    "choose a passage with at least one clean sentence",
                )
            )
        return found
