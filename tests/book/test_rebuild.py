"""A small book with the real case and exercises, edited as an author edits it,
and built again without being told what changed.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.student import as_notebook

HOSTILE = (
    '<script>window.hacked = 1</script> <img src=x onerror="window.hacked = 2"> '
    "javascript:alert(1) </script> \u202edrawkcab\u202c {{ 7 * 7 }} ' \" &amp;"
)
MANY = "title: Many\ncase: balochistan-july-2025\nexercises:\n" + "".join(
    f"""
  - id: many-{n}
    kind: choose
    title: Number {n}
    reads: sound
    prompt: '{HOSTILE.replace("'", "''")}'
    options:
      - {{id: a, text: '{HOSTILE.replace("'", "''")}', credit: 0, feedback: '{HOSTILE.replace("'", "''")}'}}
      - {{id: b, text: Second, credit: 1, feedback: Yes.}}
      - {{id: c, text: Third, credit: 0, feedback: No.}}
"""
    for n in range(12)
)


def build(folder: Path) -> str:
    """Build as a reader does; gives what was printed."""
    done = subprocess.run(
        [sys.executable, "-m", "whosaysso", "book"],
        cwd=folder,
        capture_output=True,
        text=True,
        env={**os.environ, "NO_COLOR": "1"},
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    return done.stdout + done.stderr


CELL = """```{code-cell} python
:tags: [remove-input]
from whosaysso.figures import who_says_so

who_says_so()
```
"""


@pytest.fixture(scope="module")
def edited(tmp_path_factory) -> Path:
    """A book of four pages, built; then a prompt, a cell of a CSV and a chapter edited; then built again."""
    folder = tmp_path_factory.mktemp("book")
    for name in ("_config.yml", "references.bib"):
        shutil.copy(ROOT / name, folder)
    for name in ("exercises", "case"):
        shutil.copytree(
            ROOT / name, folder / name, ignore=shutil.ignore_patterns("my-work*", ".ipynb_checkpoints", "*.ipynb")
        )
    (folder / "chapters").mkdir()
    front = (ROOT / "chapters/sourcing.md").read_text(encoding="utf-8").split("# Sourcing")[0]
    for name, text in {
        "index": "# A small book\n",
        "sourcing": f"{front}# Sourcing\n\n{CELL}",
        "bibliography": "# Sources\n",
    }.items():
        (folder / f"chapters/{name}.md").write_text(text, encoding="utf-8")
    (folder / "exercises/sourcing.ipynb").write_text(
        as_notebook(["from whosaysso.notebook import exercise", 'exercise("footbridge")'], "The set"), encoding="utf-8"
    )
    (folder / "_toc.yml").write_text(
        "format: jb-book\nroot: chapters/index\nchapters:\n"
        + "".join(
            f"  - file: {name}\n" for name in ("chapters/sourcing", "chapters/bibliography", "exercises/sourcing")
        ),
        encoding="utf-8",
    )
    build(folder)
    before = (folder / "_build/html/chapters/sourcing.html").read_text(encoding="utf-8")
    assert "name nobody at all" in before

    edit(
        folder / "exercises/sourcing.yml", "What can you do with the number in it?", "What would you do with this four?"
    )
    edit(folder / "case/balochistan-july-2025/claims.csv", ",nobody,none,", ",the BLA,armed-group,")
    (folder / "exercises/many.yml").write_text(MANY, encoding="utf-8")
    with (folder / "chapters/bibliography.md").open("a", encoding="utf-8") as chapter:
        chapter.writelines(f"\n```{{exercise}} many-{n}\n```\n" for n in range(12))
    with (folder / "exercises/sets.yml").open("a", encoding="utf-8") as sets:
        sets.write("  - {id: waiting, title: Waiting, mode: deferred, exercises: [many-9, many-10, many-11]}\n")
    (folder / "before.html").write_text(before, encoding="utf-8")
    build(folder)
    return folder


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_edited_prompt_is_in_the_page(edited):
    """A prompt edited in the YAML is in the built page, though no chapter was touched."""
    html = (edited / "_build/html/exercises/sourcing.html").read_text(encoding="utf-8")
    assert "What would you do with this four?" in html and "What can you do with the number in it?" not in html


def test_edited_cell_is_in_the_figure(edited):
    """A cell edited in a CSV moves a claim from one bar of the figure to another."""
    figure = (edited / "_build/html/chapters/sourcing.html").read_text(encoding="utf-8")
    before = (edited / "before.html").read_text(encoding="utf-8")
    assert "50 name nobody at all, 8 an armed group" in before
    assert "49 name nobody at all, 9 an armed group" in figure


def test_unchanged_book_is_not_read_again(edited):
    """Building once more reads no page."""
    assert "0 added, 0 changed, 0 removed" in build(edited)


def test_twelve_exercises_hold_one_runtime(edited, page):
    """Twelve exercises in a page hold one copy of the runtime, and each of them works."""
    path = edited / "_build/html/chapters/bibliography.html"
    html = path.read_text(encoding="utf-8")
    assert html.count('data-exercise="many-') == 12
    assert html.count("export function grade(") == 1
    page.goto(path.as_uri())
    for n in range(9):
        root = page.locator(f'[data-exercise="many-{n}"]')
        root.locator("input[value=b]").click()
        root.get_by_role("button", name="Check", exact=True).click()
    assert page.locator('[data-state="graded"][data-score="1"]').count() == 9


def test_deferred_set_tells_nothing_until_it_is_finished(edited, page):
    """In a deferred set answers are recorded without a word on them; finishing the set tells everything,
    also after a reload.
    """
    page.goto((edited / "_build/html/chapters/bibliography.html").as_uri())
    roots = [page.locator(f'[data-exercise="many-{n}"]') for n in (9, 10)]
    for root, choice in zip(roots, "ba", strict=True):
        root.locator(f"input[value={choice}]").click()
        root.get_by_role("button", name="Record answer").click()
        assert root.get_attribute("data-state") == "recorded" and root.get_attribute("data-score") is None
        assert root.locator(".wss-note").count() == 0
    end = page.locator("[data-set=waiting]")
    assert "2 of 3 answered" in end.text_content()
    page.reload()
    assert roots[0].get_attribute("data-state") == "recorded"
    end.get_by_role("button", name="Finish the set").click()
    assert "1 not answered yet" in end.text_content()
    end.get_by_role("button", name="Finish the set").click()
    for _ in range(2):
        assert [root.get_attribute("data-score") for root in roots] == ["1", "0"]
        assert "Right. Score 1 of 1. Yes." in roots[0].locator(".wss-result").text_content()
        page.reload()


def test_hostile_words_stay_words(edited, page):
    """Script, handlers, quotes, braces and right-to-left marks in a prompt, an option or feedback are shown as text."""
    page.goto((edited / "_build/html/chapters/bibliography.html").as_uri())
    root = page.locator('[data-exercise="many-0"]')
    root.locator("input[value=a]").click()
    root.get_by_role("button", name="Check", exact=True).click()
    root.get_by_role("button", name="Show every answer").click()
    for part in (".wss-prompt", ".wss-choice label", ".wss-note", ".wss-result"):
        shown = (" ".join(text.split()) for text in root.locator(part).all_text_contents())
        assert any(" ".join(HOSTILE.split()) in text for text in shown), part
    assert page.evaluate("window.hacked") is None
    assert root.locator("img, script:not(.wss-data)").count() == 0
