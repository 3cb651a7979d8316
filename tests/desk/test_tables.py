"""The tables of a small class, whole: five invented exercises, so that none of it changes with the book."""

import json
from itertools import islice

import pytest

from tests.desk.hand_ins import work
from whosaysso.authored.fault import Fault, Faulty, shown
from whosaysso.desk.classes import Class, grade_class
from whosaysso.desk.grades import grades
from whosaysso.desk.grading import How
from whosaysso.desk.marks import Marker, together
from whosaysso.desk.spreadsheet import Form
from whosaysso.desk.tables import Tables, refuse_to_overwrite, write_tables
from whosaysso.exercises.sets import Set
from whosaysso.kinds.choose.schema import Choose
from whosaysso.kinds.write.schema import Write
from whosaysso.work.course import Asked, Course

ORIGIN = "Written for this book about an invented place."
COMMON = {"prompt": "Read Ana Brek’s note.\n\nWhat then?", "reads": "sound"}


def choose(name: str) -> Choose:
    """Who chooses a is right, who chooses b two thirds, who chooses c wrong."""
    credits = {"a": 1, "b": 2 / 3, "c": 0}
    options = [{"id": i, "text": f"Take {i}", "credit": credit, "feedback": "So."} for i, credit in credits.items()]
    return Choose(id=name, kind="choose", title=name.title(), options=options, **COMMON)


def write(name: str) -> Write:
    """A text that earns three points at most."""
    rubric = [{"id": i, "text": f"Says <{i}>"} for i in ("who", "how", "when")]
    words = {"text": "“Six & more”, said Ana Brek.", "origin": ORIGIN}
    return Write(id=name, kind="write", title="Write it", rubric=rubric, model="Ana counted six.", **words, **COMMON)


PRACTICE = Set(id="roofs", title="Roofs", attempts="best", points={"talvi": 3}, exercises=["talvi", "dorv", "note"])
TESTS = {letter: Set(id=f"test-{letter.lower()}", title="A test", form=letter, exercises=["x"]) for letter in "AB"}
ITEMS = {
    item.id: item.with_key() for item in (choose("talvi"), choose("dorv"), write("note"), choose("a1"), choose("b1"))
}
COURSE = Course(
    {
        "talvi": Asked(ITEMS["talvi"], "roofs", PRACTICE, 3.0, scored=True),
        "dorv": Asked(ITEMS["dorv"], "rivers", PRACTICE, 1.0, scored=True),
        "note": Asked(ITEMS["note"], "rivers", PRACTICE, 1.0, scored=False),
        "a1": Asked(ITEMS["a1"], "A", TESTS["A"], 1.0, scored=True),
        "b1": Asked(ITEMS["b1"], "B", TESTS["B"], 2.0, scored=True),
    },
    {"roofs": "Roofs; and rain", "rivers": "Rivers"},
    ("A", "B"),
    frozenset({"talvi", "dorv", "a1", "b1", "note"}),
    {"": 7.0, "A": 1.0, "B": 2.0},
)


@pytest.fixture
def handed(tmp_path):
    """Zoe has done all and much of it twice, Ben left a draft and nobody knows the order of his tests, =Ann wrote."""

    def hand_in(name: str, *answers, drafts=(), **changed) -> None:
        made = work(*((exercise, response, None) for exercise, response in answers), code=name, **changed)
        for n, attempt in enumerate(made["attempts"]):
            attempt["version"], attempt["confidence"] = ITEMS[attempt["exercise"]]["version"], n / 8
        made["drafts"] = {
            exercise: {"response": {"text": text}, "at": "2026-02-01T10:00:00Z", "version": None}
            for exercise, text in drafts
        }
        (tmp_path / f"{name}.json").write_text(json.dumps(made), encoding="utf-8")

    twice = [
        ("talvi", {"choice": "c"}),
        ("talvi", {"choice": "b"}),
        ("talvi", {"choice": "c"}),
        ("dorv", {"choice": "a"}),
    ]
    tests = [("a1", {"choice": "b"}), ("b1", {"choice": "a"}), ("note", {"text": "  Ana said <six>. \n"})]
    hand_in("Zoe", *twice, *tests, drafts=[("note", "Ana said seven.")], form="BAC")
    hand_in("Ben", ("b1", {"choice": "b"}), ("talvi", {"choice": "a"}), drafts=[("note", "Not done")])
    hand_in("=Ann", ("note", {"text": "=1+1, I think"}))
    return tmp_path


def graded(handed, **how) -> Class:
    """The class by the invented course."""
    return grade_class(handed, How(asked=COURSE, **how))


def written(found: Class, folder, form=None) -> dict[str, list[str]]:
    """The lines of each file that is written."""
    made = write_tables(found, grades(found), Tables(folder / "grades.csv"), form or Form())
    return {path.name: path.read_text(encoding="utf-8").splitlines() for path in made}


def test_tables_of_a_class(handed, tmp_path_factory):
    """Each cell of grades, answers and texts: who, which attempt counts, on what occasion, and what is not known."""
    found = graded(handed)
    made = written(found, tmp_path_factory.mktemp("out"))
    assert made["grades.csv"] == [
        "\ufeffstudent,code,answered,points,of,percent,"
        "Roofs; and rain %,Rivers %,before %,after %,later %,test B %,form,notes,file",
        "'=Ann,'=Ann,1,0,7,0,,,,,,,,1 text for a person to read,'=Ann.json",
        "Ben,Ben,2,4.33,7,62,100,,,,,67,,1 text for a person to read,Ben.json",
        "Zoe,Zoe,5,5.67,7,81,67,100,100,67,,,BAC,1 text for a person to read,Zoe.json",
        "Class (3),,3,3.33,7,48,84,100,100,67,,67,,the mean of those who have a figure,",
    ]
    assert made["items.csv"] == [
        "\ufeffstudent,code,exercise,topic,kind,attempt,score,points,sure,answer,date",
        """'=Ann,'=Ann,note,Rivers,write,1,,,0,"'=1+1, I think",2026-01-01 10:00""",
        "Ben,Ben,b1,test B,choose,1,0.6667,1.3333,0,b,2026-01-01 10:00",
        "Ben,Ben,talvi,Roofs; and rain,choose,1,1,3,0.1250,a,2026-01-01 10:01",
        "Zoe,Zoe,talvi,Roofs; and rain,choose,2,0.6667,2,0.1250,b,2026-01-01 10:01",
        "Zoe,Zoe,dorv,Rivers,choose,1,1,1,0.3750,a,2026-01-01 10:03",
        "Zoe,Zoe,a1,after,choose,1,0.6667,0.6667,0.5,b,2026-01-01 10:04",
        "Zoe,Zoe,b1,before,choose,1,1,2,0.6250,a,2026-01-01 10:05",
        "Zoe,Zoe,note,Rivers,write,1,,,0.75,  Ana said <six>.  ,2026-01-01 10:06",
    ]
    assert made["texts.csv"] == [
        "\ufefftext_number,student,exercise,mark,out_of,comment,text",
        """3a6c690d5b73,'=Ann,note,,3,,"'=1+1, I think\"""",
        """81f9856c0a1e,Ben,note,,3,,"(a draft, not checked) Not done\"""",
        "c45e8e76eab8,Zoe,note,,3,,Ana said <six>.",
    ]
    assert found.complete and not found.refused


def test_tables_by_another_name_open_too(handed, tmp_path_factory):
    """A table has the mark by which Excel knows UTF-8, however its file is called; the page has none."""
    found = graded(handed)
    made = write_tables(found, grades(found), Tables(tmp_path_factory.mktemp("out") / "noten.txt"), Form())
    assert {path.name: path.read_bytes().startswith(b"\xef\xbb\xbf") for path in made} == {
        "noten.txt": True,
        "noten-items.csv": True,
        "noten-texts.csv": True,
        "noten-texts.html": False,
    }


def test_page_of_texts(handed, tmp_path_factory):
    """What is asked, the rubric, the model answer and each text by student, with nothing in them taken for tags."""
    page = written(graded(handed), tmp_path_factory.mktemp("out"))["texts.html"]
    assert page[page.index("<h2>Write it</h2>") :] == [
        "<h2>Write it</h2>",
        "<p>Read Ana Brek’s note.</p>",
        "<p>What then?</p>",
        f"<blockquote>“Six &amp; more”, said Ana Brek. <small>{ORIGIN}</small></blockquote>",
        "<p>The rubric, 3 points:</p>",
        "<ul>",
        *(f"<li>Says &lt;{i}&gt;</li>" for i in ("who", "how", "when")),
        "</ul>",
        "<p><strong>One good answer.</strong> Ana counted six.</p>",
        '<h3 dir="auto">=Ann <small>3a6c690d5b73</small></h3>',
        '<p class="text" dir="auto">=1+1, I think</p>',
        '<h3 dir="auto">Ben <small>81f9856c0a1e, a draft that was not checked</small></h3>',
        '<p class="text" dir="auto">Not done</p>',
        '<h3 dir="auto">Zoe <small>c45e8e76eab8</small></h3>',
        '<p class="text" dir="auto">Ana said &lt;six&gt;.</p>',
        "<p>Later, which does not count:</p>",
        '<p class="text" dir="auto">Ana said seven.</p>',
        "</body>",
        "</html>",
    ]


def test_marks_and_a_country(handed, tmp_path_factory):
    """Marks count in every sum they belong to and stand in the new table with their comments; decimals have a comma."""
    own = Marker(
        "texts.csv", {"c45e8e76eab8": 2.0, "81f9856c0a1e": 1.5}, {"c45e8e76eab8": "=Good"}, {"c45e8e76eab8": "note"}
    )
    own.exercises["81f9856c0a1e"] = "note"
    given, marked = together([own], COURSE)
    form = Form(";", ",")
    found = graded(handed, own=own, marks=given, marked=marked, form=form)
    made = written(found, tmp_path_factory.mktemp("out"), form)
    assert made["grades.csv"][1:] == [
        "'=Ann;'=Ann;1;0;7;0;;;;;;;;1 text for a person to read;'=Ann.json",
        "Ben;Ben;2;4,83;8;60;100;50;;;;67;;;Ben.json",
        "Zoe;Zoe;5;6,33;8;79;67;83;100;67;;;BAC;;Zoe.json",
        "Class (3);;3;3,72;7,67;46;84;67;100;67;;67;;the mean of those who have a figure;",
    ]
    assert (
        made["items.csv"][-1] == "Zoe;Zoe;note;Rivers;write;1;0,6667;0,6667;0,75;  Ana said <six>.  ;2026-01-01 10:06"
    )
    assert made["texts.csv"][2:] == [
        "81f9856c0a1e;Ben;note;1,5;3;;(a draft, not checked) Not done",
        "c45e8e76eab8;Zoe;note;2;3;'=Good;Ana said <six>.",
    ]


def test_nobody_and_nothing_written(tmp_path):
    """Of an empty folder there is a header and no class; where nobody wrote, there are no files of texts."""
    (tmp_path / "in").mkdir()
    made = written(graded(tmp_path / "in"), tmp_path)
    assert {name: len(lines) for name, lines in made.items()} == {"grades.csv": 1, "items.csv": 1}


def test_files_stand_beside_the_grades(tmp_path):
    """Beside grades.csv the others have their own names, beside another name that name before."""
    assert [path.name for path in Tables(tmp_path / "grades.csv").all] == [
        "grades.csv",
        "items.csv",
        "texts.csv",
        "texts.html",
    ]
    names = [path.name for path in Tables(tmp_path / "may.csv").all]
    assert names == ["may.csv", "may-items.csv", "may-texts.csv", "may-texts.html"]
    assert {path.parent for path in Tables(tmp_path / "may.csv").all} == {tmp_path}


@pytest.mark.parametrize(
    ("begins", "kept"),
    [
        (b"student,code", False),
        ('\ufeff"text_number"'.encode(), False),
        (b"<!doctype html>", False),
        (b"Name,Mark", True),
        (b"PK\xff\xfe", True),
        (b"", True),
    ],
    ids=["ours", "marked", "page", "another", "workbook", "empty"],
)
def test_only_our_own_files_are_overwritten(tmp_path, begins, kept):
    """A file that this command wrote may be written anew; any other is named, with what to do, before any work."""
    (tmp_path / "items.csv").write_bytes(begins)
    try:
        refuse_to_overwrite(Tables(tmp_path / "grades.csv").all, [])
    except Faulty as told:
        wrong = "this file was not written by this command, and would be overwritten"
        remedy = "choose another name with -o, or move the file away"
        assert kept and told.faults == [Fault(shown(tmp_path / "items.csv"), 0, wrong, remedy)]
    else:
        assert not kept


def test_all_that_could_not_be_written_is_told_at_once(tmp_path):
    """An input, a folder in a file's place and a folder that is not there are told together, each once."""
    (tmp_path / "items.csv").mkdir()
    (tmp_path / "codes.csv").write_text("student,code", encoding="utf-8")
    paths = [tmp_path / "items.csv", tmp_path / "codes.csv", *Tables(tmp_path / "no/grades.csv").all]
    with pytest.raises(Faulty) as told:
        refuse_to_overwrite(paths, [tmp_path / "no/../codes.csv"])
    wrong = "this file was not written by this command, and would be overwritten"
    assert told.value.faults == [
        *(
            Fault(shown(path), 0, wrong, "choose another name with -o, or move the file away")
            for path in sorted(paths[:2])
        ),
        Fault(shown(tmp_path / "no"), 0, "there is no such folder", "make it, or choose another with -o"),
    ]


def test_notes_and_files_stand_side_by_side(tmp_path):
    """Several notes and files of one student are parted by semicolons."""
    for name, exercises in (("one", ["talvi", "long"]), ("two", ["gone"])):
        answers = [(exercise if exercise != "long" else "x" * 100, {"choice": "a"}, None) for exercise in exercises]
        made = work(*answers, code="")
        for attempt in made["attempts"]:
            attempt["version"] = ITEMS["talvi"]["version"]
        (tmp_path / f"Ann_7_assignsubmission_file_{name}.json").write_text(json.dumps(made), encoding="utf-8")
    *_, notes, files = next(islice(grades(graded(tmp_path)).rows(), 1, None))
    paths = [f"Ann_7_assignsubmission_file_{name}.json" for name in ("one", "two")]
    assert files == "; ".join(paths)
    assert notes == "; ".join(
        [
            "no code",
            *(f"{exercise}: there is no such exercise" for exercise in ("gone", "x" * 100)),
            f"2 files, put together: {', '.join(paths)}",
        ]
    )
