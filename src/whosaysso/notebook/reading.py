"""Any text in a notebook: ``read_text("article.txt")`` opens what the book’s page for a text of one’s own shows."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from whosaysso.authored.fault import Faulty
from whosaysso.browser.fragments import your_text_html
from whosaysso.browser.joined import BROWSER, joined
from whosaysso.browser.styles import in_notebook, sheet
from whosaysso.reader.reading import Reading
from whosaysso.work.passing import UNKEPT, visited

try:
    from whosaysso.reader.in_browser import as_browser, from_browser
    from whosaysso.reader.kept import Kept, open_kept, shelf, title_of
    from whosaysso.reader.rows import mark_rows
except ModuleNotFoundError as lacking:  # they are extras of the package: an exercise needs none of them
    raise ModuleNotFoundError(
        f"A text of your own needs the package {lacking.name}, which is not installed here: "
        "pip install selectolax sentencex",
        name=lacking.name,
    ) from None

DELETES_NOTHING = "A notebook deletes nothing: to part with this text, delete the file"


class ReadingWidget(anywidget.AnyWidget):
    """A text of one’s own, to be cut, marked, seen and compared as in the page.

    Attributes
    ----------
    kept : Reading or None
        The reading as the file holds it.
    path : pathlib.Path or None
        The file that keeps it, once anything is to be kept.
    """

    _esm = joined(BROWSER / "yourtext" / "view.js") + "export default yourTextView;\n"
    _css = in_notebook("exercise") + sheet("yourtext")
    markup = traitlets.Unicode().tag(sync=True)
    reading: traitlets.TraitType[Any, Any] = traitlets.Dict(allow_none=True, default_value=None).tag(sync=True)
    shelf: traitlets.List[Any] = traitlets.List().tag(sync=True)
    notice = traitlets.Unicode().tag(sync=True)
    wanted = traitlets.Unicode(allow_none=True, default_value=None).tag(sync=True)
    dropped = traitlets.Unicode(allow_none=True, default_value=None).tag(sync=True)

    def __init__(self, kept: Kept | None, folder: Path):
        self._kept, self._folder = kept, folder
        super().__init__(
            markup=your_text_html(in_notebook=True),
            reading=as_browser(kept.reading) if kept else None,
            shelf=_shelf(folder),
        )
        self.observe(self._changed, "reading")
        self.observe(self._want, "wanted")
        self.observe(self._drop, "dropped")

    @property
    def kept(self) -> Reading | None:
        """The reading as the file holds it."""
        return self._kept.reading if self._kept else None

    @property
    def path(self) -> Path | None:
        """The file that keeps it."""
        return self._kept.path if self._kept else None

    def rows(self) -> list[dict[str, str]]:
        """The marks as rows of a table, in the order of the text."""
        return mark_rows(self._kept.reading) if self._kept else []

    def _changed(self, change: Any) -> None:
        if visited():
            self.notice = UNKEPT
            return
        if not change.new:
            self._kept = None
            self.shelf = _shelf(self._folder)
            return
        if self._kept and change.new == as_browser(self._kept.reading):
            return
        now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        try:
            reading = from_browser(change.new, now)
            kept = self._kept
            if kept is None or kept.reading.text.sha256 != reading.text.sha256:
                kept = open_kept(reading.text.words, self._folder)
            self._kept, self.notice = kept, ""
            self.reading = as_browser(kept.keep(reading))
        except Faulty as faulty:
            self.notice = f"This could not be kept: {faulty.faults[0].wrong}."
        except (KeyError, TypeError, ValueError):
            self.notice = "This could not be kept: it is not in the form of a reading."
        except OSError as error:
            self.notice = f"This could not be kept: {error.strerror or error}."

    def _want(self, change: Any) -> None:
        found = next((kept for kept in shelf(self._folder) if kept.reading.text.sha256 == change.new), None)
        if found:
            self._kept = found
            self.reading = as_browser(found.reading)

    def _drop(self, change: Any) -> None:
        found = next((kept for kept in shelf(self._folder) if kept.reading.text.sha256 == change.new), None)
        if found:
            self.notice = f"{DELETES_NOTHING} {found.path.name}."


def read_text(source: str | Path | None = None) -> ReadingWidget:
    """Read a text of your own: the text itself, or the path of a file (.txt, .html, .md, or a saved reading).

    What is marked is kept in one file beside the text, or beside the notebook, which ends in ``.reading.json``.
    Without a source, the text is pasted or opened in the widget.

    Raises
    ------
    Faulty
        With a sentence, where the file cannot be read, or what was kept is of another text.
    """
    folder = Path.cwd()
    return ReadingWidget(open_kept(source, folder) if source is not None else None, folder)


def _shelf(folder: Path) -> list[dict[str, object]]:
    return [
        {
            "sha256": kept.reading.text.sha256,
            "title": title_of(kept.reading),
            "marks": len(kept.reading.annotations),
            "at": kept.reading.saved.isoformat(),
        }
        for kept in shelf(folder)
    ]
