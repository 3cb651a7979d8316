"""``schemas``: what exercise files, sets, hand-ins and readings have to be, for editors and for other programs."""

import json
from pathlib import Path

import click
from rich.console import Console

from whosaysso.authored.folders import checkout
from whosaysso.authored.writing import write_atomically

say = Console(highlight=False, soft_wrap=True, markup=False, emoji=False)


@click.command()
def schemas() -> None:
    """Write the JSON Schemas of exercise files, sets, hand-ins and readings anew from the types."""
    folder = (checkout() or Path.cwd()) / "schemas"
    folder.mkdir(exist_ok=True)
    for name, schema in published_schemas().items():
        write_atomically(folder / f"{name}.json", schema)
    say.print(f"Written to {folder}")


def published_schemas() -> dict[str, str]:
    """The JSON Schemas by name, as text: what editors complete by, what a hand-in and a reading have to be."""
    from whosaysso.exercises.sets import Sets
    from whosaysso.exercises.topics import Topic
    from whosaysso.reader.reading import Reading
    from whosaysso.work.hand_in import HandIn

    found = {
        "sets": Sets.model_json_schema(by_alias=True),
        "exercises": Topic.model_json_schema(by_alias=True),
        "hand-in": HandIn.model_json_schema(by_alias=True),
        "reading-1": Reading.model_json_schema(by_alias=True),
    }
    return {name: json.dumps(schema, ensure_ascii=False, indent=2) + "\n" for name, schema in found.items()}
