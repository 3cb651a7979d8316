"""The kinds of exercise, one folder a kind with all that is its own; a new kind is a new folder.

A folder holds ``schema.py`` (what an author writes), ``grade.py`` and ``grade.js`` (the two graders), ``blind.py``
(answers given without reading), ``view.js`` (how it is answered in a browser), ``question.html.jinja`` and
``answers.html.jinja``, ``style.css`` where it has one, and an ``__init__`` that says ``KIND = Kind(…)``.
The folder is called after the kind, with ``_`` for ``-``. Nothing outside lists the kinds.
"""

import pkgutil
from functools import reduce
from importlib import import_module
from operator import or_
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from whosaysso.kinds.exercise import Exercise
from whosaysso.kinds.kind import Kind

_FOUND: list[Kind] = [
    import_module(f"{__name__}.{each.name}").KIND for each in pkgutil.iter_modules(__path__) if each.ispkg
]

KINDS: dict[str, Kind] = {kind.name: kind for kind in _FOUND}
"""Every kind by its name."""

if TYPE_CHECKING:
    Item = Exercise
else:
    Item = Annotated[reduce(or_, (kind.schema for kind in _FOUND)), Field(discriminator="kind")]
    """An exercise of any kind, told apart by ``kind``."""
