"""The claims of the whole book: as many sound as unsound, so that believing and doubting everything earn the same."""

from collections.abc import Iterable

from whosaysso.authored.fault import Fault, shown
from whosaysso.authored.folders import home
from whosaysso.exercises.topics import Topic
from whosaysso.kinds.judge.schema import Judge


def uneven(topics: Iterable[Topic], stem: str | None = None) -> list[Fault]:
    """Nothing, or that the evidence supports more claims than it contradicts, or fewer; ``stem`` names one file."""
    verdicts = [
        claim.verdict
        for topic in topics
        for item in topic.exercises
        if isinstance(item, Judge)
        for claim in item.claims
    ]
    sound, unsound = verdicts.count("supports"), verdicts.count("contradicts")
    if sound == unsound:
        return []
    return [
        Fault(
            shown(home() / "exercises" / f"{stem}.yml" if stem else home() / "exercises"),
            0,
            f"over all judge exercises {sound} claims are supported and {unsound} contradicted",
            "write as many of each, so that believing everything and doubting everything earn the same",
        )
    ]
