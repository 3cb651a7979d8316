"""Words that may prompt: what matches, by which rule, and how far the lists are right on the book’s own texts."""

import pytest

from whosaysso.reader.labels import BOOK_LABELS
from whosaysso.reader.prompts import LAYERS, lists, measured, prompts


def test_prompts_have_their_rule():
    """Whole words prompt, in capitals or small letters, the longest first, each with the rule it comes from."""
    text = "ACCORDING  TO the register, 27 soldiers\ndied. He has said it; the saidness of it."
    found = prompts(text, "voice")
    assert [text[p.start : p.end] for p in found] == ["ACCORDING  TO", "register", "said"]
    assert found[0].why.startswith("Words that hand a statement to somebody")
    text = "٢٧ died, 1,250 fled, a few hid, 40% left at 3pm."
    assert [text[p.start : p.end] for p in prompts(text, "number")] == ["٢٧", "1,250", "a few", "40%", "3pm"]


def test_text_without_such_words_has_no_prompt():
    """A text with none of the words has no prompt, and neither has a label without a list."""
    assert prompts("Rain fell on the road.", "voice") == prompts("He said so.", "frame") == []


def test_lists_are_sound():
    """Every list is for a label that has a layer; every rule has its reason, and no word twice."""
    assert {one["label"] for one in lists()} == LAYERS.keys() <= {label.id for label in BOOK_LABELS}
    for rule in (rule for one in lists() for rule in one["rules"]):
        assert rule["why"].endswith("?") and len({*rule["words"]}) == len(rule["words"])
        assert all(word == word.lower().strip() for word in rule["words"])


@pytest.mark.parametrize(
    ("label", "figures"),
    [
        ("voice", (7, 40, 33, 54, 29)),
        ("hedge", (7, 34, 31, 52, 31)),
        ("number", (7, 76, 70, 76, 68)),
        ("loaded", (3, 32, 24, 82, 23)),
    ],
)
def test_figures_that_are_printed(label, figures):
    """What is printed beside the button is what the lists come to on the book’s own coded texts."""
    found = next(one for one in measured() if one.label == label)
    assert (found.texts, found.prompts, found.right, found.coded, found.found) == figures
    assert str(found) == (
        f"On the book’s own {figures[0]} coded texts, {figures[2]} of {figures[1]} such prompts were right, "
        f"and {figures[4]} of {figures[3]} places were found."
    )
