"""The exercises in a notebook: ``exercise("reportedly-by-whom")`` shows one, ``work()`` takes the answers along.

The module that a widget carries is the one the page carries; what the page keeps in the browser is kept here in
one file beside the notebook.
"""

import secrets
from functools import cache
from pathlib import Path

import anywidget
import traitlets
from pydantic import ValidationError

from whosaysso import BOOK, EDITION
from whosaysso.exercise import find_exercise
from whosaysso.fault import Faulty
from whosaysso.fragments import door_html, results_html
from whosaysso.grading import grade
from whosaysso.markup import EXERCISE, render
from whosaysso.record import ORDERS, Attempt, WorkFile, parse_hand_in
from whosaysso.runtime import notebook_module, style
from whosaysso.sets import read_forms, read_sets, set_of

WORK_FILE = "my-work.json"


class _Bundled(anywidget.AnyWidget):
    _esm = notebook_module()
    _css = style()
    markup = traitlets.Unicode().tag(sync=True)

    def _repr_mimebundle_(self, **kwargs):
        """What ipywidgets gives, and a type of our own from which the book renders the page."""
        bundle = super()._repr_mimebundle_(**kwargs)
        data, metadata = bundle if isinstance(bundle, tuple) else (bundle, {})
        return {**(data or {}), EXERCISE: self._page()}, metadata


class ExerciseWidget(_Bundled):
    """One exercise.

    Attributes
    ----------
    response : dict
        The answer as it stands, checked or not.
    score : float or None
        Python's own score, 0…1, of the answer last checked; None before the first.
    """

    exercise = traitlets.Dict().tag(sync=True)
    response = traitlets.Dict().tag(sync=True)
    attempt = traitlets.Dict(allow_none=True, default_value=None).tag(sync=True)
    told = traitlets.Bool().tag(sync=True)
    notice = traitlets.Unicode().tag(sync=True)
    kept = traitlets.Unicode().tag(sync=True)
    score = traitlets.Float(allow_none=True, default_value=None)

    def __init__(self, name: str, sitting: "Sitting"):
        item = find_exercise(name)
        self._sitting = sitting
        belongs = set_of(name)
        super().__init__(exercise={**item.with_key(), "mode": belongs.mode, "set": belongs.id},
                         markup=render("exercise", question=item.question(), mode=belongs.mode))
        sitting.exercises.append(self)
        self.restore()
        self.observe(self._answered, "response")
        self.observe(self._checked, "attempt")

    def restore(self) -> None:
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
        return grade(self.exercise, attempt.response)["score"]

    def _answered(self, change) -> None:
        name = self.exercise["id"]
        if change.new != self._sitting.file.work.drafts.get(name, {}):
            self._keep(drafts={name: change.new})

    def _checked(self, change) -> None:
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

    def _keep(self, *attempts: Attempt, **drafts) -> None:
        self._sitting.file.add(*attempts, **drafts)
        self.notice = self._sitting.file.notice
        self._sitting.tell()

    def _page(self) -> dict:
        return {"exercise": self.exercise["id"]}


class WorkWidget(_Bundled):
    """The bar *My work*: download, load, hand the computer on."""

    work = traitlets.Dict().tag(sync=True)
    said = traitlets.Unicode().tag(sync=True)
    loaded = traitlets.Unicode().tag(sync=True)
    cleared = traitlets.Int().tag(sync=True)

    def __init__(self, sitting: "Sitting"):
        self._sitting = sitting
        super().__init__(markup=render("work", book=BOOK, edition=EDITION, hidden=False),
                         work=sitting.file.work.as_json(), said=sitting.file.notice)
        sitting.others.append(self)
        self.observe(self._load, "loaded")
        self.observe(self._clear, "cleared")

    def tell(self) -> None:
        """Count the answers that are kept."""
        self.work = self._sitting.file.work.as_json()

    def _load(self, change) -> None:
        if not change.new:
            return
        self.loaded = ""  # so that the same file, loaded once more, is a change again
        try:
            given = parse_hand_in(change.new, "This file")
        except Faulty as faulty:
            self.said = f"{faulty.faults[0].wrong[:1].upper()}{faulty.faults[0].wrong[1:]}. Nothing was changed."
            return
        if given.edition != EDITION:
            self.said = f"This file belongs to edition {given.edition}; this is edition {EDITION}. Nothing was changed."
            return
        file = self._sitting.file
        fresh = [a for a in given.attempts if not file.knows(a)]
        file.add(*fresh, drafts={name: d for name, d in given.drafts.items() if name not in file.work.drafts},
                 finished=tuple(given.finished), form=given.form)
        self._sitting.refresh()
        self.said = file.notice or f"{len(fresh)} answer{'' if len(fresh) == 1 else 's'} loaded."

    def _clear(self, change) -> None:
        self._sitting.file.clear()
        self._sitting.refresh()
        self.said = "Cleared. The next reader starts anew."

    def _page(self) -> dict:
        return {"work": True}


class SetWidget(_Bundled):
    """The end of a set that tells nothing until it is finished."""

    _esm = notebook_module("finish")
    progress = traitlets.Dict().tag(sync=True)
    finish = traitlets.Int().tag(sync=True)

    def __init__(self, name: str, sitting: "Sitting"):
        self._set, self._sitting = read_sets()[name], sitting
        super().__init__(markup=render("set", set=self._set))
        self.tell()
        sitting.others.append(self)
        self.observe(self._finish, "finish")

    def tell(self) -> None:
        """Say how much of the set is answered."""
        work = self._sitting.file.work
        answered = sum(work.latest(name) is not None for name in self._set.exercises)
        self.progress = {"answered": answered, "all": len(self._set.exercises), "finished": self._set.id in work.finished}

    def _finish(self, change) -> None:
        self._sitting.file.add(finished=(self._set.id,))
        self._sitting.refresh()

    def _page(self) -> dict:
        return {"set": self._set.id}


class DoorWidget(_Bundled):
    """The door to a test: which form is this reader's, dealt at random when nobody has given an order."""

    _esm = notebook_module("deal")
    order = traitlets.Enum(ORDERS).tag(sync=True)
    begun = traitlets.Bool().tag(sync=True)
    finished = traitlets.List().tag(sync=True)

    def __init__(self, occasion: str, sitting: "Sitting"):
        self._sitting = sitting
        super().__init__(markup=door_html(occasion, base=None), **self._state())
        sitting.others.append(self)
        self.observe(self._given, "order")

    def _state(self) -> dict:
        file = self._sitting.file
        if not file.work.form:
            file.add(form=secrets.choice(ORDERS))
        begun = any(file.work.latest(name) for one in read_forms().values() for name in one.exercises)
        return {"order": file.work.form, "begun": begun, "finished": file.work.finished}

    def tell(self) -> None:
        """Show the order as the work file has it."""
        for name, value in self._state().items():
            setattr(self, name, value)

    def _given(self, change) -> None:
        if change.new != self._sitting.file.work.form:
            self._sitting.file.add(form=change.new)
            self._sitting.tell()

    def _page(self) -> dict:
        return {}


class ResultsWidget(_Bundled):
    """The reader's own progress and points."""

    _esm = notebook_module("results")
    work = traitlets.Dict().tag(sync=True)

    def __init__(self, sitting: "Sitting"):
        self._sitting = sitting
        super().__init__(markup=results_html(base=None), work=sitting.file.work.as_json())
        sitting.others.append(self)

    def tell(self) -> None:
        """Show what the work file has now."""
        self.work = self._sitting.file.work.as_json()

    def _page(self) -> dict:
        return {}


class Sitting:
    """The widgets that one notebook shows, around one work file."""

    def __init__(self, file: WorkFile):
        self.file = file
        self.exercises: list[ExerciseWidget] = []
        self.others: list[WorkWidget | SetWidget | DoorWidget | ResultsWidget] = []

    def tell(self) -> None:
        """Let everything that counts answers count anew."""
        for widget in self.others:
            widget.tell()

    def refresh(self) -> None:
        """Show the file as it is now, everywhere."""
        self.tell()
        for widget in self.exercises:
            widget.restore()


@cache
def _sitting(path: Path) -> Sitting:
    return Sitting(WorkFile(path))


def exercise(name: str) -> ExerciseWidget:
    """Show the exercise with this id; its answers are kept in ``my-work.json`` beside the notebook.

    Raises
    ------
    KeyError
        With the ids that there are.
    Faulty
        When an exercise file has faults, with all of them.
    """
    return ExerciseWidget(name, _sitting(Path.cwd() / WORK_FILE))


def finish(name: str) -> SetWidget:
    """Show the button that ends a deferred set, and then everything is told.

    Raises
    ------
    KeyError
        When there is no such set.
    """
    return SetWidget(name, _sitting(Path.cwd() / WORK_FILE))


def door(occasion: str) -> DoorWidget:
    """Show which test form is the reader's ``before``, ``after`` or ``later``.

    Raises
    ------
    KeyError
        When there is no such occasion.
    """
    return DoorWidget(occasion, _sitting(Path.cwd() / WORK_FILE))


def results() -> ResultsWidget:
    """Show the reader's own progress and points."""
    return ResultsWidget(_sitting(Path.cwd() / WORK_FILE))


def work() -> WorkWidget:
    """Show the bar with which a reader takes the answers along, brings them back, or hands the computer on."""
    return WorkWidget(_sitting(Path.cwd() / WORK_FILE))
