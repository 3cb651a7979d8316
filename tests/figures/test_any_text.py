"""A reader’s own text as a strip: the figure, its words and its table tell the same."""

from tests.reader.test_comparing import TEXT, mark
from tests.reader.test_file import made
from whosaysso.figures.any_text import marks_of
from whosaysso.reader.marking import begin
from whosaysso.reader.seeing import numbers_seen, sentences_seen


def test_marks_are_seen():
    """Each sentence has its marks by label, who speaks and of what sort; a number has its owner."""
    reading = mark(made(), "Nobody", "hedge")
    seen = {one.id: one for one in sentences_seen(reading)}
    assert seen["P1.1"].speakers == ["the ministry"] and seen["P1.1"].sorts == ["party"]
    assert seen["P1.2"].by == {"hedge": ["Nobody"]} and seen["H1"].by == {}
    assert [(one.place, one.words, one.owner, one.near) for one in numbers_seen(reading)] == [
        ("P1.1", "27 people", "the ministry", "the ministry")
    ]


def test_strip_tells_the_same():
    """The figure of a reading has a row a sentence, and says in words what is drawn."""
    figure = marks_of(mark(made(), "Nobody", "hedge"))
    assert figure.finding == (
        "In 1 of 4 sentences you marked who speaks; in 3 you marked nobody. "
        "Numbers marked: 1; with an owner, on their card or in their sentence: 1; without: 0. "
        "Sentences with hedges: 1; with loaded words: 0; with frames: 0."
    )
    assert figure.rows[1] == ["P1.1", 9, "the ministry", "—", "27 people", "—", "—"]
    assert "<svg" in figure.svg and "Ring: a hedge" in figure.svg


def test_nothing_marked_is_nothing_seen():
    """A reading without marks says so, and a sentence longer than a row is drawn all the same."""
    assert marks_of(begin(TEXT)).finding.startswith("Nothing is marked yet")
    assert len(marks_of(begin("word " * 300)).rows) == 1
