"""A reader's results in a notebook, ``results()``, and what is due again, ``practise()``."""

import traitlets

from whosaysso.browser.joined import notebook_module
from whosaysso.browser.results import practise_html, results_html
from whosaysso.browser.styles import in_notebook, sheet
from whosaysso.exercises.sets import read_sets
from whosaysso.notebook.bundled import ExerciseBundled
from whosaysso.notebook.sitting import Sitting, sitting


class ResultsWidget(ExerciseBundled):
    """The reader's own results."""

    _esm = notebook_module("results")
    _css = in_notebook("exercise") + sheet("judgement")
    work = traitlets.Dict().tag(sync=True)
    told: traitlets.List[str] = traitlets.List().tag(sync=True)

    def __init__(self, sitting: Sitting):
        self._sitting = sitting
        super().__init__(markup=results_html(base=None))
        sitting.show(self, counts=True)

    def tell(self) -> None:
        """Show what the work file has now."""
        self.told = [name for name in read_sets() if self._sitting.file.told(name)]
        self.work = self._sitting.file.work.as_json()


class PractiseWidget(ExerciseBundled):
    """What is due again, by topic."""

    _esm = notebook_module("practise")
    _css = in_notebook("exercise") + sheet("judgement")
    work = traitlets.Dict().tag(sync=True)

    def __init__(self, sitting: Sitting):
        self._sitting = sitting
        super().__init__(markup=practise_html(base=None))
        sitting.show(self, counts=True)

    def tell(self) -> None:
        """Show what the work file has now."""
        self.work = self._sitting.file.work.as_json()


def results() -> ResultsWidget:
    """Show the reader's own results: what to do next, how far they are, how well they judge."""
    return ResultsWidget(sitting())


def practise() -> PractiseWidget:
    """Show what is due again, five exercises at a time, and when each topic comes back."""
    return PractiseWidget(sitting())
