"""Who handed a file in: by the LMS's name in each of its patterns, by the list of codes, by the code."""

import itertools
from dataclasses import replace

import pytest

from whosaysso.authored.fault import Faulty
from whosaysso.desk.people import Person, read_roster, who


@pytest.mark.parametrize(
    ("path", "shown", "lms"),
    [
        ("Ann_Group_101_assignsubmission_onlinetext", "Ann_Group", "101"),
        ("x/Ann\nÄhre_101_assignsubmission_file_/c_9_9_x.json", "Ann\nÄhre", "101"),
        ("Ann_1_assignsubmission_file/Ben_2_assignsubmission_file/c_3_4_x.json", "Ann", "1"),
        ("a_1_2_x/b_3_4_x.json", "b", "3"),
        ("a_1_2_x/anon_b7_4_x/who-says-so.json", "anonymous b7", "b7"),
        ("Ann Ähre_101_assignsubmission_file/who-says-so.json", "Ann Ähre", "101"),
        ("Ann Ähre_101_assignsubmission_file_/who-says-so.json", "Ann Ähre", "101"),
        ("Ann Ähre_101_assignsubmission_file_who-says-so.json", "Ann Ähre", "101"),
        ("O_Brien, Pat_7_assignsubmission_file/sub/x.json", "O_Brien, Pat", "7"),
        ("Participant_101_assignsubmission_file/x.json", "Participant 101", "101"),
        ("Group_12_assignsubmission_file/x.json", "Group 12", "12"),
        ("S1-Essay-1234.zip/مریم خان_55_assignsubmission_file/x.json", "مریم خان", "55"),
        ("ahreann_101_7001_who-says-so-1.json", "ahreann", "101"),
        ("ahreann_LATE_101_7001_who_says_so.json", "ahreann", "101"),
        ("de_la_cruz_101_7001_x.json", "de_la_cruz", "101"),
        ("anon_x7Y2k_7001_x.json", "anonymous x7Y2k", "x7Y2k"),
        ("anon_LATE_x7Y2k_7001_x.json", "anonymous x7Y2k", "x7Y2k"),
        ("anon_LATE_101_7001_x.json", "anonymous 101", "101"),
    ],
)
def test_names_of_the_lms(path, shown, lms):
    """Each pattern in which Moodle or Canvas names files gives the person and the number."""
    person, notes = who(path, "K7", None)
    assert (person.shown, person.lms, person.code, person.vouched) == (shown, lms, "K7", True)
    assert notes == (["handed in late"] if "LATE" in path else [])


@pytest.mark.parametrize("path", ["who-says-so-2026.json", "class-a/K7.json", "a_1.json", "1_2_3.json"])
def test_other_names_are_nobody(path):
    """A file that no LMS named is its code's, and without one nobody's but its own."""
    assert (who(path, " K7 ", None)[0].key, who(path, "K7", None)[0].vouched) == ("code k7", False)
    person, notes = who(path, "", None)
    assert (person.shown, person.key, notes) == (path, "", ["no code"])


LONG, SHORT = "k" * 130, "k" * 119 + "…"


@pytest.fixture
def roster(tmp_path):
    """Ann, whom the LMS has a number for, Ben, whom it has none for, and two without a name."""
    path = tmp_path / "codes.csv"
    path.write_text(
        f"code;name;id;email\n K7 ; Ann Ähre ; 101 ; ann@example.org \nk8;Ben;;\nK10;;103;\n{LONG};;104;\n", "utf-8-sig"
    )
    return read_roster(path)


ANN = Person("Ann Ähre", "101", "K7", "ann@example.org")


@pytest.mark.parametrize(
    ("path", "code", "person", "notes"),
    [
        ("x.json", " k7 ", ANN, []),
        ("x.json", "K8", Person("Ben", code="k8"), []),
        ("x.json", "K10", Person("K10", "103", "K10"), []),
        ("x.json", "", Person("x.json"), ["no code"]),
        ("x.json", "K\x1c9", Person("K\x1c9", code="K\x1c9"), ["the code K\\x1c9 is not in the list of codes"]),
        ("a_101_7_x.json", "K7", replace(ANN, vouched=True), []),
        ("a_101_7_x.json", "K8", replace(ANN, code="K8", vouched=True), []),
        ("a_101_7_x.json", "", replace(ANN, code="", vouched=True), ["no code"]),
        ("b_102_7_x.json", "K8", Person("b", "102", "K8", "", True), []),
        (
            "b_LATE_102_7_x.json",
            "K7",
            Person("b", "102", "K7", "", True),
            ["handed in late", "the list of codes gives the code K7 to Ann Ähre"],
        ),
        (
            "b_LATE_102_7_x.json",
            "K9",
            Person("b", "102", "K9", "", True),
            ["the code K9 is not in the list of codes", "handed in late"],
        ),
        (
            "b_102_7_x.json",
            LONG,
            Person("b", "102", LONG, "", True),
            [f"the list of codes gives the code {SHORT} to {SHORT}"],
        ),
    ],
    ids=itertools.count(),
)
def test_list_of_codes(roster, path, code, person, notes):
    """The list gives a code its name, the LMS's number goes before it, and what does not agree is told."""
    assert who(path, code, roster) == (person, notes)


def test_shortest_list_of_codes(tmp_path):
    """A list needs no more than codes and names."""
    (tmp_path / "codes.csv").write_text("name,code\nAnn,K7\n", encoding="utf-8")
    assert read_roster(tmp_path / "codes.csv").people == {"k7": Person("Ann", code="K7")}


def test_faulty_list_of_codes(tmp_path, monkeypatch):
    """Every fault of a list is told with its line."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "codes.csv"
    path.write_text(f"code,name\n{LONG},Ann\n{LONG.upper()},Ben\n,Cem\nK8,Dora\n", encoding="utf-8")
    with pytest.raises(Faulty) as told:
        read_roster(path)
    assert str(told.value) == (
        f"codes.csv:3: the code {SHORT.upper()} stands here twice\n    give each its own\n"
        "codes.csv:4: this person has no code\n    write the code, or take the row away"
    )
    path.write_text("code\nK7\n", encoding="utf-8")
    with pytest.raises(Faulty, match="there is no column “name”"):
        read_roster(path)
    path.write_text("name\nAnn\n", encoding="utf-8")
    with pytest.raises(Faulty, match="there is no column “code”"):
        read_roster(path)
