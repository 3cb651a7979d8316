"""Files as editors, spreadsheets and systems leave them: each is read, or told with its line and a remedy."""

import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT
from whosaysso import __main__ as command
from whosaysso.authored.fault import Fault
from whosaysso.check.faults import file_faults
from whosaysso.check.strays import leftovers
from whosaysso.text.case import MAIN, Case
from whosaysso.text.sentences import sentences

WORDS = f"case/{MAIN}/words.csv"
TEXT = f"case/{MAIN}/text.txt"
BOOK = f"case/{MAIN}/datapackage.json"
HEADER = "id,where,exact,prefix,suffix,term,meaning,sources"
LINKED = '{"cells": [\n{"cell_type": "markdown", "source": "[x](../chapters/index.md)"}]}'
ROW = "insurgent,P1.1,insurgent,Baloch ,,insurgent,A person who fights.,"
STORM = """\
title: After the storm
case: balochistan-july-2025
exercises:

  - id: talvi-roofs
    kind: choose
    title: Six roofs
    reads: sound
    text: Six roofs in Talvi’s old town are gone, said Ana Brek, who counted them.
    origin: Written for this book about an invented place.
    prompt: Who says that it was six?
    options:
      - {id: a, text: The writer, credit: 0, feedback: No.}
      - {id: b, text: Ana Brek, credit: 1, feedback: Yes.}
      - {id: c, text: The town, credit: 0, feedback: No.}
"""


@pytest.fixture
def small(tmp_path, monkeypatch) -> Path:
    """A small book with one exercise of its own, in a folder whose name has brackets; commands stand in it."""
    folder = tmp_path / "klasse [2026]"
    shutil.copytree(ROOT / f"case/{MAIN}", folder / f"case/{MAIN}")
    (folder / "chapters").mkdir()
    (folder / "exercises").mkdir()
    for name, text in {
        "_config.yml": "title: Small\n",
        "_toc.yml": "format: jb-book\nroot: chapters/index\nchapters:\n  - file: chapters/end\n",
        "references.bib": "@misc{one,\n  title = {One},\n  year = {2020},\n}\n\n@misc{two,\n  title = {Two},\n}\n",
        "chapters/index.md": "# A book\n",
        "chapters/end.md": "# The end\n",
        "exercises/roofs.yml": STORM.replace("talvi-roofs", "roofs"),
        "exercises/sets.yml": "sets:\n  - {id: all, title: All, exercises: [roofs]}\n",
    }.items():
        (folder / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


def put(folder: Path, name: str, content: str | bytes) -> None:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())


def told(faults: list[Fault]) -> list[str]:
    """Each fault as a line; every one has a remedy."""
    assert all(fault.remedy and "\n" not in fault.wrong for fault in faults)
    return [f"{fault.file}:{fault.line}: {fault.wrong}" for fault in faults]


def test_small_book_is_sound(small):
    """The book that the other tests break has no fault, in a folder whose name has brackets and a space."""
    assert told(file_faults()) == []


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("exercises/storm.yml", STORM.replace("\n", "\r\n")),
        ("exercises/storm.yml", STORM.replace("\n", "\r")),
        ("exercises/storm.yml", b"\xef\xbb\xbf" + STORM.encode()),
        ("exercises/storm.yml", f"# a comment on a line of its own\n{STORM}"),
        (WORDS, f"{HEADER}\r\n{ROW}\r\n"),
        (WORDS, b"\xef\xbb\xbf" + f"{HEADER}\n{ROW}".encode()),
        (WORDS, f"{HEADER}\n{ROW}\n".replace(",", ";")),
        (WORDS, f"sep=;\r\n{HEADER};;\r\n{ROW};;\r\n;;;;;;;;;\r\n".replace(",", ";")),
        (WORDS, f"{HEADER}\n{ROW}\n".replace(",", "\t")),
        (WORDS, f"{HEADER.replace('where', ' where ')}\n\n{ROW}\n,,,,,,,\n"),
        (TEXT, (ROOT / TEXT).read_bytes().replace(b"\n", b"\r\n")),
        (TEXT, b"\xef\xbb\xbf" + (ROOT / TEXT).read_bytes()),
        (BOOK, b"\xef\xbb\xbf" + (ROOT / BOOK).read_bytes().replace(b"\n", b"\r\n")),
    ],
)
def test_file_is_read(small, name, content):
    """Line ends of any system, a mark in front, semicolons, tabs and empty cells are read, and mean the same."""
    put(small, name, content)
    assert told(file_faults()) == []
    assert Case(small / f"case/{MAIN}").sentences == Case(ROOT / f"case/{MAIN}").sentences
    if name == WORDS:
        (row,) = Case(small / f"case/{MAIN}").layer("words")
        assert (row["exact"], row["prefix"], row["meaning"]) == ("insurgent", "Baloch ", "A person who fights.")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("exercises/Storm.yml", STORM, ":0: “Storm.yml” cannot be the name"),
        ("exercises/storm_two.yml", STORM, ":0: “storm_two.yml” cannot be the name"),
        ("exercises/storm two.yml", STORM, ":0: “storm two.yml” cannot be the name"),
        ("exercises/2026-storm.yml", STORM, ":0: “2026-storm.yml” cannot be the name"),
        ("exercises/storm.yaml", STORM, ":0: this file is not read: exercise files end in .yml"),
        ("exercises/storm.YML", STORM, ":0: this file is not read"),
        ("exercises/storm.yml.txt", STORM, ":0: this file is not read"),
        ("exercises/storm.yml", "", ":0: this file is empty"),
        ("exercises/storm.yml", STORM.encode("utf-16"), ":1: this file is in UTF-16"),
        ("exercises/storm.yml", STORM.encode("utf-16-le"), ":1: this file is no text, or is in UTF-16"),
        ("exercises/storm.yml", STORM.encode("cp1252"), ":9: a letter here, “’” perhaps, is not in UTF-8"),
        ("exercises/storm.yml", STORM.encode().decode("cp1252"), ":9: “â€™” is one letter"),
        ("exercises/storm.yml", STORM.replace("Six roofs\n", "Six\x0broofs\n"), ":7: an invisible sign (U+000B)"),
        ("exercises/storm.yml", STORM.replace("Six roofs\n", "Runner #1 came\n"), ":7: “#1 came” is taken for a comment"),
        ("exercises/storm.yml", STORM.replace("title: Six roofs\n", "title: #1\n"), ":7: “#1” is taken for a comment"),
        ("exercises/storm.yml", STORM.replace("Six roofs\n", '"Six" #1\n'), ":7: “#1” is taken for a comment"),
        ("exercises/storm.yml", STORM.replace("Six roofs\n", "&Co and sons\n"), ":7: “&Co” is taken for a name"),
        ("exercises/storm.yml", STORM.replace("    kind", "\tkind"), ":6: a line is indented with a tab"),
        ("exercises/storm.yml", STORM.replace("    kind", "\xa0\xa0\xa0\xa0kind"), ":7: a line is indented with spaces of"),
        ("exercises/storm.yml", STORM.replace("credit: 1", "credit: .nan"), ":14: “.nan” is not a number"),
        ("exercises/sets.yml", "", ":0: this file is empty"),
        ("exercises/sets.yml", "- all\n", ":1: “this file” has the wrong shape"),
        ("exercises/sets.yml", "sets:\n  - {id: a, title: A, exercises: [roofs], points: {roofs: -1}}\n", ":2: -1 is out"),
        (WORDS, "", ":0: this table is empty"),
        (WORDS, HEADER, ":0: this table has no rows"),
        (WORDS, f"{ROW}\n{ROW}\n", ":1: “P1.1” is not the name of a column"),
        (WORDS, f"{HEADER.replace('where', 'exact')}\n{ROW}\n", ":1: the column “exact” stands here twice"),
        (WORDS, f"{HEADER.title()}\n{ROW}\n", ":1: “Id” is not the name of a column"),
        (WORDS, f"{HEADER.replace('meaning', 'meanings')}\n{ROW}\n", ":1: there is no column “meaning”"),
        (WORDS, f"{HEADER},mine\n{ROW},x\n", ":0: the codebook has no column “mine”"),
        (WORDS, f"{HEADER}\n{ROW.replace('A person', 'A “person”')}\n".encode("cp1252"), ":2: a letter here, ““” perhaps"),
        (WORDS, f"{HEADER}\n{ROW}\n".encode("utf-16"), ":1: this file is in UTF-16"),
        (WORDS, f'{HEADER}\n{ROW.replace("A person", chr(34) + "A person")}\n', ":2: a quotation mark (\") opens a cell"),
        (WORDS, f'{HEADER}\n{ROW.replace("A person who", chr(34) + "A " + chr(34) + "person")}\n', ":2: a quotation mark st"),
        (WORDS, f'{HEADER}\n{ROW.replace("A person who fights.", chr(34) + "A" + chr(10) + "b" + chr(34))}\n', ":2: a cell"),
        (WORDS, f"{HEADER}\n{ROW.replace('A person who fights.', '#NAME?')}\n", ":2: “#NAME?” is what a spreadsheet"),
        (f"case/{MAIN}/words.xlsx", b"PK", ":0: this file is not read: the tables are CSV files"),
        (f"case/{MAIN}/words (1).csv", f"{HEADER}\n{ROW}\n", ":0: this file is not read under this name"),
        (f"case/{MAIN}/WORDS.CSV", f"{HEADER}\n{ROW}\n", ":0: this file is not read under this name"),
        (f"case/{MAIN}/text.txt.txt", "A text.", ":0: this file is not read: it is called text.txt.txt"),
        (TEXT, " \n", ":0: this text is empty"),
        (TEXT, (ROOT / TEXT).read_bytes() + b" ", ":0: the text is not the one the layers were made on"),
        ("case/My Text/text.txt", "A sentence.", "My Text:0: this cannot be the name of a text’s folder"),
        ("case/mine/words.csv", f"{HEADER}\n{ROW}\n", "text.txt:0: there is no text here"),
        ("case/mine/text.txt", "A sentence goes\non in the next line.\n", ":1: this line ends in the middle of a sentence"),
        (BOOK, '{"resources": [\n  {"name": "words" "path": 1}]}', ":2: this is not JSON"),
        (BOOK, '{"resources": [\n  {"name": "words"}]}', ":2: “path” is missing"),
        (BOOK, "[]", ":1: “this file” has the wrong shape"),
        (BOOK, '{"resources": [],\n "resources": []}', ":2: “resources” stands here twice"),
        ("references.bib", "@misc{a,\n  title = {A},\n\n@misc{b,\n  title = {B},\n}\n", ":1: this work opens 2 braces"),
        ("references.bib", "@misc{a,\n  title = {A}\n  year = {1}\n}\n", ":3: this is not BibTeX"),
        ("references.bib", "@misc{a,\n title = {A},\n}\n@misc{A,\n title = {A},\n}\n", ":4: the work “A” stands in line 1"),
        ("references.bib", "", ":0: this list of works is empty"),
        ("_toc.yml", "root: chapters/index\nchapters:\n- file: chapters/emd\n", ":3: there is no page chapters/emd"),
        ("_toc.yml", "root: chapters/index\nchapters:\n- file: chapters/index\n", ":3: the page chapters/index stands in"),
        ("_toc.yml", "root: chapters/index\nchapters:\n- fiel: chapters/end\n", ":3: “fiel” is not a key of a table of"),
        ("_config.yml", "title: 'Small\n", ":2: this is not YAML"),
        ("exercises/roofs.ipynb", '{"cells": [}', ":1: this is not JSON, and so no notebook"),
        ("exercises/roofs.ipynb", '{"cells": 3}', ":0: this is not a notebook"),
        ("exercises/roofs.ipynb", LINKED, ":2: in JupyterLab the link “x” opens the source of ../chapters/index.md"),
        ("chapters/end.md", "# Ünder\n".encode("cp1252"), ":1: a letter here, “Ü” perhaps, is not in UTF-8"),
    ],
)  # fmt: skip
def test_file_is_told(small, name, content, said):
    """What cannot be read for certain is told with file and line, what is wrong, and what to do."""
    put(small, name, content)
    found = told(file_faults())
    assert any(one.startswith(name.rpartition("/")[0]) and said in one for one in found), found


def test_every_row_with_a_fault_is_told(small):
    """After a row with a stray quotation mark the rows below it are read, and their faults are told in the same run."""
    put(small, WORDS, f'{HEADER}\nfirst,P1.1,"Baloch ,\n{ROW}\nlast,P1.1,nowhere,,,a,b,\n')
    assert [int(one.split(":")[1]) for one in told(file_faults())] == [2, 4]


def test_faults_of_a_table_are_told_once(small):
    """A codebook that cannot be read is told once, and not by every exercise that leans on it."""
    put(small, BOOK, "{")
    assert len(file_faults()) == 1


@pytest.mark.parametrize(
    "name", ["~$words.csv", "._words.csv", ".~lock.words.csv#", ".DS_Store", "words.csv.bak", "words.csv~", "Thumbs.db"]
)
def test_leftovers_are_no_fault_and_are_named(small, name):
    """What other programs leave beside a table or an exercise stops nothing, and ``check`` can say that it is there."""
    put(small, f"case/{MAIN}/{name}", b"\x05Anna\xff")
    put(small, f"exercises/{name.replace('csv', 'yml')}", b"\x05Anna\xff")
    assert told(file_faults()) == []
    assert len(leftovers()) == 2


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("Shots fell, J. Smith said. Nobody saw who.", ["Shots fell, J. Smith said.", "Nobody saw who."]),
        ("He flew to the U.S. Army base. Then home.", ["He flew to the U.S. Army base.", "Then home."]),
        ("He flew to the U.S. The base is new.", ["He flew to the U.S.", "The base is new."]),
        ("Lt. Col. Brek saw No. 5 burn. It fell.", ["Lt. Col. Brek saw No. 5 burn.", "It fell."]),
        ("Six fell. (AP)", ["Six fell. (AP)"]),
        (
            "Six fell. (The list is at the door.) Who made it?",
            ["Six fell.", "(The list is at the door.)", "Who made it?"],
        ),
        ("They ran … The door was shut. It held…", ["They ran … The door was shut.", "It held…"]),
        ("“Go,” she said. \u2018Now.’ Élodie went.", ["“Go,” she said.", "\u2018Now.’", "Élodie went."]),
        ("It began at six. 12 houses fell.", ["It began at six.", "12 houses fell."]),
        ("He said it cost 3.50 at 5 p.m. yesterday. Yes!", ["He said it cost 3.50 at 5 p.m. yesterday.", "Yes!"]),
    ],
)
def test_sentences_of_another_text(text, cut):
    """Initials, titles, credits, dots and brackets end a sentence only where one ends."""
    assert [s.text for s in sentences(text)] == cut
    assert all(s.id.startswith("P") for s in sentences(text))


def test_paragraph_without_full_stop_is_no_heading():
    """A paragraph whose full stop is missing is a paragraph: it is long, or has a sentence before, or is the last line."""
    long = " ".join(["word"] * 21)
    ids = [s.id for s in sentences(f"A heading\n\n{long}\n\nOne. And then\n\nBy J. Smith\n\nThe end of it all")]
    assert ids == ["H1", "P1.1", "P2.1", "P2.2", "H2", "P3.1"]


def test_no_command_ends_in_a_traceback(monkeypatch, capsys):
    """What nobody foresaw is told in a sentence too, and the command fails."""

    def broken() -> None:
        raise KeyError("says")

    monkeypatch.delenv("WHOSAYSSO_TRACEBACK", raising=False)
    monkeypatch.setattr(command, "main", broken)
    with pytest.raises(SystemExit, match="1"):
        command.run()
    assert capsys.readouterr().out.startswith("Something that nobody foresaw: KeyError: 'says'.")
