"""How many pairs stand in the right order."""

from whosaysso.kinds.kind import Question, Response
from whosaysso.kinds.verdict import Result, feedback, graded, unanswered


def grade(exercise: Question, response: Response) -> Result:
    """max(0, (concordant − discordant) / pairs that the key orders); ties in the key order no pair."""
    order = response.get("order")
    steps = {name: item["step"] for name, item in exercise["key"]["sources"].items()}
    if not isinstance(order, list) or any(not isinstance(n, str) for n in order) or sorted(order) != sorted(steps):
        return unanswered("order")
    pairs = [
        (a, b, 1 if steps[a] < steps[b] else -1)
        for at, a in enumerate(order)
        for b in order[at + 1 :]
        if steps[a] != steps[b]
    ]
    said = []
    for name, item in exercise["key"]["sources"].items():
        mine = [sign for a, b, sign in pairs if name in (a, b)]  # one at least, since not all steps are the same
        said.append(feedback(name, mine.count(1) / len(mine), item["feedback"]))
    return graded(max(0.0, sum(sign for _, _, sign in pairs) / len(pairs)), said)
