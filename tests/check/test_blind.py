"""Answers given without reading, played over the whole book: what somebody may know of how exercises are made."""

import pytest

from whosaysso.check.blind import known_habits
from whosaysso.check.template import carried_over
from whosaysso.exercises.forms import read_forms
from whosaysso.exercises.topics import Topic, read_topics

FIELDS = {"choose": "options", "choose-all": "options", "judge": "claims", "rank": "sources"}


def rearranged(kind: str, key) -> list[Topic]:
    """The book with the parts of every exercise of a kind put in order by ``key``."""
    topics = []
    for topic in read_topics().values():
        items = [
            item.model_copy(update={FIELDS[kind]: sorted(getattr(item, FIELDS[kind]), key=key)})
            if item.kind == kind
            else item
            for item in topic.exercises
        ]
        topics.append(topic.model_copy(update={"exercises": items}))
    return topics


def test_no_habit_pays_over_the_book():
    """No place, pattern, length or certain word earns more over the book than chance and a tenth."""
    assert known_habits(read_topics().values()) == []


@pytest.mark.parametrize(
    "kind, key, told",
    [
        ("choose", lambda option: -option.credit, "option 1, or the last"),
        ("choose-all", lambda option: not option.right, "boxes 1, 2"),
        ("judge", lambda claim: claim.verdict, "Contradicts Contradicts"),
        ("rank", lambda source: -source.step, "the order shown, turned round"),
    ],
)
def test_a_habit_of_places_is_refused(kind, key, told):
    """A book whose right answers always stand in the same places is refused, with the strategy's name."""
    assert any(told in said for said in known_habits(rearranged(kind, key)))


@pytest.mark.parametrize(
    "change, told",
    [
        (lambda option: option.text + " and so on at great length" * int(option.credit == 1), "the longest"),
        (lambda option: option.text if option.credit == 1 else option.text + " and so on at length", "the shortest"),
        (lambda option: option.text + " 1, 2, 3 (“4”)" * int(option.credit == 1), "the most detailed"),
        (lambda option: option.text + " always" * int(option.credit == 1), "the first with an absolute word"),
    ],
)
def test_a_habit_of_words_is_refused(change, told):
    """A book whose right options can be told by length, detail or an absolute word is refused."""
    topics = []
    for topic in read_topics().values():
        items = [
            item.model_copy(update={"options": [o.model_copy(update={"text": change(o)}) for o in item.options]})
            if item.kind == "choose"
            else item
            for item in topic.exercises
        ]
        topics.append(topic.model_copy(update={"exercises": items}))
    assert any(told in said for said in known_habits(topics))


def test_clones_of_a_form_are_refused():
    """Three forms that are one and the same give each other away, by position and by role."""
    forms = read_forms()
    clones = dict.fromkeys(forms, forms["A"])
    said = carried_over(clones)
    assert any("by position" in one for one in said) and any("by role" in one for one in said)
