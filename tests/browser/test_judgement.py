"""What the results tell of a reader's judgement, and when they stay silent; and what Practise again lists."""

import json
from collections import Counter

import pytest
from playwright.sync_api import Page, expect

from tests.axe import broken
from tests.student import ITEMS, PAGE
from whosaysso.authored.folders import PACKAGE
from whosaysso.browser.joined import joined
from whosaysso.browser.results import practise_html
from whosaysso.exercises.path import core_exercises
from whosaysso.exercises.sets import set_of
from whosaysso.kinds.grading import grade
from whosaysso.notebook.drawn import my_progress, my_sureness
from whosaysso.notebook.sitting import sitting_at
from whosaysso.work.hand_in import HandIn
from whosaysso.work.reading import parse_hand_in
from whosaysso.work.work_file import WORK_FILE, WorkFile

SURE_ASKED = [i for i in ITEMS.values() if i.kind in ("choose", "number") and set_of(i.id).mode == "practice"]
JUDGED = [i for i in ITEMS.values() if i.kind == "judge" and set_of(i.id).mode == "practice"]
KEEP = """(attempts) => {
    const readers = Object.keys(localStorage).find((key) => key.includes(":readers:"));
    const start = readers.slice(0, readers.indexOf("readers:"));
    attempts.forEach((one) => localStorage.setItem(`${start}attempt:${one.id}`, JSON.stringify(one)));
    dispatchEvent(new StorageEvent("storage"));
}"""


def attempt(number: int, item, score: float, sure: float | None = None, **changed) -> dict:
    """An attempt as a page keeps it."""
    values = {"id": f"{number:032x}", "exercise": item.id, "version": item.question()["version"], "response": {}}
    times = {"confidence": sure, "at": f"2026-01-{1 + number // 20:02d}T10:{number % 60:02d}:00.000Z"}
    return {**values, **times, "claimed": score, **changed}


@pytest.fixture
def told(opened):
    """Opens the results of a reader with these attempts."""

    def shown(*attempts: dict) -> Page:
        page = opened(results=True)
        page.evaluate(KEEP, list(attempts))
        return page

    return shown


def test_sure_and_wrong_and_right_by_luck(told):
    """What was wrong and said to be sure is listed with its page, what was right and a guess apart from it."""
    wrong, lucky, neither = SURE_ASKED[:3]
    page = told(attempt(1, wrong, 0, 1), attempt(2, lucky, 1, 0), attempt(3, neither, 1, 1), attempt(4, wrong, 1, 0.5))
    link = page.locator(".wss-sure-wrong a")
    expect(link).to_have_text(wrong.title)
    assert link.get_attribute("href") == f"../{PAGE[wrong.id]}.html#exercise-{wrong.id}"
    expect(page.locator(".wss-sure-wrong li")).to_contain_text("You said “Sure”, and have put it right since.")
    expect(page.locator(".wss-lucky li")).to_have_count(1)
    expect(page.locator(".wss-lucky a")).to_have_text(lucky.title)


@pytest.mark.parametrize("answers", [9, 10, 20])
def test_calibration_from_ten_answers_on(told, answers):
    """With nine answers that say how sure there is no figure; with ten a curve, its table and the Brier score;
    whether one is surer than right is said with twenty, and how far that may be off.
    """
    page = told(*(attempt(n, SURE_ASKED[n], n % 2, 1) for n in range(answers)))
    place = page.locator(".wss-calibration")
    if answers < 10:
        expect(place).to_contain_text("There are 9 so far.")
        assert not place.locator("svg, table").count()
        return
    within = {10: "50% (24% to 76%)", 20: "50% (30% to 70%)"}[answers]
    expect(place.get_by_role("row", name=f"Sure {answers} 100%")).to_contain_text(within)
    expect(place.locator("svg .wss-curve-count")).to_have_text(str(answers))
    words = {10: "With fewer than 20 answers, chance", 20: "surer than right, by 26 to 74 points of 100"}
    expect(place).to_contain_text(words[answers])
    expect(place).to_contain_text("Brier score is 0.50")


@pytest.mark.parametrize(
    ("verdict", "said"),
    [
        (lambda claim: claim.verdict, "better than chance would. They show no lean"),
        (lambda claim: "supports", "do not show yet whether you tell the two kinds apart. You are quick"),
        (lambda claim: "contradicts", "do not show yet whether you tell the two kinds apart. You are slow"),
    ],
    ids=["knows", "believes all", "doubts all"],
)
def test_belief_and_doubt(told, verdict, said):
    """Who believes or doubts everything tells nothing apart and leans; who knows does neither."""
    page = told(
        *(
            attempt(n, item, 1, response={"classes": {c.id: verdict(c) for c in item.claims}})
            for n, item in enumerate(JUDGED)
        )
    )
    expect(page.locator(".wss-belief")).to_contain_text(said)
    if "better" not in said:
        expect(page.locator(".wss-belief tr", has_text="Hits minus")).to_contain_text("0.00 (")


def test_belief_is_silent_below_twenty_claims_of_each(told):
    """With few claims there is neither a figure nor a word on belief."""
    item = JUDGED[0]
    page = told(attempt(1, item, 1, response=item.best()))
    sound = sum(claim.verdict == "supports" for claim in item.claims)
    expect(page.locator(".wss-belief")).to_contain_text(
        f"You have judged {sound} that the evidence supports and {len(item.claims) - sound} that it does not."
    )
    assert not page.locator(".wss-belief table").count()


def test_marks_beside_the_codings(told):
    """Where coders differ, the results count a reader’s marks beside the codings as the grader does."""
    item = next(i for i in ITEMS.values() if i.kind == "mark" and i.contested and len(i.labels) > 1)
    one, two, *_ = item.key()["passages"]
    first, second = (label.id for label in item.labels[:2])
    words = {first: [one["from"]], second: []}
    words[first if two["label"] == second else second].append(two["to"])
    coded = {n for p in item.key()["passages"] for n in range(p["from"], p["to"] + 1)}
    words[first] += [n for n in range(len(item.question()["words"])) if n not in coded][:1]
    verdicts = Counter(f["verdict"] for f in grade(item.with_key(), {"words": words})["feedback"])
    page = told()
    place = page.locator(".wss-marks")
    expect(place).not_to_be_visible()
    page.evaluate(KEEP, [attempt(1, item, None, response={"words": words})])
    expect(place.get_by_role("link")).to_have_text(item.title)
    passages = sum(verdicts.values()) - verdicts["yours"]
    expect(place).to_contain_text(f"Of {passages} passages that codings mark, {verdicts['shared']} ")
    expect(place).to_contain_text(f"to {verdicts['differs']} you gave another label; {verdicts['theirs']} you left out")
    expect(place).to_contain_text(f"{verdicts['yours']} passage you marked alone.")


def test_notebook_draws_the_same_numbers(told, tmp_path, monkeypatch):
    """The figures that matplotlib draws in a notebook have the rows of the page's tables, and say its words."""
    monkeypatch.chdir(tmp_path)
    many = [attempt(n, item, (n * 3 % 5) / 4, (n % 5) / 4) for n, item in enumerate(SURE_ASKED[:24])]
    work = parse_hand_in(json.dumps({**HandIn(readers=["a" * 32]).as_json(), "attempts": many}))
    WorkFile(tmp_path / WORK_FILE).load(work)
    place = told(*many).locator(".wss-results")
    rows = "(rows) => rows.map((row) => [...row.children].map((cell) => cell.innerText))"
    curve = my_sureness()
    assert place.locator(".wss-calibration tbody tr").evaluate_all(rows) == curve.rows
    assert curve.finding in place.locator(".wss-calibration").inner_text()
    shown = [row[:3] for row in place.locator(".wss-path tbody tr").evaluate_all(rows)]
    assert sorted(shown) == sorted(my_progress().rows)
    sitting_at.cache_clear()


def test_results_break_no_rule_of_access(told):
    """With no answer, ten, forty and all of them axe finds nothing wrong with the results, at last in both themes, and
    on a phone no table runs over its edge.
    """
    every = [attempt(n, i, (n % 3) / 2, (n % 5) / 4, response=i.best()) for n, i in enumerate(ITEMS.values())]
    page = told()
    page.set_viewport_size({"width": 390, "height": 800})
    for many, themes in ((0, ("light",)), (10, ("light",)), (40, ("light",)), (len(every), ("light", "dark"))):
        page.evaluate(KEEP, every[:many])
        assert not broken(page, themes, within=".wss-results")
        tables = page.locator(".wss-results-tables, .wss-curve-beside > div")
        assert tables.evaluate_all("(all) => all.every((e) => e.scrollWidth <= e.clientWidth)"), many


def test_paper_is_a_record_with_its_limits(told):
    """On paper the results begin with a line for the name, the day and what the record cannot show."""
    page = told(attempt(1, SURE_ASKED[0], 1, 1))
    record = page.locator(".wss-record")
    expect(record).not_to_be_visible()
    page.emulate_media(media="print")
    expect(record).to_be_visible()
    expect(record).to_contain_text("It shows practice and is no grade.")
    expect(page.get_by_role("button", name="Print this")).not_to_be_visible()


def test_older_answer_is_shown_and_not_scored(told):
    """A year-old answer to an older version is listed with its day, and is in no figure."""
    item = SURE_ASKED[0]
    page = told(attempt(1, item, 0, 1, version="f" * 12, at="2025-01-05T10:00:00.000Z"))
    expect(page.locator(".wss-older li")).to_have_text(f"{item.title} – answered on 5 January 2025")
    expect(page.locator(".wss-results-said")).to_contain_text("None of them has a score yet.")
    expect(page.locator(".wss-sure-wrong")).to_have_text("None so far.")


def test_path_and_more_are_apart(told):
    """A chapter of the path and its further exercises are counted in a table each."""
    core = [name for name in core_exercises() if set_of(name).id == "sourcing"]
    more = next(name for name in set_of(core[0]).exercises if name not in core)
    page = told(attempt(1, ITEMS[core[0]], 1), attempt(2, ITEMS[core[1]], 0.5), attempt(3, ITEMS[more], 0))
    expect(page.locator(".wss-path [data-row=sourcing] td").first).to_have_text(f"2 of {len(core)}")
    many = len(set_of(core[0]).exercises) - len(core)
    expect(page.locator(".wss-more [data-row=sourcing] td").first).to_have_text(f"1 of {many}")


def test_next_steps_say_why(told):
    """The test comes first where nothing is answered; after the first answers, what was due for long."""
    expect(told().locator(".wss-steps li").first).to_contain_text("Take the test before you read")
    steps = told(attempt(1, SURE_ASKED[0], 0, 1)).locator(".wss-steps li")
    expect(steps).to_have_count(3)
    expect(steps.nth(0)).to_contain_text("Due again: ")
    expect(steps.nth(1)).to_contain_text("You were sure, and it was not right.")
    expect(steps.nth(2)).to_contain_text("It comes next on the path")


def test_practice_begins_anew(opened, monkeypatch):
    """What is due is linked by topic, unseen first; pressing an old one leaves its answer out when it opens again."""
    met = next(i for i in SURE_ASKED if set_of(i.id).id == "sourcing")
    others = [ITEMS[n] for n in set_of(met.id).exercises if n != met.id and ITEMS[n].kind not in ("poll", "write")]
    monkeypatch.setattr("tests.browser.conftest.results_html", practise_html)
    page = opened(results=True)
    page.clock.install(time="2026-01-02T12:00:00Z")
    page.evaluate(KEEP, [attempt(1, met, 1)])
    page.reload()
    expect(page.locator(".wss-due-said")).to_have_text("Nothing is due today.")
    expect(page.locator(".wss-due-next")).to_have_text("Next: Sourcing, on 6 January 2026.")
    page.clock.set_fixed_time("2026-01-06T12:00:00Z")
    page.reload()
    expect(page.locator(".wss-due li")).to_have_count(5)
    assert met.title not in page.locator(".wss-due").inner_text()
    page.evaluate(KEEP, [attempt(n, e, 1, at=f"2026-01-06T11:{n}:00.000Z") for n, e in enumerate(others, 20)])
    expect(page.locator(".wss-due-said")).to_have_text("Done for today.")
    page.clock.set_fixed_time("2026-01-19T12:00:00Z")
    page.reload()
    link = page.locator(".wss-due a").first
    expect(link).to_have_text(met.title)
    link.evaluate("(a) => a.addEventListener('click', (event) => event.preventDefault())")
    link.click()
    drafts = page.evaluate(
        "Object.entries(localStorage).filter(([key]) => key.endsWith(`:draft:${key.split(':').pop()}`))"
    )
    assert [(key.split(":")[-1], json.loads(draft)["response"]) for key, draft in drafts] == [(met.id, {})]


def test_sureness_is_told_at_every_tenth_answer(page):
    """After ten answers one line says what being sure earned, the same until the twentieth; tests are left out."""
    page.goto("about:blank")
    tested = next(i for i in ITEMS.values() if i.kind == "judge" and set_of(i.id).mode == "deferred")
    nine = [*(attempt(n, SURE_ASKED[n], n % 2, 1) for n in range(9)), attempt(10, tested, 0, 1)]
    ten = [*nine, attempt(11, SURE_ASKED[0], 1, 1), attempt(12, SURE_ASKED[9], 1, 0)]
    many = [[*ten, *(attempt(n + 20, SURE_ASKED[n], 1, 1) for n in range(10, to))] for to in (19, 20)]
    lines = page.evaluate(
        """async ([text, works, tests]) => {
        const {sureLine} = await import(URL.createObjectURL(new Blob([text], {type: "text/javascript"})));
        return works.map((attempts) => sureLine(attempts, tests));
    }""",
        [joined(PACKAGE / "browser/judgement/trained.js"), [nine, ten, *many, ten[9:]], [tested.id]],
    )
    said = "In your first 10 answers that say how sure you are, you were sure or rather sure 9 times"
    due = f"{said}, and earned 44% of the points there. That is less than it sounds like."
    assert lines[:3] == ["", due, due] and lines[4] == ""
    assert "first 20 answers" in lines[3] and "19 times, and earned 74% of the points" in lines[3]
