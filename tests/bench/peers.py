"""The same chapter with the same questions, made in three ways: this book, Jupyter Book's own theme,
and a page of jupyterquiz.

jupyterquiz cannot be had in the built page without its own notebook cells, so all three are built from one text:
a chapter's prose without the parts that are this book's own, and the first exercises that jupyterquiz has a kind for.
"""

import importlib.util
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

from whosaysso.exercises.topics import read_topics

ROOT = Path(__file__).parent.parent.parent
MANY = 6
NOTEBOOK = """---
jupytext: {text_representation: {extension: .md, format_name: myst}}
kernelspec: {display_name: Python 3, language: python, name: python3}
---

"""
DEFAULT = {"title": "The same chapter", "execute": {"execute_notebooks": "force"}, "html": {"use_issues_button": False}}


def questions() -> list:
    """The exercises that all three pages ask."""
    return [item for topic in read_topics().values() for item in topic.exercises if item.kind == "choose"][:MANY]


def prose() -> str:
    """A chapter without the directives, roles and links that only this book has."""
    text = (ROOT / "chapters/sourcing.md").read_text(encoding="utf-8").split("\n---\n", 1)[1]
    text = re.sub(r"^(```+|:::+)\{.*?^\1$", "", text, flags=re.MULTILINE | re.DOTALL)
    text = re.sub(r"\{\w+\}`([^`<]*?)(?: *<[^`]*>)?`", r"\1", text)
    return re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)


def _ours() -> str:
    return prose() + "".join(f"\n```{{exercise}} {item.id}\n```\n" for item in questions())


def _plain() -> str:
    return prose() + "".join(
        f"\n## {item.title}\n\n{item.prompt}\n\n" + "".join(f"- {option.text}\n" for option in item.options)
        for item in questions()
    )


def _jupyterquiz() -> str:
    asked = [
        [
            {
                "question": item.prompt,
                "type": "multiple_choice",
                "answers": [
                    {"answer": option.text, "correct": option.credit == 1, "feedback": option.feedback}
                    for option in item.options
                ],
            }
        ]
        for item in questions()
    ]
    cells = (
        f"\n## {item.title}\n\n```{{code-cell}} python\n:tags: [remove-input]\nimport json\nfrom jupyterquiz import "
        f"display_quiz\n\n"
        f"display_quiz(json.loads({json.dumps(json.dumps(one))}))\n```\n"
        for item, one in zip(questions(), asked, strict=True)
    )
    return NOTEBOOK + prose() + "".join(cells)


@contextmanager
def built() -> Iterator[dict[str, Path | None]]:
    """The folders of the three built books, each with its one page ``page.html``;
    ``None`` for what is not installed.
    """
    with TemporaryDirectory() as name:
        folder = Path(name)
        own = yaml.safe_load((ROOT / "_config.yml").read_text(encoding="utf-8"))
        books = {
            "This book": (_ours(), own),
            "The default theme": (_plain(), DEFAULT),
            "jupyterquiz": (_jupyterquiz(), DEFAULT),
        }
        if importlib.util.find_spec("jupyterquiz") is None:
            del books["jupyterquiz"]
        yield {"jupyterquiz": None} | {title: _build(folder / title, *book) for title, book in books.items()}


def _build(folder: Path, page: str, config: dict) -> Path:
    folder.mkdir()
    for part in ("case", "exercises"):
        shutil.copytree(
            ROOT / part, folder / part, ignore=shutil.ignore_patterns("my-work*", "*.ipynb", ".ipynb_checkpoints")
        )
    shutil.copy(ROOT / "references.bib", folder)
    (folder / "_config.yml").write_text(yaml.safe_dump({**config, "only_build_toc_files": True}), encoding="utf-8")
    (folder / "_toc.yml").write_text("format: jb-book\nroot: page\n", encoding="utf-8")
    (folder / "page.md").write_text(page, encoding="utf-8")
    command = "from jupyter_book.cli.main import main; main()"
    subprocess.run([sys.executable, "-c", command, "build", "."], cwd=folder, capture_output=True, check=True)
    return folder / "_build/html"
