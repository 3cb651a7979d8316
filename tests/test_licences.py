"""The code is free for any use, so nothing that readers, students and authors install may ask for more than that."""

import re
import tomllib
from importlib.metadata import Distribution, distribution

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.conftest import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
COPYLEFT = re.compile(r"\bA?GPL|GNU (?:Affero )?General Public")
"""The GPL and the AGPL by name; the lesser one allows what we do."""

NAMED = {
    "docutils": "its one part under the GPL is a mode for Emacs, which is not in what is installed",
}
"""Packages whose classifiers name the GPL beside others, and do not say whether they mean parts or a choice."""


def needed(*requirements: str) -> dict[str, Distribution]:
    """Every package that these need on this machine, and that those need in turn, by name."""
    found: dict[tuple[str, frozenset[str]], Distribution] = {}
    todo = [Requirement(one) for one in requirements]
    while todo:
        one = todo.pop()
        extras = frozenset(one.extras)
        if (canonicalize_name(one.name), extras) in found:
            continue
        package = distribution(one.name)
        found[canonicalize_name(one.name), extras] = package
        todo += [
            need
            for need in map(Requirement, package.requires or ())
            if need.marker is None or any(need.marker.evaluate({"extra": extra}) for extra in (*extras, ""))
        ]
    return {name: package for (name, _), package in found.items()}


def allows(expression: str) -> bool:
    """Whether one alternative of an SPDX expression is free of the GPL."""
    while inner := re.search(r"\(([^()]*)\)", expression):
        expression = expression.replace(inner[0], "MIT" if allows(inner[1]) else "GPL")
    return any(not any(map(COPYLEFT.search, alternative.split(" AND "))) for alternative in expression.split(" OR "))


def said(package: Distribution) -> tuple[str | None, list[str]]:
    """What a package says of its licence: an SPDX expression, or else the names in its metadata."""
    about = package.metadata
    named = [one for one in about.get_all("Classifier") or () if one.startswith("License")]
    # Some write the name into this field and some the whole text, whose first line tells.
    first = (about.get("License") or "").strip().partition("\n")[0]
    return about.get("License-Expression"), named or ([first] if first else [])


def wrong(name: str, package: Distribution) -> str:
    """Why a package cannot be had by readers, or nothing."""
    expression, names = said(package)
    if expression:
        return "" if allows(expression) else expression
    under = [one for one in names if COPYLEFT.search(one)]
    if not names or len(under) == len(names):
        return "; ".join(names) or "it says nothing"
    return "; ".join(names) if under and name not in NAMED else ""


@pytest.mark.parametrize("group", ["core", "book", "lab"])
def test_nothing_that_readers_need_is_under_the_gpl(group):
    """Everything that a reader, a student or an author installs has a licence other than the GPL to choose."""
    wants = PROJECT["dependencies"] if group == "core" else PROJECT["optional-dependencies"][group]
    packages = needed(*wants)
    assert len(packages) > len(wants)
    assert not {name: why for name, package in packages.items() if (why := wrong(name, package))}


def test_docutils_comes_without_its_part_under_the_gpl():
    """The reason for naming docutils holds: no file of its Emacs mode is installed."""
    files = distribution("docutils").files or ()
    assert files and not [file for file in files if file.suffix == ".el"]


def test_tools_under_the_gpl_stay_with_the_tests():
    """What only the tests use may be under the GPL: it is listed here, and nothing that readers need is among it."""
    readers = needed(
        *PROJECT["dependencies"], *PROJECT["optional-dependencies"]["book"], *PROJECT["optional-dependencies"]["lab"]
    )
    tests = PROJECT["optional-dependencies"]["test"]
    listed = {name: why for name, one in needed(*tests).items() if (why := wrong(name, one))}
    print(*(f"{name}: {why}" for name, why in sorted(listed.items())), sep="\n")  # noqa: T201 - shown by pytest -s, and when the test fails
    assert not listed.keys() & readers.keys(), listed


@pytest.mark.parametrize(
    ("expression", "allowed"),
    [
        ("MIT", True),
        ("LGPL-3.0-or-later", True),
        ("GPL-3.0-or-later", False),
        ("AGPL-3.0-only", False),
        ("GPL-2.0-only OR MIT", True),
        ("MIT AND GPL-2.0-only", False),
        ("GPL-2.0-only AND (MIT OR BSD-2-Clause)", False),
        ("MIT AND (GPL-2.0-only OR BSD-2-Clause)", True),
    ],
)
def test_one_alternative_suffices(expression, allowed):
    """A licence with a choice is judged by its best alternative, and one with parts by its worst part."""
    assert allows(expression) is allowed
