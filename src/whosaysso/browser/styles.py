"""The colours of the book, and the style sheets by the names under which pages load them, joined from their parts."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from whosaysso.authored.folders import PACKAGE
from whosaysso.kinds import KINDS

_COLOURS = PACKAGE / "browser" / "colours.css"
_NOTEBOOK = PACKAGE / "browser" / "hosts" / "notebook.css"
_SHOWS = PACKAGE / "kinds" / "shows" / "style.css"
_COLOUR = re.compile(r"--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)")
_OURS = ":is(.wss-exercise, .wss-work, .wss-results, .wss-reader, .wss-figure, .wss-explorer)"
"""What stands for a whole page in a notebook, whose other elements are not ours to colour."""


def sheets() -> dict[str, list[Path]]:
    """The files of every style sheet; ``book`` begins with the colours and stands on every page."""
    kinds = [path for kind in KINDS.values() if (path := kind.folder / "style.css").is_file()]
    return {
        "book": [_COLOURS, PACKAGE / "book" / "theme" / "book.css"],
        "asking": [PACKAGE / "book" / "theme" / "asking.css"],
        "article": [PACKAGE / "text" / "article.css"],
        "codebook": [PACKAGE / "text" / "codebook.css"],
        "exercise": [PACKAGE / "browser" / "exercise.css", _SHOWS, *kinds],
        "judgement": [PACKAGE / "browser" / "judgement" / "style.css"],
        "figure": [PACKAGE / "figures" / "figure.css"],
        "yourtext": [PACKAGE / "browser" / "yourtext" / "style.css"],
        "maker": [PACKAGE / "browser" / "maker" / "style.css"],
        "class": [PACKAGE / "classroom" / "class.css"],
    }


def sheet(name: str) -> str:
    """One style sheet whole, by its name in ``sheets``."""
    return "".join(map(_read, sheets()[name]))


def on_paper(*names: str) -> str:
    """Style sheets with the colours before them, for a page that has no ``book``."""
    return _read(_COLOURS) + "".join(map(sheet, names))


def of_kinds(names: Iterable[str]) -> str:
    """What exercises of these kinds need on a page of their own, the colours before it."""
    kinds = [path for name in names if (path := KINDS[name].folder / "style.css").is_file()]
    return "".join(map(_read, [_COLOURS, PACKAGE / "browser" / "exercise.css", *kinds]))


def in_notebook(name: str) -> str:
    """A style sheet with the colours before it, which stand on our own elements alone and follow the host's theme."""
    return (_read(_COLOURS) + _read(_NOTEBOOK)).replace(":root", _OURS) + sheet(name)


@cache
def colours() -> dict[str, tuple[str, str]]:
    """Every colour of the book by its name: how it is in light, and how in dark."""
    return {name: (light, dark) for name, light, dark in _COLOUR.findall(_COLOURS.read_text(encoding="utf-8"))}


def _read(path: Path) -> str:
    text = path.read_text(encoding="utf-8")
    return re.sub(r":root \{.*?\n\}\n", _with_light_alone, text, count=1, flags=re.DOTALL) if path == _COLOURS else text


def _with_light_alone(rule: re.Match[str]) -> str:
    """The rule of the colours, and after it the light ones for browsers without ``light-dark()``."""
    light = " ".join(f"--{name}: {light};" for name, (light, _) in colours().items())
    return f"{rule[0]}@supports not (color: light-dark(#000, #fff)) {{\n  :root {{ {light} }}\n}}\n"
