"""How long it takes to build the book and to show the first exercise in a notebook."""

import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parent.parent.parent
MANY = """
  - id: many-{n}
    kind: choose
    title: Number {n}
    reads: sound
    prompt: Which of the three?
    options:
      - {{id: a, text: The first of three, credit: 0, feedback: Not this one.}}
      - {{id: b, text: The second of three, credit: 1, feedback: This one.}}
      - {{id: c, text: The third of three, credit: 0, feedback: Nor this one.}}
"""


def imports(runs: int) -> list[tuple[str, str]]:
    """The first exercise in a notebook, beyond what ipywidgets itself takes."""
    bare = median(_seconds([sys.executable, "-c", "import ipywidgets"], ROOT) for _ in range(runs))
    shown = median(
        _seconds(
            [
                sys.executable,
                "-c",
                "import ipywidgets; from whosaysso.notebook import exercise; exercise('footbridge')",
            ],
            ROOT,
        )
        for _ in range(runs)
    )
    return [("First exercise in a notebook, beyond ipywidgets", f"{shown - bare:.2f} s")]


def rebuilding() -> list[tuple[str, str]]:
    """The whole book: cold, with nothing changed, and after one chapter was touched."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for part in ("_config.yml", "_toc.yml", "references.bib"):
            shutil.copy(ROOT / part, folder)
        for part in ("chapters", "exercises", "case"):
            shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("my-work*", ".ipynb_checkpoints"))
        cold, warm = _build(folder), _build(folder)
        with (folder / "chapters/write-it.md").open("a", encoding="utf-8") as chapter:
            chapter.write("\nOne more line.\n")
        touched = _build(folder)
    return [
        ("The book, built from nothing", f"{cold:.0f} s"),
        ("Built again with nothing changed", f"{warm:.1f} s"),
        ("Built again after one chapter was touched", f"{touched:.1f} s, {touched / cold:.0%} of the first"),
    ]


def growth() -> list[tuple[str, str]]:
    """Small books with 10, 100 and 1,000 exercises, built from nothing."""
    took = {many: _with_exercises(many) for many in (10, 100, 1000)}
    told = ", ".join(f"{many:,}: {seconds:.1f} s" for many, seconds in took.items())
    return [
        (
            "Built from nothing with so many exercises",
            f"{told}; each more costs {(took[1000] - took[100]) / 900 * 1000:.0f} ms",
        )
    ]


def _with_exercises(many: int) -> float:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for part in ("_config.yml", "references.bib"):
            shutil.copy(ROOT / part, folder)
        shutil.copytree(ROOT / "case", folder / "case")
        for part in ("chapters", "exercises"):
            (folder / part).mkdir()
        (folder / "exercises/sets.yml").write_text("sets: []\n", encoding="utf-8")
        (folder / "exercises/many.yml").write_text(
            "title: Many\ncase: balochistan-july-2025\nexercises:\n" + "".join(MANY.format(n=n) for n in range(many)),
            encoding="utf-8",
        )
        (folder / "chapters/index.md").write_text("# Many exercises\n", encoding="utf-8")
        pages = [range(start, min(start + 10, many)) for start in range(0, many, 10)]
        for number, page in enumerate(pages):
            (folder / f"chapters/page-{number}.md").write_text(
                f"# Page {number}\n" + "".join(f"\n```{{exercise}} many-{n}\n```\n" for n in page), encoding="utf-8"
            )
        (folder / "_toc.yml").write_text(
            "format: jb-book\nroot: chapters/index\nchapters:\n"
            + "".join(f"  - file: chapters/page-{n}\n" for n in range(len(pages))),
            encoding="utf-8",
        )
        return _build(folder)


def _build(folder: Path) -> float:
    return _seconds([sys.executable, "-m", "whosaysso", "book"], folder)


def _seconds(command: list[str], folder: Path) -> float:
    started = time.perf_counter()
    subprocess.run(command, cwd=folder, capture_output=True, check=True)
    return time.perf_counter() - started
