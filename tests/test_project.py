"""The repository keeps its own rules."""

import ast
import json
import re
import subprocess
import sys

import pytest

from tests.conftest import ROOT
from tests.mutate.changes import changed, read_changes
from whosaysso.__main__ import LINTERS
from whosaysso.book import launch_links
from whosaysso.browser.joined import ASKED, PARTS, maker_module, package_module, page_module, your_text_module
from whosaysso.commands.schemas import published_schemas


def tracked(*patterns: str) -> list:
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", *patterns]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    return [ROOT / name for name in listed.stdout.decode().split("\0") if name and (ROOT / name).is_file()]


@pytest.mark.parametrize(
    "module",
    [
        "text.case",
        "measures.effect",
        "text.agreement",
        "text.article",
        "kinds.grading",
        "exercises.sets",
        "check.faults",
        "work.hand_in",
        "work.work_file",
    ],
)
def test_core_imports_nothing_heavy(module):
    """The case, the exercises, the grading and the record load without Jupyter, Sphinx or matplotlib."""
    code = f"import sys, whosaysso.{module}; print(*sys.modules)"
    loaded = set(
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    )
    assert not {
        name
        for name in loaded
        if name.split(".")[0]
        in {"sphinx", "matplotlib", "ipywidgets", "anywidget", "IPython", "nbformat", "jupyter_core", "numpy"}
    }


def test_notebook_needs_nothing_of_the_book():
    """An exercise in a notebook loads without what only the book's pages and figures need."""
    code = "import sys; from whosaysso.notebook import exercise; exercise('footbridge'); print(*sys.modules)"
    loaded = set(
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
        ).stdout.split()
    )
    assert not loaded & {"sphinx", "matplotlib", "numpy", "pandas", "nbformat"}


def test_imports_run_one_way():
    """No room imports from one that comes after it, nor one face of the book from another."""
    done = subprocess.run([sys.executable, *LINTERS["order of imports"]], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 0, done.stdout.decode()


@pytest.mark.parametrize("name", ["exercises", "sets", "hand-in", "reading-1"])
def test_schema_is_the_types(name):
    """The published JSON Schema is what the types say; `whosaysso schemas` writes it anew."""
    assert (ROOT / f"schemas/{name}.json").read_text(encoding="utf-8") == published_schemas()[name]


def test_notebooks_hold_no_outputs():
    """Notebooks are committed without outputs, counts or the paths of a machine."""
    for path in tracked("*.ipynb"):
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            assert cell["cell_type"] == "markdown" or (cell["outputs"] == [] and cell["execution_count"] is None), path


def test_every_test_says_what_it_tests():
    """Every test function has a docstring of one sentence."""
    for path in tracked("tests/*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                said = ast.get_docstring(node) or ""
                assert said.endswith(".") and "\n\n" not in said, f"{path.name}: {node.name}"


def test_listed_changes_can_be_made():
    """Every change that a test has to notice, by the list, is one of the code as it is now."""
    for change in read_changes():
        changed(change, (ROOT / change.file).read_text(encoding="utf-8"))


def test_no_addresses_of_registries():
    """No tracked file holds a registry's address, and the pins are all exact."""
    pins = (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    assert all(re.fullmatch(r"#.*|[A-Za-z0-9._\[\]-]+==\S+( ;.*)?", line) for line in pins)


@pytest.mark.parametrize(
    "module",
    [page_module(ASKED + "".join(PARTS)), package_module("".join(PARTS)), your_text_module(), maker_module()],
    ids=["exercises", "package", "your-text", "maker"],
)
def test_runtime_names_are_unique(module):
    """Joined into one module, the runtime with all its parts declares no name twice and imports nothing."""
    assert not re.search(r"^import ", module, re.MULTILINE)
    declared = re.findall(r"^(?:export )?(?:async )?(?:const|let|function) (\w+)", module, re.MULTILINE)
    assert declared and len(declared) == len(set(declared)), sorted(n for n in declared if declared.count(n) > 1)


def test_styles_name_no_other_origin():
    """No style sheet, template or module of ours names an address to fetch from;
    the licence is a link that a reader follows.
    """
    for path in tracked("src/whosaysso/*.css", "src/whosaysso/*.js", "src/whosaysso/*.html", "src/whosaysso/*.jinja"):
        assert not re.search(
            r"(?<!rel=\"license\" )(?:src|href|url\(|@import|fetch\()[=\"'(\s]*https?://",
            path.read_text(encoding="utf-8"),
        ), path


def test_launch_links_only_with_an_address():
    """A notebook page links to Binder when the repository has an address, and to nowhere while it has none."""
    assert launch_links("", "exercises/sourcing") == ""
    assert launch_links("https://github.com/someone/who-says-so", "chapters/index") == ""
    assert "https://mybinder.org/v2/gh/someone/who-says-so/HEAD?labpath=exercises%2Fsourcing.ipynb" in launch_links(
        "https://github.com/someone/who-says-so/", "exercises/sourcing"
    )
    assert "/v2/git/https%3A%2F%2Fgit.example%2Fa%2Fb/HEAD" in launch_links(
        "https://git.example/a/b.git", "exercises/sourcing"
    )


def test_lite_is_linked_where_it_is_published():
    """A notebook page links to JupyterLite with its weight and the wait, once an address is given, and by it alone."""
    link = launch_links("", "exercises/sourcing", "https://host.example/book/lite/")
    assert 'href="https://host.example/book/lite/lab/index.html?path=sourcing.ipynb"' in link
    assert "50 MB" in link and "a minute" in link and "Binder" not in link
    assert launch_links("", "chapters/index", "https://host.example/lite") == ""
    both = launch_links("https://github.com/someone/who-says-so", "exercises/sourcing", "https://host.example/lite")
    assert both.index("in your browser") < both.index("on Binder")


def test_links_between_files_lead_somewhere():
    """Every link from README, CONTRIBUTING, CHANGELOG and the pages for developers to a file leads to one."""
    for path in tracked("*.md", ":!chapters", ":!tests"):
        text = re.sub(r"```.*?```|`[^`\n]*`", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        for link in re.findall(r"\]\(([^)\s]+)\)|src=\"([^\"]+)\"", text):
            target = "".join(link).partition("#")[0]
            assert re.match("https?:", target) or (path.parent / target).exists(), f"{path.name}: {target}"


def test_every_room_is_on_the_map():
    """The map for developers and the tree in README name every room of the package."""
    rooms = {path.parent.name for path in (ROOT / "src/whosaysso").glob("*/__init__.py")}
    readme, dev = ((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "docs/map.md"))
    tree = readme.partition("\nsrc/whosaysso/ ")[2].partition("\nschemas/ ")[0]
    assert rooms == set(re.findall(r"^  (\w+)/ ", tree, re.MULTILINE))
    assert rooms == set(re.findall(r"^\| `(\w+)/` \|", dev, re.MULTILINE))
