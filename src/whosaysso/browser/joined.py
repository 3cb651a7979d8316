"""The browser's side as one module: ES modules joined in the order of their imports, with no bundler.

Every file is an ES module on its own, whose imports, of types too, stand at its head, a line each. Joined, these
lines fall away and nothing else does; names are unique across the files. Every kind's ``grade.js`` and ``view.js`` is
found in its folder.
"""

from collections.abc import Iterable
from pathlib import Path

from whosaysso.authored.folders import PACKAGE
from whosaysso.kinds import KINDS

BROWSER = PACKAGE / "browser"
ASKED = 'data-exercise="'
"""What shows that a page has exercises."""
PARTS = {"data-set=": "finish", "data-deal=": "door", "data-results": "results", "data-practise": "practise"}
"""What a page may hold beside its exercises: the attribute that shows it, and the module behind it and its host."""
MADE = ("choose", "choose-all", "judge", "mark", "number", "sort", "write")
"""The kinds that a teacher makes of a text."""


def notebook_module(view: str = "exercise") -> str:
    """The module a widget carries: a default object with ``render({model, el})``, and for exercises ``grade``.

    ``view`` is one of ``exercise``, ``work``, ``finish``, ``door``, ``results``, ``practise``,
    ``yourText``.
    """
    path = BROWSER / "yourtext" / "view.js" if view == "yourText" else BROWSER / f"{view}.js"
    more = (*_kinds(), BROWSER / "hosts" / "notebook.js") if view == "exercise" else ()
    return joined(*more, path) + f"export default {view}View;\n"


def page_module(body: str) -> str:
    """The same, started on everything that the page's ``body`` holds; kinds come with exercises."""
    kinds = _kinds() if ASKED in body else []
    hosts = ("page", *(name for sign, name in PARTS.items() if sign in body))
    return joined(*kinds, *(BROWSER / "hosts" / f"{host}.js" for host in hosts))


def bar_module() -> str:
    """The bar *My work* in a page, which downloads, loads and clears: a module of its own, after the runtime."""
    return joined(BROWSER / "hosts" / "work.js")


def package_module(body: str) -> str:
    """A page in an LMS, whose session comes before everything and whose bar stands in the same module.

    Modules in a page do not wait for one another, and this one waits for the LMS.
    """
    hosts = ("page", *(name for sign, name in PARTS.items() if sign in body), "work", "scorm")
    return joined(BROWSER / "scorm" / "session.js", *_kinds(), *(BROWSER / "hosts" / f"{host}.js" for host in hosts))


def your_text_module() -> str:
    """The page for any text: a module of its own, since that page has no exercises."""
    return joined(BROWSER / "hosts" / "yourtext.js")


def maker_module() -> str:
    """The page that makes exercises, beside the module that the files carry which it gives."""
    return joined(BROWSER / "hosts" / "maker.js")


def made_module() -> str:
    """What a teacher's file for students carries: its kinds and the bar, in one module that waits for nothing."""
    return joined(*_kinds(MADE), BROWSER / "hosts" / "page.js", BROWSER / "hosts" / "work.js")


def joined(*entries: Path) -> str:
    """The modules and all that they import, each once and after what it needs."""
    done: dict[Path, str] = {}

    def add(path: Path) -> None:
        if path not in done:
            needed, text = _read(path)
            for other in needed:
                add(other)
            done[path] = text

    for entry in entries:
        add(entry)
    return "".join(done.values())


def _kinds(names: Iterable[str] = KINDS) -> list[Path]:
    return [KINDS[kind].folder / name for kind in names for name in ("grade.js", "view.js")]


def _read(path: Path) -> tuple[list[Path], str]:
    """What a module imports, and its text without the lines that say so, be it code or types."""
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    imports = [line for line in lines if line.startswith("import ")]
    return [(path.parent / line.split('"')[1]).resolve() for line in imports], "".join(
        line for line in lines if not line.startswith(("import ", "/** @import "))
    )
