"""``compare``: a folder of readings in, tables and a page out."""

import csv
import re
from datetime import timedelta

import pytest
from click.testing import CliRunner

from tests.reader.test_comparing import TEXT, mark
from whosaysso.authored.writing import write_atomically
from whosaysso.browser.styles import on_paper
from whosaysso.commands.compare import compare as command
from whosaysso.desk.readings import (
    MOST,
    Gathered,
    Question,
    Refused,
    agreement_rows,
    gather,
    page,
    passage_rows,
    questions,
)
from whosaysso.measures.estimate import Estimate
from whosaysso.reader.comparing import Compared, Passage, compare
from whosaysso.reader.file import write_reading
from whosaysso.reader.marking import begin


@pytest.fixture
def folder(tmp_path):
    """Four readings of one text, one of them saved twice, one of another text, and a file that is none."""
    (tmp_path / "class").mkdir()
    for n in range(4):
        reading = mark(begin(TEXT, title="=cmd"), "The ministry")
        write_reading(tmp_path / f"class/{n}.json", reading)
        write_reading(tmp_path / f"class/{n}.json", mark(reading, "Nobody saw it") if n < 2 else reading)
    again = gather(tmp_path / "class").readings["3.json"]
    older = again.model_copy(update={"annotations": [], "saved": again.saved - timedelta(days=1)})
    write_atomically(tmp_path / "class/9.json", older.as_text())
    write_reading(tmp_path / "class/other.json", begin("Another."))
    (tmp_path / "class/none.json").write_text("<script>", encoding="utf-8")
    return tmp_path


def test_class_is_compared(folder, monkeypatch):
    """A class’s readings give a figure a label, the passages that split it, and a page; other files are told."""
    monkeypatch.chdir(folder)
    done = CliRunner().invoke(command, ["class", "-o", "out"])
    assert done.exit_code == 0, done.output
    for said in ("4 readings of one text", "none.json", "other.json", "2 of 4 marked “Nobody saw it,” (P2.1)"):
        assert said in done.output, done.output
    (row,) = csv.DictReader((folder / "out/agreement.csv").read_text(encoding="utf-8-sig").splitlines())
    assert (row["label"], row["readers"], row["measure"]) == ("Who speaks", "4", "Krippendorff’s alpha")
    passages = list(csv.DictReader((folder / "out/passages.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert [(row["place"], row["marked_by"]) for row in passages] == [("P1.1", "4"), ("P2.1", "2")]
    page = (folder / "out/readings.html").read_text(encoding="utf-8")
    assert "<script" not in page and "Nobody saw it," in page


def test_guideline_that_moved_is_shown(folder):
    """With the readings of an earlier round, the figure of that round stands beside the new one."""
    (folder / "first").mkdir()
    for n, words in enumerate(("The ministry", "The ministry", "27")):
        write_reading(folder / f"first/{n}.json", mark(begin(TEXT), words))
    done = CliRunner().invoke(command, [str(folder / "class"), "--before", str(folder / "first"), "-o", str(folder)])
    assert done.exit_code == 0 and "; before 0." in done.output, done.output


def test_one_reading_is_too_few(folder):
    """One reading cannot be compared, which is said."""
    (folder / "one").mkdir()
    write_reading(folder / "one/a.json", begin(TEXT))
    done = CliRunner().invoke(command, [str(folder / "one")])
    assert done.exit_code == 1 and "two readings" in done.stderr


def test_later_file_of_a_reader_counts(folder):
    """Of two files of one reader, the one that was saved last is compared."""
    found = gather(folder / "class")
    assert sorted(found.readings) == ["0.json", "1.json", "2.json", "3.json"]
    assert [refused.path for refused in found.refused if "saved another" in refused.reason] == ["9.json"]


def test_question_says_who_and_where(folder):
    """A passage that splits a class is a question with its figures, its words and its place."""
    found = gather(folder / "class")
    (asked,) = questions(found, compare([*found.readings.values()]))
    assert str(asked).startswith("2 of 4 marked “Nobody saw it,” (P2.1) as Who speaks.")


def test_what_is_not_compared_is_told(tmp_path):
    """What is no reading, another text's or an older one of a reader is told by its path; hidden files are not."""
    folder = tmp_path / "class"
    (folder / "a").mkdir(parents=True)
    (folder / ".hidden.json").write_text("{", encoding="utf-8")
    (folder / "a/n\x1b.json").write_text("{", encoding="utf-8")
    (folder / "b.txt").write_text("{", encoding="utf-8")
    first, second = begin(TEXT), begin(TEXT)
    moment = first.saved
    saved = {
        "a/old.json": first,
        "b.json": first.model_copy(update={"saved": moment + timedelta(hours=1), "code": "new"}),
        "c.json": second,
        "d.json": first.model_copy(update={"readers": [*second.readers, "0" * 32], "saved": moment - timedelta(1)}),
        "other.json": begin("Another."),
    }
    for name, reading in saved.items():
        write_atomically(folder / name, reading.as_text())
    found = gather(folder)
    assert list(found.readings) == ["b.json", "c.json"] and found.text.code == "new"
    assert found.refused == [
        Refused("a/n\\x1b.json", "this is not the file of a reading, or it is damaged"),
        Refused("other.json", "it is a reading of another text"),
        Refused("a/old.json", "the same reader saved another file later"),
        Refused("d.json", "the same reader saved another file later"),
    ]
    (tmp_path / "empty").mkdir()
    assert gather(tmp_path / "empty") == Gathered({}, [])


def compared(*passages: Passage, readers: int = 4, shares=(0,) * 15, figure: Estimate | None = None) -> Compared:
    """A label of which these passages were marked."""
    kappa, alpha = (figure, None) if readers == 2 else (None, figure)
    return Compared("voice", "Who speaks", readers, kappa, alpha, (), shares, passages)


def of(text: str = TEXT, language: str = "en", readers: int = 4, **provenance: str) -> Gathered:
    """So many readings of a text, without marks."""
    one = begin(text, language, **provenance)
    one = one.model_copy(update={"text": one.text.model_copy(update={"language": language})})
    return Gathered({f"{n}.json": one for n in range(readers)}, [])


SHARES = (4, 4, 0, 0, 1, 1, 2, 2, 0, 0, 0, 0, 0, 0, 3)


def test_tables_of_a_class():
    """A label has a row with its measure, figure and words; a passage has one with its place, words and readers."""
    both = (Passage(4, 12, (0, 1, 2, 3)), Passage(33, 48, (0, 2)), Passage(42, 48, (3,)))
    four = compared(*both, shares=SHARES, figure=Estimate(0.5, 0.25, 0.75))
    assert list(agreement_rows([four, compared(readers=2, figure=Estimate(1, 1, 1)), compared(readers=3)])) == [
        ["Who speaks", 4, "Krippendorff’s alpha", 0.5, 0.25, 0.75, "alike in part", 7, 15],
        ["Who speaks", 2, "Cohen’s kappa", 1, 1, 1, "nearly alike", 0, 15],
        ["Who speaks", 3, "Krippendorff’s alpha", None, None, None, "nothing to compare", 0, 15],
    ]
    assert list(passage_rows(of(), [four])) == [
        ["Who speaks", "P1.1", "ministry", 4, 4, 0],
        ["Who speaks", "P1.1", "crossed. Nobody", 2, 4, 1],
        ["Who speaks", "P2.1", "Nobody", 1, 4, 0.5],
    ]


@pytest.mark.parametrize(("many", "asked"), [(0, False), (2, False), (3, True), (5, True), (9, True), (10, False)])
def test_a_quarter_makes_a_question(many, asked):
    """Of twelve readers, three to nine have to mark a passage before it is asked about."""
    passage = Passage(0, 3, tuple(range(many)))
    found = questions(of(), [compared(passage, readers=12)])
    assert found == ([Question("Who speaks", "P1.1", "The", many, 12)] if asked else [])


def test_questions_that_split_most_come_first():
    """Those nearest to half come first, in each label no more than so many, and each says all that it is about."""
    near = [Passage(0, 3, (0, 1)), Passage(4, 12, (0, 1, 2, 3)), *[Passage(42, 48, (0, 1, 2))] * MOST]
    found = questions(of(), [compared(*near, readers=8), compared(near[0], readers=4)])
    assert [one.words for one in found] == ["ministry", *["Nobody"] * (MOST - 1), "The"]
    assert str(found[1]) == ("3 of 8 marked “Nobody” (P2.1) as Who speaks. What speaks for it, and what against?")


def shown(html: str) -> list[str]:
    """The page as one reads it, line by line."""
    lines = (re.sub(r"<[^>]*>", "|", line) for line in html.partition("<main>")[2].splitlines())
    return [line for each in lines if (line := re.sub(r"\s*\|[\s|]*", "|", each).strip("|"))]


MARKED = ("The ministry", " 27 people", " crossed.", "Nobody", " did.", " all")


def test_page_of_a_class():
    """The page has the figures of both rounds, the text with how many marked what, questions, and other files."""
    found = of(f"{TEXT}\n\nA heading\n\nThat was all —", title="<A title>")
    found.refused.append(Refused("n.json", "it is damaged"))
    voice = compared(Passage(42, 55, (0, 1)), shares=(*SHARES, 0, 0, 0, 0, 1), figure=Estimate(0.5, 0.25, 0.75))
    none = Compared("own", "Mine", 4, None, None, (), (0,) * 20, ())
    html = page(found, [voice, none], {"voice": Estimate(0.1, 0, 1)})
    assert shown(html) == [
        "Readings compared",
        "4 readings of|&lt;A title&gt;|. They are shown here, and none of them is the key.",
        "How far they agree",
        "Label|Krippendorff’s alpha|95 % interval|Before|In words",
        "Who speaks|0.50|0.25 to 0.75|0.10|alike in part",
        "Mine|–|–|–|nothing to compare",
        "1 is full agreement, and 0 is what chance would give. Every word of the text is a decision: marked, or not. "
        "The interval draws whole lines of the text anew.",
        "Passages that split the class",
        "2 of 4 marked “Nobody saw it” (P2.1) as Who speaks. What speaks for it, and what against?",
        "The text: Who speaks",
        "The darker, the more readers marked it. The small figure is how many.",
        "P1.1|The ministry|4|said that|27 people|1|crossed.|2",
        "P2.1|Nobody|2|saw it, and nobody says who|did.|3",
        "H1|A heading",
        "P3.1|That was|all|1|—",
        "The text: Mine",
        "The darker, the more readers marked it. The small figure is how many.",
        "P1.1|The ministry said that 27 people crossed.",
        "P2.1|Nobody saw it, and nobody says who did.",
        "H1|A heading",
        "P3.1|That was all —",
        "Files that are not among them",
        "n.json|: it is damaged.",
    ]
    shades = re.findall(r'<mark class="s(\d)">([^<]*)</mark>', html)
    assert shades == list(zip("412231", MARKED, strict=True))
    assert re.findall(r'<p class="heading"><b dir="ltr">(\w+)', html) == ["H1", "H1"]
    assert on_paper() in html and '<div class="text" lang="en" dir="ltr">' in html


@pytest.mark.parametrize(
    ("language", "has"),
    [
        ("", 'lang="en" dir="ltr"'),
        ("de", 'lang="de" dir="ltr"'),
        ("ur", 'lang="ur" dir="rtl"'),
        ("ar-EG", 'lang="ar-EG" dir="rtl"'),
    ],
    ids=["unknown", "de", "ur", "ar-EG"],
)
def test_page_turns_with_the_language(language, has):
    """A text stands in its language and its direction; a label that two readers marked has kappa."""
    html = page(of("The end.", language, readers=2), [compared(readers=2, shares=(0, 0))], {})
    assert has in html and "Cohen’s kappa" in html and "Before" not in html
    assert shown(html)[1] == "2 readings of one text. They are shown here, and none of them is the key."


def test_sentences_without_spaces_are_told_apart():
    """Where one sentence follows the other without a space, each mark stands in its own."""
    found = of("他说。她说。", "zh")
    second = compared(Passage(3, 5, (0, 1)), shares=(0, 0, 1, 2, 2, 0))
    assert [row[1:3] for row in passage_rows(found, [second])] == [["P1.2", "她说"]]
    assert shown(page(found, [second], {}))[-2:] == ["P1.1|他说|。|1", "P1.2|她说|2|。"]
