"""The bar *My work* in a notebook: ``work()``."""

from hashlib import sha256
from typing import Any

import traitlets

from whosaysso.authored.fault import Faulty
from whosaysso.browser.fragments import work_html
from whosaysso.browser.joined import notebook_module
from whosaysso.notebook.bundled import ExerciseBundled
from whosaysso.notebook.sitting import Sitting, sitting
from whosaysso.work.hand_in import HandIn
from whosaysso.work.loaded import loaded
from whosaysso.work.passing import visited
from whosaysso.work.reading import WORDS, parse_hand_in, refusal


class WorkWidget(ExerciseBundled):
    """The bar *My work*: download, load, hand on. What its traits mean stands in ``browser/types.d.ts``."""

    _esm = notebook_module("work")
    work = traitlets.Dict().tag(sync=True)
    said = traitlets.Unicode().tag(sync=True)
    lasting = traitlets.Bool(True).tag(sync=True)
    wanted = traitlets.Any(None).tag(sync=True)
    given = traitlets.Unicode(None, allow_none=True).tag(sync=True)
    loaded = traitlets.Any(None).tag(sync=True)
    asking = traitlets.Unicode().tag(sync=True)
    agreed = traitlets.Any(None).tag(sync=True)
    cleared = traitlets.Unicode(None, allow_none=True).tag(sync=True)

    def __init__(self, sitting: Sitting):
        self._sitting = sitting
        self._pending: HandIn | None = None  # another reader's file, until somebody says yes
        super().__init__(markup=work_html(hidden=False), said=sitting.file.notice, lasting=not visited())
        sitting.show(self, counts=True)
        for name, answer in {
            "wanted": self._give,
            "loaded": self._load,
            "agreed": self._agree,
            "cleared": self._clear,
        }.items():
            self.observe(answer, name)

    def tell(self) -> None:
        """Count the answers that are kept."""
        self.work = self._sitting.file.work.as_json()

    def _give(self, change: Any) -> None:
        if change.new:
            self._sitting.refresh()
            self.given = None
            self.given = self._sign()

    def _sign(self) -> str:
        """What stands for the work as it is now."""
        return sha256(self._sitting.file.work.as_text().encode()).hexdigest()

    def _load(self, change: Any) -> None:
        if change.new is None:
            return
        self.loaded = None  # so that the same file, loaded once more, is a change again
        try:
            given = parse_hand_in(bytes(change.new))
        except Faulty as faulty:
            self.said = refusal(faulty)
            return
        if self._sitting.file.work.is_of(given):
            self._add(given)
        else:
            self._pending = given
            self.asking = ""
            self.asking = WORDS["others"]

    def _agree(self, change: Any) -> None:
        if change.new and self._pending:
            self._add(self._pending)

    def _add(self, given: HandIn) -> None:
        self._pending = None
        words = loaded(self._sitting.file.work, given)
        self._sitting.file.load(given)
        self._sitting.refresh()
        self.said = self._sitting.file.notice or words

    def _clear(self, change: Any) -> None:
        """Clear what was given, or give anew where more has come since."""
        if not change.new:
            return
        if change.new != self._sign():
            self._give(change)
            return
        self._sitting.file.clear()
        self._sitting.refresh()
        self.said = self._sitting.file.notice or "Cleared. The next reader starts anew."

    def _page(self) -> dict[str, Any]:
        return {"work": True}


def work() -> WorkWidget:
    """Show the bar with which a reader takes the answers along, brings them back, or hands the computer on."""
    return WorkWidget(sitting())
