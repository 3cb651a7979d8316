"""The file of a reading: written whole, read strictly, and refused with a sentence for each fault."""

import copy
import json

import pytest

from whosaysso.authored.fault import Faulty
from whosaysso.reader.file import LARGEST, REFUSALS, parse_reading, read_reading, write_reading
from whosaysso.reader.marking import begin, marked
from whosaysso.reader.normal import hashed
from whosaysso.reader.reading import Attribution, Number
from whosaysso.reader.rows import mark_rows

TEXT = "Bridge closed\n\n😀 The ministry said that 27 people had crossed. Nobody\u00a0saw it.\n\nپل بند ہے۔ رات تھی۔\n"


def made():
    reading = begin(TEXT, title="Bridge closed", address="javascript:alert(1)")
    words = reading.text.words
    at = words.index("The ministry")
    reading = marked(reading, at, at + 12, "voice", "<b>a party</b>", Attribution(speaker="the ministry", sort="party"))
    at = words.index("27")
    return marked(reading, at, at + 9, "number", card=Number(says="the ministry", counts="people"))


def faults(data) -> list[str]:
    with pytest.raises(Faulty) as refused:
        parse_reading(json.dumps(data) if isinstance(data, dict) else data)
    return [fault.wrong for fault in refused.value.faults]


def test_reading_comes_back_as_it_was(tmp_path):
    """A reading that is written and read again is equal, in a file that a second writing replaces whole."""
    path = tmp_path / "reading.json"
    write_reading(path, begin(TEXT))
    kept = write_reading(path, made())
    assert read_reading(path) == kept
    assert parse_reading(path.read_text(encoding="utf-8").encode("utf-16")).as_json() == kept.as_json()
    assert [entry.name for entry in tmp_path.iterdir()] == ["reading.json"]


def test_marks_are_rows():
    """The rows of a reading have the place, the words, the note and the card of each mark."""
    rows = mark_rows(made())
    assert [(row["place"], row["label"], row["exact"]) for row in rows] == [
        ("P1.1", "Who speaks", "The ministry"),
        ("P1.1", "Numbers", "27 people"),
    ]
    assert rows[0]["note"] == "<b>a party</b>" and rows[0]["sort"] == "party" and rows[1]["counts"] == "people"


def changed(path: str, value: object) -> dict:
    """The reading as data, with one thing set to another value."""
    data = copy.deepcopy(made().as_json())
    at, *steps = data, *path.split(".")
    for step in steps[:-1]:
        at = at[int(step) if step.isdigit() else step]
    last = int(steps[-1]) if steps[-1].isdigit() else steps[-1]
    at[last] = value(at[last]) if callable(value) else value
    return data


MARK = "annotations.0"
SELECTOR = f"{MARK}.target.selector"


@pytest.mark.parametrize(
    ("path", "value", "refusal"),
    [
        ("format", "who-says-so/reading/2", "newer"),
        ("format", "who-says-so/reading/x", "foreign"),
        ("format", "whosaysso.hand-in/2", "foreign"),
        ("text.words", lambda words: words.replace("27", "29"), "hash"),
        ("text.sha256", "0" * 64, "hash"),
        ("text.language", "<b>", "fields"),
        ("extra", 1, "fields"),
        ("saved", 5, "fields"),
        ("cut.0.start", 1, "cut"),
        ("cut.0.end", 900, "cut"),
        ("cut.1.start", 3, "cut"),
        ("cut.2.paragraph", 3, "cut"),
        ("cut.0.paragraph", 2, "cut"),
        ("cut.0.role", "title", "fields"),
        ("cut.0.start", True, "fields"),
        ("labels.1.id", "voice", "labels"),
        (f"{MARK}.id", "urn:uuid:1", "fields"),
        (f"{MARK}.body.0.value", "nothing", "marks"),
        (f"{MARK}.body", lambda body: [body[0], body[0]], "marks"),
        (f"{MARK}.body", lambda body: body[1:], "marks"),
        (f"{MARK}.body.2.attribution", None, "marks"),
        (f"{MARK}.target.source", "urn:sha256:" + "0" * 64, "marks"),
        (f"{SELECTOR}.0.start", lambda start: start + 1, "marks"),
        (f"{SELECTOR}.0.end", 900, "marks"),
        (f"{SELECTOR}.1.exact", "the ministry", "marks"),
        (f"{SELECTOR}.1.prefix", "x", "marks"),
        (f"{SELECTOR}.1.suffix", "x", "marks"),
        (SELECTOR, lambda both: both[::-1], "fields"),
    ],
)
def test_what_does_not_fit_is_refused(path, value, refusal):
    """Each thing that does not fit is told in a sentence that names it."""
    said = faults(changed(path, value))
    assert any(why.startswith(REFUSALS[refusal]) for why in said), said


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        ("", "empty"),
        ("{", "damaged"),
        ("[]", "foreign"),
        ("{}", "foreign"),
        ('{"format": "who-says-so/reading/1", "format": 1}', "twice"),
        (b"\xff\xfe\x00", "binary"),
        ("[" * 100_000, "damaged"),
        (b" " * (LARGEST + 1), "large"),
        ('{"format": 1e999}', "number"),
    ],
)
def test_what_is_no_reading_is_refused(data, refusal):
    """What is no reading at all is refused with one sentence."""
    assert faults(data) == [REFUSALS[refusal]]


def test_mark_that_stands_twice_is_refused():
    """Two marks with one id are one too many."""
    data = made().as_json()
    data["annotations"][1]["id"] = data["annotations"][0]["id"]
    assert faults(data) == [f"{REFUSALS['twice']}: {data['annotations'][0]['id']}"]


def test_every_fault_is_told():
    """Two marks that do not fit are two sentences."""
    data = changed(f"{SELECTOR}.1.exact", "x")
    data["annotations"][1]["target"]["selector"][1]["exact"] = "y"
    assert len(faults(data)) == 2


def test_text_that_is_not_normal_is_refused():
    """A text with a fitting hash that is not in its normal form would not compare with any other."""
    data = made().as_json()
    data["text"] = {"words": "a  b", "sha256": hashed("a  b")}
    assert faults(data) == [REFUSALS["normal"]]


def test_reading_of_another_text_is_refused(tmp_path):
    """Where a certain text is wanted, a sound reading of another is refused, and so is what is no file."""
    path = tmp_path / "reading.json"
    write_reading(path, made())
    with pytest.raises(Faulty, match="of another text"):
        read_reading(path, of=hashed("Another."))
    with pytest.raises(Faulty, match="cannot be read"):
        read_reading(tmp_path)
