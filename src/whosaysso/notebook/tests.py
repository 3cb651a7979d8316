"""The tests in a notebook: ``door("before")`` leads to the reader's own form, ``finish("test-a")`` ends one."""

import secrets
from typing import Any

import traitlets

from whosaysso.browser.fragments import door_html
from whosaysso.browser.joined import notebook_module
from whosaysso.exercises.forms import ORDERS, read_forms
from whosaysso.exercises.sets import read_sets
from whosaysso.markup import render
from whosaysso.notebook.bundled import ExerciseBundled
from whosaysso.notebook.sitting import Sitting, sitting


class SetWidget(ExerciseBundled):
    """The end of a set that tells nothing until it is finished."""

    _esm = notebook_module("finish")
    progress = traitlets.Dict().tag(sync=True)
    finish = traitlets.Int().tag(sync=True)

    def __init__(self, name: str, sitting: Sitting):
        self._set, self._sitting = read_sets()[name], sitting
        super().__init__(markup=render("browser/set", set=self._set))
        sitting.show(self, counts=True)
        self.observe(self._finish, "finish")

    def tell(self) -> None:
        """Say how much of the set is answered."""
        work = self._sitting.file.work
        answered = sum(work.latest(name) is not None for name in self._set.exercises)
        self.progress = {
            "answered": answered,
            "all": len(self._set.exercises),
            "finished": self._set.id in work.finished,
            "reader": work.readers[0] if work.readers else "",
        }

    def _finish(self, change: Any) -> None:
        self._sitting.file.finish(self._set.id)
        self._sitting.refresh()

    def _page(self) -> dict[str, Any]:
        return {"set": self._set.id}


class DoorWidget(ExerciseBundled):
    """The door to a test: which form is this reader's, dealt at random when nobody has given an order."""

    _esm = notebook_module("door")
    order = traitlets.Enum(ORDERS).tag(sync=True)
    begun = traitlets.Bool().tag(sync=True)
    finished: traitlets.List[str] = traitlets.List().tag(sync=True)

    def __init__(self, occasion: str, sitting: Sitting):
        self._sitting = sitting
        super().__init__(markup=door_html(occasion, base=None), **self._state())
        sitting.show(self, counts=True)
        self.observe(self._given, "order")

    def _state(self) -> dict[str, Any]:
        if not self._sitting.file.work.form:
            self._sitting.file.deal(secrets.choice(ORDERS), unless_dealt=True)
        work = self._sitting.file.work
        begun = any(work.latest(name) for one in read_forms().values() for name in one.exercises)
        return {"order": work.form, "begun": begun, "finished": list(work.finished)}

    def tell(self) -> None:
        """Show the order as the work file has it."""
        for name, value in self._state().items():
            setattr(self, name, value)

    def _given(self, change: Any) -> None:
        if change.new != self._sitting.file.work.form:
            self._sitting.file.deal(change.new)
            self._sitting.tell()


def finish(name: str) -> SetWidget:
    """Show the button that ends a deferred set, and then everything is told.

    Raises
    ------
    KeyError
        When there is no such set.
    """
    return SetWidget(name, sitting())


def door(occasion: str) -> DoorWidget:
    """Show which test form is the reader's ``before``, ``after`` or ``later``.

    Raises
    ------
    KeyError
        When there is no such occasion.
    """
    return DoorWidget(occasion, sitting())
