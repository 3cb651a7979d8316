"""The codebook of a case, ``datapackage.json``: what every column means, and whether the rows keep to it.

A Data Package descriptor (https://datapackage.org) with three properties of our own. ``codes`` on a field gives each
value with its definition, an example and a near miss. ``sums`` on a resource says which figures have to add up.
``unsourced`` on a resource names a column and the values with which a row may stand without a source.
"""

import re
from pathlib import Path
from typing import Any

from whosaysso.authored.fault import Fault, shown
from whosaysso.text.case import Case
from whosaysso.text.rows import Row

_NUMBER = re.compile(r"-?\d+(\.\d+)?")


def faults(case: Case) -> list[Fault]:
    """Every cell that the codebook does not allow, every source that is not in the table, every sum that is wrong."""
    resources = {r["name"]: r for r in case.codebook.get("resources", ()) if "schema" in r}
    rows = {name: case.read(name)[0] for name in case.layers}
    known = {row.cells.get("id", "") for row in rows.get("sources", ())}
    found = [
        Fault(
            shown(case.folder / f"{name}.csv"),
            0,
            "the codebook does not say what this layer is",
            "describe it in datapackage.json",
        )
        for name in case.layers
        if name not in resources and resources
    ]
    for name, resource in resources.items():
        path = case.folder / resource["path"]
        if path.name != f"{name}.csv" or name not in rows:
            found.append(
                Fault(
                    shown(case.folder / "datapackage.json"),
                    0,
                    f"the table “{name}” is to be in {resource['path']}, and there is no table {name}.csv",
                    "give it a file of its own name, or take it out of resources",
                )
            )
            continue
        if wrong := _unknown_columns(resource):
            found += [Fault(shown(case.folder / "datapackage.json"), 0, *one) for one in wrong]
            continue
        found += [Fault(shown(path), 0, *wrong) for wrong in _columns_not_described(rows[name], resource)]
        for row in rows[name]:
            found += [
                Fault(shown(path), row.line, *wrong)
                for wrong in (*_cell_faults(row, resource), *_source_faults(row, resource, known))
            ]
        found += _sum_faults(path, rows[name], resource.get("sums", ()))
    return found


def _unknown_columns(resource: dict[str, Any]) -> list[tuple[str, str]]:
    """Columns that the rules of a table name and its schema does not."""
    named = [column for rule in resource.get("sums", ()) for column in (rule["column"], *_summed(rule))]
    if "unsourced" in resource:
        named.append(resource["unsourced"]["column"])
    has = [field["name"] for field in resource["schema"]["fields"]]
    return [
        (
            f"a rule of “{resource['name']}” names a column “{column}”, which it has not",
            f"write one of: {', '.join(has)}",
        )
        for column in dict.fromkeys(named)
        if column not in has
    ]


def _summed(rule: dict[str, Any]) -> list[str]:
    return [] if "row" in rule else list(rule["of"])


def _columns_not_described(rows: list[Row], resource: dict[str, Any]) -> list[tuple[str, str]]:
    has = {field["name"] for field in resource["schema"]["fields"]}
    return [
        (f"the codebook has no column “{name}”", "describe it in datapackage.json, or remove it")
        for name in (rows[0].cells if rows else ())
        if name not in has
    ]


def _cell_faults(row: Row, resource: dict[str, Any]) -> list[tuple[str, str]]:
    found = []
    for field in resource["schema"]["fields"]:
        name, rules = field["name"], field.get("constraints", {})
        cell = row[name]
        if not cell:
            if rules.get("required"):
                found.append(
                    (
                        f"“{name}” is empty",
                        f"write {field.get('title', name)}: {field.get('description', '')}".rstrip(": "),
                    )
                )
            continue
        if "enum" in rules and cell not in rules["enum"]:
            found.append((f"“{cell}” is no value of “{name}”", f"write one of: {', '.join(rules['enum'])}"))
        if "pattern" in rules and not re.fullmatch(rules["pattern"].removeprefix("^").removesuffix("$"), cell):
            found.append((f"“{cell}” has not the form of “{name}”", field.get("description", "see the codebook")))
        if field.get("type") in ("integer", "number") and not _NUMBER.fullmatch(cell):
            found.append((f"“{cell}” in “{name}” is not a number", "write digits only"))
    return found


def _source_faults(row: Row, resource: dict[str, Any], known: set[str]) -> list[tuple[str, str]]:
    given = row.cells.get("sources", "").split()
    may = resource.get("unsourced")
    if may and not given and row[may["column"]] not in may["values"]:
        return [
            (
                f"a row with “{row[may['column']]}” in “{may['column']}” states something about the world "
                "and has no source",
                f"name its source, or write one of: {', '.join(v or 'nothing' for v in may['values'])}",
            )
        ]
    return [
        (f"there is no source “{name}”", "add it to sources.csv, with outlet, date and address")
        for name in given
        if name not in known
    ]


def _sum_faults(path: Path, rows: list[Row], sums: list[dict[str, Any]]) -> list[Fault]:
    """``{column, of: [columns]}`` holds in every row; ``{row, column, of: [rows]}`` holds for the one row."""
    found = []
    by_id = {row.cells.get("id", ""): row for row in rows}
    for rule in sums:
        if "row" in rule:
            missing = [name for name in (rule["row"], *rule["of"]) if name not in by_id]
            if missing:
                found.append(
                    Fault(
                        shown(path),
                        0,
                        f"a sum names the row “{missing[0]}”, which is not there",
                        "mend sums in datapackage.json",
                    )
                )
                continue
            whole, parts = by_id[rule["row"]], [by_id[name][rule["column"]] for name in rule["of"]]
            checks = [(whole, whole[rule["column"]], parts)]
        else:
            checks = [(row, row[rule["column"]], [row[name] for name in rule["of"]]) for row in rows]
        for row, total, parts in checks:
            if not all(_NUMBER.fullmatch(cell) for cell in (total, *parts)):
                continue  # told by its cell, where the column holds numbers
            if sum(map(float, parts)) != float(total):
                found.append(
                    Fault(
                        shown(path),
                        row.line,
                        f"{' + '.join(parts)} is not {total}",
                        "mend the figure that is wrong, or say in the note why they differ",
                    )
                )
    return found


def codes(case: Case, layer: str, column: str) -> list[dict[str, Any]]:
    """The values a column may hold: ``{value, definition, example, near_miss}`` each."""
    for resource in case.codebook.get("resources", ()):
        for field in resource.get("schema", {}).get("fields", ()):
            if (resource["name"], field["name"]) == (layer, column):
                found: list[dict[str, Any]] = field.get("codes", [])
                return found
    return []
