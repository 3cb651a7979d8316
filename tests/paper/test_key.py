"""The answer key: a page for teachers with everything in it."""

from html import unescape

from whosaysso.exercises.topics import read_topics
from whosaysso.paper.key import key_page


def test_key_holds_every_exercise_with_its_feedback():
    """Every exercise of every kind stands in the key with its prompt and with what it tells."""
    page = " ".join(unescape(key_page()).split())
    for topic in read_topics().values():
        for item in topic.exercises:
            assert " ".join(item.prompt.split()) in page, item.id
            key = item.with_key()["key"]
            told = [
                value
                for part in key.values()
                if isinstance(part, dict)
                for inner in part.values()
                for value in (
                    [inner["feedback"]] if isinstance(inner, dict) and isinstance(inner.get("feedback"), str) else []
                )
            ]
            told += [key["model"]] if item.kind == "write" else []
            assert all(" ".join(text.split()) in page for text in told), item.id
