"""The exercises of the book: the files ``exercises/*.yml``, read with every fault named."""

import difflib
import re
import unicodedata
from functools import lru_cache
from pathlib import Path

from pydantic import Field, ValidationError

from whosaysso.authored.fault import Fault, Faulty, shown
from whosaysso.authored.folders import home
from whosaysso.authored.leftovers import left_behind
from whosaysso.authored.yaml import Lines, line_of, read_yaml, told_by_pydantic
from whosaysso.kinds import Item
from whosaysso.kinds.exercise import Part, Text, Voice
from whosaysso.text.case import find_case

_STEM = re.compile(r"[a-z][a-z0-9-]*")

Stamps = tuple[tuple[Path, int, int], ...]
"""Every file that exercises come from, with its time and size."""


class Topic(Part):
    """One file of exercises."""

    title: Voice
    case: Text = Field(description="The folder under case/ whose places the exercises name.")
    made: bool = Field(
        False,
        description="yes: a teacher made this file of one text, for a class. What only shows over the whole book is "
        "then asked, and not refused.",
    )
    exercises: list[Item] = Field(min_length=1)


def read_topic(path: Path) -> tuple[Topic | None, list[Fault]]:
    """One file: the exercises when they are sound, and everything that is wrong when they are not."""
    data, lines, faults = read_yaml(path)
    if faults:
        return None, faults
    try:
        topic = Topic.model_validate(data)
    except ValidationError as error:
        return None, told_by_pydantic(error, Topic, path, lines)
    named = [
        (("case",), topic.case),
        *((("exercises", number, "case"), item.case) for number, item in enumerate(topic.exercises) if item.case),
    ]
    if faults := [
        Fault(shown(path), line_of(lines, at), f"there is no case “{name}”", "write the name of a folder under case/")
        for at, name in named
        if not (home() / "case" / name / "text.txt").is_file()
    ]:
        return None, faults
    try:
        for _, name in dict.fromkeys(named):
            find_case(name).codebook  # noqa: B018  # read, so that its faults are told once
    except Faulty as faulty:
        return None, faulty.faults
    for number, item in enumerate(topic.exercises):
        item._case = item.case or topic.case
        faults += [
            Fault(shown(path), line_of(lines, ("exercises", number, *at)), wrong, remedy)
            for at, wrong, remedy in item.problems()
        ]
    faults += _balance_faults(topic, path, lines)
    return (None if faults else topic), faults


def read_topics(folder: Path | None = None) -> dict[str, Topic]:
    """Every topic by its stem. Read again only when a file has changed.

    Raises
    ------
    Faulty
        With every fault of every file.
    """
    return _read_topics(stamps(folder), folder)


@lru_cache(maxsize=8)
def _read_topics(_stamps: Stamps, folder: Path | None) -> dict[str, Topic]:
    topics, faults = find_topics(folder)
    if faults:
        raise Faulty(faults)
    return topics


def find_topics(folder: Path | None = None) -> tuple[dict[str, Topic], list[Fault]]:
    """Every sound topic by its stem, and every fault of all of them, an id that two files use among these."""
    topics: dict[str, Topic] = {}
    faults: list[Fault] = []
    owners: dict[str, str] = {}
    for path in topic_files(folder):
        topic, wrong = read_topic(path)
        faults += wrong
        if not _STEM.fullmatch(path.stem):
            faults.append(
                Fault(
                    shown(path),
                    0,
                    f"“{path.name}” cannot be the name of an exercise file",
                    f"call it {_fitting(path.stem)}.yml: its set and its page are called like it",
                )
            )
            continue
        if topic is None:
            continue
        topics[path.stem] = topic
        for item in topic.exercises:
            if item.id in owners:
                faults.append(
                    Fault(
                        shown(path),
                        0,
                        f"the id {item.id} is taken by {owners[item.id]}",
                        "choose another id; ids are never used twice",
                    )
                )
            owners[item.id] = shown(path)
    return topics, faults


def _fitting(stem: str) -> str:
    """A name like this one that a set can have."""
    plain = unicodedata.normalize("NFKD", stem.lower()).encode("ascii", "ignore").decode()
    name = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    turned = re.sub(r"^([\d-]+?)-?([a-z].*)$", r"\2-\1", name)  # 2026-storm: storm-2026
    return turned if _STEM.fullmatch(turned) else f"set-{turned}".strip("-")


def stamps(folder: Path | None = None) -> Stamps:
    """What tells that a source has changed: each with its time and size."""
    return tuple((path, (stat := path.stat()).st_mtime_ns, stat.st_size) for path in sources(folder))


def sources(folder: Path | None = None) -> list[Path]:
    """Every file that an exercise may come from: the exercise files, and the cases they name places of."""
    found = [*sorted((folder or home() / "exercises").glob("*.yml")), *sorted((home() / "case").glob("*/*.*"))]
    return [path for path in found if path.is_file() and not left_behind(path)]


def topic_files(folder: Path | None = None) -> list[Path]:
    """The exercise files, by name. A file of private keys (``NAME.key.yml``) is none, nor is that of the sets."""
    return sorted(
        path
        for path in (folder or home() / "exercises").glob("*.yml")
        if not path.name.endswith(".key.yml") and path.name != "sets.yml" and not left_behind(path)
    )


def find_exercise(name: str) -> Item:
    """The exercise with this id.

    Raises
    ------
    KeyError
        With the id that is most like it, or with all that there are.
    """
    items = {item.id: item for topic in read_topics().values() for item in topic.exercises}
    if name not in items:
        near = difflib.get_close_matches(name, items, 1)
        raise KeyError(
            f"there is no exercise “{name}”; "
            + (f"did you mean {near[0]}?" if near else f"there are: {', '.join(items) or 'none'}")
        )
    return items[name]


def _balance_faults(topic: Topic, path: Path, lines: Lines) -> list[Fault]:
    other = sum(item.reads != "article" for item in topic.exercises)
    if other * 4 >= len(topic.exercises):
        return []
    return [
        Fault(
            shown(path),
            line_of(lines, ("exercises",)),
            f"{other} of {len(topic.exercises)} exercises are on a sound or an opposite text",
            "make it at least one in four, so that readers learn a method and not a side",
        )
    ]
