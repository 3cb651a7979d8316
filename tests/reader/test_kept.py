"""A reading kept beside a notebook: begun, found again, and never written over what another has added."""

import json

import pytest

from tests.reader.test_comparing import TEXT, mark
from tests.reader.test_file import made
from whosaysso.authored.fault import Faulty
from whosaysso.reader.file import parse_reading, read_reading, write_reading
from whosaysso.reader.in_browser import as_browser, from_browser
from whosaysso.reader.kept import ENDING, open_kept, shelf, title_of


def test_browser_form_comes_back(tmp_path):
    """A reading goes to the browser’s form as JSON and back, and is equal, with notes and cards."""
    reading = made().now()
    given = json.loads(json.dumps(as_browser(reading)))
    back = from_browser(given, "2026-01-31T10:00:00Z")
    assert back.model_copy(update={"saved": reading.saved}).as_json() == reading.as_json()


def test_form_that_is_none_is_refused():
    """What a browser sends is read as strictly as a file."""
    given = as_browser(made())
    given["marks"][0]["label"] = "nothing"
    with pytest.raises(Faulty, match="does not fit"):
        from_browser(given, "2026-01-31T10:00:00Z")


@pytest.mark.parametrize("source", [TEXT, "text.txt"])
def test_text_is_found_again(tmp_path, monkeypatch, source):
    """A text, or a file of one, that is opened again has the marks that were kept."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "text.txt").write_text(TEXT, encoding="utf-8")
    kept = open_kept(source, tmp_path)
    kept.keep(mark(kept.reading, "27"))
    again = open_kept(source, tmp_path)
    assert [one.target.selector[1].exact for one in again.reading.annotations] == ["27"]
    assert again.path.name.endswith(ENDING) and read_reading(again.path).annotations == again.reading.annotations


def test_two_notebooks_lose_nothing(tmp_path):
    """Of two that hold one reading, each keeps what the other has added, and what one took away stays away."""
    first = open_kept(TEXT, tmp_path)
    first.keep(mark(first.reading, "27"))
    second = open_kept(TEXT, tmp_path)
    first.keep(mark(first.reading, "ministry"))
    both = second.keep(mark(second.reading, "Nobody"))
    assert {one.target.selector[1].exact for one in both.annotations} == {"27", "ministry", "Nobody"}
    without = [one for one in both.annotations if one.target.selector[1].exact != "27"]
    second.keep(both.model_copy(update={"annotations": without}))
    last = first.keep(mark(first.reading, "crossed"))
    assert {one.target.selector[1].exact for one in last.annotations} == {"ministry", "Nobody", "crossed"}


def test_nothing_is_written_over_what_is_no_reading(tmp_path):
    """A file that was damaged meanwhile, or keeps another text, stays as it is."""
    kept = open_kept(TEXT, tmp_path)
    kept.keep(kept.reading)
    kept.path.write_text("{", encoding="utf-8")
    with pytest.raises(Faulty):
        kept.keep(mark(kept.reading, "27"))
    assert kept.path.read_text(encoding="utf-8") == "{"
    (tmp_path / "a.txt").write_text("Another.", encoding="utf-8")
    write_reading(tmp_path / f"a{ENDING}", made())
    with pytest.raises(Faulty, match="another text"):
        open_kept(tmp_path / "a.txt", tmp_path)


def test_shelf_has_what_is_kept(tmp_path):
    """The readings of a folder are listed, but for what is damaged, each by its title or its first words."""
    kept = open_kept(TEXT, tmp_path)
    kept.keep(kept.reading)
    (tmp_path / f"b{ENDING}").write_text("{", encoding="utf-8")
    assert [title_of(one.reading) for one in shelf(tmp_path)] == ["The ministry said that 27 people crossed."]
    assert title_of(parse_reading(made().as_text())) == "Bridge closed"
