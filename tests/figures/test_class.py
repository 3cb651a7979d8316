"""The figures of a class: what they say of the class that the notebook makes up, and where there is nothing to say."""

from collections import defaultdict
from statistics import fmean

import pytest

from tests.conftest import ROOT
from tests.figures.test_figures import BOXES, shown
from whosaysso.desk.answers import class_answers
from whosaysso.exercises.sets import read_sets
from whosaysso.exercises.topics import find_exercise
from whosaysso.figures.class_exercises import by_exercise, exercises_of_the_class
from whosaysso.figures.class_tests import gains, gains_of_the_class
from whosaysso.figures.class_verdicts import verdicts, verdicts_of_the_class
from whosaysso.work.made_class import GAIN, write_class

DRAWN = (exercises_of_the_class, gains_of_the_class, verdicts_of_the_class)


@pytest.fixture(scope="module")
def answers(tmp_path_factory):
    """The rows of the notebook's class."""
    return class_answers(write_class(tmp_path_factory.mktemp("made-up")))


def test_made_class_answers_all_that_it_was_asked(answers):
    """Each of 24 students has done the sets and two tests, and three of four the third, with nothing to note."""
    by_topic = defaultdict(lambda: defaultdict(int))
    for row in answers:
        by_topic[row["topic"]][row["student"]] += 1
    assert {topic: len(students) for topic, students in by_topic.items()} == {
        "before": 24,
        "Sourcing": 24,
        "Unverified numbers": 24,
        "after": 24,
        "later": 18,
    }
    assert all(len(set(each.values())) == 1 for topic, each in by_topic.items() if topic[0].isupper())


def test_exercises_are_the_means_of_the_rows(answers):
    """Every scored exercise stands once, the hardest first, with the mean of its scores inside its interval."""
    found = by_exercise(answers)
    scores = defaultdict(list)
    for row in answers:
        scores[row["exercise"]].append(row["score"])
    assert [one.right.value for one in found] == pytest.approx(sorted(map(fmean, scores.values())))
    assert sum(one.answered for one in found) == len(answers)
    assert all(one.right.low < one.right.value < one.right.high for one in found if 0 < one.right.value < 1)
    drawn = exercises_of_the_class(answers)
    assert [row[0] for row in drawn.rows] == [one.title for one in found][:12]
    assert f"“{found[0].title}” went worst" in drawn.finding


def test_one_answer_is_not_what_went_worst(answers):
    """An exercise that a single student got wrong is no finding about the class."""
    one = next(row for row in answers if row["exercise"] == "who-speaks")
    others = [row for row in answers if row["exercise"] != "who-speaks"]
    assert by_exercise([*others, one | {"score": 0.0}])[0].answered == 1
    drawn = exercises_of_the_class([*others, one | {"score": 0.0}])
    assert find_exercise("who-speaks").title not in [row[0] for row in drawn.rows]


def test_gain_of_the_made_class_comes_back(answers):
    """What was put in between the first two tests lies in the interval, for those who took both."""
    first, second, _ = gains(answers)
    assert (first.earlier, first.later, second.later) == ("before", "after", "later")
    assert (first.effect.people, second.effect.people) == (24, 18)
    assert first.effect.gain.low < GAIN < first.effect.gain.high
    assert [row[1] for row in gains_of_the_class(answers).rows] == [24, 18, 18]


def test_verdicts_are_counted_by_the_key():
    """Each verdict is counted where key and answer meet; what is no verdict is not counted."""
    name = next(n for n in read_sets()["sourcing"].exercises if find_exercise(n).kind == "judge")
    best = find_exercise(name).best()["classes"]
    all_right = {"kind": "judge", "exercise": name, "answer": "; ".join(f"{c}: {v}" for c, v in best.items())}
    believed = all_right | {"answer": "; ".join(f"{claim}: supports" for claim in best) + "; no-such: open"}
    counts = verdicts([all_right, believed, believed | {"kind": "sort"}])
    for key, row in counts.items():
        many = list(best.values()).count(key)
        expected = dict.fromkeys(counts, 0)
        expected[key] += many
        expected["supports"] += many
        assert row == expected
    assert verdicts([all_right], "another") == {key: dict.fromkeys(counts, 0) for key in counts}


@pytest.mark.parametrize("draw", DRAWN, ids=lambda draw: draw.__name__)
def test_nothing_is_drawn_of_nothing(draw):
    """Where the rows hold nothing for a figure, it says so in words."""
    with pytest.raises(ValueError, match="these rows"):
        draw([])


def test_words_stay_apart_and_drawings_are_small(answers, page, tmp_path):
    """On a phone, in the widest font, no word lies on another or outside, and no drawing is heavy."""
    figures = [draw(answers) for draw in DRAWN]
    shown(page, tmp_path, "".join(figure.html for figure in figures), 390)
    page.add_style_tag(content="svg text { font-family: 'DejaVu Sans' !important; }")
    assert page.locator("svg:visible").count() == len(DRAWN)
    assert page.evaluate(BOXES) == []
    assert max(len(figure.svg.encode()) for figure in figures) < 25_000


def test_notebook_names_what_there_is():
    """The notebook for teachers reads a made-up class, and says so, and which line to change."""
    text = (ROOT / "chapters/teaching/class-notebook.ipynb").read_text(encoding="utf-8")
    assert "folder = write_class(made_up.name)  # change this line" in text
    assert "The class on this page is made up." in text
