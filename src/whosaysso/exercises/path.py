"""What the core path asks: the exercises that stand in its chapters, outside sections titled *More*.

Nobody keeps a list of them. The order of the pages is that of ``_toc.yml``, and an installed package without chapters
has no core path.
"""

import json
import re
from functools import lru_cache
from pathlib import Path
from typing import Any

from whosaysso.authored.folders import home
from whosaysso.authored.reading import read_text
from whosaysso.authored.yaml import read_yaml
from whosaysso.exercises.sets import Set, read_sets

_FENCE = re.compile(r"(`{3,})(?:\{exercise\} (\S+))?")
_HEADING = re.compile(r"(#{1,6}) (.*)")
"""What a chapter has of Markdown that matters here; a notebook has no parser of it."""


def _table_of_contents() -> dict[str, Any]:
    path = home() / "_toc.yml"
    data = read_yaml(path)[0] if path.is_file() else None
    return data if isinstance(data, dict) else {}


def first_page() -> str:
    """The page with which the book begins, such as ``chapters/index``; empty where there is no book."""
    return str(_table_of_contents().get("root", ""))


def contents() -> list[str]:
    """Every page that the table of contents names in its parts, in order, such as ``chapters/sourcing``."""
    parts = _table_of_contents().get("parts", [])
    return [page["file"] for part in parts for page in part.get("chapters", []) if "file" in page]


def places() -> dict[str, str]:
    """The page on which a reader meets each exercise, such as ``chapters/sourcing``, the book's first one too."""
    found: dict[str, str] = {}
    for page in (first_page(), *contents()):
        for file in (home() / f"{page}.md", home() / f"{page}.ipynb"):
            if file.is_file():
                found |= dict.fromkeys((n for n in _shown(file, file.stat().st_mtime_ns) if n not in found), page)
    return found


@lru_cache(maxsize=64)
def _shown(path: Path, _stamp: int) -> list[str]:
    """The exercises that a chapter or a notebook shows."""
    text = read_text(path)[0]
    if path.suffix == ".md":
        return re.findall(r"^```\{exercise\} (\S+)$", text, re.MULTILINE)
    cells = ("".join(cell["source"]) for cell in json.loads(text)["cells"] if cell["cell_type"] == "code")
    return [name for cell in cells for name in re.findall(r'^exercise\("([^"]+)"\)', cell, re.MULTILINE)]


def core_exercises() -> list[str]:
    """The ids of the exercises of the core path, in the order in which a reader meets them."""
    return [name for asked in asked_on_the_path().values() for name in asked]


def met_on_the_way() -> list[str]:
    """The exercises of the first page and then of the core path, in the order in which a reader meets them."""
    return [*(name for name, page in places().items() if page == first_page()), *core_exercises()]


def core_of(one: Set) -> list[str]:
    """The exercises of a set that stand in the core path; none for a set that is not of it, such as a test form."""
    return [name for name in core_exercises() if name in one.exercises]


def asked_on_the_path() -> dict[str, list[str]]:
    """What each chapter of the path asks a reader to do, by page."""
    chapters = {page: home() / f"{page}.md" for page in contents() if Path(page).parent.as_posix() == "chapters"}
    found = {page: _in_the_path(path, path.stat().st_mtime_ns) for page, path in chapters.items() if path.is_file()}
    return {page: asked for page, asked in found.items() if asked}


def asked_besides() -> dict[str, list[str]]:
    """What each page of further exercises asks, by page; the tests are none of these."""
    tests = {f"exercises/{one.id}" for one in read_sets().values() if one.form}
    pages = [page for page in contents() if Path(page).parent.as_posix() == "exercises" and page not in tests]
    files = {page: home() / f"{page}.ipynb" for page in pages}
    found = {page: _shown(path, path.stat().st_mtime_ns) for page, path in files.items() if path.is_file()}
    return {page: asked for page, asked in found.items() if asked}


def sets_before(page: str) -> list[str]:
    """The practice sets of the chapters before a page, in the order of the path: a chapter's set has its name."""
    pages, sets = contents(), read_sets()
    before = [Path(other).name for other in pages[: pages.index(page)] if other.startswith("chapters/")]
    return [name for name in before if name in sets and sets[name].mode == "practice"]


def sets_in_order() -> list[Set]:
    """Every set in the order of the pages that show them; those without a page last."""
    pages = contents()

    def place(one: Set) -> int:
        page = f"exercises/{one.id}"
        return pages.index(page) if page in pages else len(pages)

    return sorted(read_sets().values(), key=place)


@lru_cache(maxsize=64)
def _in_the_path(path: Path, _stamp: int) -> list[str]:
    """The exercises that a chapter calls for, but for those below a heading that begins with *More*."""
    found, more, fence = [], 0, ""  # the level of the heading that opened *More*, 0 outside it; the fence that is open
    for line in read_text(path)[0].split("\n"):
        if fence:
            fence = "" if line.rstrip() == fence else fence
        elif opened := _FENCE.match(line):
            fence = opened[1]
            found += [opened[2]] if opened[2] and not more else []
        elif heading := _HEADING.match(line):
            level = len(heading[1])
            if heading[2].startswith("More"):
                more = more or level
            elif level <= more:
                more = 0
    return found
