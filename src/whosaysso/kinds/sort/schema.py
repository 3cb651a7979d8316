"""``sort``: put each statement in a class."""

from typing import Literal, Self

from pydantic import Field, model_validator

from whosaysso.kinds.exercise import (
    Exercise,
    Id,
    Json,
    Named,
    Part,
    Problem,
    Text,
    Voice,
    quotation,
    repeated,
    unknown_place,
)


class Statement(Part):
    """A statement to sort: words of its own, or a sentence of the case."""

    id: Id
    text: Text | None = None
    sentence: Text | None = Field(None, description="A sentence of the case, such as P3.2.")
    class_: Id = Field(alias="class", description="The class it belongs to.")
    feedback: dict[str, Voice] = Field(
        description="Class id: what to tell who chose it; otherwise: for all classes not named."
    )

    @model_validator(mode="after")
    def _one_source(self) -> Self:
        if (self.text is None) == (self.sentence is None):
            raise ValueError(
                f"statement {self.id} needs words: either text or sentence | "
                "write text: for words of your own, or sentence: P3.2 for one of the case"
            )
        return self


class Sort(Exercise):
    """Put each statement in a class."""

    kind: Literal["sort"]
    classes: list[Named] = Field(min_length=2)
    statements: list[Statement] = Field(min_length=3)

    def _asked(self) -> Json:
        return {
            "classes": [c.model_dump() for c in self.classes],
            "statements": [
                {"id": s.id, "text": s.text or self._quoted(s.sentence), "sentence": s.sentence}
                for s in self.statements
            ],
        }

    def _quoted(self, sentence: str | None) -> str | None:
        shown = quotation(self._case, sentence)
        return shown["text"] if shown else None

    def key(self) -> Json:
        ids = [c.id for c in self.classes]
        return {
            "statements": {
                s.id: {"class": s.class_, "feedback": {i: s.feedback.get(i) or s.feedback["otherwise"] for i in ids}}
                for s in self.statements
            }
        }

    def best(self) -> Json:
        return {"classes": {s.id: s.class_ for s in self.statements}}

    def problems(self) -> list[Problem]:
        ids = [c.id for c in self.classes]
        found = repeated(ids, ("classes",)) + repeated([s.id for s in self.statements], ("statements",))
        for number, s in enumerate(self.statements):
            at = ("statements", number)
            if s.class_ not in ids:
                found.append(
                    ((*at, "class"), f"“{s.class_}” is not one of the classes", f"write one of: {', '.join(ids)}")
                )
            lacking = [i for i in ids if i not in s.feedback]
            if "otherwise" not in s.feedback and lacking:
                found.append(
                    (
                        (*at, "feedback"),
                        f"statement {s.id} tells nothing to who chose {lacking[0]}",
                        f"add {lacking[0]}: or otherwise: to its feedback",
                    )
                )
            if s.class_ in ids and s.class_ not in s.feedback:
                found.append(
                    (
                        (*at, "feedback"),
                        f"statement {s.id} tells nothing to who was right",
                        f"add {s.class_}: to its feedback",
                    )
                )
            found += [
                (
                    (*at, "feedback", name),
                    f"“{name}” is not one of the classes",
                    f"write one of: {', '.join(ids)}, otherwise",
                )
                for name in s.feedback
                if name not in (*ids, "otherwise")
            ]
            found += unknown_place(self._case, s.sentence, (*at, "sentence"))
        return found or [
            (("classes", n), f"no statement belongs to “{i}”", "add a statement of this class, or remove the class")
            for n, i in enumerate(ids)
            if i not in [s.class_ for s in self.statements]
        ]
