"""The exercises in a real JupyterLab, as a student uses them: by mouse, by keyboard, over reloads and restarts."""

import json
import os
import re
import subprocess
import sys
import tempfile
import threading
from collections import deque
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.axe import broken
from tests.browser.conftest import written
from tests.browser.test_judgement import KEEP, SURE_ASKED, attempt
from tests.browser.test_your_text import TEXT, bring, load, mark, open_table, panel, saved
from tests.conftest import ROOT
from tests.contrast import faint
from tests.student import (
    CHOOSE,
    ITEMS,
    MARK,
    MISSING,
    ONE_OF_EACH,
    PRACTICE,
    SORT,
    UNSCORED,
    WRONG,
    answer,
    answer_by_keyboard,
    as_notebook,
    by_id,
    check,
    tab_to,
)
from whosaysso.browser.results import practise_html, results_html
from whosaysso.browser.styles import colours
from whosaysso.exercises.forms import read_forms
from whosaysso.exercises.topics import read_topics
from whosaysso.kinds.grading import grade
from whosaysso.reader.file import parse_reading
from whosaysso.work.hand_in import HandIn
from whosaysso.work.reading import parse_hand_in, read_hand_in
from whosaysso.work.work_file import WORK_FILE


def full(item) -> float | None:
    """What the key earns: everything, or nothing where people have to mark it."""
    return None if item.id in UNSCORED else 1


SHOWN = ONE_OF_EACH
SOME = list({(item.kind, item in PRACTICE, item.id in UNSCORED): item for item in ITEMS.values()}.values())
"""One exercise of each kind, told at once or at the end, scored or not; that every key scores 1 is seen in the page,
which carries the same module.
"""
IMPORT = "from whosaysso.notebook import exercise, work"
CELLS = [IMPORT, *(f'exercise("{item.id}")' for item in SHOWN), "work()"]
QUIET = {"@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False}}
PATIENCE = 60_000
"""Milliseconds for a kernel to start and for cells to run, on a busy machine."""


class Notebook:
    """A notebook in JupyterLab, opened and run."""

    def __init__(self, page: Page, address: str, path: Path):
        self.page, self.path, self.cells = page, path, len(code(path))
        name = path.parent.name
        page.goto(f"{address}/lab/workspaces/{name}-{path.stem}/tree/{name}/{path.name}")
        self.run_all()

    def exercise(self, item) -> Locator:
        """The exercise in the notebook."""
        return self.page.locator(f'[data-exercise="{item.id}"]')

    @property
    def bar(self) -> Locator:
        """The bar *My work*."""
        return self.page.locator("[data-work]")

    def menu(self, name: str, *items: str) -> None:
        """Choose from the menus at the top."""
        self.page.get_by_role("menuitem", name=name, exact=True).click()
        for item in items:
            self.page.locator(".lm-Menu-itemLabel").get_by_text(item, exact=True).click()

    def run_all(self) -> None:
        """Run every cell, once the kernel is there: before, *Run All* opens a dialog."""
        self._idle()
        self.menu("Run", "Run All Cells")
        last = self.page.locator(".jp-InputPrompt", has_text=re.compile(r"\[\d+\]")).nth(self.cells - 1)
        broken = self.page.locator(".jp-OutputArea-output", has_text="Traceback (most recent call last)")
        expect(last.or_(broken).first).to_be_attached(timeout=PATIENCE)
        assert not broken.count(), broken.first.inner_text()

    def rerun(self, n: int) -> str:
        """Run the cell of that number again, after whatever the kernel has been sent; gives what it prints."""
        cell = self.page.locator(".jp-CodeCell").nth(n)
        cell.locator(".jp-InputPrompt").click()
        self.page.keyboard.press("Shift+Enter")
        expect(cell.locator(".jp-InputPrompt")).to_have_text(f"[{self.cells + 1}]:")
        return cell.locator(".jp-OutputArea-output").inner_text()

    def restart(self) -> None:
        """Restart the kernel, and run every cell anew."""
        self.menu("Kernel", "Restart Kernel and Clear Outputs of All Cells…")
        self.page.locator(".jp-Dialog .jp-mod-accept").click()
        expect(self.page.locator("[data-exercise]")).to_have_count(0, timeout=PATIENCE)
        self.run_all()

    def reload(self) -> None:
        """Save the notebook and load the page again; the kernel lives on."""
        self.save()
        self.page.reload()
        self._idle()

    def save(self) -> None:
        """Save the notebook and wait until the server says that the file is written."""
        with self.page.expect_response(
            lambda response: response.request.method == "PUT" and f"/{self.path.name}" in response.url
        ) as saved:
            self.menu("File", "Save Notebook")
        assert saved.value.ok
        expect(self.page.locator(".lm-TabBar-tab.jp-mod-dirty")).to_have_count(0)

    def work(self, answers: int) -> HandIn:
        """What stands in the file beside the notebook, once the bar says that so many answers do."""
        expect(self.bar.locator(".wss-work-count")).to_contain_text(
            f"{answers} checked answer{'' if answers == 1 else 's'} kept"
        )
        return read_hand_in(self.path.with_name("my-work.json"))

    def download(self, button: str) -> HandIn:
        """The work that a button of the bar gives."""
        with self.page.expect_download() as download:
            self.bar.get_by_role("button", name=button, exact=True).click()
        return parse_hand_in(Path(download.value.path()).read_text(encoding="utf-8"))

    def hand_on(self) -> HandIn:
        """Clear everything for the next reader; gives what the reader before takes along."""
        files: list[Path] = []
        heard = lambda download: files.append(Path(download.path()))  # noqa: E731 - Playwright takes no method of ours
        self.page.once("download", heard)
        self.bar.get_by_role("button", name="I am someone else", exact=True).click()
        clear = self.bar.get_by_role("button", name="I have the file: clear now")
        cleared = self.bar.get_by_text("Cleared. The next reader starts anew.")  # at once where nothing is answered
        expect(clear.or_(cleared)).to_be_visible()
        if clear.is_visible():
            clear.click()
        expect(self.bar.get_by_role("status")).to_contain_text("Cleared.")
        return parse_hand_in(files[0].read_bytes()) if files else HandIn()

    def _idle(self) -> None:
        expect(self.page.get_by_text(re.compile(r"\| Idle$"))).to_be_visible(timeout=PATIENCE)


def code(path: Path) -> list[str]:
    """The source of every code cell of a notebook, as it was saved."""
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]


@pytest.fixture(scope="module")
def server(tmp_path_factory) -> tuple[str, Path]:
    """The address and the folder of a running JupyterLab that has settings of its own and asks for no news."""
    home = tmp_path_factory.mktemp("lab")
    root, config = home / "root", home / "config"
    root.mkdir()
    (config / "labconfig").mkdir(parents=True)
    (config / "labconfig/default_setting_overrides.json").write_text(json.dumps(QUIET), encoding="utf-8")
    # Whether JupyterLab itself should be built anew: each page would start Node for it.
    (config / "labconfig/page_config.json").write_text('{"buildCheck": false}', encoding="utf-8")
    own = {
        name: str(home / name)
        for name in (
            "JUPYTER_DATA_DIR",
            "JUPYTER_RUNTIME_DIR",
            "JUPYTERLAB_SETTINGS_DIR",
            "JUPYTERLAB_WORKSPACES_DIR",
            "IPYTHONDIR",
        )
    }
    command = [
        sys.executable,
        "-m",
        "jupyterlab",
        "--no-browser",
        "--allow-root",
        "--ServerApp.ip=127.0.0.1",
        "--ServerApp.port=0",
        "--ServerApp.token=",
        "--ServerApp.password=",
        f"--ServerApp.root_dir={root}",
        "--LabApp.extension_manager=readonly",
    ]
    with subprocess.Popen(
        command,
        cwd=root,
        env={**os.environ, **own, "JUPYTER_CONFIG_DIR": str(config)},
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    ) as process:
        said = []
        address = next(
            (
                found[0]
                for line in process.stdout
                if said.append(line) or (found := re.search(r"http://127\.0\.0\.1:\d+", line))
            ),
            None,
        )
        assert address, "JupyterLab did not start:\n" + "".join(said)
        listener = threading.Thread(target=deque, args=(process.stdout, 0))  # a full pipe would stop the server
        listener.start()
        yield address, root
        process.terminate()
        listener.join()


@pytest.fixture(scope="module")
def kept_open(server, browser: Browser):
    """``kept_open(cells)`` opens and runs a notebook in a folder of its own; none may ask any other machine."""
    address, root = server
    elsewhere = []
    context = browser.new_context(viewport={"width": 1440, "height": 1000}, has_touch=True)
    expect.set_options(timeout=20_000)  # the way through a kernel is long on a busy machine
    context.on("request", lambda r: None if r.url.startswith((address, "data:", "blob:")) else elsewhere.append(r.url))

    def opened(cells: list[str] = CELLS, beside: Notebook | None = None, work: HandIn | None = None) -> Notebook:
        folder = beside.path.parent if beside else Path(tempfile.mkdtemp(dir=root))
        if work:
            (folder / WORK_FILE).write_text(json.dumps(work.as_json()), encoding="utf-8")
        path = folder / f"set-{len([*folder.glob('*.ipynb')])}.ipynb"
        path.write_text(as_notebook(cells), encoding="utf-8")
        return Notebook(context.new_page(), address, path)

    yield opened
    expect.set_options(timeout=5_000)
    context.close()
    assert not elsewhere


@pytest.fixture
def lab(kept_open):
    """``lab(cells)`` does so for one test and closes it after: what is open keeps asking the server."""
    mine = []

    def opened(*how, **what) -> Notebook:
        mine.append(kept_open(*how, **what))
        return mine[-1]

    yield opened
    for notebook in mine:
        notebook.page.close()


@pytest.fixture(scope="module")
def shared(kept_open) -> Notebook:
    """A notebook with exercises of each kind and the bar."""
    return kept_open()


@pytest.fixture
def notebook(shared) -> Notebook:
    """The shared notebook, handed on to a new reader."""
    shared.page.bring_to_front()  # a tab in the background is slow
    shared.hand_on()
    return shared


@pytest.fixture(scope="module")
def sets(kept_open) -> Notebook:
    """Exercises of every topic, by the cells of the book's notebooks, in one notebook."""
    cells = [cell for stem in read_topics() for cell in code(ROOT / f"exercises/{stem}.ipynb")]
    return kept_open(
        [IMPORT, *(cell for cell in cells if cell in {f'exercise("{item.id}")' for item in (*SOME, *ONE_OF_EACH)})]
    )


def told(root: Locator, score: float | None) -> None:
    """See that an exercise shows its score, or that the answer is recorded where none is given,
    and a result in words.
    """
    expect(root).to_have_attribute("data-state", "recorded" if score is None else "graded")
    assert score is None or float(root.get_attribute("data-score")) == pytest.approx(score)
    expect(root.locator(".wss-result[role=status]")).not_to_be_empty()


def solve(root: Locator, item) -> None:
    """Give the key by mouse, and check it."""
    answer(root, item, item.best())
    check(root)
    told(root, full(item) if item in PRACTICE else None)


@pytest.mark.parametrize("item", ONE_OF_EACH, **by_id)
def test_nothing_answered_is_told(sets, item):
    """Check without an answer scores 0 and says what is missing."""
    root = sets.exercise(item)
    check(root)
    expect(root).to_have_attribute("data-state", "unanswered")
    expect(root).to_have_attribute("data-score", "0")
    expect(root.locator(".wss-result[role=status]")).to_contain_text(MISSING[item.kind])


@pytest.mark.parametrize("item", SOME, **by_id)
def test_key_walked_through_scores_one(sets, item):
    """The key, given by mouse as a student gives it, scores 1, or is recorded where people mark."""
    solve(sets.exercise(item), item)


def test_keyboard_alone(notebook):
    """Each kind is answered, checked and told by keyboard alone, and no arrow key checks it."""
    for item in SHOWN:
        root = notebook.exercise(item)
        answer_by_keyboard(root, item, item.best())
        assert root.get_attribute("data-state") is None
        tab_to(root.locator(".wss-check"))
        notebook.page.keyboard.press("Enter")
        told(root, full(item))


def test_touch_alone(notebook):
    """Each kind is answered and checked by touch alone."""
    for item in SHOWN:
        root = notebook.exercise(item)
        answer(root, item, item.best(), press="tap")
        root.get_by_role("button", name=re.compile("^(Check|Record answer)$")).tap()
        told(root, full(item))


def test_answers_survive_reload_and_restart(notebook):
    """A checked answer comes back with its result and one only begun without, after a reload and after a restart."""
    begun = {"classes": {SORT.statements[0].id: SORT.classes[1].id}}
    answer(notebook.exercise(SORT), SORT, begun)
    solve(notebook.exercise(MARK), MARK)
    said = notebook.exercise(MARK).locator(".wss-result").text_content()
    kept = notebook.work(1)
    assert [(a.exercise, a.response, a.claimed) for a in kept.attempts] == [(MARK.id, MARK.best(), 1)]
    assert {name: draft.response for name, draft in kept.drafts.items()} == {SORT.id: begun, MARK.id: MARK.best()}

    for again in (notebook.reload, notebook.restart):
        again()
        told(notebook.exercise(MARK), 1)
        assert notebook.exercise(MARK).locator(".wss-result").text_content() == said
        assert notebook.exercise(MARK).locator("[data-word][data-mark]").count() == sum(
            map(len, MARK.best()["words"].values())
        )
        assert notebook.exercise(SORT).locator("input:checked").evaluate_all(
            "all => all.map((i) => [i.name, i.value])"
        ) == [list(*begun["classes"].items())]
        assert notebook.exercise(SORT).get_attribute("data-state") is None
        assert notebook.work(1) == kept


def test_two_notebooks_are_one(lab):
    """Of two notebooks with a kernel each, both count, give and clear what either keeps, and no alarm is false."""
    one = lab([IMPORT, f'exercise("{CHOOSE.id}")', "work()"])
    two = lab([IMPORT, f'exercise("{SORT.id}")', "work()"], beside=one)
    solve(two.exercise(SORT), SORT)
    root = one.exercise(CHOOSE)
    one.page.bring_to_front()
    for response in ({"choice": CHOOSE.options[-1].id}, CHOOSE.best()):  # again before a kernel could be called silent
        answer(root, CHOOSE, response)
        check(root)
    checked = one.page.evaluate("performance.now()")
    assert len(one.work(3).attempts) == 3 and len(one.download("Download my work").attempts) == 3
    two.page.bring_to_front()
    assert len(two.work(3).attempts) == 3
    one.page.bring_to_front()
    one.page.wait_for_function("(checked) => performance.now() > checked + 5_500", arg=checked)
    expect(root.locator(".wss-notice")).to_be_empty()
    two.page.bring_to_front()
    assert len(two.hand_on().attempts) == 3
    one.page.bring_to_front()
    expect(one.bar.locator(".wss-work-count")).to_contain_text("No answer kept yet")
    expect(root.locator("input:checked")).to_have_count(0)
    solve(root, CHOOSE)
    assert [a.exercise for a in one.work(1).attempts] == [CHOOSE.id]


def test_answer_to_a_dead_kernel_is_told(lab):
    """When the kernel has been restarted and the cells have not been run again,
    a checked answer says that it is not kept.
    """
    there = lab([IMPORT, f'exercise("{CHOOSE.id}")'])
    there.menu("Kernel", "Restart Kernel…")
    there.page.locator(".jp-Dialog .jp-mod-accept").click()
    there._idle()
    root = there.exercise(CHOOSE)
    answer(root, CHOOSE, CHOOSE.best())
    check(root)
    expect(root.locator(".wss-notice")).to_contain_text("This answer is not kept")


BUSY = """import pathlib, time
from whosaysso.notebook.sitting import sitting
with sitting().alone:
    while pathlib.Path("busy").exists():
        time.sleep(0.1)"""


def test_slow_kernel_is_told_and_waited_for(lab):
    """While the kernel runs cells, an answer waits and the bar gives what it knows, and both say so;
    once it answers, the way goes on.
    """
    there = lab([IMPORT, f'exercise("{CHOOSE.id}")', "work()", BUSY])
    busy, root = there.path.with_name("busy"), there.exercise(CHOOSE)

    def occupied() -> None:
        busy.touch()
        there.page.locator(".jp-Notebook-cell").last.click()
        there.page.keyboard.press("Control+Enter")
        expect(there.page.get_by_text(re.compile(r"\| Busy$"))).to_be_visible()

    occupied()
    solve(root, CHOOSE)
    expect(root.locator(".wss-notice")).to_contain_text("still running its cells")
    busy.unlink()
    expect(root.locator(".wss-notice")).to_be_empty()
    there.work(1)
    occupied()
    there.bar.get_by_role("button", name="I am someone else", exact=True).click()
    expect(there.bar.get_by_role("status")).to_contain_text("kernel does not answer")
    busy.unlink()
    there.bar.get_by_role("button", name="I have the file: clear now").click()
    expect(there.bar.get_by_role("status")).to_contain_text("Cleared.")


def test_tests_and_results(lab):
    """The notebook of tests and results deals a form, takes a teacher's order,
    and counts a test once it is finished.
    """
    form = read_forms()["A"]
    cells = code(ROOT / "exercises/tests-and-results.ipynb")
    there = lab(
        [
            "from whosaysso.notebook import exercise, finish",
            *(f'exercise("{name}")' for name in form.exercises),
            f'finish("{form.id}")',
            *cells,
        ]
    )
    before = there.page.locator("[data-deal='0']")
    expect(before.locator(".wss-deal-said")).to_contain_text("This time you take Test")
    before.locator("summary").click()
    before.get_by_label("Before, after, later").select_option("BAC")
    before.get_by_role("button", name="Use this order").click()
    after = there.page.locator("[data-deal='1']")
    expect(after.locator(".wss-deal-said")).to_contain_text("Open test-a.ipynb in the list of files.")
    expect(after.locator(".wss-start")).to_be_hidden()
    for name in form.exercises:
        answer(there.exercise(ITEMS[name]), ITEMS[name], ITEMS[name].best())
        check(there.exercise(ITEMS[name]))
        told(there.exercise(ITEMS[name]), None)
    row = there.page.get_by_role("row", name="Test A")
    expect(row).to_contain_text(f"{len(form.exercises)} told when the set is finished")
    there.page.get_by_role("button", name="Finish the set").click()
    card = there.page.get_by_role("group", name="You have finished Test A.")
    expect(card).to_be_focused()
    expect(card.locator("dd").nth(1)).to_have_text("5 of 5, and 1 answer without points.")
    expect(card.locator("dd").nth(3)).to_contain_text("open tests-and-results.ipynb in the list of files.")
    for name in form.exercises:
        told(there.exercise(ITEMS[name]), full(ITEMS[name]))
    scored = len({*form.exercises} - UNSCORED)
    expect(row.get_by_role("cell").nth(1)).to_have_text(f"{scored} of {scored}")
    expect(after.locator(".wss-deal-said")).to_contain_text("You have finished Test A.")
    assert there.work(len(form.exercises)).form == "BAC"


def test_damaged_file_is_told_and_kept_aside(notebook):
    """A damaged work file is said and kept as it is under another name, and new answers go into a new one."""
    file = notebook.path.with_name("my-work.json")
    file.write_text("{not an answer", encoding="utf-8")
    expect(notebook.exercise(CHOOSE).locator("[role=alert]")).to_contain_text("could not be read. It is kept as")
    (aside,) = notebook.path.parent.glob("my-work.damaged-*.json")
    assert aside.read_text(encoding="utf-8") == "{not an answer"
    solve(notebook.exercise(CHOOSE), CHOOSE)
    assert [a.exercise for a in notebook.work(1).attempts] == [CHOOSE.id]


def test_work_is_downloaded_loaded_and_cleared(notebook, lab, tmp_path):
    """One file takes the work along, another notebook takes it in beside its own, and the next reader begins anew."""
    answer(notebook.exercise(SORT), SORT, SORT.best())
    solve(notebook.exercise(CHOOSE), CHOOSE)
    kept = notebook.work(1)
    notebook.bar.get_by_label("Code").fill("K7")
    taken = notebook.download("Download my work")
    assert taken == kept.model_copy(update={"code": "K7"})
    file = tmp_path / "work.json"
    file.write_text(json.dumps(taken.as_json()), encoding="utf-8")

    there = lab()
    solve(there.exercise(MARK), MARK)
    own = there.work(1)
    for fresh in ("1 answer loaded", "0 answers loaded", "0 answers loaded"):  # loading again counts nothing twice
        there.download("Download my work")  # says something else in between
        with there.page.expect_file_chooser() as chooser:
            there.bar.get_by_role("button", name="Load my work", exact=True).click()
        chooser.value.set_files(file)
        if fresh.startswith("1"):
            there.bar.get_by_role("button", name="Yes: add them to mine").click()
        expect(there.bar.get_by_role("status")).to_contain_text(fresh)
    both = there.work(2)
    assert both.attempts == [*kept.attempts, *own.attempts]
    assert both.drafts == {**kept.drafts, **own.drafts}
    told(there.exercise(CHOOSE), 1)
    told(there.exercise(MARK), 1)
    expect(there.exercise(SORT).locator("input:checked")).to_have_count(len(SORT.statements))

    assert there.hand_on().as_json() == both.as_json()
    expect(there.bar.locator(".wss-work-count")).to_contain_text("No answer kept yet")
    for item in (CHOOSE, SORT, MARK):
        expect(there.exercise(item).locator(".wss-item input:checked, [data-mark]")).to_have_count(0)
        expect(there.exercise(item)).not_to_have_attribute("data-state", "graded")
    solve(there.exercise(CHOOSE), CHOOSE)
    assert [a.exercise for a in there.work(1).attempts] == [CHOOSE.id]


def test_exercise_is_a_widget_like_any_other(lab):
    """Exercises stand together in a box, and the next cell reads the answers and Python's own grades of them."""
    notebook = lab(
        [
            "import json\nfrom ipywidgets import VBox\nfrom whosaysso.notebook import exercise",
            f'both = [exercise("{CHOOSE.id}"), exercise("{MARK.id}")]\nseen = []\n'
            'both[0].observe(lambda change: seen.append(change.new), "score")\nVBox(both)',
            "print(json.dumps([[[e.response, e.score] for e in both], seen]))",
        ]
    )
    whole = MARK.key()["marks"]
    half = {"words": {whole[0]["label"]: whole[0]["head"]}}
    given = [(CHOOSE, CHOOSE.best()), (MARK, half)]
    scores = [grade(item.with_key(), response)["score"] for item, response in given]
    assert 0 < scores[1] < scores[0] == 1
    for (item, response), score in zip(given, scores, strict=True):
        answer(notebook.exercise(item), item, response)
        check(notebook.exercise(item))
        told(notebook.exercise(item), score)

    answers, seen = json.loads(notebook.rerun(2))
    assert answers == [[response, score] for (_, response), score in zip(given, scores, strict=True)]
    assert seen == [1]


def test_keys_in_an_exercise_leave_the_cells_alone(notebook):
    """Wherever the focus stands in an exercise, the keys with which JupyterLab selects,
    deletes and inserts cells do nothing to them.
    """
    keys = ("ArrowDown", "Shift+ArrowDown", "d", "d", "a")
    inside = notebook.page.locator(".wss-exercise :focus, .wss-work :focus")
    places = []
    tab_to(notebook.exercise(SHOWN[0]).locator("input").first)
    while inside.count():
        place = inside.evaluate("e => [e.form?.dataset.kind, e.closest('fieldset')?.className, e.type, e.className]")
        for key in keys if place not in places else ():
            notebook.page.keyboard.press(key)
        places.append(place)
        notebook.page.keyboard.press("Tab")
    notebook.save()
    assert code(notebook.path) == CELLS
    assert {kind for kind, *_ in places} >= {item.kind for item in SHOWN}
    assert {name for *_, name in places} >= {"wss-passage", "wss-check", "wss-code", "wss-leave"}


def test_axe_finds_nothing(notebook):
    """Answered and told, no exercise breaks an accessibility rule that a machine can see,
    in either of JupyterLab's themes.
    """
    for item in SHOWN:
        solve(notebook.exercise(item), item)
    notebook.exercise(CHOOSE).locator(".wss-reveal").click()
    # JupyterLab's body has no height, and its cells scroll: axe would take all of it for hidden, and judge no colour.
    notebook.page.add_style_tag(content="body { height: 100vh }")
    notebook.page.set_viewport_size({"width": 1440, "height": 6000})
    for theme in ("JupyterLab Dark", "JupyterLab Light"):
        notebook.menu("Settings", "Theme", theme)
        expect(notebook.page.locator("body")).to_have_attribute("data-jp-theme-name", theme)
        found = broken(notebook.page, themes=(None,), within=".wss-exercise, .wss-work")
        assert not found, (theme, found)


def test_colours_are_the_book_s(lab):
    """JupyterLab, light or dark, shows layers, marks and verdicts in the book's colours, and all words can be read."""
    there = lab(
        [
            "from whosaysso.figures.strip import strip\nfrom whosaysso.notebook import article, exercise",
            "article()",
            f'exercise("{MARK.id}")',
            f'exercise("{SORT.id}")',
            "strip()",
        ]
    )
    for switch in there.page.locator(".wss-layers input").all():
        switch.check()
    answer(there.exercise(MARK), MARK, MARK.best())
    for item in (MARK, SORT):
        if item is SORT:
            answer(there.exercise(item), item, WRONG[item.kind](item))
        check(there.exercise(item))
    seen = """(selector) => { const style = getComputedStyle(document.querySelector(selector));
        return [style.color, style.backgroundColor, style.fill]; }"""
    for which, theme in ((1, "JupyterLab Dark"), (0, "JupyterLab Light")):
        there.menu("Settings", "Theme", theme)
        expect(there.page.locator("body")).to_have_attribute("data-jp-theme-name", theme)
        for at, name, part in (
            *(
                (f".wss-note-mark.{name}", f"layer-{name}", 0)
                for name in ("voice", "hedge", "number", "loaded", "frame")
            ),
            ("[data-mark='0']", "layer-voice-soft", 1),
            ('.wss-note[data-verdict="wrong"] strong', "wrong", 0),
            (".wss-figure svg text[style*='--ink,']", "ink", 2),
        ):
            wanted = colours()[name][which]
            shown = there.page.evaluate(seen, at)[part]
            assert re.findall(r"\d+", shown) == [str(int(wanted[n : n + 2], 16)) for n in (1, 3, 5)], (theme, at, shown)
        assert not (found := faint(there.page, ".wss-reader, .wss-exercise, .wss-figure")), (theme, found)


def test_reading_goes_from_the_page_to_a_notebook_and_back(page, lab, tmp_path):
    """A text pasted and marked in the page, marked further in a notebook and loaded in the page again is equal: its
    hash, its cut, where it comes from, every mark, note and card; and the file beside the notebook has the same.
    """
    read = lambda given: parse_reading(given).model_copy(update={"saved": None})  # noqa: E731 - the moment may differ
    here = open_table(page, tmp_path / "page.html")
    bring(here, step="whence")
    here.get_by_label("Its title").fill("The bridge")
    here.get_by_label("Who published it?").fill("An agency")
    here.locator('[data-step="mark"]').click()
    mark(here, 8, 10)
    here.locator(".wss-mark-card summary").click()
    here.get_by_label("Who speaks?").fill("the ministry")
    here.get_by_label("What sort of source is that?").select_option("party")
    here.get_by_label("Your note").fill("no name 😀")
    here.reload()
    expect(panel(here).locator(".wss-word[data-mark]")).to_have_count(3)
    page_gave = saved(here)

    file = tmp_path / "bridge.json"
    file.write_text(page_gave, encoding="utf-8")
    cells = ["from whosaysso.notebook.reading import read_text", f"reading = read_text({str(file)!r})\nreading"]
    notebook = lab([*cells, "print(reading.path.read_text())"])
    there = notebook.page
    there.locator('[data-step="mark"]').click()
    expect(panel(there).locator(".wss-word[data-mark]")).to_have_count(3)
    panel(there).get_by_role("radio", name="Numbers").check()
    mark(there, 14, 14)
    there.locator(".wss-mark-card summary").click()
    there.get_by_label("Whom or what does it count?").fill("men, seen")
    notebook_gave = saved(there)
    first, second = read(page_gave), read(notebook_gave)
    assert second.model_copy(update={"annotations": second.annotations[:1]}) == first
    assert (first.text.words, first.annotations[0].note) == (TEXT, "no name 😀")
    assert json.loads(notebook_gave)["annotations"][1]["body"][-1]["number"] == {"counts": "men, seen"}
    assert read(notebook.rerun(2)) == second

    load(here, "bridge.json", notebook_gave)
    expect(here.locator(".wss-any-said")).to_contain_text("1 mark came from the file")
    here.reload()
    assert read(saved(here)) == second


def test_own_figures_are_those_of_the_page(page, lab, tmp_path):
    """From stored work a notebook draws the curve of sureness and the bars of the path, and lists what is due again,
    with the words and the numbers that the page has for the same records.
    """
    many = [attempt(n, item, (n * 3 % 5) / 4, (n % 5) / 4) for n, item in enumerate(SURE_ASKED[:24])]
    page.goto(written(tmp_path / "page.html", results_html(), practise_html()).as_uri())
    page.evaluate(KEEP, many)
    work = parse_hand_in(json.dumps({**HandIn(readers=["a" * 32]).as_json(), "attempts": many}))
    cells = ["from whosaysso.notebook import practise\nfrom whosaysso.notebook.drawn import my_progress, my_sureness"]
    there = lab([*cells, "my_sureness()", "my_progress()", "practise()"], work=work).page

    table = "(rows) => rows.map((row) => [...row.children].map((cell) => cell.innerText.trim()))"
    curve, bars = (there.locator(".wss-figure").nth(n) for n in (0, 1))
    for figure in (curve, bars):
        expect(figure.locator("svg")).to_be_visible()
    curve.locator("summary").click()
    bars.locator("summary").click()
    rows = curve.locator("tbody tr").evaluate_all(table)
    assert len(rows) == 5 and rows == page.locator(".wss-calibration tbody tr").evaluate_all(table)
    assert curve.locator("svg").get_by_text(rows[0][1], exact=True).count()
    paths = [row[:3] for row in page.locator(".wss-path tbody tr").evaluate_all(table)]
    assert sorted(bars.locator("tbody tr").evaluate_all(table)) == sorted(paths)

    for part in (".wss-due-said", ".wss-due-next", ".wss-due li", ".wss-due-topics tbody tr"):
        here, shown = (at.locator(".wss-practise").locator(part).all_inner_texts() for at in (page, there))
        assert [re.sub(r': exercise\("[\w-]+"\)', "", text) for text in shown] == here, part
    assert there.locator(".wss-due li").count() == 5
