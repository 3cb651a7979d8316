"""An exercise in a notebook: ``exercise("reportedly-by-whom")``."""

from typing import Any

import traitlets
from pydantic import TypeAdapter, ValidationError

from whosaysso.browser.fragments import question_html
from whosaysso.browser.joined import notebook_module
from whosaysso.exercises.sets import set_of
from whosaysso.exercises.topics import find_exercise
from whosaysso.kinds.grading import RULES, grade
from whosaysso.notebook.bundled import ExerciseBundled
from whosaysso.notebook.sitting import Sitting, sitting
from whosaysso.work.counted import counted
from whosaysso.work.hand_in import Attempt, HandIn
from whosaysso.work.telling import wait

HANDED_ON = (
    "Another notebook has handed this computer on. "
    "What stood here was the answer of the reader before, and is not kept."
)

_ATTEMPT = TypeAdapter(Attempt)


class ExerciseWidget(ExerciseBundled):
    """One exercise.

    Attributes
    ----------
    response : dict
        The answer as it stands, checked or not.
    score : float or None
        Python's own score, 0…1, of the answer last checked; None before the first.
    counted : float or None
        The score, 0…1, of the attempt that counts by the rule of the exercise's set: the one that the desk gives.
    """

    _esm = notebook_module("exercise")
    exercise = traitlets.Dict().tag(sync=True)
    response = traitlets.Dict().tag(sync=True)
    attempt: traitlets.TraitType[Any, Any] = traitlets.Dict(allow_none=True, default_value=None).tag(sync=True)
    told = traitlets.Bool().tag(sync=True)
    wait: traitlets.TraitType[Any, Any] = traitlets.Dict(allow_none=True, default_value=None).tag(sync=True)
    notice = traitlets.Unicode().tag(sync=True)
    reader = traitlets.Unicode().tag(sync=True)
    kept: traitlets.List[str] = traitlets.List().tag(sync=True)
    score = traitlets.Float(allow_none=True, default_value=None)
    counted = traitlets.Float(allow_none=True, default_value=None)

    def __init__(self, name: str, sitting: Sitting):
        item = find_exercise(name)
        self._sitting = sitting
        belongs = set_of(name)
        super().__init__(
            exercise={**item.with_key(), "mode": belongs.mode, "set": belongs.id},
            markup=question_html(item, belongs.mode),
        )
        self._rule = belongs.attempts
        sitting.show(self)
        self.observe(self._answered, "response")
        self.observe(self._checked, "attempt")
        self.on_msg(self._said_again)

    def tell(self) -> None:
        """Show what the work file holds."""
        name, work = self.exercise["id"], self._sitting.file.work
        self._is_of(work)
        last = work.latest(name)
        self.wait = wait(work, self.exercise["set"])
        self.told = self._sitting.file.told(self.exercise["set"])
        self.response = work.response(name)
        self.attempt = _ATTEMPT.dump_python(last, mode="json", exclude={"rules"}) if last else None
        self.notice = self._sitting.file.notice or self._sitting.file.standing
        self._score(work)

    def _score(self, work: HandIn) -> None:
        attempts = work.of(self.exercise["id"])
        last, counts = attempts[-1] if attempts else None, counted(self.exercise, attempts, self._rule)
        now = last is not None and last.version == self.exercise["version"]
        self.score = grade(self.exercise, last.response)["score"] if last and now else None
        self.counted = counts[1].score if counts else None

    def _answered(self, change: Any) -> None:
        file, name = self._sitting.file, self.exercise["id"]
        if change.new != file.work.response(name) and not self._handed_on():
            file.draft(name, change.new, self.exercise["version"])
            self._kept()

    def _checked(self, change: Any) -> None:
        if not change.new:
            return
        self.kept = [*self.kept[-99:], str(change.new.get("id", ""))]  # so that the student knows that it is heard
        try:
            attempt = _ATTEMPT.validate_python({**change.new, "rules": RULES})
        except ValidationError:
            self.notice = "This answer could not be kept: it is not in the form of an answer."
            return
        if attempt.id not in {a.id for a in self._sitting.file.work.attempts} and not self._handed_on():
            self._sitting.file.add(attempt)
            self._kept()

    def _said_again(self, _: Any, content: Any, buffers: Any) -> None:
        """Take an answer that did not arrive as a change of state, which a widget waits to say in vain from then on."""
        if isinstance(content, dict) and isinstance(content.get("attempt"), dict):
            self.set_state({name: content[name] for name in ("response", "attempt") if name in content})

    def _kept(self) -> None:
        work = self._sitting.file.work
        self._is_of(work)
        self.notice = self._sitting.file.notice or self._sitting.file.standing
        self._score(work)
        self._sitting.tell()

    def _is_of(self, work: HandIn) -> None:
        self._readers, self.reader = work.readers, work.readers[0] if work.readers else ""

    def _handed_on(self) -> bool:
        """Whether what stands here is of a reader before, since another notebook has handed the computer on."""
        now = self._sitting.file.work.readers
        if not self._readers or not now or {*self._readers} & {*now}:
            return False
        self._sitting.refresh()
        self.notice = HANDED_ON
        return True

    def _page(self) -> dict[str, Any]:
        return {"exercise": self.exercise["id"]}


def exercise(name: str) -> ExerciseWidget:
    """Show the exercise with this id; its answers are kept in ``my-work.json`` beside the notebook.

    Raises
    ------
    KeyError
        With the ids that there are.
    Faulty
        When an exercise file has faults, with all of them.
    """
    return ExerciseWidget(name, sitting())
