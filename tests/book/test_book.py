"""The book as a whole: its path in minutes, its exercises in number and kind, its order,
and that nothing is shown twice.
"""

import json
import re
from collections import Counter

import pytest
import yaml

from tests.conftest import ROOT
from tests.student import ITEMS, UNSCORED, shown
from whosaysso.check.template import carried_over
from whosaysso.exercises.forms import read_forms
from whosaysso.exercises.pace import WORDS_A_MINUTE, minutes
from whosaysso.exercises.topics import read_topics
from whosaysso.kinds import KINDS
from whosaysso.kinds.grading import grade
from whosaysso.text.case import MAIN, find_case

TOC = [
    chapter["file"]
    for part in yaml.safe_load((ROOT / "_toc.yml").read_text(encoding="utf-8"))["parts"]
    for chapter in part["chapters"]
]
PATH = ["chapters/index", *(name for name in TOC[: TOC.index("chapters/results")] if name != "chapters/later")]
"""The core path; the third test comes two weeks later."""


@pytest.fixture(scope="module")
def pace(book) -> dict[str, dict[str, float]]:
    """The words, exercises and minutes that each page of the core path prints."""
    found = {}
    for name in PATH:
        printed = re.search(
            r'<p class="wss-minutes" data-words="(\d+)" data-exercises="(\d+)" data-minutes="([\d.]+)">',
            (book / f"{name}.html").read_text(encoding="utf-8"),
        )
        assert printed, f"{name} prints no minutes"
        found[name] = dict(zip(("words", "exercises", "minutes"), map(float, printed.groups()), strict=True))
    return found


def test_path_takes_150_minutes(pace):
    """The core path has at most 9,000 words, in figures too, and 36 graded exercises. With these read, answered and
    explained it takes at most 150 minutes.
    """
    total = {what: sum(page[what] for page in pace.values()) for what in ("words", "exercises", "minutes")}
    unscored = sum(name in UNSCORED for page, name in shown() if page in PATH)
    assert total["words"] <= 9_000 and total["exercises"] - unscored <= 36 and total["minutes"] <= 150, total


STEP = re.compile(r"^\| (?:(\d+)–(\d+)|home) \((\d+)\) \| (.*?) \|", re.MULTILINE)
"""A step of a lesson: when it begins and ends, its minutes, what students do."""


def test_lessons_keep_their_time(pace):
    """The steps of a lesson follow one another to its end, and give each page the minutes that it prints."""
    text = (ROOT / "chapters/teaching/lesson-plans.md").read_text(encoding="utf-8")
    lessons = [STEP.findall(table) for table in re.findall(r"```\{table\}.*?```", text, re.DOTALL)]
    for steps, end in zip(lessons, (50, 50, 50, 50, 90, 50), strict=True):
        times = [(int(begins), int(ends), int(takes)) for begins, ends, takes, _ in steps if begins]
        assert all(begins + takes == ends for begins, ends, takes in times)
        assert [0, *(ends for _, ends, _ in times)] == [*(begins for begins, _, _ in times), end]
    for plan in (lessons[:1], lessons[1:4], lessons[4:5]):
        given = Counter()
        for *_, takes, doing in (step for steps in plan for step in steps):
            given.update({f"chapters/{name}": int(takes) for name in re.findall(r"\]\(\.\./([\w-]+)\.md\)", doing)})
        assert [name for name in given if name != "chapters/index" and given[name] < pace[name]["minutes"]] == []
        assert len(plan) == 1 or set(given) == set(pace)


def test_minutes_count_what_is_read(book):
    """An exercise takes no less than reading its question and reasons takes; a page counts the words of its figures."""
    for name in ("friday-in-sarn", "left-out", "two-communiques"):
        item = ITEMS[name]
        question = [item.prompt, *(part.text for part in getattr(item, "options", getattr(item, "claims", ())))]
        reasons = [said["text"] for said in grade(item.with_key(), item.best())["feedback"]]
        assert minutes(item) > len(" ".join(question + reasons).split()) / WORDS_A_MINUTE
    page = (book / "chapters/case.html").read_text(encoding="utf-8")
    prose = len((ROOT / "chapters/case.md").read_text(encoding="utf-8").split())
    article = len(find_case(MAIN).text.split())
    words = int(re.search(r'data-words="(\d+)"', page)[1])
    assert words > prose + article, "the words on the map are not counted"


def test_every_exercise_is_shown_once():
    """The built book shows every exercise on exactly one page, and every page shows only exercises that there are."""
    assert Counter(name for _, name in shown()) == Counter(dict.fromkeys(ITEMS, 1))


@pytest.mark.parametrize("stem", read_topics())
def test_notebook_has_its_whole_set(stem):
    """The notebook of a topic runs every exercise of it once: also those that stand in a chapter,
    which the built page leaves out.
    """
    cells = json.loads((ROOT / f"exercises/{stem}.ipynb").read_text(encoding="utf-8"))["cells"]
    run = re.findall(r'^exercise\("([^"]+)"\)', "\n".join("".join(cell["source"]) for cell in cells), re.MULTILINE)
    assert Counter(run) == Counter(item.id for item in read_topics()[stem].exercises)


def test_chapters_that_notebooks_name_are_links_in_the_book(book):
    """A notebook names chapters by their titles, and in the book each name is a link to that chapter."""
    titles = {
        re.search("^# (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)[1]: path.stem
        for path in (ROOT / "chapters").glob("*.md")
    }
    for name in (name for name in TOC if name.startswith("exercises/") and "test-" not in name):
        text = (ROOT / f"{name}.ipynb").read_text(encoding="utf-8")
        named = [titles[words] for words in re.findall(r"\*([^*\\]+)\*", text) if words in titles]
        html = (book / f"{name}.html").read_text(encoding="utf-8")
        led = re.findall(r'href="../chapters/([a-z-]+).html"><em>', html)
        assert named and named == led, name


def test_exercises_are_many_and_of_every_kind():
    """At least 60 exercises are graded, and every kind stands in the book at least four times."""
    assert len(ITEMS) - len(UNSCORED) >= 60
    assert min(Counter(item.kind for item in ITEMS.values())[kind] for kind in KINDS) >= 4


def test_believing_everything_and_doubting_everything_earn_the_same():
    """As many claims to judge are sound as unsound, and each verdict is due at least twenty times."""
    verdicts = Counter(claim.verdict for item in ITEMS.values() if item.kind == "judge" for claim in item.claims)
    assert verdicts["supports"] == verdicts["contradicts"] and min(verdicts.values()) >= 20, verdicts


def test_forms_measure_alike():
    """Each of the three test forms asks six things in ten minutes: passages to mark, claims to judge, a number,
    why in a sentence with three levels, what a text is after, and one thing on a form that news takes.
    """
    forms = [[ITEMS[name] for name in form.exercises] for form in read_forms().values()]
    assert len(forms) == 3
    for items in forms:
        assert len(items) == 6 and sum(item.minutes for item in items) == 10
        kinds = Counter(item.kind for item in items)
        assert kinds["mark"] == kinds["judge"] == kinds["number"] == kinds["write"] == 1
        assert sum(item.shows is not None for item in items) == 1
        (why,) = (item for item in items if item.kind == "write")
        assert why.levels and len(why.rubric) == 3 and "Why" in why.prompt


def test_forms_are_no_clones():
    """No two test forms have the same kind in one place, show the same form of news, or have verdicts or marks
    in one order; and what is known of one earns no more on another than chance and a tenth.
    """
    forms = [[ITEMS[name] for name in form.exercises] for form in read_forms().values()]

    def of(kind: str) -> list:
        return [item for items in forms for item in items if item.kind == kind]

    assert all(len({item.kind for item in place}) == 3 for place in zip(*forms, strict=True))
    assert len({item.shows.form for items in forms for item in items if item.shows}) == 3
    assert len({tuple(claim.verdict for claim in item.claims) for item in of("judge")}) == 3
    assert len({tuple(mark.label == item.marks[0].label for mark in item.marks) for item in of("mark")}) == 3
    assert carried_over(read_forms()) == []


def test_every_page_is_in_the_contents():
    """Every chapter, and every notebook with a set, has its place in the table of contents; sheets have none."""
    pages = [
        path.relative_to(ROOT).with_suffix("").as_posix()
        for path in (ROOT / "chapters").rglob("*.md")
        if path.parent.name != "handouts"
    ] + [f"exercises/{stem}" for stem in read_topics()]
    assert sorted(set(pages) - {"chapters/index", *TOC}) == []


def test_every_source_has_an_address():
    """Every entry of the bibliography that the book cites leads somewhere: an address or a DOI."""
    entries = dict(
        re.findall(r"@\w+\{([^,]+),(.*?)\n\}", (ROOT / "references.bib").read_text(encoding="utf-8"), re.DOTALL)
    )
    cited = {
        key.strip()
        for path in (ROOT / "chapters").rglob("*.md")
        for keys in re.findall(r"\{cite:\w+\}`([^`]+)`", path.read_text(encoding="utf-8"))
        for key in keys.split(",")
    }
    assert (
        cited <= set(entries)
        and [key for key in sorted(cited) if not re.search(r"^\s*(url|doi)\s*=", entries[key], re.MULTILINE)] == []
    )


def test_no_two_sources_are_cited_alike(pages):
    """Two works that a reader meets as author and year carry different labels."""
    works = {}
    for path in pages:
        for address, label in re.findall(
            r'<a class="reference internal" href="[^"]*bibliography\.html(#[\w-]+)" title="[^"]*">([^<]*, [^<]*)</a>',
            path.read_text(encoding="utf-8"),
        ):
            works.setdefault(label, set()).add(address)
    assert works and {label: found for label, found in works.items() if len(found) > 1} == {}
