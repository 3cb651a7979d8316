"""From this morning's article to the class's files and back: made, handed out, answered, handed in, graded."""

import csv
import json
import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Page, expect

from tests.axe import broken
from tests.conftest import watch
from tests.student import answer, exercise
from whosaysso.authored.folders import PACKAGE
from whosaysso.authored.yaml import read_yaml
from whosaysso.desk.classes import grade_class
from whosaysso.desk.grading import How
from whosaysso.desk.rows import row_of
from whosaysso.exercises.made import Made, read_made
from whosaysso.exercises.topics import find_topics
from whosaysso.reader.file import write_reading
from whosaysso.reader.marking import begin, marked
from whosaysso.reader.reading import Attribution
from whosaysso.text.case import Case
from whosaysso.work.course import made_course
from whosaysso.work.reading import parse_hand_in

HOSTILE = '"><img src=x onerror=hurt()></script><b>'
TEXT = f"""\
Twelve hurt at the bridge

A nurse of the clinic said that 12 people were hurt. The ministry spoke of 9. A driver, who saw it, named no number.

Nobody could be reached in the evening. The bridge is closed. {HOSTILE} stood on a wall, by the register of the town.
"""
SAYS = {
    "A nurse of the clinic": "witness",
    "The ministry": "party",
    "A driver": "witness",
    "the register of the town": "record",
}
NAME = "img-src-x-onerror-hurt-script-b"
"""What the files are called, from the title."""
RULE = re.sub("<[^>]+>", "", (PACKAGE / "kinds/judge/question.html.jinja").read_text("utf-8").split("wss-verdicts")[1])
RULE = RULE.split("\n")[0].removeprefix('">')
"""What each of the three answers says, as it is printed with every such exercise."""
KINDS = (
    *("Mark words", "Choose one", "Choose all that fit", "Judge by evidence", "Sort"),
    *("Work out a number", "Work out a number", "Write"),
)


@pytest.fixture(scope="module")
def morning(tmp_path_factory) -> Path:
    """A reading of an article, as the page Your text saves it."""
    reading = begin(TEXT, title=HOSTILE, outlet="A paper", date="2026-11-26")
    for words, sort in SAYS.items():
        start = reading.text.words.index(words)
        reading = marked(
            reading, start, start + len(words), "voice", f"{HOSTILE} is no reason.", Attribution(sort=sort)
        )
    start = reading.text.words.index("12 people")
    reading = marked(reading, start, start + len("12 people"), "number")
    folder = tmp_path_factory.mktemp("morning")
    write_reading(folder / "reading.json", reading)
    return folder


@pytest.fixture(scope="module")
def made(browser, book, morning) -> Path:
    """The folder with what a teacher made of it: the students' file, the key, the files for the book."""
    context = browser.new_context(offline=True, accept_downloads=True)
    page = context.new_page()
    wrong = watch(page)
    page.goto((book / "chapters/making.html").as_uri())
    page.locator(".wss-file").set_input_files(morning / "reading.json")
    for kind in KINDS:
        page.locator(".wss-make-add").get_by_role("button", name=kind, exact=True).click()
        fill(page, kind)
    assert not page.locator(".wss-make-lacking:not(:empty)").count()
    page.reload()  # all of it is kept
    expect(page.locator(".wss-make-item")).to_have_count(len(KINDS))
    trial(page)
    step(page, "Hand out")
    for name in ("file", "key", "book"):
        with page.expect_download() as download:
            page.locator(f".wss-make-{name}").click()
        assert NAME in download.value.suggested_filename
        download.value.save_as(morning / {"file": "students.html", "key": "key.json", "book": "book.zip"}[name])
    step(page, "Questions")
    expect(page.locator(".wss-make-ask")).to_contain_text(
        "Your key leaves out “9” (sentence 2). Whoever marks it as “Numbers”"
    )
    page.set_viewport_size({"width": 390, "height": 844})
    found = []
    for name in ("Hand out", "Questions", "Make"):
        step(page, name)
        if name == "Make":
            for summary in page.locator(".wss-make-item > summary").all()[:4]:
                summary.click()
        found += broken(page, within=".wss-maker") + wide(page)
    context.close()
    assert not wrong and not found, wrong + found
    return morning


def step(page: Page, name: str) -> None:
    page.get_by_role("navigation", name="Steps").get_by_role("button", name=name).click()


def wide(page: Page) -> list[str]:
    """Whether a page is wider than its window."""
    return ["too wide"] * page.evaluate("document.documentElement.scrollWidth > innerWidth")


def fill(page: Page, kind: str) -> None:
    """Write what a draft leaves open."""
    card = page.locator(".wss-make-item").last
    match kind:
        case "Mark words":
            card.get_by_role("group", name="“A nurse of the clinic”").get_by_label("Words that count").fill("nurse")
            card.get_by_role("button", name="Add words that tempt").click()
            card.get_by_label("Words, as the passage has them").fill("Nobody")
            card.get_by_label("Why are they not to be marked?").fill(f"Nobody is nobody. {HOSTILE}")
        case "Work out a number" if card.get_attribute("data-sketch") == "number-2":
            card.get_by_label("What is asked for?").select_option("range")
            expect(card.locator(".wss-make-lacking")).to_contain_text("Write the lowest, the highest")
            card.get_by_label("The highest that it can be").fill("12")
            card.get_by_label("The lowest that it can be").fill("9")
            card.get_by_label("How far apart").fill("4")
        case "Choose all that fit":
            for number in (4, 5, 6):
                card.get_by_role("group", name=f"Option {number}").get_by_label("Words").fill(f"Town number {number}")
        case "Judge by evidence":
            expect(card.locator(".wss-verdicts")).to_have_text(RULE)
            for number, verdict in enumerate(("supports", "supports", "contradicts", "contradicts", "open"), 1):
                row = card.get_by_role("group", name=f"Claim {number}")
                row.get_by_label("Words").fill(f"Claim {number} {HOSTILE}")
                row.get_by_label("The text").select_option(verdict)
                row.get_by_label("Why").fill("Its second sentence says so.")
        case "Write":
            for words, near in (("nurse*, clinic", "12"), ("brave*", "")):
                card.get_by_role("button", name="Let a machine look for something").click()
                row = card.get_by_role("group", name="Check").last
                row.get_by_label("Words, with commas between").fill(words)
                row.get_by_label("Near one of these words").fill(near)
            row.get_by_label("A good text").select_option("lacks")
            card.get_by_label("One good answer").fill("Brave nurses said that 12 were hurt; how she knows is not said.")
            expect(card.locator(".wss-make-lacking")).to_contain_text("does not pass: Does it do without “brave…”?")
            card.get_by_label("One good answer").fill("A nurse said that 12 were hurt; how she knows is not said.")


def trial(page: Page) -> None:
    """Played in the page, a right answer scores, and what is hostile is text."""
    step(page, "Try")
    frame = page.frame_locator(".wss-make-try iframe")
    expect(frame.locator("[data-exercise]")).to_have_count(len(KINDS))
    root = frame.locator("[data-exercise=choose-1]")
    root.get_by_label("A nurse of the clinic").check()
    root.get_by_role("button", name="Check", exact=True).click()
    expect(root).to_have_attribute("data-score", "1")
    assert frame.locator("img").count() == 0 and HOSTILE in frame.locator("h1").inner_text()


@pytest.fixture(scope="module")
def key(made) -> Made:
    """The key as the desk reads it."""
    return read_made(made / "key.json")


@pytest.fixture(scope="module")
def handed(browser, made, key) -> dict[str, dict]:
    """The hand-ins of three students: one who knows all, one who errs, one who stops."""
    works = {}
    for code in ("all", "errs", "stops"):
        context = browser.new_context(offline=True, accept_downloads=True)
        page = context.new_page()
        wrong = watch(page)
        page.goto((made / "students.html").as_uri())
        for item in key.exercises[: 2 if code == "stops" else None]:
            root = exercise(page, item)
            answer(root, item, {"choice": "o2"} if code == "errs" and item.kind == "choose" else item.best())
            root.get_by_role("button", name="Check", exact=True).click()
            expect(root).to_have_attribute("data-state", re.compile("graded|recorded"))
        page.get_by_label("Code").fill(code)
        with page.expect_download() as download:
            page.get_by_role("button", name="Download my work").click()
        (made / "in").mkdir(exist_ok=True)
        assert download.value.suggested_filename.startswith(f"{NAME}-{code}-")
        download.value.save_as(made / f"in/{code}.json")
        works[code] = json.loads((made / f"in/{code}.json").read_text(encoding="utf-8"))
        assert not wrong
        context.close()
    return works


def test_class_is_graded_to_the_scores_it_saw(handed, made, key):
    """The command gives each answer the score that the student's own page gave, and the total that is due."""
    found = grade_class(made / "in", How(made=key))
    assert found.complete and not [note for g in found.rows.values() for note in g.row.notes if "claims" in note]
    rows = {graded.person.code: graded.row for graded in found.rows.values()}
    assert [rows[code].total.percent for code in ("all", "errs")] == [100, 86] and rows["stops"].answered == 2
    for work in handed.values():
        row = row_of(parse_hand_in(json.dumps(work), book=key.book), made_course(key))
        claimed = {one["exercise"]: one["claimed"] for one in work["attempts"]}
        assert {a.exercise: a.score for a in row.answers} == pytest.approx(claimed, abs=1e-9)


def test_forms_come_out_as_an_author_writes(key):
    """What the forms ask beyond a draft is in the key: words that count and that tempt, a range, checks."""
    by_id = {item.id: item.key() for item in key.exercises}
    mark, write = by_id["mark-1"], by_id["write-1"]
    assert [len(one["head"]) for one in mark["marks"]] == [1, 1, 1, 1, 4]
    assert [one["from"] == one["to"] for one in mark["decoys"]] == [True]
    assert (by_id["number-2"]["low"], by_id["number-2"]["high"], by_id["number-2"]["widest"]) == (9, 12, 4)
    assert [(one["words"], one["within"], one["absent"]) for one in write["checks"]] == [
        ([["nurse*", "clinic"], ["12"]], 12, False),
        ([["brave*"]], None, True),
    ]


def test_class_page_grades_with_the_key(page, book, handed, made, key):
    """The class's own page takes the key, and then grades these files and no others."""
    page.goto((book / "chapters/teaching/class.html").as_uri())
    files = [made / f"in/{code}.json" for code in handed]
    page.locator(".wss-class-files").set_input_files(files)
    expect(page.locator(".wss-class-said")).to_contain_text("was not made by this book")
    page.locator(".wss-class-key").set_input_files(made / "key.json")
    expect(page.locator(".wss-class-said")).to_have_text("3 students graded.")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download grades.csv").click()
    rows = csv.DictReader(Path(download.value.path()).read_text(encoding="utf-8-sig").splitlines())
    assert {row["student"]: row["percent"] for row in rows}.items() >= {("all", "100"), ("errs", "86")}


def test_file_is_whole_on_any_screen_and_on_paper(page, made, handed):
    """At 390 px the students' file breaks no rule of axe and is not too wide; on paper the text and questions stand."""
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto((made / "students.html").as_uri())
    assert not broken(page) + wide(page)
    page.emulate_media(media="print")
    assert page.locator(".wss-given").is_visible() and page.locator("[data-exercise] .wss-prompt").first.is_visible()
    assert not page.get_by_role("button", name="Check", exact=True).first.is_visible()


def test_file_runs_its_own_module_alone(made):
    """The file holds one script that runs, whose hash its policy names, and may connect to nothing."""
    html = (made / "students.html").read_text(encoding="utf-8")
    (module,) = re.findall(r'<script type="module"[^>]*>(.*?)</script>', html, re.DOTALL)
    digest = b64encode(sha256(module.encode()).digest()).decode()
    assert f"script-src 'self' 'sha256-{digest}';" in html and "connect-src 'none'" in html and "<img" not in html


def test_files_drop_into_the_book(made, handed, tmp_path, monkeypatch):
    """Unpacked into a checkout, the case and its exercises have no fault, and are the exercises of the key."""
    (tmp_path / "_config.yml").write_text("title: None\n", encoding="utf-8")
    (tmp_path / "exercises").mkdir()
    with ZipFile(made / "book.zip") as archive:
        assert archive.testzip() is None
        archive.extractall(tmp_path)
    monkeypatch.chdir(tmp_path)
    (folder,) = (tmp_path / "case").iterdir()
    topics, faults = find_topics()
    assert not faults and not Case(folder).faults() and len(topics[folder.name].exercises) == len(KINDS)
    given = read_yaml(made / "key.json")[0]["exercises"]
    dropped = read_yaml(tmp_path / f"exercises/{folder.name}.yml")[0]["exercises"]
    assert [{**one, "id": f"{folder.name}-{one['id']}"} for one in given] == dropped
