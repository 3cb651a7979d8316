"""Which verdict a class gave on which claims, from the rows of ``class_answers``: the key down, the answers across."""

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from whosaysso.exercises.topics import find_exercise
from whosaysso.figures.class_exercises import Answers, percent
from whosaysso.figures.drawing import ACCENT, EDGE, LINE, RIGHT, SOFT, Figure, sheet, svg
from whosaysso.kinds.judge.schema import VERDICTS, Judge

_LEFT, _CELL, _HEAD = 96.0, 44.0, 34.0
_FULLEST = 0.5
"""A cell that holds a whole row; a fuller colour would hide its figures."""

_SHORT = {"supports": "supports", "contradicts": "contradicts", "open": "cannot tell"}

Counts = dict[str, dict[str, int]]


def verdicts(rows: Answers, exercise: str = "") -> Counts:
    """How often claims of each verdict were given each verdict, in all exercises of this kind or in one."""
    counts: Counts = {key: dict.fromkeys(VERDICTS, 0) for key in VERDICTS}
    judged = [row for row in rows if row["kind"] == "judge" and exercise in ("", row["exercise"])]
    keys = {name: _key(name) for name in {row["exercise"] for row in judged}}
    for row in judged:
        for claim, _, given in (said.partition(": ") for said in row["answer"].split("; ")):
            if claim in keys[row["exercise"]] and given in VERDICTS:
                counts[keys[row["exercise"]][claim]][given] += 1
    return counts


def _key(name: str) -> dict[str, str]:
    item = find_exercise(name)
    return {claim.id: claim.verdict for claim in item.claims} if isinstance(item, Judge) else {}


def verdicts_of_the_class(rows: Answers, exercise: str = "") -> Figure:
    """The three verdicts beside what the evidence allows; the darker a cell, the larger its share of the row."""
    counts = verdicts(rows, exercise)
    if not any(sum(row.values()) for row in counts.values()):
        raise ValueError("in these rows nobody judged a claim")
    drawing, axes = sheet(_HEAD + len(VERDICTS) * _CELL + 4)
    axes.text(_LEFT + (RIGHT - _LEFT) / 2, 10, "what the class said", ha="center", va="baseline", color=SOFT)
    axes.text(0, _HEAD - 6, "the key", va="baseline", color=SOFT)
    for column, given in enumerate(VERDICTS):
        axes.text(_across(column + 0.5), _HEAD - 6, _SHORT[given], ha="center", va="baseline")
    for number, (key, row) in enumerate(counts.items()):
        _draw(axes, _HEAD + number * _CELL, key, row)
    return Figure(
        "class-verdicts",
        svg(drawing, "class-verdicts"),
        caption="What the evidence does to a claim, down, and what the class said that it does, across. "
        "The fuller its colour, the larger is a cell’s share of the row.",
        finding=_finding(counts),
        columns=["The key", *(f"Said: {label}" for label in VERDICTS.values())],
        rows=[[VERDICTS[key], *(_words(many, row) for many in row.values())] for key, row in counts.items()],
    )


def _draw(axes: Axes, top: float, key: str, row: dict[str, int]) -> None:
    axes.text(0, top + _CELL / 2 + 4, _SHORT[key], va="baseline")
    for column, (given, many) in enumerate(row.items()):
        share = many / (sum(row.values()) or 1)
        box = (_across(column), top), _across(1) - _across(0), _CELL
        axes.add_patch(Rectangle(*box, facecolor=ACCENT, alpha=share * _FULLEST, linewidth=0))
        axes.add_patch(Rectangle(*box, facecolor="none", edgecolor=EDGE, linewidth=0.8))
        weight = "bold" if given == key else "normal"
        middle = _across(column + 0.5)
        axes.text(middle, top + _CELL / 2 - 2, percent(share), ha="center", va="baseline", weight=weight)
        axes.text(middle, top + _CELL / 2 - 2 + LINE, str(many), ha="center", va="baseline", weight=weight)


def _across(column: float) -> float:
    return _LEFT + column * (RIGHT - _LEFT) / len(VERDICTS)


def _words(many: int, row: dict[str, int]) -> str:
    return f"{many} ({percent(many / (sum(row.values()) or 1))})"


def _finding(counts: Counts) -> str:
    """Of all that was judged wrong, the commonest confusion."""
    wrong = [(many, key, given) for key, row in counts.items() for given, many in row.items() if given != key]
    many, key, given = max(wrong)
    whole, right = sum(sum(row.values()) for row in counts.values()), sum(row[key] for key, row in counts.items())
    said = f"Of {whole} verdicts, {percent(right / whole)} were those of the key. "
    if not many:
        return said
    return f"{said}Most often wrong: “{VERDICTS[given]}” of a claim where the key says “{VERDICTS[key]}”, {many} times."
