"""What is printed while the book is built: how far it is, what is wrong with file and line, and no more."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.student import as_notebook
from whosaysso.text.case import MAIN

SOUND = "# The end\n\nA page.\n"


@pytest.fixture(scope="module")
def tiny(tmp_path_factory) -> Path:
    """A book of two pages, in a folder whose name has a space and brackets."""
    folder = tmp_path_factory.mktemp("book") / "klasse [2026]"
    (folder / "chapters").mkdir(parents=True)
    (folder / "exercises").mkdir()
    shutil.copytree(ROOT / f"case/{MAIN}", folder / f"case/{MAIN}")
    for name in ("_config.yml", "references.bib"):
        shutil.copy(ROOT / name, folder)
    (folder / "_toc.yml").write_text(
        "format: jb-book\nroot: chapters/index\nchapters:\n  - file: chapters/end\n", "utf-8"
    )
    (folder / "chapters/index.md").write_text("# A book\n\nA page.\n", "utf-8")
    return folder


def built(folder: Path, end: str, *options: str) -> tuple[int, list[str]]:
    """Build with this last page; the exit code and the lines that were printed."""
    (folder / "chapters/end.md").write_text(end, "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "whosaysso", "book", *options],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"},
        check=False,
    )
    return done.returncode, (done.stdout + done.stderr).splitlines()


def test_a_sound_book_is_built_in_a_few_lines(tiny):
    """A build that goes well says how many pages it read and where the book is, in at most five lines."""
    code, lines = built(tiny, SOUND)
    assert code == 0 and len(lines) <= 5
    assert lines[0] == "Pages: 2 added, 0 changed, 0 removed"
    assert lines[-1].endswith("klasse%20%5B2026%5D/_build/html/index.html")


def test_only_what_is_wrong_is_told(tiny):
    """A link and an exercise that lead nowhere are told with file and line and little around them; it fails."""
    code, lines = built(tiny, "# The end\n\n[x](nowhere.md)\n\n```{exercise} none-such\n```\n")
    assert code == 1 and len(lines) <= 5
    assert any(line.startswith("chapters/end.md:3: WARNING: ") and "nowhere.md" in line for line in lines)
    assert any(line.startswith("chapters/end.md:5: WARNING: there is no exercise “none-such”") for line in lines)


def test_verbose_shows_everything(tiny):
    """With --verbose all that the tools say is printed."""
    code, lines = built(tiny, SOUND, "--verbose", "--all")
    assert code == 0 and len(lines) > 20 and any("reading sources" in line for line in lines)


def test_a_crash_of_the_tools_is_one_sentence(tiny):
    """Where the tools break down, their last word is told and not a traceback."""
    config = tiny / "_config.yml"
    sound = config.read_text(encoding="utf-8")
    config.write_text(sound.replace("myst_nb, ", "myst_nb, no_such_extension, ", 1), encoding="utf-8")
    try:
        code, lines = built(tiny, SOUND)
    finally:
        config.write_text(sound, encoding="utf-8")
    assert code == 1 and len(lines) <= 4
    assert "no_such_extension" in "".join(lines) and "Traceback" not in "".join(lines)


def test_faults_are_told_before_anything_is_built(tiny):
    """A table of contents that names a page which is not there is told with its line, in place of a build."""
    contents = tiny / "_toc.yml"
    sound = contents.read_text(encoding="utf-8")
    contents.write_text(sound.replace("chapters/end", "chapters/emd"), encoding="utf-8")
    try:
        code, lines = built(tiny, SOUND)
    finally:
        contents.write_text(sound, encoding="utf-8")
    assert code == 1 and lines[0] == "_toc.yml:4: there is no page chapters/emd" and len(lines) == 3


KERNEL = """
import os, sys
tried = os.path.join(os.path.dirname(__file__), "tried")
if sys.argv[1] == "never" or not os.path.exists(tried):
    sys.exit(open(tried, "w").close())
os.execv(sys.executable, [sys.executable, "-m", "ipykernel_launcher", "-f", sys.argv[2]])
"""


def test_a_kernel_that_does_not_start_is_tried_again_and_told(tiny, tmp_path, monkeypatch):
    """A notebook whose kernel fails once is run; one whose kernel fails twice is named, and the build has failed."""
    (tmp_path / "kernel.py").write_text(KERNEL, "utf-8")
    contents = tiny / "_toc.yml"
    sound = contents.read_text(encoding="utf-8")
    for name in ("once", "never"):
        start = [sys.executable, str(tmp_path / "kernel.py"), name, "{connection_file}"]
        (tmp_path / "kernels" / name).mkdir(parents=True)
        (tmp_path / "kernels" / name / "kernel.json").write_text(
            json.dumps({"argv": start, "display_name": name, "language": "python"}), "utf-8"
        )
        notebook = json.loads(as_notebook(["print('It ' + 'ran.')"], title=name))
        notebook["metadata"]["kernelspec"]["name"] = name
        (tiny / f"exercises/{name}.ipynb").write_text(json.dumps(notebook), "utf-8")
        contents.write_text(f"{contents.read_text(encoding='utf-8')}  - file: exercises/{name}\n", "utf-8")
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path))
    try:
        code, lines = built(tiny, SOUND)
    finally:
        contents.write_text(sound, encoding="utf-8")
    (told,) = [line for line in lines if "WARNING" in line]
    assert code == 1 and told.startswith(
        "exercises/never.ipynb: WARNING: this notebook could not be run, since its kernel"
    )
    assert "It ran." in (tiny / "_build/html/exercises/once.html").read_text(encoding="utf-8")
