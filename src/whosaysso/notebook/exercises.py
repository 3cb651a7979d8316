"""An exercise in a notebook: ``exercise("reportedly-by-whom")``."""

from typing import Any

import traitlets
from pydantic import ValidationError

from whosaysso.browser.fragments import question_html
from whosaysso.browser.joined import notebook_module
from whosaysso.exercises.sets import set_of
from whosaysso.exercises.topics import find_exercise
from whosaysso.kinds.grading import grade
from whosaysso.notebook.bundled import ExerciseBundled
from whosaysso.notebook.sitting import Sitting, sitting
from whosaysso.work.hand_in import Attempt


class ExerciseWidget(ExerciseBundled):
    """One exercise.

    Attributes
    ----------
    response : dict
        The answer as it stands, checked or not.
    score : float or None
        Python's own score, 0…1, of the answer last checked; None before the first.
    """

    _esm = notebook_module("exercise")
    exercise = traitlets.Dict().tag(sync=True)
    response = traitlets.Dict().tag(sync=True)
    attempt: traitlets.TraitType[Any, Any] = traitlets.Dict(allow_none=True, default_value=None).tag(sync=True)
    told = traitlets.Bool().tag(sync=True)
    notice = traitlets.Unicode().tag(sync=True)
    kept = traitlets.Unicode().tag(sync=True)
    score = traitlets.Float(allow_none=True, default_value=None)

    def __init__(self, name: str, sitting: Sitting):
        item = find_exercise(name)
        self._sitting = sitting
        belongs = set_of(name)
        super().__init__(
            exercise={**item.with_key(), "mode": belongs.mode, "set": belongs.id},
            markup=question_html(item, belongs.mode),
        )
        sitting.exercises.append(self)
        self.tell()
        self.observe(self._answered, "response")
        self.observe(self._checked, "attempt")

    def tell(self) -> None:
        """Show what the work file holds."""
        name = self.exercise["id"]
        kept = self._sitting.file.work
        self.told = self.exercise["set"] in kept.finished
        last = kept.latest(name)
        self.response = kept.drafts.get(name) or (last.response if last else {})
        self.attempt = last.model_dump(mode="json") if last else None
        self.score = self._graded(last)
        self.notice = self._sitting.file.notice

    def _graded(self, attempt: Attempt | None) -> float | None:
        if attempt is None or attempt.version != self.exercise["version"]:
            return None
        score: float | None = grade(self.exercise, attempt.response)["score"]
        return score

    def _answered(self, change: Any) -> None:
        name = self.exercise["id"]
        if change.new != self._sitting.file.work.drafts.get(name, {}):
            self._keep(drafts={name: change.new})

    def _checked(self, change: Any) -> None:
        if not change.new:
            return
        self.kept = str(change.new.get("id", ""))  # so that the student knows that somebody has heard it
        try:
            attempt = Attempt.model_validate(change.new)
        except ValidationError:
            self.notice = "This answer could not be kept: it is not in the form of an answer."
            return
        self.score = self._graded(attempt)
        if not self._sitting.file.knows(attempt):
            self._keep(attempt)

    def _keep(self, *attempts: Attempt, **kept: Any) -> None:
        self._sitting.file.add(*attempts, **kept)
        self.notice = self._sitting.file.notice
        self._sitting.tell()

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
