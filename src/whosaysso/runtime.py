"""The browser's side as one module: the files of ``static/`` joined in order, no bundler needed.

Each file is an ES module on its own; joined, their imports of one another fall away, and so do comments and the
white space that lines begin with. Names are unique across them.
"""

import re

from whosaysso.folders import STATIC

SHARED = ("verdict", "grammar", "marks", "grading", "keeping", "passage", "answers", "behaviour")
_COMMENT = re.compile(r"^\s*(?://|/\*\*|\*(?:/|\s)).*\n|^\s+|(?<=[;,{}()]) // .*$", re.MULTILINE)
_LINE_END = re.compile(r"(?<=[;{,(\[])\n")  # no text of ours runs over a line, so these ends mean nothing
_IMPORT = re.compile(r'^import [^;]*? from "\./[a-z]+\.js";\n', re.MULTILINE | re.DOTALL)


def notebook_module() -> str:
    """The module a widget carries: ``grade``, and a default object with ``render({model, el})``."""
    return _joined(SHARED)


def page_module() -> str:
    """The same, started on every exercise of the page it stands in."""
    return _joined((*SHARED, "page"))


def style() -> str:
    """The exercises' own style sheet."""
    return (STATIC / "exercise.css").read_text(encoding="utf-8")


def _joined(names: tuple[str, ...]) -> str:
    files = ((STATIC / f"{name}.js").read_text(encoding="utf-8") for name in names)
    return _LINE_END.sub("", "".join(_COMMENT.sub("", _IMPORT.sub("", text)) for text in files))
