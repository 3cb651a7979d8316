"""How well a reader judges, by the first answers: the figures, and the words that they allow.

The twin of ``browser/judgement/firsts.js`` and ``calibrated.js``. Why nothing is said sooner, and no more than this,
is shown by readers whose skill is known: ``work/known_readers.py``.
"""

from collections.abc import Callable, Iterable
from math import floor
from statistics import NormalDist
from typing import NamedTuple

from whosaysso.check.blind import guessing, scored
from whosaysso.exercises.path import core_exercises, first_page, places
from whosaysso.exercises.sets import sets_by_exercise
from whosaysso.exercises.topics import find_exercise
from whosaysso.kinds import KINDS, Item
from whosaysso.kinds.judge.schema import Judge
from whosaysso.measures.calibration import Answer, Calibration, calibration
from whosaysso.measures.signal import Signal, signal
from whosaysso.work.hand_in import Attempt, HandIn

FEWEST_ANSWERS = 10
"""From so many answers on that say how sure, there is a curve."""
FEWEST_TO_TELL = 20
"""From so many on, words."""
FEWEST_CLAIMS = 20
"""From so many claims of either sort on, whether they are told apart."""
GUESSED_LEAN = -NormalDist().inv_cdf(1 / 3)
"""The bias of whoever picks one of three verdicts at random: slowness to believe is told only above it."""


class Judged(NamedTuple):
    """Claims that were judged, of either sort, and how many of each were called supported."""

    hits: int
    sound: int
    alarms: int
    unsound: int

    def signal(self) -> Signal | None:
        """The measures, where there are claims enough."""
        return signal(*self) if min(self.sound, self.unsound) >= FEWEST_CLAIMS else None


class Progress(NamedTuple):
    """How far a reader is in a chapter of the path: exercises answered, and points of those that count."""

    title: str
    done: int
    all: int
    points: float
    of: float

    @property
    def answered(self) -> str:
        """In words."""
        return f"{self.done} of {self.all}"

    @property
    def earned(self) -> str:
        """The points in words; a dash where nothing counts yet."""
        return f"{_rounded(self.points)} of {_rounded(self.of)}" if self.of else "–"


def _rounded(points: float) -> str:
    """To a tenth, halves up, as a browser rounds."""
    return f"{floor(points * 10 + 0.5) / 10:g}"


def progress(work: HandIn) -> list[Progress]:
    """The chapters of the path in order, by the scores that the record claims."""
    owners = sets_by_exercise()
    path = [*(name for name, page in places().items() if page == first_page()), *core_exercises()]
    rows: dict[str, Progress] = {}
    for name in dict.fromkeys(path):
        one, item = owners[name], find_exercise(name)
        before = rows.get(one.id, Progress(one.title, 0, 0, 0.0, 0.0))
        mine = [a for a in work.attempts if a.exercise == name]
        claimed = [a.claimed for a in mine if a.version == item.question()["version"] and a.claimed is not None]
        worth = one.worth(name) if claimed and scored(item) else 0.0
        share = {"first": claimed[:1], "last": claimed[-1:], "best": sorted(claimed)[-1:]}[one.attempts]
        rows[one.id] = before._replace(
            done=before.done + bool(mine),
            all=before.all + 1,
            points=before.points + worth * sum(share),
            of=before.of + worth,
        )
    return list(rows.values())


def first_answers(work: HandIn, told: Callable[[str], bool]) -> list[tuple[Item, Attempt]]:
    """The first answer to every exercise as it now is; those of deferred sets, where these may be told."""
    owners = sets_by_exercise()
    found: dict[str, tuple[Item, Attempt]] = {}
    for attempt in work.attempts:
        owner = owners.get(attempt.exercise)
        if owner and attempt.exercise not in found and (owner.mode != "deferred" or told(owner.id)):
            item = find_exercise(attempt.exercise)
            if item.question()["version"] == attempt.version:
                found[attempt.exercise] = item, attempt
    return list(found.values())


def said_sure(firsts: Iterable[tuple[Item, Attempt]]) -> list[Answer]:
    """Of each answer that says how sure: how sure, what guessing earns, and the score."""
    return [
        (attempt.confidence, guessing(item), attempt.claimed)
        for item, attempt in firsts
        if attempt.confidence is not None and attempt.claimed is not None and KINDS[item.kind].sure and scored(item)
    ]


def claims_judged(firsts: Iterable[tuple[Item, Attempt]]) -> Judged:
    """The claims of all exercises that have some."""
    counts = {True: [0, 0], False: [0, 0]}
    for item, attempt in firsts:
        said = attempt.response.get("classes")
        given = said if isinstance(said, dict) else {}
        for claim in item.claims if isinstance(item, Judge) else ():
            if claim.id in given:
                counts[claim.verdict == "supports"][0] += given[claim.id] == "supports"
                counts[claim.verdict == "supports"][1] += 1
    return Judged(*counts[True], *counts[False])


def sureness(answers: list[Answer]) -> Calibration | None:
    """The calibration, where there are answers enough."""
    return calibration(answers) if len(answers) >= FEWEST_ANSWERS else None


def sureness_said(found: Calibration) -> str:
    """What the figures allow one to say; nothing is said that chance could have made."""
    if found.answers < FEWEST_TO_TELL or not found.over:
        return f"With fewer than {FEWEST_TO_TELL} answers, chance could have drawn this curve, so nothing more is said."
    over = found.over
    if over.low <= 0 <= over.high or abs(over.value) <= found.allowed:
        return "So far you were right about as often as you were sure, as far as these answers can tell."
    ends = sorted(round(abs(100 * end)) for end in (over.low, over.high))
    by = f"by {ends[0]} to {ends[1]} points of 100"
    return f"So far you were {'surer than right' if over.value > 0 else 'right more often than you were sure'}, {by}."


def belief_said(found: Signal) -> str:
    """Whether claims were told apart, and whether there is a lean beyond that of guessing."""
    if found.difference.low > 0:
        apart = "You tell the claims that the evidence supports from those that it does not, better than chance would."
    elif found.difference.high < 0:
        apart = "You called claims supported more often where the evidence does not support them."
    else:
        apart = "These claims do not show yet whether you tell the two kinds apart."
    if found.bias.low > GUESSED_LEAN:
        return f"{apart} You are slow to call a claim supported."
    if found.bias.high < 0:
        return f"{apart} You are quick to call a claim supported."
    return f"{apart} They show no lean towards belief or doubt."
