"""The bar *My work* in a notebook: ``work()``."""

from typing import Any

import traitlets

from whosaysso import BOOK, EDITION
from whosaysso.authored.fault import Faulty
from whosaysso.browser.joined import notebook_module
from whosaysso.markup import render
from whosaysso.notebook.bundled import ExerciseBundled
from whosaysso.notebook.sitting import Sitting, sitting
from whosaysso.work.reading import parse_hand_in


class WorkWidget(ExerciseBundled):
    """The bar *My work*: download, load, hand the computer on."""

    _esm = notebook_module("work")
    work = traitlets.Dict().tag(sync=True)
    said = traitlets.Unicode().tag(sync=True)
    loaded = traitlets.Unicode().tag(sync=True)
    cleared = traitlets.Int().tag(sync=True)

    def __init__(self, sitting: Sitting):
        self._sitting = sitting
        super().__init__(
            markup=render("browser/work", book=BOOK, edition=EDITION, hidden=False),
            said=sitting.file.notice,
        )
        sitting.show(self, counts=True)
        self.observe(self._load, "loaded")
        self.observe(self._clear, "cleared")

    def tell(self) -> None:
        """Count the answers that are kept."""
        self.work = self._sitting.file.work.as_json()

    def _load(self, change: Any) -> None:
        if not change.new:
            return
        self.loaded = ""  # so that the same file, loaded once more, is a change again
        try:
            given = parse_hand_in(change.new, "This file")
        except Faulty as faulty:
            self.said = f"{faulty.faults[0].wrong[:1].upper()}{faulty.faults[0].wrong[1:]}. Nothing was changed."
            return
        file = self._sitting.file
        fresh = {a.id for a in given.attempts} - {a.id for a in file.work.attempts}
        file.load(given)
        self._sitting.refresh()
        self.said = file.notice or f"{len(fresh)} answer{'' if len(fresh) == 1 else 's'} loaded."

    def _clear(self, change: Any) -> None:
        self._sitting.file.clear()
        self._sitting.refresh()
        self.said = self._sitting.file.notice or "Cleared. The next reader starts anew."

    def _page(self) -> dict[str, Any]:
        return {"work": True}


def work() -> WorkWidget:
    """Show the bar with which a reader takes the answers along, brings them back, or hands the computer on."""
    return WorkWidget(sitting())
