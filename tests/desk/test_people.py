"""Who handed a file in: by the LMS's name in each of its patterns, by the list of codes, by the code."""

import pytest

from whosaysso.authored.fault import Faulty
from whosaysso.desk.people import read_roster, who


@pytest.mark.parametrize(
    ("path", "shown", "lms"),
    [
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


def test_list_of_codes(tmp_path):
    """The list gives a code its name, however it is written; a code that is not in it is told, and no one's."""
    path = tmp_path / "codes.csv"
    path.write_text("code;name;id\nK7;Ann Ähre;101\nk8;Ben;\n", encoding="utf-8-sig")
    roster = read_roster(path)
    assert who("x.json", "k7", roster)[0].shown == "Ann Ähre"
    assert who("x.json", "K9", roster)[1] == ["the code K9 is not in the list of codes"]
    assert who("ahreann_101_7_x.json", "K7", roster)[0].shown == "Ann Ähre"
    person, notes = who("benno_102_7_x.json", "K7", roster)
    assert (person.shown, notes) == ("benno", ["the list of codes gives the code K7 to Ann Ähre"])


def test_faulty_list_of_codes(tmp_path):
    """Every fault of a list is told with its line."""
    path = tmp_path / "codes.csv"
    path.write_text("code,name\nK7,Ann\nk7,Ben\n,Cem\n", encoding="utf-8")
    with pytest.raises(Faulty) as told:
        read_roster(path)
    assert [fault.line for fault in told.value.faults] == [3, 4]
