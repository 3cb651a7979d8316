"""The answer key as a page to read or print: every exercise with its answers and its feedback."""

from whosaysso.exercises.path import sets_in_order
from whosaysso.exercises.topics import find_exercise
from whosaysso.paper.sheet import sheet_page


def key_page(back: str = "") -> str:
    """One HTML page that needs nothing else. It holds every answer, and is for teachers."""
    topics = [
        {"title": one.title, "exercises": [find_exercise(name).with_key() for name in one.exercises]}
        for one in sets_in_order()
    ]
    return sheet_page("key", "Answer key", back, topics=topics)
