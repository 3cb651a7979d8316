"""A book of a few exercises, so that what is worked out over a whole book can be held to the last figure.

The book itself may gain an exercise any day; this one stays as it is.
"""

import json
from pathlib import Path
from typing import Any

from tests.conftest import ROOT

CASE = "test-a"
"""A text of the book, since every file of exercises names one; these quote nothing of it."""
_COMMON = {"prompt": "Which?", "reads": "sound"}
_VERDICTS = ("supports", "contradicts", "open")


def choose(name: str, *credits: float) -> dict[str, Any]:
    """An exercise of a choice with these credits, the options being a, b, c …"""
    options = [
        {"id": option, "text": f"Option {option}", "credit": credit, "feedback": f"So you chose {option}."}
        for option, credit in zip("abcd", credits or (1, 0, 0.5), strict=False)
    ]
    return {"id": name, "kind": "choose", "title": name.title(), **_COMMON, "options": options}


def judge(name: str, *verdicts: str) -> dict[str, Any]:
    """An exercise with claims c1, c2 … of these verdicts."""
    claims = [
        {"id": f"c{n}", "text": f"Claim {n}", "verdict": verdict, "feedback": dict.fromkeys(_VERDICTS, "See above.")}
        for n, verdict in enumerate(verdicts, 1)
    ]
    evidence = [{"text": "Four roofs were lost.", "origin": "Written for this book about an invented place."}]
    return {"id": name, "kind": "judge", "title": name.title(), **_COMMON, "evidence": evidence, "claims": claims}


def number(name: str) -> dict[str, Any]:
    """An exercise whose figure is 4; 5 earns a half."""
    bands = [{"from": n, "to": n, "credit": credit, "feedback": "See above."} for n, credit in ((4, 1), (5, 0.5))]
    asked = {"unit": "roofs", "bands": bands, "otherwise": {"feedback": "Count again."}}
    return {"id": name, "kind": "number", "title": name.title(), **_COMMON, **asked}


def select(name: str) -> dict[str, Any]:
    """An exercise that does not ask how sure one is: a is right, the others are not."""
    options = [{"id": i, "text": f"Option {i}", "right": i == "a", "feedback": "See above."} for i in "abcd"]
    return {"id": name, "kind": "choose-all", "title": name.title(), **_COMMON, "options": options}


def poll(name: str) -> dict[str, Any]:
    """An exercise that says how sure and has no score."""
    options = [{"id": i, "text": f"View {i}"} for i in "abc"]
    asked = {"asks": "the-roofs", "when": "at first", "options": options, "feedback": "Thank you."}
    return {"id": name, "kind": "poll", "title": name.title(), **_COMMON, **asked}


def write(name: str) -> dict[str, Any]:
    """An exercise in which something is written."""
    asked = {"rubric": [{"id": "owner", "text": "It says who says so."}], "model": "A warden counted four roofs."}
    return {"id": name, "kind": "write", "title": name.title(), **_COMMON, **asked}


TOPICS = {
    "doors": ("Doors", [choose("threshold")]),
    "hill": (
        "The hill",
        [
            choose("rumour"),
            judge("mill", "supports", "supports", "contradicts", "open", "contradicts"),
            number("roofs"),
            write("rewrite"),
            poll("opinion"),
            choose("aside", 0, 1, 0),
        ],
    ),
    "river": ("The river", [choose("ferry", 0, 0, 1), select("boats"), judge("weir", *_VERDICTS, *_VERDICTS)]),
    **{
        f"test-{letter.lower()}": (f"Test {letter}", [choose(f"{stem}-one"), number(f"{stem}-two")])
        for letter, stem in zip("ABC", ("ash", "birch", "cedar"), strict=True)
    },
}
"""The files of exercises: each title, and what stands in it."""

SETS = [
    {"id": "doors", "title": "Doors", "exercises": ["threshold"]},
    {
        "id": "hill",
        "title": "The hill",
        "attempts": "best",
        "points": {"mill": 2, "roofs": 3.5},
        "exercises": ["rumour", "mill", "roofs", "rewrite", "opinion", "aside"],
    },
    {"id": "river", "title": "The river", "attempts": "last", "points": {"weir": 0}, "exercises": ["ferry", "weir"]},
    *({"id": f"test-{f.lower()}", "title": f"Test {f}", "mode": "deferred", "form": f,
       "points": {f"{stem}-two": 2}, "exercises": [f"{stem}-one", f"{stem}-two"]}
      for f, stem in zip("CAB", ("cedar", "ash", "birch"), strict=True)),
]  # fmt: skip
"""Every set but that of ``boats``, which no set names."""

CHAPTERS = {
    "index": ["threshold"],
    "river": ["ferry", "boats", "weir", "ash-one"],
    "hill": ["rumour", "mill", "roofs", "rewrite", "opinion", "More", "aside"],
}
"""The pages in their order, the first one first, and what each shows; below *More* it is no longer the path."""

PATH = ["threshold", *CHAPTERS["river"], "rumour", "mill", "roofs", "rewrite", "opinion"]
"""What the path asks, in its order."""


def write_small_book(folder: Path) -> Path:
    """Write it down as authors do."""
    folder.mkdir()
    (folder / "case").mkdir()
    (folder / "case" / CASE).symlink_to(ROOT / "case" / CASE, target_is_directory=True)
    (folder / "_config.yml").write_text("title: Small\n", encoding="utf-8")
    pages = [{"file": f"chapters/{name}"} for name in CHAPTERS if name != "index"]
    contents = {"format": "jb-book", "root": "chapters/index", "parts": [{"caption": "All", "chapters": pages}]}
    files: dict[str, Any] = {"_toc.yml": contents, "exercises/sets.yml": {"sets": SETS}}
    for stem, (title, exercises) in TOPICS.items():
        files[f"exercises/{stem}.yml"] = {"title": title, "case": CASE, "exercises": exercises}
    for name, shown in CHAPTERS.items():
        lines = [f"## {each}" if each == "More" else f"```{{exercise}} {each}\n```" for each in shown]
        files[f"chapters/{name}.md"] = "\n\n".join(["# A page", *lines, ""])
    for place, data in files.items():
        (folder / place).parent.mkdir(exist_ok=True)
        (folder / place).write_text(data if isinstance(data, str) else json.dumps(data), encoding="utf-8")  # YAML too
    return folder
