"""Reading ``datapackage.json``, the codebook of a case, so that whoever asks it finds what has to be there."""

import json
import re
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from whosaysso.authored.fault import Fault, shown
from whosaysso.authored.reading import read_text
from whosaysso.authored.yaml import Lines, read_yaml, told_by_pydantic


class _Said(BaseModel):
    """What we read of a descriptor; the standard allows more."""

    model_config = ConfigDict(extra="allow")


class _Code(_Said):
    value: str
    definition: str
    example: str = ""
    near_miss: str = ""


class _Constraints(_Said):
    required: bool = False
    enum: list[str] = []
    pattern: str = ""

    @field_validator("pattern")
    @classmethod
    def _compiles(cls, pattern: str) -> str:
        try:
            re.compile(pattern)
        except re.error as error:
            raise ValueError(f"“{pattern}” is not a pattern: {error} | mend it, or remove it") from None
        return pattern


class _Column(_Said):
    name: str = Field(min_length=1)
    type: str = "string"
    title: str = ""
    description: str = ""
    constraints: _Constraints = _Constraints()
    codes: list[_Code] = []


class _Schema(_Said):
    fields: list[_Column]


class _Sum(_Said):
    column: str
    of: list[str] = Field(min_length=1)
    row: str | None = None


class _Unsourced(_Said):
    column: str
    values: list[str]


class _Resource(_Said):
    name: str = Field(min_length=1)
    path: str = Field(min_length=1)
    schema_: _Schema | None = Field(None, alias="schema")
    sums: list[_Sum] = []
    unsourced: _Unsourced | None = None


class _Text(_Said):
    sha256: str = ""


class Package(_Said):
    """The descriptor of a case."""

    title: str = ""
    text: _Text = _Text()
    resources: list[_Resource] = []


def read_package(path: Path) -> tuple[dict[str, Any], list[Fault]]:
    """The descriptor as it stands, and what is wrong with its form."""
    text, faults = read_text(path)
    if faults:
        return {}, faults
    twice: list[str] = []

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        twice.extend(name for name in found if [key for key, _ in pairs].count(name) > 1)
        return found

    try:
        package = json.loads(text, object_pairs_hook=once)
    except json.JSONDecodeError as error:
        return {}, [
            Fault(
                shown(path),
                error.lineno,
                f"this is not JSON: {error.msg}",
                "look for a comma or a quotation mark, missing or too many, in this line and the one before",
            )
        ]
    except RecursionError:
        return {}, [Fault(shown(path), 0, "this file is nested too deeply", "take levels away")]
    if twice:
        told = [fault for fault in read_yaml(path)[2] if "twice" in fault.wrong]  # with their lines, without tabs
        return {}, told or [Fault(shown(path), 0, f"“{twice[0]}” stands here twice", "keep one of the two")]
    try:
        Package.model_validate(package)
    except ValidationError as error:
        return {}, told_by_pydantic(error, Package, path, _lines(path))
    return package, []


def _lines(path: Path) -> Lines:
    """The line of every value: JSON without tabs is YAML too."""
    return read_yaml(path)[1]
