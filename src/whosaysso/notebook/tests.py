"""The tests in a notebook: ``door("before")`` leads to the reader's own form, ``finish("test-a")`` ends one."""

import secrets
from typing import Any

import traitlets

from whosaysso.browser.fragments import door_html, end_html
from whosaysso.browser.joined import notebook_module
from whosaysso.exercises.forms import OCCASIONS, ORDERS, read_forms
from whosaysso.exercises.sets import read_sets
from whosaysso.notebook.bundled import ExerciseBundled
from whosaysso.notebook.sitting import Sitting, sitting
from whosaysso.work.hand_in import TOLD
from whosaysso.work.telling import wait


class SetWidget(ExerciseBundled):
    """The end of a set that tells nothing until it is finished."""

    _esm = notebook_module("finish")
    progress = traitlets.Dict().tag(sync=True)
    finish = traitlets.Int().tag(sync=True)

    def __init__(self, name: str, sitting: Sitting):
        self._set, self._sitting = read_sets()[name], sitting
        super().__init__(markup=end_html(self._set))
        sitting.show(self, counts=True)
        self.observe(self._finish, "finish")

    def tell(self) -> None:
        """Say how much of the set is answered, and whether its reasons are told."""
        told = self._sitting.file.told(self._set.id)
        work = self._sitting.file.work
        answered = sum(work.latest(name) is not None for name in self._set.exercises)
        self.progress = {
            "answered": answered,
            "all": len(self._set.exercises),
            "finished": self._set.id in work.finished,
            "reader": work.readers[0] if work.readers else "",
            "told": told,
            "wait": wait(work, self._set.id),
            "work": work.as_json(),
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
    told = traitlets.Bool().tag(sync=True)
    wait: traitlets.TraitType[Any, Any] = traitlets.Dict(allow_none=True, default_value=None).tag(sync=True)

    def __init__(self, occasion: str, sitting: Sitting):
        markup = door_html(occasion, base=None)
        self._sitting, self._number = sitting, OCCASIONS.index(occasion)
        super().__init__(markup=markup, **self._state())
        sitting.show(self, counts=True)
        self.observe(self._given, "order")

    def _state(self) -> dict[str, Any]:
        file, forms = self._sitting.file, read_forms()
        letters = {name: letter for letter, one in forms.items() for name in one.exercises}
        taken = "".join(dict.fromkeys(letters.get(a.exercise, "") for a in file.work.attempts))
        if not file.work.form:
            fitting = [order for order in ORDERS if order.startswith(taken)]  # with what was begun without an order
            file.deal(secrets.choice(fitting), unless_dealt=True)
        work = file.work
        mine = forms[str(work.form)[self._number]].id
        state = {"order": work.form, "begun": bool(taken), "finished": list(work.finished)}
        return state | {"told": file.told(mine), "wait": wait(work, mine)}

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


def door(occasion: str, reasons: bool = False) -> DoorWidget:
    """Show which test form is the reader's ``before``, ``after`` or ``later``.

    With ``reasons``, which a teacher gives, the reasons of the test before the book wait no longer.

    Raises
    ------
    KeyError
        When there is no such occasion.
    """
    there = sitting()
    if reasons:
        there.file.finish(TOLD)
        there.refresh()
    return DoorWidget(occasion, there)
