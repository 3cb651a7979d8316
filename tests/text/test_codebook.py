"""The codebook: a valid Data Package, and rows that keep to it."""

import csv
import json
import shutil

import pytest
from frictionless import Package

from whosaysso.text import codebook
from whosaysso.text.case import Case, find_case, find_cases

ARTICLE = find_case("balochistan-july-2025")


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("case", find_cases(), ids=lambda case: case.slug)
def test_package_is_valid(case):
    """Frictionless finds every table as its descriptor says."""
    report = Package(str(case.folder / "datapackage.json")).validate()
    assert report.valid, report.flatten(["name", "rowNumber", "fieldName", "type", "note"])


@pytest.mark.parametrize("case", find_cases(), ids=lambda case: case.slug)
def test_every_value_is_defined(case):
    """Every value that a column may hold has a definition, an example and a near miss."""
    for resource in case.codebook["resources"]:
        for field in resource.get("schema", {}).get("fields", ()):
            allowed = field.get("constraints", {}).get("enum", ())
            assert {c["value"] for c in field.get("codes", ())} >= set(allowed), (resource["name"], field["name"])
            assert all(c["definition"] and c["example"] and c["near_miss"] for c in field.get("codes", ()))


def test_rows_keep_to_the_codebook():
    """Cells, sources and sums of every case are as the codebook wants them."""
    assert [fault for case in find_cases() for fault in codebook.faults(case)] == []


@pytest.mark.parametrize(
    ("layer", "column", "value", "said"),
    [
        ("claims", "attribution", "somebody", "“somebody” is no value of “attribution”"),
        ("claims", "claim", "", "“claim” is empty"),
        ("claims", "status", "confirmed", "has no source"),
        ("claims", "sources", "no-such-source", "there is no source “no-such-source”"),
        ("monthly", "killed_total", "58", "52 + 5 is not 58"),
        ("accounts", "killed_low", "28", "28 + 2 is not 29"),
        ("accounts", "sources", "", "has no source"),
        ("sources", "date", "last summer", "“last summer” has not the form of “date”"),
        ("sources", "address", "", "“address” is empty"),
        ("codings", "kind", "crowd", "“crowd” is no value of “kind”"),
    ],
)
def test_seeded_fault_is_found(tmp_path, layer, column, value, said):
    """A fault of each sort, put into the first row of a layer, is found."""
    shutil.copytree(ARTICLE.folder, tmp_path / "copy")
    path = tmp_path / "copy" / f"{layer}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    rows[0].update({column: value} if said != "has no source" else {column: value, "sources": ""})
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0], lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    faults = codebook.faults(Case(tmp_path / "copy"))
    assert [f for f in faults if said in f.wrong and f.file.endswith(f"{layer}.csv") and f.remedy], faults


def test_near_misses_quote_the_text():
    """What stands between quotation marks in the examples on the text is in the text, word for word."""
    text = ARTICLE.text
    for name in ("attribution", "checkable"):
        for code in codebook.codes(ARTICLE, "claims", name):
            for quoted in code["example"].split("“")[1:]:
                assert quoted.split("”")[0].rstrip(" …").strip() in text, json.dumps(code, ensure_ascii=False)
