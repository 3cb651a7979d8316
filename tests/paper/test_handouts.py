"""What a class is handed: every sheet whole and short enough, and only teachers are led to it."""

import re
from zipfile import ZipFile

import pytest

from tests.student import ITEMS
from whosaysso.book.offline import ZIP
from whosaysso.exercises.path import core_exercises, core_of
from whosaysso.exercises.sets import read_sets
from whosaysso.paper.handouts import FOLDER, handouts
from whosaysso.paper.lines import LONGEST, lines
from whosaysso.text.case import MAIN, find_case

CORE = [name for name in handouts() if name.endswith("-core")]
SHEETS = ["article", "card", "exit-ticket", "rubric", "supports"]


def test_core_leaves_out_what_stands_under_more(tmp_path, monkeypatch):
    """An exercise is of the core path unless it stands below a heading More or off the students' pages."""
    (tmp_path / "chapters" / "teaching").mkdir(parents=True)
    (tmp_path / "_toc.yml").write_text(
        "root: chapters/index\nparts:\n- chapters:\n  - file: chapters/b\n  - file: chapters/a\n"
        "  - file: chapters/teaching/c\n"
    )
    for page, text in {
        "b": "# B\n```{exercise} one\n```\n## More: a\n```{exercise} two\n```\n### Deeper\n```{exercise} three\n```\n"
        "## On\n```{exercise} four\n```\n",
        "a": "# A\n### More\n```{exercise} five\n```\n## On\n```{exercise} six\n```\n",
        "teaching/c": "# C\n```{exercise} seven\n```\n",
    }.items():
        (tmp_path / "chapters" / f"{page}.md").write_text(text)
    monkeypatch.setattr("whosaysso.exercises.path.home", lambda: tmp_path)
    assert core_exercises() == ["one", "four", "six"]


def test_core_worksheets_ask_the_core_path():
    """Together the worksheets of the core path ask what the chapters ask, each exercise once."""
    asked = [
        re.search(r'data-exercise="([\w-]+)"', part)[1]
        for name in CORE
        for part in handouts()[name].make().split("<form ")[1:]
        if "data-exercise" in part
    ]
    assert sorted(asked) == sorted(core_exercises()) and len(CORE) == sum(
        bool(core_of(one)) for one in read_sets().values()
    )


def test_sheets_fit_their_paper(page, tmp_path):
    """On A4 and on Letter a worksheet of the core path takes at most three pages, the article and the supports two,
    any other sheet one; and nothing is wider than its page.
    """
    page.set_viewport_size({"width": 390, "height": 844})
    most = {**dict.fromkeys(CORE, 3), **dict.fromkeys(SHEETS, 1), "article": 2, "supports": 2}
    for name, pages in most.items():
        (tmp_path / "sheet.html").write_text(handouts()[name].make(), encoding="utf-8")
        page.goto((tmp_path / "sheet.html").as_uri())
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
        for paper in ("A4", "Letter"):
            count = len(re.findall(rb"/Type /Page\b", page.pdf(format=paper)))
            assert 1 <= count <= pages, (name, paper, count)


def test_lines_hold_the_whole_text():
    """The numbered lines are the article, word by word, and none is longer than a line may be."""
    for _, sentences in find_case(MAIN).blocks:
        cut = [" ".join(words for _, words in line) for line in lines(sentences)]
        assert " ".join(cut).split() == " ".join(s.text for s in sentences).split()
        assert max(map(len, cut)) <= LONGEST
        assert [place for line in lines(sentences) for place, _ in line if place] == [s.id for s in sentences]


@pytest.mark.parametrize("name", ["worksheet-numbers-core", "worksheet-write-it"])
def test_worksheet_has_room_for_scores(name):
    """Each exercise on a worksheet has room for its points, and the head the sum of them all."""
    html = handouts()[name].make()
    parts = [float(worth) for worth in re.findall(r'<p class="score">____ of ([\d.]+)</p>', html)]
    assert parts and sum(parts) == float(re.search(r"Score</b> of ([\d.]+)</p>", html)[1])
    assert html.count('class="score"') == len(re.findall("data-exercise=", html))


def test_book_carries_every_handout(book):
    """Every handout lies in the book and in its zip, runs nothing and asks for nothing, and stays out of searches."""
    found = {path.stem: path.read_text(encoding="utf-8") for path in (book / FOLDER).glob("*.html")}
    assert set(found) == set(handouts())
    for name, html in found.items():
        assert "script-src 'none'" in html[:600] and 'content="noindex"' in html[:900], name
        assert not re.search(r'<script(?! type="application/json")|(?:src|href)="https?:| on\w+="', html), name
    with ZipFile(book / ZIP) as archive:
        assert {f"who-says-so/{FOLDER}/{name}.html" for name in found} <= set(archive.namelist())
    index = (book / "searchindex.js").read_text(encoding="utf-8")
    assert f"{FOLDER}/key" not in index and ITEMS["footbridge"].options[0].feedback[:40] not in index


def test_only_teachers_are_led_to_handouts(book, pages):
    """The page for teachers leads to every handout, by links that work; no page for students leads to any."""
    offers = (book / "chapters/teaching/handouts.html").read_text(encoding="utf-8")
    assert set(re.findall(r'href="\.\./\.\./handouts/([\w-]+)\.html"', offers)) == set(handouts())
    for path in pages:
        if "teaching" not in path.parts:
            assert not re.search(r'href="[./]*handouts/', path.read_text(encoding="utf-8")), path
