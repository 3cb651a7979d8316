"""Everything that a teacher may want to print, as pages that need nothing else: what there is, and writing it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from whosaysso.authored.writing import write_atomically
from whosaysso.exercises.path import core_of, sets_in_order
from whosaysso.paper.authored import authored_page, authored_sheets, authored_title
from whosaysso.paper.key import key_page
from whosaysso.paper.lines import article_page
from whosaysso.paper.worksheet import worksheet_page, worksheet_title

FOLDER = "handouts"
"""Where they lie in the built book."""
BACK = "../chapters/teaching/handouts.html"
"""The page that offers them, seen from there."""


@dataclass(frozen=True)
class Handout:
    """One page to print, under the name of its file, such as ``worksheet-sourcing-core``."""

    name: str
    title: str
    make: Callable[..., str]


def handouts() -> dict[str, Handout]:
    """Every handout by its name: the key, the article, the authors' sheets, and the worksheets."""
    one_of_a_kind = [Handout("key", "Answer key", key_page), Handout("article", "The article", article_page)]
    sheets = [
        Handout(name, authored_title(path), partial(authored_page, path)) for name, path in authored_sheets().items()
    ]
    return {one.name: one for one in (*one_of_a_kind, *sheets, *_worksheets())}


def _worksheets() -> Iterator[Handout]:
    for one in sets_in_order():
        for core in (True, False):
            if not core or core_of(one):
                make = partial(worksheet_page, one.id, core=core)
                yield Handout(worksheet_name(one.id, core), worksheet_title(one, core), make)


def worksheet_name(set_id: str, core: bool) -> str:
    """The name of a set's worksheet."""
    return f"worksheet-{set_id}{'-core' if core else ''}"


def write_handouts(folder: Path) -> None:
    """Write every handout into ``folder``, and take away what is no longer one."""
    folder.mkdir(exist_ok=True)
    found = handouts()
    for path in folder.glob("*.html"):
        if path.stem not in found:
            path.unlink()
    for one in found.values():
        write_atomically(folder / f"{one.name}.html", one.make(back=BACK))
