"""What every widget of ours carries beside what ipywidgets gives: an output from which the book makes its page."""

from abc import abstractmethod
from typing import Any

import anywidget
import traitlets

from whosaysso.browser.styles import in_notebook
from whosaysso.markup import EXERCISE
from whosaysso.notebook.sitting import Sitting


class Bundled:
    """Adds an output of a type of our own, ``{MIME type: data}``, to the bundle of a widget."""

    @abstractmethod
    def _ours(self) -> dict[str, Any]:
        """The output of our own, by its MIME type."""

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        bundle = super()._repr_mimebundle_(**kwargs)  # type: ignore[misc]  # a mixin: the widget comes after it
        data, metadata = bundle if isinstance(bundle, tuple) else (bundle, {})
        return {**(data or {}), **self._ours()}, metadata


class ExerciseBundled(Bundled, anywidget.AnyWidget):
    """A widget whose markup comes from one of our templates, in the exercises' style."""

    _css = in_notebook("exercise")
    _sitting: Sitting
    markup = traitlets.Unicode().tag(sync=True)

    def set_state(self, sync_data: dict[str, Any]) -> None:
        """Take what the front end says; JupyterLab says it in a thread of its own, beside the one that runs cells."""
        with self._sitting.alone:
            super().set_state(sync_data)

    def _page(self) -> dict[str, Any]:
        """What the book puts into the widget's place, or nothing."""
        return {}

    def _ours(self) -> dict[str, Any]:
        return {EXERCISE: self._page()}
