"""A set as a package: what is in the zip, and how it plays in the frame of an LMS that is as strict as the standard."""

import io
import json
import re
import shutil
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from click.testing import CliRunner
from playwright.sync_api import expect

from tests.conftest import ROOT, watch
from tests.desk.hand_ins import ITEMS, work
from tests.student import answer, check, exercise
from whosaysso.browser.joined import BROWSER, joined
from whosaysso.commands.package import package as command
from whosaysso.desk.grading import Grader, How
from whosaysso.exercises.made import read_made
from whosaysso.exercises.sets import read_sets
from whosaysso.lms.package import package

IMS, ADL = "{http://www.imsproject.org/xsd/imscp_rootv1p1p2}", "{http://www.adlnet.org/xsd/adlcp_rootv1p2}"
SET = read_sets()["sourcing"]
BEST = [(name, ITEMS[name].best(), 1) for name in SET.exercises]
WRITING = read_sets()["write-it"]
MADE = {
    "format": "who-says-so/exercises/1",
    "book": "made-0123456789abcdef",
    "title": "A clinic is shut",
    "exercises": json.loads((ROOT / "tests/maker/cases.json").read_text(encoding="utf-8"))[0]["exercises"],
}
"""One exercise of each kind, as the page *Make an exercise* writes its key."""


PACK_AND_UNPACK = """
const version = "0123456789ab";
const id = (n) => n.toString(16).padStart(32, "0");
const exercises = Array.from({ length: 50 }, (_, n) => ({ id: `exercise-${n}`, version, scored: true, points: 1 }));
const about = { set: { id: "a", attempts: rule, mode: "practice" }, exercises, pass: null };
const attempts = Array.from({ length: 400 }, (_, n) => ({
  id: id(n), exercise: `exercise-${n % 50}`, version, response: { text: "ß".repeat((n * 37) % 4000) },
  confidence: 0.75, at: new Date(1.7e12 + n * 1e5).toISOString(), claimed: ((n * 7) % 11) / 11, rules: 2,
}));
const work = { readers: Array.from({ length: 900 }, (_, n) => id(n)), attempts, drafts: {}, finished: {} };
const score = (all) => exercises.map((e) => countedOf(all.filter((a) => a.exercise === e.id), rule).claimed.toFixed(5));
const first = packed(work, [], about);
const back = unpacked(first.text, about);
const again = packed(back.work, back.lost, about);
const together = [...back.lost, ...back.work.attempts].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
const damaged = ["", "null", "{", '{"a":[[0]],"d":[3],"r":7}'].map((text) => unpacked(text, about).lost.length);
return [first.text.length, score(attempts), score(together), again.text.length, damaged];
"""
"""Fifty exercises, eight answers each, of up to 4,000 letters."""


@pytest.fixture
def lms(browser, served, tmp_path):
    """``lms(set, …)`` unpacks a package into an LMS's site; ``launch`` opens it for a student, ``leave`` ends it."""
    context = browser.new_context(accept_downloads=True)
    page = context.new_page()
    wrong = watch(page)

    def installed(name: str | Path, pass_at: int | None = None):
        packed = name.read_bytes() if isinstance(name, Path) else package(name, pass_at)
        ZipFile(io.BytesIO(packed)).extractall(tmp_path)
        shutil.copy(ROOT / "tests/lms/host.html", tmp_path)
        page.goto(f"{served(tmp_path)}/host.html")
        return page

    yield installed
    context.close()
    assert not wrong, wrong


def launch(page, student: str = "ada", elsewhere: bool = False, **how):
    """Open the package for a student, on another computer if so; gives its frame and what it says of the LMS."""
    if elsewhere:
        page.evaluate("localStorage.clear()")
    kept = {"cmi.core.student_id": student, **how.pop("kept", {})}
    page.evaluate("(how) => launch(how)", {"kept": kept, **how})
    frame = page.frame_locator("iframe")
    expect(frame.locator(".wss-lms-said")).not_to_contain_text("Looking for")
    return frame, frame.locator(".wss-lms-said")


def leave(page) -> dict:
    """Leave, and give what the LMS has: nothing in it may be against the standard."""
    left = page.evaluate("leave()")
    assert left["faults"] == []
    return left


def load(frame, *answers, **changed) -> None:
    """Load a file of answers, and say that they are one's own."""
    data = json.dumps(work(*answers, code="", **changed)).encode()
    frame.locator(".wss-file").set_input_files({"name": "w.json", "mimeType": "application/json", "buffer": data})
    said = frame.locator(".wss-work-said")
    expect(said).not_to_be_empty()
    if frame.locator(".wss-yes").is_visible():
        frame.locator(".wss-yes").click()
    expect(said).to_contain_text("loaded")


def test_manifest_has_what_the_standard_asks_for():
    """The manifest is one organisation with one item that leads to one page that reports, and names every file."""
    archive = ZipFile(io.BytesIO(package("sourcing")))
    root = ElementTree.fromstring(archive.read("imsmanifest.xml"))
    assert [child.tag.removeprefix(IMS) for child in root] == ["metadata", "organizations", "resources"]
    assert [root.findtext(f"{IMS}metadata/{IMS}{name}") for name in ("schema", "schemaversion")] == ["ADL SCORM", "1.2"]
    organization, item = root.find(f".//{IMS}organization"), root.find(f".//{IMS}item")
    assert root.find(f"{IMS}organizations").get("default") == organization.get("identifier")
    assert organization.findtext(f"{IMS}title") == item.findtext(f"{IMS}title") == SET.title
    (resource,) = root.findall(f".//{IMS}resource")
    assert (item.get("identifierref"), resource.get("type"), resource.get(f"{ADL}scormtype")) == (
        resource.get("identifier"),
        "webcontent",
        "sco",
    )
    ids = [element.get("identifier") for element in root.iter() if element.get("identifier")]
    assert len(ids) == len({*ids}) and all(re.fullmatch(r"[A-Za-z_][\w.-]*", one) for one in ids)
    files = [file.get("href") for file in resource]
    assert resource.get("href") in files and {*archive.namelist()} == {"imsmanifest.xml", *files}
    assert "student's own word" in archive.read("readme.txt").decode()
    assert package("sourcing") == package("sourcing")


def test_command_says_what_cannot_be_packed(tmp_path):
    """A set that there is none of is told with those that there are, and nothing is written."""
    made = tmp_path / "set.zip"
    done = CliRunner().invoke(command, ["nowhere", "-o", str(made)])
    assert done.exit_code == 1 and "there is no set “nowhere”; there are: sourcing" in done.output and not made.exists()
    done = CliRunner().invoke(command, ["on-the-phone", "-o", str(made)])
    assert done.exit_code == 0 and "own word" in done.output and ZipFile(made).testzip() is None
    for wrong in ([], ["sourcing", "--exercises", __file__]):
        assert "Name one set of the book, or give --exercises" in CliRunner().invoke(command, wrong).output
    (key := tmp_path / "key.json").write_text(
        json.dumps(MADE | {"book": "who-says-so"}, ensure_ascii=False), encoding="utf-8"
    )
    done = CliRunner().invoke(command, ["--exercises", str(key), "-o", str(tmp_path / "none.zip")])
    assert done.exit_code == 1 and "give the file an id of its own" in done.output


def test_score_is_reported_and_work_comes_back(lms):
    """Points are reported as the desk counts them, the work comes back elsewhere, and no student sees another's."""
    page = lms("sourcing", 60)
    frame, said = launch(page)
    item = ITEMS["footbridge"]
    root = exercise(frame, item)
    answer(root, item, item.best())
    check(root)
    expect(said).to_contain_text("not complete yet")
    grader = Grader(How((SET.id,)))
    one = grader.counted(["a.json"], grader.read("a.json", json.dumps(work((item.id, item.best(), 1))).encode()))
    expect(said).to_contain_text(f"{one.row.total.percent} of 100")
    load(frame, *BEST)
    expect(said).to_contain_text("100 of 100, passed.")
    with page.expect_download() as download:
        frame.get_by_role("button", name="Download my work").click()
    left = leave(page)
    assert (left["data"]["cmi.core.score.raw"], left["data"]["cmi.core.lesson_status"]) == ("100", "passed")
    assert left["data"]["cmi.core.exit"] == "suspend" and left["calls"][-2:] == ["LMSCommit ", "LMSFinish "]
    handed = grader.read("a.json", Path(download.value.path()).read_bytes())
    assert grader.counted(["a.json"], handed).row.total.percent == 100

    frame, said = launch(page, "bob")
    expect(said).to_contain_text("0 of 100, not complete yet.")
    expect(exercise(frame, item)).not_to_have_attribute("data-state", "graded")
    expect(frame.locator(".wss-leave")).to_be_hidden()
    assert leave(page)["data"]["cmi.core.lesson_status"] == "incomplete"

    frame, said = launch(page, elsewhere=True, kept={"cmi.suspend_data": left["data"]["cmi.suspend_data"]})
    expect(said).to_contain_text("100 of 100, passed.")
    expect(exercise(frame, item)).to_have_attribute("data-score", "1")
    leave(page)


def test_exercises_that_a_teacher_made_are_packed(lms, tmp_path):
    """One of each kind that a teacher made stands in the frame under its text, is reported, comes back elsewhere,
    and is graded again by its key; a text that is left out is not there.
    """
    key, packed = tmp_path / "a-clinic.key.json", tmp_path / "a-clinic.zip"
    words = "Nurses say the clinic at Hollin is shut.\n<b>Nobody</b> else was asked."
    key.write_text(
        json.dumps(
            {**MADE, "text": {"words": words, "language": "en", "origin": "A made-up note"}}, ensure_ascii=False
        ),
        "utf-8",
    )
    done = CliRunner().invoke(command, ["--exercises", str(key), "-o", str(packed), "--pass", "50"])
    assert done.exit_code == 0, done.output
    page, made = lms(packed), read_made(key)
    frame, said = launch(page)
    expect(frame.get_by_text("<b>Nobody</b> else was asked.")).to_be_visible()
    expect(frame.get_by_text("Made with the book")).to_be_visible()
    assert "theirs who made them" in ZipFile(packed).read("readme.txt").decode()
    item = next(one for one in made.exercises if one.kind == "choose")
    answer(exercise(frame, item), item, item.best())
    check(exercise(frame, item))
    expect(said).to_contain_text("not complete yet")
    attempts = work(*((one.id, one.best(), 1) for one in made.exercises))["attempts"]
    for one, attempt in zip(made.exercises, attempts, strict=True):
        attempt["version"] = one.question()["version"]
    load(frame, book=made.book, attempts=attempts)
    expect(said).to_contain_text("100 of 100, passed.")
    with page.expect_download() as download:
        frame.get_by_role("button", name="Download my work").click()
    kept = leave(page)["data"]
    frame, said = launch(page, elsewhere=True, kept={"cmi.suspend_data": kept["cmi.suspend_data"]})
    expect(exercise(frame, item)).to_have_attribute("data-score", "1")
    leave(page)
    grader = Grader(How(made=made))
    handed = grader.read("a.json", Path(download.value.path()).read_bytes())
    assert grader.counted(["a.json"], handed).row.total.percent == 100
    done = CliRunner().invoke(command, ["--exercises", str(key), "-o", str(packed), "--no-text"])
    assert done.exit_code == 0 and b"Nurses say" not in ZipFile(packed).read("index.html")


def test_what_does_not_fit_keeps_its_score(lms):
    """Texts too long for the LMS leave their scores there, short answers come back, and both are told."""
    page = lms("write-it")
    frame, said = launch(page)
    texts = {name: {"text": f"Ångström {n} " * 300} for n, name in enumerate(WRITING.exercises)}
    short = [(name, ITEMS[name].best(), 1) for name in WRITING.exercises if ITEMS[name].kind != "write"]
    long = [(name, texts[name], None) for name in WRITING.exercises if ITEMS[name].kind == "write"]
    assert short and len(long) > 1
    load(frame, *long, *short)
    expect(said).to_contain_text("did not fit")
    kept = leave(page)["data"]
    assert kept["cmi.core.lesson_status"] == "completed"
    frame, said = launch(page, elsewhere=True, kept={"cmi.suspend_data": kept["cmi.suspend_data"]})
    expect(said).to_contain_text(f"{kept['cmi.core.score.raw']} of 100, completed.")
    expect(said).to_contain_text("did not fit")
    name = short[0][0]
    expect(exercise(frame, ITEMS[name])).to_have_attribute("data-state", re.compile("graded|recorded"))
    leave(page)


COUNTS = {"first": lambda scores: scores[0], "best": max, "last": lambda scores: scores[-1]}


@pytest.mark.parametrize("rule", COUNTS)
def test_any_work_fits_into_what_an_lms_keeps(page, rule):
    """However often and however long is answered, it takes 4,096 characters, and the score that counts is kept."""
    page.goto("about:blank")
    module = joined(BROWSER / "scorm" / "packing.js").replace("export ", "")
    told = page.evaluate(f"(rule) => {{ {module} {PACK_AND_UNPACK} }}", rule)
    length, before, after, again, nothing = told
    assert length <= 4096 and again <= 4096 and before == after and nothing == [0, 0, 0, 0]
    scores = [[n * 7 % 11 / 11 for n in range(exercise, 400, 50)] for exercise in range(50)]
    assert before == [f"{COUNTS[rule](tried):.5f}" for tried in scores]


def test_page_works_whatever_the_lms_does(lms):
    """Without an API, with a late one, one without modes, one that only looks or is taken: the page works and tells."""
    page = lms("leaving-the-page")
    item = next(ITEMS[name] for name in read_sets()["leaving-the-page"].exercises if ITEMS[name].kind == "choose")
    cases = {
        "none": ({"api": "none"}, "No LMS answers here, so nothing is reported."),
        "late": ({"api": "late"}, "of 100, not complete yet."),
        "modeless": ({"lacks": ["cmi.core.lesson_mode"]}, "of 100, not complete yet."),
        "scores only": (
            {"lacks": ["cmi.suspend_data", "cmi.core.score.min", "cmi.core.score.max"]},
            "keeps only the score",
        ),
        "looked at": ({"kept": {"cmi.core.lesson_mode": "review"}}, "only to be looked at"),
        "taken": ({"begun": True}, "did not begin a session"),
    }
    for student, (how, words) in cases.items():
        frame, said = launch(page, student, elsewhere=True, **how)
        expect(said).to_contain_text(words)
        root = exercise(frame, item)
        answer(root, item, item.best())
        check(root)
        expect(root).to_have_attribute("data-score", "1")
        left = page.evaluate("leave()")
        assert left["faults"] == (["101 in state open"] if student == "taken" else [])
        assert ("cmi.core.score.raw" in left["data"]) == (student in ("late", "modeless", "scores only")), student
