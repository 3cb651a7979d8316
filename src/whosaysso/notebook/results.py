"""A reader's results in a notebook: ``results()``."""

import traitlets

from whosaysso.browser.fragments import results_html
from whosaysso.browser.joined import notebook_module
from whosaysso.exercises.sets import read_sets
from whosaysso.notebook.bundled import ExerciseBundled
from whosaysso.notebook.sitting import Sitting, sitting


class ResultsWidget(ExerciseBundled):
    """The reader's own progress and points."""

    _esm = notebook_module("results")
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


def results() -> ResultsWidget:
    """Show the reader's own progress and points."""
    return ResultsWidget(sitting())
