"""A set of exercises on paper: the same questions from the same templates, with room to answer,
and the key only when it is asked for.
"""

from whosaysso.browser.fragments import question_html
from whosaysso.browser.styles import on_paper
from whosaysso.exercises.sets import read_sets
from whosaysso.exercises.topics import find_exercise
from whosaysso.markup import render
from whosaysso.text.article import article
from whosaysso.text.case import MAIN


def worksheet_page(name: str, with_key: bool = False) -> str:
    """The set ``name`` as a page to print; a text other than the main one stands before the questions.

    Raises
    ------
    KeyError
        With the sets that there are.
    """
    sets = read_sets()
    if name not in sets:
        raise KeyError(f"there is no set “{name}”; there are: {', '.join(sets)}")
    items = [find_exercise(one) for one in sets[name].exercises]
    texts = dict.fromkeys(item.text_of() for item in items)
    topics = [{"title": "Answer key", "exercises": [item.with_key() for item in items]}] if with_key else []
    return render(
        "paper/worksheet",
        title=sets[name].title,
        exercises=[question_html(item, "practice") for item in items],
        topics=topics,
        on_article=MAIN in texts,
        texts=[article(slug, layered=False) for slug in texts if slug not in (MAIN, None)],
        style=on_paper("exercise", "article"),
    )
