"""What the page shows of a class of 200 whose skill and sureness are known, and what it hides where it is to share."""

import json
import re
from math import floor

import pytest
from playwright.sync_api import expect

from tests.axe import broken
from tests.classroom.made_up import PLANTED, POLLS, SET, TESTS, WROTE, fill, student
from tests.desk.hand_ins import ITEMS
from whosaysso.check.blind import guessing
from whosaysso.desk.answers import class_answers
from whosaysso.desk.rows import row_of
from whosaysso.figures.class_exercises import by_exercise, with_reach
from whosaysso.figures.class_tests import gains, in_points
from whosaysso.figures.class_verdicts import verdicts
from whosaysso.measures.calibration import calibration, chance_of
from whosaysso.measures.cronbach import cronbach
from whosaysso.measures.discrimination import discrimination
from whosaysso.measures.effect import effect
from whosaysso.measures.estimate import Estimate
from whosaysso.measures.moments import mean
from whosaysso.measures.signal import signal
from whosaysso.measures.wilson import facility
from whosaysso.work.course import course
from whosaysso.work.reading import parse_hand_in

MANY = 200


@pytest.fixture(scope="module")
def graded():
    """Every student's row, as the desk counts it."""
    asked = course()
    return [row_of(parse_hand_in(json.dumps(student(number))), asked) for number in range(MANY)]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The files of the class."""
    return fill(tmp_path_factory.mktemp("two-hundred"), MANY)


@pytest.fixture(scope="module")
def tables(browser, class_file, folder):
    """What the page says of the class: the cells of every table that is open, by its caption."""
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.goto(class_file.as_uri())
    page.locator(".wss-class-give").wait_for()
    page.locator(".wss-class-folder").set_input_files(folder)
    page.get_by_role("heading", name="What to teach tomorrow").wait_for(timeout=60_000)
    page.evaluate("() => onbeforeprint()")
    yield page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll("table")].map((table) => [
        (table.closest("details")?.id ?? "") + table.caption.textContent,
        [...table.rows].map((row) => [...row.cells].map((cell) => cell.textContent))]))"""
    ) | {"worst": page.locator(".wss-class-worst h3").all_inner_texts(), "text": page.inner_text(".wss-class-shown")}
    context.close()


def title(name: str) -> str:
    """How an exercise is called, which in the three tests may be called alike."""
    form = next((form for form, names in TESTS.items() if name in names), "")
    return ITEMS[name].title + (f" (test {form})" if form else "")


def percent(share: float) -> str:
    return f"{floor(100 * share + 0.5)} %"


def reach(found: Estimate) -> str:
    return f"{percent(found.value)} ({floor(100 * found.low + 0.5)}–{floor(100 * found.high + 0.5)})"


def figure(value: float) -> str:
    text = f"{value:.2f}".replace("-", "−")
    return "0.00" if text == "−0.00" else text


def between(found: Estimate | None) -> str:
    return f"{figure(found.value)} ({figure(found.low)} to {figure(found.high)})" if found else "–"


def scores_of(graded) -> dict[str, list[tuple[float, float]]]:
    """By exercise each student's score, and the mean of the others."""
    found = {}
    for row in graded:
        scores = {answer.exercise: answer.score for answer in row.answers if answer.score is not None}
        for name, score in scores.items():
            rest = (sum(scores.values()) - score) / (len(scores) - 1)
            found.setdefault(name, []).append((score, rest))
    return found


def test_exercises_have_their_figures(tables, graded):
    """Of each exercise the page tells answers, facility, guessing and discrimination as Python works them out."""
    shown = {row[0]: row[1:] for row in tables["From the one that tells best apart to the one that does worst"][1:]}
    for name, pairs in scores_of(graded).items():
        scores, rest = zip(*pairs, strict=True)
        answered, right, _, by_chance, apart = shown[title(name)]
        assert (answered, right) == (str(len(pairs)), reach(facility(scores))), name
        assert by_chance == percent(guessing(ITEMS[name])), name
        assert apart == between(discrimination(scores, rest)), name


def test_planted_exercise_is_last(tables, graded):
    """The exercise that was answered the wrong way round tells apart worst of all, below 0."""
    rows = tables["From the one that tells best apart to the one that does worst"][1:]
    told = [row for row in rows if row[-1] != "–"]
    assert told[-1][0] == title(PLANTED) and told[-1][-1].startswith("−")
    assert not any(row[-1].startswith("−") for row in told[:-1])


def test_worst_three_are_named(tables, graded):
    """What to teach tomorrow begins with the three exercises of the lowest facility."""
    means = {name: facility([score for score, _ in pairs]).value for name, pairs in scores_of(graded).items()}
    assert tables["worst"] == [title(name) for name in sorted(means, key=means.get)[:3]]


def test_gain_between_the_tests(tables, graded):
    """The gain over all forms, its size, and each form's alpha are those of Python."""
    before, after = zip(
        *((row.tests["before"], row.tests["after"]) for row in graded if {"before", "after"} <= row.tests.keys()),
        strict=True,
    )
    found = effect([s.points / s.of for s in before], [s.points / s.of for s in after])
    row = tables["What those gained who took both, over all forms"][1]
    assert row[:2] == ["before, after", str(MANY)] and row[4] == between(found.size)
    assert row[3].split()[0] == str(floor(100 * found.gain.value + 0.5)) and found.gain.low > 0
    alphas = tables["Do the tasks of a form measure one thing? Cronbach’s alpha, over those who did all of it"][1:]
    for form, items, students, alpha in alphas:
        table = [
            [{a.exercise: a.score for a in row.answers}.get(name) for name in TESTS[form]]
            for row in graded
            if {*TESTS[form]} <= {a.exercise for a in row.answers}
        ]
        assert (items, students) == (str(len(TESTS[form])), str(len(table)))
        assert alpha == between(cronbach(table))


def test_sureness_and_claims(tables, graded):
    """The calibration, the Brier score, and how claims were believed are those of Python."""

    def answered_by(row):
        return [
            (answer.attempt.confidence, guessing(ITEMS[answer.exercise]), answer.score)
            for answer in row.answers
            if answer.score is not None and answer.attempt.confidence is not None
        ]

    found = calibration([one for row in graded for one in answered_by(row)])
    shown = [row[1:] for row in tables["Right by how sure"][1:]]
    assert shown == [[str(b.answers), percent(b.expected), reach(b.right)] for b in found.bins]
    assert f"Brier score {found.brier:.2f}" in tables["text"]
    each = [
        [chance_of(sure, guess) - score for sure, guess, score in answered_by(row)]
        for row in graded
        if answered_by(row)
    ]
    over = mean([sum(values) / len(values) for values in each])
    low, high = sorted(floor(100 * abs(end) + 0.5) for end in (over.low, over.high))
    assert over.low > 0 and f"On average they were {low} to {high} points of 100 surer than right." in tables["text"]
    counts = [0, 0, 0, 0]
    keys = {name: item.key()["statements"] for name, item in ITEMS.items() if item.kind == "judge"}
    for row in graded:
        for answer in row.answers:
            item = ITEMS[answer.exercise]
            for statement, key in keys.get(item.id, {}).items():
                given_class = answer.attempt.response.get("classes", {}).get(statement)
                if given_class:
                    at = 0 if key["class"] == "supports" else 2
                    counts[at] += given_class == "supports"
                    counts[at + 1] += 1
    told = dict(tables["Are claims believed that the evidence supports, and no others?"][1:])
    assert told["d′ (0 is chance)"] == between(signal(*counts).dprime).split()[0]
    assert told["Bias (above 0: slow to believe)"] == between(signal(*counts).bias).split()[0]


def test_every_kind_is_shown(tables):
    """An exercise of each kind shows its answers in the form of the kind, and the polls the class's way through."""
    for name, caption in (
        ("reportedly-by-whom", "What was chosen"),
        ("who-speaks", "What was said of what: the key down, the answers across"),
        ("attribution-bus", "What the key mark"),
    ):
        rows = tables[f"class-{name}{caption}"]
        assert len(rows) > 2 and any(re.search(r"\d+ \(\d+ %\)", cell) for cell in rows[1])
    occasions, *polls = tables["Asked again and again, and never scored"]
    assert occasions[1:] == [ITEMS[name].when for name in sorted(POLLS)]  # as a reader meets them: they are numbered
    polls = [*zip(*polls, strict=True)][1:]
    assert len(polls) == len(POLLS) and all(sum(int(cell.split()[0]) for cell in column) == MANY for column in polls)
    assert "The driver said it, 7 times" in tables["text"] and ITEMS[WROTE].title in tables["text"]


def test_nothing_small_is_shared(opened, tmp_path):
    """In the version to share there is no code, no text, no file, and no cell under five."""
    opened.locator(".wss-class-folder").set_input_files(fill(tmp_path / "seven", 7))
    shown = opened.locator(".wss-class-shown")
    expect(shown).to_contain_text("What to teach tomorrow")
    opened.evaluate("() => onbeforeprint()")
    assert "K003" in shown.inner_text() and "The driver said it" in shown.inner_text()
    share = opened.get_by_label("A version to share")
    share.check()
    expect(opened.get_by_role("button", name="Download grades.csv")).to_have_count(0)
    expect(share).to_be_focused()
    opened.evaluate("() => onbeforeprint()")
    text = shown.inner_text()
    assert not re.search(r"K00\d|k00\d\.json|The driver said it|Single files", text)
    assert not re.search(r"(?<![\d.])[1-4] \(\d+ %\)", text) and "few" in text


def test_page_is_accessible(opened, tmp_path):
    """With a class in it, an exercise of each kind open, axe finds nothing wrong in the page's own part."""
    opened.locator(".wss-class-folder").set_input_files(fill(tmp_path / "six", 6))
    expect(opened.locator(".wss-class-shown")).to_contain_text("What to teach tomorrow")
    kinds = {ITEMS[name].kind: name for name in (*SET, WROTE)}
    for name in kinds.values():
        opened.locator(f"#class-{name} summary").click()
    assert not broken(opened, ("light", "dark"), ".wss-class")


def test_notebook_says_what_the_page_says(tables, folder):
    """Of the same files the figures for a notebook tell facility, gain and confusions as the page does."""
    answers = class_answers(folder)
    shown = {row[0]: row[1:] for row in tables["From the one that tells best apart to the one that does worst"][1:]}
    found = by_exercise(answers)
    assert len(found) == len(shown)
    for one in found:
        assert shown[one.title][:2] == [str(one.answered), with_reach(one.right).replace("\N{NO-BREAK SPACE}", " ")]
        assert shown[one.title][3] == percent(one.guessing)
    for gain, told in zip(gains(answers), tables["What those gained who took both, over all forms"][1:], strict=True):
        assert told[:2] == [f"{gain.earlier}, {gain.later}", str(gain.effect.people)]
        assert told[3] == in_points(gain.effect.gain).replace("+", "")
    judged = {row["exercise"] for row in answers if row["kind"] == "judge"}
    for name in judged:
        told = tables[f"class-{name}What was said of what: the key down, the answers across"][1:]
        counts = [list(row.values()) for row in verdicts(answers, name).values()]
        assert counts == [[int(cell.split()[0]) for cell in row[1:]] for row in told], name
    assert judged
