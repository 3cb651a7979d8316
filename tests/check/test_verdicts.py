"""The claims of the whole book, sound and unsound."""

from collections import Counter

from whosaysso.check.verdicts import uneven
from whosaysso.exercises.topics import read_topics

JUDGES = [item for topic in read_topics().values() for item in topic.exercises if item.kind == "judge"]


def test_a_claim_too_many_is_told():
    """An exercise whose claims are all supported instead makes the book uneven, and the numbers are told."""
    topics = read_topics()
    assert not uneven(topics.values())
    item = next(i for i in topics["numbers"].exercises if i.kind == "judge")
    sound = item.model_copy(update={"claims": [c.model_copy(update={"verdict": "supports"}) for c in item.claims]})
    exercises = [sound if i is item else i for i in topics["numbers"].exercises]
    changed = {**topics, "numbers": topics["numbers"].model_copy(update={"exercises": exercises})}
    assert "claims are supported and" in uneven(changed.values())[0].wrong


def test_no_balance_can_be_counted_on():
    """Every exercise has each verdict, and no balance of the three is that of half of the exercises."""
    balances = Counter(
        tuple(sum(c.verdict == v for c in item.claims) for v in ("supports", "contradicts", "open")) for item in JUDGES
    )
    assert all(min(balance) >= 1 for balance in balances)
    assert max(balances.values()) < len(JUDGES) / 2, balances
