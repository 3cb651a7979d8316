"""A set of exercises on paper: the same questions from the same templates, with room to answer and room for a score,
and the key only when it is asked for.
"""

from whosaysso.browser.fragments import question_html
from whosaysso.exercises.path import core_of
from whosaysso.exercises.sets import Set, read_sets
from whosaysso.exercises.topics import find_exercise
from whosaysso.kinds import Item
from whosaysso.kinds.grading import grade
from whosaysso.kinds.write.schema import Write
from whosaysso.paper.sheet import sheet_page
from whosaysso.text.article import article
from whosaysso.text.case import MAIN


def worksheet_page(name: str, with_key: bool = False, core: bool = False, back: str = "") -> str:
    """The set ``name`` as a page to print; a text other than the main one stands before the questions.

    With ``core`` only what stands in the core path.

    Raises
    ------
    KeyError
        With the sets that there are, or where the set has nothing in the core path.
    """
    sets = read_sets()
    if name not in sets:
        raise KeyError(f"there is no set “{name}”; there are: {', '.join(sets)}")
    one = sets[name]
    if not (names := core_of(one) if core else one.exercises):
        raise KeyError(f"no exercise of “{name}” stands in the core path")
    items = [find_exercise(each) for each in names]
    texts = dict.fromkeys(item.text_of() for item in items)
    points = [_points(one, item) for item in items]
    return sheet_page(
        "worksheet",
        worksheet_title(one, core),
        back,
        tasks=[
            {"question": question_html(item, "practice"), "points": worth}
            for item, worth in zip(items, points, strict=True)
        ],
        total=sum(points),
        topics=[{"title": "Answer key", "exercises": [item.with_key() for item in items]}] if with_key else [],
        on_article=MAIN in texts,
        texts=[article(slug, layered=False) for slug in texts if slug not in (MAIN, None)],
    )


def worksheet_title(one: Set, core: bool) -> str:
    """What stands at the head of the worksheet."""
    return f"{one.title}: the core path" if core else one.title


def _points(one: Set, item: Item) -> float:
    """What an exercise is worth; a text is worth one for each line of its rubric, and nothing where none are given."""
    if isinstance(item, Write):
        return float(len(item.rubric))
    return one.worth(item.id) if grade(item.with_key(), item.best())["score"] is not None else 0.0
