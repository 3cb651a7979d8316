"""A text that somebody read, as files of the book: a case, and a file of exercises whose key is what is marked.

What nobody has said yet is filled with what a machine can say truly, that the key has these words under this label,
and is named among what is still to be written.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import groupby

import yaml

from whosaysso.exercises.made import Made
from whosaysso.reader.as_exercise import exercise_of
from whosaysso.reader.cutting import cut
from whosaysso.reader.reading import Piece, Provenance, Reading

_INNER = str.maketrans("“”", "\u2018\u2019")


@dataclass
class Drafted:
    """Files by their paths in the repository, and what people have yet to write."""

    files: dict[str, str]
    to_write: list[str] = field(default_factory=list)


def case_from_reading(name: str, reading: Reading, reads: str) -> Drafted:
    """The case ``name`` and one ``mark`` exercise; of a text without marks, its figures are what is to be marked.

    Parameters
    ----------
    reads
        What the text is, as an exercise says it: ``sound`` or ``opposite``.
    """
    text = one_line_each(reading.text.words, reading.cut)
    title = reading.provenance.title or name.replace("-", " ").capitalize()
    made = Drafted(_case_files(name, text, title, origin_of(reading.provenance)), _to_write(name, reading.provenance))
    item, unsaid = exercise_of(name, text, reading, reads)
    if item is None:
        made.to_write.insert(0, "an exercise: no stretch of the text has something to mark and a clean sentence too")
        return made
    made.files[f"exercises/{name}.yml"] = exercises_file(title, name, [item])
    made.to_write = [*unsaid, *made.to_write, _shown(name, [str(item["id"])])]
    return made


def case_from_made(name: str, made: Made) -> Drafted:
    """The case ``name`` and the exercises of a file that the page *Make an exercise* gave, under ids of their own."""
    if made.text is None:
        raise ValueError("this file of exercises does not hold its text")
    text = one_line_each(made.text.words, cut(made.text.words, made.text.language))
    items = [item.model_dump(mode="json", by_alias=True, exclude_defaults=True) for item in made.exercises]
    items = [{"id": f"{name}-{item.pop('id')}", **item} for item in items]
    files = _case_files(name, text, made.title, made.text.origin)
    files[f"exercises/{name}.yml"] = exercises_file(made.title, name, items, made=True)
    return Drafted(files, [_rights(), _shown(name, [item["id"] for item in items])])


def one_line_each(text: str, pieces: Iterable[Piece]) -> str:
    """The text as a case has it: a paragraph or heading a line, with an empty line between."""
    grouped = groupby(pieces, key=lambda piece: (piece.role == "heading", piece.paragraph))
    lines = [[*inside] for _, inside in grouped]
    return "\n\n".join(" ".join(text[inside[0].start : inside[-1].end].split()) for inside in lines) + "\n"


def origin_of(told: Provenance) -> str:
    """What a text tells of itself, in one line."""
    said = [each for each in (told.title, told.author, told.outlet, told.date, told.place) if each]
    return ", ".join(said) or "A text that does not say where it comes from."


def exercises_file(title: str, case: str, items: list[dict[str, object]], *, made: bool = False) -> str:
    """A file of exercises as an author would write it; ``made`` where it came from the page *Make an exercise*."""
    quoted = f"“{title.translate(_INNER)}”"  # the text's own words, and not the book's
    data = {"title": quoted, "case": case, **({"made": True} if made else {}), "exercises": items}
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=110)


def _case_files(name: str, text: str, title: str, origin: str) -> dict[str, str]:
    package = {
        "$schema": "https://datapackage.org/profiles/1.0/datapackage.json",
        "name": name,
        "title": title,
        "description": origin,
        "version": "0.1.0",
        "text": {"path": "text.txt", "sha256": sha256(text.encode()).hexdigest()},
        "resources": [{"name": "text", "path": "text.txt", "title": "The text"}],
    }
    described = json.dumps(package, ensure_ascii=False, indent=1) + "\n"
    return {f"case/{name}/text.txt": text, f"case/{name}/datapackage.json": described}


def _to_write(name: str, told: Provenance) -> list[str]:
    asked = {"outlet": "who published it", "date": "when", "author": "who wrote it"}
    lacking = [what for name_, what in asked.items() if not getattr(told, name_)]
    return [*([f"in case/{name}/datapackage.json: {', '.join(lacking)}"] if lacking else []), _rights()]


def _rights() -> str:
    return "in LICENSE-CONTENT: who holds the rights in the text, and on what ground you use it"


def _shown(name: str, ids: list[str]) -> str:
    lines = " ".join(f"```{{exercise}} {each}```" for each in ids)
    return f"a page that shows it, named in _toc.yml: ```{{article}} {name}``` {lines}, each on lines of its own"
