"""The answer key as a page to read or print: every exercise with its answers and its feedback."""

from whosaysso.browser.styles import on_paper
from whosaysso.exercises.topics import read_topics
from whosaysso.markup import render


def key_page() -> str:
    """One HTML page that needs nothing else. It holds every answer: not for the book, and not for students."""
    topics = [
        {"title": topic.title, "exercises": [item.with_key() for item in topic.exercises]}
        for topic in read_topics().values()
    ]
    return render("paper/key", topics=topics, style=on_paper("exercise"))
