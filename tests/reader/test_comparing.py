"""Readings of one text set beside each other: agreement that is known comes back."""

import json
from pathlib import Path

import pytest

from whosaysso.reader.comparing import compare, in_words, split_of, word_places
from whosaysso.reader.marking import begin, marked
from whosaysso.reader.reading import Label, Reading

THIRTY = json.loads((Path(__file__).parent / "thirty_readings.json").read_text(encoding="utf-8"))
TEXT = "The ministry said that 27 people crossed.\nNobody saw it, and nobody says who did."


def readings_of(thirty: dict) -> list[Reading]:
    """A reading for each of the thirty, with a mark on each word that they decided to mark."""
    blank, places = begin(thirty["words"], "en"), word_places(thirty["words"])
    mark = marked(blank, 0, 1, "voice").annotations[0]  # one to copy: to make each anew takes its time
    found = []
    for reader in range(30):
        marks = []
        for label in thirty["labels"]:
            body = [mark.body[0].model_copy(update={"value": label["id"]})]
            for (start, end), decided in zip(places, label["decisions"][reader], strict=True):
                if decided == "1":
                    place = mark.target.selector[0].model_copy(update={"start": start, "end": end})
                    target = mark.target.model_copy(update={"selector": (place, mark.target.selector[1])})
                    marks.append(mark.model_copy(update={"body": body, "target": target}))
        found.append(blank.model_copy(update={"annotations": marks}))
    return found


def test_thirty_readings_give_back_their_agreement():
    """Thirty readings made to agree to a known degree give that degree back, to two hundredths."""
    found = {one.key: one for one in compare(readings_of(THIRTY))}
    for label in THIRTY["labels"]:
        known, alpha = label["copies"] ** 2, found[label["id"]].alpha
        assert alpha.value == pytest.approx(known, abs=0.02)
        assert alpha.low <= alpha.value <= alpha.high
        assert alpha == pytest.approx(label["alpha"], abs=1e-9)
        assert list(found[label["id"]].shares) == [
            sum(map(int, column)) for column in zip(*label["decisions"], strict=True)
        ]


def mark(reading: Reading, words: str, label: str = "voice") -> Reading:
    at = reading.text.words.index(words)
    return marked(reading, at, at + len(words), label)


def test_two_readings_have_kappa():
    """Two that mark the same words have kappa 1; one who marks a word more has less; passages say who marked them."""
    one, other = (mark(begin(TEXT), "The ministry") for _ in range(2))
    (same,) = compare([one, other])
    assert same.kappa.value == 1 and same.alpha is None and same.marked == (2, 2)
    (less,) = compare([one, mark(other, "Nobody")])
    assert 0 < less.kappa.value < 1
    assert [(passage.start, passage.by) for passage in less.passages] == [(0, (0, 1)), (42, (1,))]
    assert [split_of(passage, 2) for passage in less.passages] == [0, 1]


def test_labels_of_ones_own_meet_by_name():
    """A label of the reader’s own is the same as another’s of that name, whatever its id."""
    own = [begin(TEXT, labels=[Label(id=name, name=said)]) for name, said in (("a", "Doubt"), ("b", "doubt"))]
    (both,) = compare([mark(own[0], "27", "a"), mark(own[1], "27", "b")])
    assert both.kappa.value == 1


def test_cuts_do_not_matter():
    """Readings with different cuts compare word by word all the same."""
    one = mark(begin(TEXT), "27")
    whole = one.cut[0].model_copy(update={"end": one.cut[-1].end})
    (both,) = compare([one, one.model_copy(update={"cut": [whole]})])
    assert both.kappa.value == 1


@pytest.mark.parametrize(("many", "said"), [([TEXT], "two readings"), ([TEXT, "Another."], "different texts")])
def test_what_cannot_be_compared_is_told(many, said):
    """One reading, or readings of two texts, cannot be compared."""
    with pytest.raises(ValueError, match=said):
        compare([begin(text) for text in many])


@pytest.mark.parametrize(
    ("value", "said"),
    [(1, "nearly alike"), (0.7, "first conclusions"), (0.5, "in part"), (0.2, "little"), (-1, "no more")],
)
def test_agreement_in_words(value, said):
    """A figure of agreement has words by its bounds."""
    assert said in in_words(value)
