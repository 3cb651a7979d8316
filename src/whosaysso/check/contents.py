"""The table of contents, ``_toc.yml``: whether each page that it names is there, once, and can be read."""

import difflib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from whosaysso.authored.fault import Fault, shown
from whosaysso.authored.folders import home
from whosaysso.authored.leftovers import left_behind
from whosaysso.authored.reading import read_text
from whosaysso.authored.yaml import line_of, read_yaml

_PAGES = (".md", ".ipynb", ".rst", ".txt")
_TO_SOURCE = re.compile(r"\[([^\]]*)\]\(([^():#]+\.md)[#)]")
_LISTS = ("parts", "chapters", "sections", "subtrees", "entries")
_KEYS = {"format", "root", "defaults", "options", "file", "url", "glob", "title", "caption", "numbered", *_LISTS}


def contents_faults() -> list[Fault]:
    """Every fault of the table of contents, the settings and the pages; none outside a checkout."""
    path = home() / "_toc.yml"
    if not (home() / "_config.yml").is_file():
        return []
    if not path.is_file():
        return [Fault(shown(path), 0, "there is no table of contents", "bring it back: it names the pages in order")]
    faults = read_yaml(home() / "_config.yml")[2]
    data, lines, wrong = read_yaml(path)
    faults += [*wrong, *_unread()]
    if wrong:
        return faults
    if not isinstance(data, dict) or not data.get("root"):
        return [*faults, Fault(shown(path), 0, "this file does not name the first page", "write root: chapters/index")]
    seen: dict[str, int] = {}
    for at, name in _named(data, ()):
        line = line_of(lines, at)
        if told := _about(name, seen):
            faults.append(Fault(shown(path), line, *told))
        seen.setdefault(_stem(name), line)
    return faults + [
        Fault(
            shown(path),
            line_of(lines, at),
            f"“{at[-1]}” is not a key of a table of contents",
            f"did you mean {near[0]}?" if near else "remove it",
        )
        for at in lines
        if at and isinstance(at[-1], str) and at[-1] not in _KEYS and not {"defaults", "options"} & set(at)
        for near in [difflib.get_close_matches(at[-1], sorted(_KEYS), 1)]
    ]


def _named(part: object, at: tuple[Any, ...]) -> Iterator[tuple[tuple[Any, ...], str]]:
    """The pages named in this part of the table and below it, with their places."""
    if isinstance(part, dict):
        for key, value in part.items():
            if key in ("root", "file") and isinstance(value, str):
                yield (*at, key), value
            else:
                yield from _named(value, (*at, key))
    elif isinstance(part, list):
        for number, value in enumerate(part):
            yield from _named(value, (*at, number))


def _stem(name: str) -> str:
    return next((name.removesuffix(end) for end in _PAGES if name.endswith(end)), name)


def _about(name: str, seen: dict[str, int]) -> tuple[str, str] | None:
    if not name:
        return "a file without a name stands here", "write which, such as chapters/index"
    stem = _stem(name)
    if stem in seen:
        return f"the page {name} stands in line {seen[stem]} already", "name each page once"
    if any((home() / f"{stem}{end}").is_file() for end in _PAGES):
        return None
    pages = [
        path.relative_to(home()).with_suffix("").as_posix()
        for folder in ("chapters", "exercises")
        for path in sorted((home() / folder).rglob("*"))
        if path.suffix in _PAGES
    ]
    near = difflib.get_close_matches(stem, pages, 1)
    return f"there is no page {name}", f"did you mean {near[0]}?" if near else "write that file, or take the line away"


def _unread() -> Iterator[Fault]:
    """Chapters and notebooks that are not text, or not in the form of a notebook."""
    for path in pages():
        text, faults = read_text(path)
        yield from faults
        if path.suffix == ".ipynb" and not faults:
            yield from _no_notebook(path, text)
            yield from _opens_source(path, text)


def _opens_source(path: Path, text: str) -> Iterator[Fault]:
    for number, line in enumerate(text.splitlines(), 1):
        for words, page in _TO_SOURCE.findall(line):
            yield Fault(
                shown(path),
                number,
                f"in JupyterLab the link “{words}” opens the source of {page}",
                "write the title of the chapter in emphasis, as in *Sourcing*: in the book that is a link",
            )


def pages() -> list[Path]:
    """The pages of prose: the chapters, which may be notebooks, and the notebooks of exercises."""
    chapters = [path for ending in ("md", "ipynb") for path in sorted((home() / "chapters").rglob(f"*.{ending}"))]
    found = [*chapters, *sorted((home() / "exercises").glob("*.ipynb"))]
    return [path for path in found if not left_behind(path) and path.parent.name != ".ipynb_checkpoints"]


def _no_notebook(path: Path, text: str) -> Iterator[Fault]:
    try:
        cells = json.loads(text)["cells"]
        if not all(isinstance("".join(cell["source"]), str) and cell["cell_type"] for cell in cells):
            raise TypeError
    except json.JSONDecodeError as error:
        yield Fault(
            shown(path),
            error.lineno,
            f"this is not JSON, and so no notebook: {error.msg}",
            "look for a comma or a bracket in this line and the one before",
        )
    except (KeyError, TypeError, RecursionError):
        yield Fault(shown(path), 0, "this is not a notebook", "bring back what stood in it, or save it from JupyterLab")
