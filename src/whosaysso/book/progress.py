"""The scripts of the book's pages that read a reader's record: the menu's ticks, and the questions before a chapter.

Classic scripts beside the other static files, so that a page opened from a disk loads them, and a browser keeps them.
"""

import json
from collections.abc import Callable

from whosaysso import BOOK
from whosaysso.authored.folders import PACKAGE
from whosaysso.browser.joined import joined
from whosaysso.browser.lean import classic_script
from whosaysso.browser.results import PAGES
from whosaysso.exercises.forms import OCCASIONS, read_forms
from whosaysso.exercises.path import asked_besides, asked_on_the_path


def progress_script() -> str:
    """What is finished, in every page, with what each chapter asks."""
    path = {
        "book": BOOK,
        "pages": asked_on_the_path() | asked_besides(),
        "doors": [PAGES[occasion][1] for occasion in OCCASIONS],
        "forms": [one.id for _, one in sorted(read_forms().items())],
    }
    return _script("progress", "showProgress", path)


def asking_script() -> str:
    """Two questions from earlier chapters, in the pages that offer them."""
    return _script("asking", "askEarlier", BOOK)


SCRIPTS: dict[str, Callable[[], str]] = {"progress.js": progress_script, "asking.js": asking_script}
"""By the names under which the book carries them."""


def _script(module: str, begin: str, data: object) -> str:
    """A module and what it imports, begun with what it needs to know of the book."""
    given = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return classic_script(joined(PACKAGE / "browser" / f"{module}.js"), f"{begin}({given})")
