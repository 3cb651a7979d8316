"""``mark``: mark the passages of a text that a label fits."""

from collections.abc import Sequence
from typing import Literal, Self

from pydantic import Field, model_validator

from whosaysso.authored.fault import Faulty
from whosaysso.kinds.exercise import Exercise, Id, Json, Named, Part, Problem, Text, Voice, repeated, unknown_place
from whosaysso.text.anchors import anchor, anchor_fault
from whosaysso.text.case import find_case
from whosaysso.text.sentences import words

ALONE = (
    "No coding marks these words. That does not make you wrong: "
    "say what they judge, or what they claim beyond the evidence, and somebody could agree."
)
WIDER = "These words run past the ones that belong to the mark: take only the words you need."


class Label(Named):
    """A label of a ``mark``; on a contested item, the codes of the codings that count as it."""

    codes: list[Text] = Field([])


class Mark(Part):
    """A passage of the key: a row of a layer, or a quotation."""

    label: Id
    row: Text | None = Field(None, description="The id of a row of the layer.")
    exact: Text | None = None
    prefix: str = ""
    suffix: str = ""
    head: Text | None = Field(
        None,
        description="The source, the hedge or the number itself, within the passage; empty where that is all of it.",
    )
    found: Voice = Field(description="Told to who marked it.")
    missed: Voice = Field(description="Told to who did not.")

    @model_validator(mode="after")
    def _one_anchor(self) -> Self:
        if (self.row is None) == (self.exact is None):
            raise ValueError(
                "a mark needs its place: either row or exact | "
                "write row: A01 for a row of the layer, or exact: with the words"
            )
        return self


class Decoy(Part):
    """Words that are tempting to mark, and why they are not in the key; or on a contested item, why some mark them."""

    exact: Text
    prefix: str = ""
    suffix: str = ""
    feedback: Voice


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

    def _span(self, part: Mark | Decoy) -> Json:
        """The words that an anchor touches: the numbers of the first and of the last."""
        exact, prefix, suffix = self._anchor(part)
        text = self._joined()
        # A row's prefix and suffix may lie outside the passage; inside it, they are only needed where exact repeats.
        places = anchor(text, exact) if len(anchor(text, exact)) == 1 else anchor(text, exact, prefix, suffix)
        start, end = places[0], places[0] + len(exact)
        touched = [n for n, (a, b) in enumerate(words(text)) if a < end and start < b]
        return {"from": touched[0], "to": touched[-1]}

    def _head(self, mark: Mark) -> list[int]:
        """The numbers of the words of a mark's head."""
        text, whole = self._joined(), self._span(mark)
        if mark.head is None:
            return list(range(whole["from"], whole["to"] + 1))
        spans = words(text)
        start = spans[whole["from"]][0] + text[spans[whole["from"]][0] : spans[whole["to"]][1]].index(mark.head)
        return [n for n, (a, b) in enumerate(spans) if a < start + len(mark.head) and start < b]

    def _coders(self) -> Json:
        """What every coder of the case marked in the passage, and the passages with who marked them."""
        case = find_case(self._case)
        sentences = {s.id: s for s in case.passage(self.passage or "")}
        words_at = {
            (s.id, a + s.start): n
            for n, (s, a) in enumerate((s, a) for s in sentences.values() for a, _ in words(s.text))
        }
        coders: dict[str, Json] = {}
        for row in case.layer("codings"):
            label = next((n.id for n in self.labels if row["value"] in n.codes), None)
            if row["coded"] != "technique" or row["where"] not in sentences or label is None:
                continue
            coder = coders.setdefault(
                row["coder"], {"coder": row["coder"], "kind": row["kind"], "words": {n.id: [] for n in self.labels}}
            )
            coder["words"][label] += [
                n for (where, start), n in words_at.items() if where == row["where"] and row.touches(start, start + 1)
            ]
        return {
            "coders": list(coders.values()),
            "passages": self._passages(list(coders.values())),
            "marks": [],
            "decoys": [{**self._span(d), "feedback": d.feedback} for d in self.decoys],
            "wider": "",
            "otherwise": self.otherwise or ALONE,
        }

    def _passages(self, coders: list[Json]) -> list[Json]:
        """Runs of words within a sentence that at least one coder marked alike, and how many did."""
        found, ends = [], {s["to"] for s in self._cut()["sentences"]}
        for label in self.labels:
            marked = sorted({n for c in coders for n in c["words"][label.id]})
            runs = [[n] for n in marked if n - 1 not in marked or n - 1 in ends]
            for run in runs:
                while run[-1] + 1 in marked and run[-1] not in ends:
                    run.append(run[-1] + 1)
                number = sum(any(n in c["words"][label.id] for n in run) for c in coders)
                found.append(
                    {
                        "label": label.id,
                        "from": run[0],
                        "to": run[-1],
                        "said": f"{label.label}: marked in {number} of {len(coders)} codings.{self._why(run)}",
                    }
                )
        return sorted(found, key=lambda p: p["from"])

    def _why(self, run: list[int]) -> str:
        """What the author says of these words, whoever marked them."""
        spans = [(self._span(r), r.feedback) for r in self.reasons]
        return "".join(f" {why}" for span, why in spans if span["from"] <= run[-1] and run[0] <= span["to"])

    def key(self) -> Json:
        if self.contested:
            return self._coders()
        return {
            "marks": [
                {"label": m.label, **self._span(m), "head": self._head(m), "found": m.found, "missed": m.missed}
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
        ids = [n.id for n in self.labels]
        found = repeated(ids, ("labels",)) + unknown_place(self._case, self.passage, ("passage",))
        if found:
            return found
        rows = {}
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
                        found.append(
                            (
                                (*at, "row"),
                                f"the layer has no row {part.row}",
                                "look up the id in the CSV, and name the layer above: layer: attributions",
                            )
                        )
                    elif rows[part.row]["exact"] not in self._joined():
                        found.append(
                            (
                                (*at, "row"),
                                f"row {part.row} lies outside the passage",
                                "remove it, or choose a longer passage",
                            )
                        )
                elif fault := anchor_fault(self._joined(), part.exact or "", part.prefix, part.suffix):
                    found.append(((*at, "exact"), *fault))
        return found or ([] if self.contested else self._headless() or self._unfair())

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
