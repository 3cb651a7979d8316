"""The browser's side as one module: the files of ``static/`` joined in order, no bundler needed.

Each file is an ES module on its own; joined, their imports of one another fall away, and so do comments and the
white space that lines begin with. Names are unique across them.
"""

import re

from whosaysso.folders import STATIC

SHARED = ("verdict", "grammar", "marks", "grading", "keeping", "passage", "answers", "mounted", "behaviour")
PARTS = {"data-set=": ("finish", "finish-page"), "data-deal=": ("deal", "deal-page"), "data-results": ("results", "results-page")}
"""What a page needs beside its exercises, by the attribute that shows the need."""
_COMMENT = re.compile(r"^\s*(?://|/\*\*|\*(?:/|\s)).*\n|^\s+|(?<=[;,{}()]) // .*$", re.MULTILINE)
_LINE_END = re.compile(r"(?<=[;{,(\[])\n")  # no text of ours runs over a line, so these ends mean nothing
_IMPORT = re.compile(r'^import [^;]*? from "\./[a-z-]+\.js";\n', re.MULTILINE | re.DOTALL)


def notebook_module(view: str = "widget") -> str:
    """The module a widget carries: a default object with ``render({model, el})``, and for exercises ``grade``.

    ``view`` is ``widget`` for an exercise and the bar *My work*, or one of ``finish``, ``deal``, ``results``.
    """
    return _joined(SHARED if view == "widget" else ("mounted", view)) + f"export default {view};\n"


def page_module(body: str = "") -> str:
    """The same, started on everything that the page's ``body`` holds."""
    return _joined((*SHARED, "model", "page", *(name for sign, names in PARTS.items() if sign in body for name in names)))


def style() -> str:
    """The exercises' own style sheet."""
    return (STATIC / "exercise.css").read_text(encoding="utf-8")


def _joined(names: tuple[str, ...]) -> str:
    files = ((STATIC / f"{name}.js").read_text(encoding="utf-8") for name in names)
    return _LINE_END.sub("", "".join(_COMMENT.sub("", _IMPORT.sub("", text)) for text in files))
