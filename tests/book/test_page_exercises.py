"""The exercises in the built book, as a student uses them: by mouse, by keyboard, from a folder, without network."""

import gzip
import json

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.student import (
    CHECK,
    CHOOSE,
    ITEMS,
    MARK,
    ONE_OF_EACH,
    PAGE,
    SORT,
    UNSCORED,
    WRONG,
    answer,
    answer_by_keyboard,
    by_id,
    check,
    entries,
    exercise,
    given,
    hand_on,
    tab_to,
)
from whosaysso.kinds.grading import grade
from whosaysso.work.reading import parse_hand_in


@pytest.fixture
def show(page, book):
    """Opens the page of an exercise's set, from the folder, and gives the exercise."""

    def shown(item) -> Locator:
        page.goto((book / f"{PAGE[item.id]}.html").as_uri())
        return exercise(page, item)

    return shown


@pytest.fixture
def opened(page, book) -> Page:
    """The page of the sourcing set, from the folder."""
    page.goto((book / "exercises/sourcing.html").as_uri())
    return page


@pytest.mark.parametrize("item", ONE_OF_EACH, **by_id)
def test_keyboard_alone(show, item):
    """Each kind is answered, checked and told by keyboard alone, and no arrow key checks it."""
    root = show(item)
    root.locator(".wss-title").evaluate(
        "(title) => { title.tabIndex = -1; title.focus(); }"
    )  # the way from the top of the page is long
    answer_by_keyboard(root, item, item.best())
    assert root.get_attribute("data-state") is None
    tab_to(root.get_by_role("button", name=CHECK))
    root.page.keyboard.press("Enter")
    expect(root).to_have_attribute("data-state", "recorded" if item.id in UNSCORED else "graded")
    assert root.get_attribute("data-score") == (None if item.id in UNSCORED else "1")
    expect(root.locator(".wss-result")).not_to_be_empty()


@pytest.mark.parametrize("item", ONE_OF_EACH, **by_id)
def test_wrong_answer_teaches(show, item):
    """A wrong answer shows the feedback that is written for it, as text beside what it is about."""
    wrong = WRONG[item.kind](item)
    root = show(item)
    answer(root, item, wrong)
    check(root)
    expect(root).to_have_attribute("data-state", "recorded" if item.id in UNSCORED else "graded")
    for said in grade(item.with_key(), wrong)["feedback"]:
        expect(root.locator(".wss-note, .wss-result", has_text=said["text"]).first).to_be_visible()


@pytest.mark.parametrize("item", ONE_OF_EACH, **by_id)
def test_answer_and_result_survive_a_reload(show, item):
    """After a reload the answer stands again, with its result and its reasons."""
    root = show(item)
    answer(root, item, item.best())
    check(root)
    expect(root).to_have_attribute("data-state", "recorded" if item.id in UNSCORED else "graded")
    said = root.locator(".wss-result").text_content()
    root.page.reload()
    expect(root.locator(".wss-result")).to_have_text(said)
    assert given(root, item) == item.best()


@pytest.mark.parametrize("item", ONE_OF_EACH, **by_id)
def test_draft_survives_a_reload(show, item):
    """An answer that was begun and not checked stands again after a reload, ungraded."""
    root = show(item)
    answer(root, item, item.best())
    root.page.reload()
    assert given(root, item) == item.best()
    assert root.get_attribute("data-state") is None


def test_changed_answer_is_no_longer_graded(opened):
    """Changing the answer takes the old result away, and going back to it by arrow key does not bring it back."""
    item = CHOOSE
    root = exercise(opened, item)
    answer(root, item, {"choice": item.options[0].id})
    check(root)
    expect(root).to_have_attribute("data-state", "graded")
    root.locator("input:checked").focus()
    for key in ("ArrowDown", "ArrowUp", "ArrowRight", "ArrowLeft"):
        opened.keyboard.press(key)
        assert root.get_attribute("data-state") is None
    expect(root.locator(".wss-note")).to_have_count(0)


def test_marks_by_drag_touch_and_removal(show):
    """A passage is marked by dragging, taken away by a click on it, and by the button in the list."""
    root = show(MARK)
    first, last = root.locator('[data-word="3"]'), root.locator('[data-word="6"]')
    first.hover()
    root.page.mouse.down()
    last.hover()
    root.page.mouse.up()
    expect(root.locator("[data-word][data-mark]")).to_have_count(4)
    expect(root.locator(".wss-announce")).to_contain_text("1 marked")
    root.locator('[data-word="4"]').click()
    expect(root.locator("[data-word][data-mark]")).to_have_count(0)
    first.dblclick()
    expect(root.locator("[data-word][data-mark]")).to_have_count(1)
    root.locator(".wss-remove").click()
    expect(root.locator("[data-word][data-mark]")).to_have_count(0)


def test_marks_by_touch(book, browser):
    """On a phone, a tap on the first word and one on the last mark a passage."""
    context = browser.new_context(viewport={"width": 390, "height": 800}, has_touch=True, is_mobile=True, offline=True)
    page = context.new_page()
    page.goto((book / f"{PAGE[MARK.id]}.html").as_uri())
    root = exercise(page, MARK)
    root.locator('[data-word="3"]').tap()
    root.locator('[data-word="6"]').tap()
    expect(root.locator("[data-word][data-mark]")).to_have_count(4)
    context.close()


def test_passage_is_one_tab_stop(show):
    """The passage is a list box with one tab stop, which says which word it is on and what is marked."""
    root = show(MARK)
    box = root.get_by_role("listbox")
    box.focus()
    root.page.keyboard.press("Enter")
    assert root.get_by_role("option", selected=True).count() == 1
    assert root.locator(f"#{box.get_attribute('aria-activedescendant')}").text_content() == MARK.question()["words"][0]
    root.page.keyboard.press("Delete")
    assert root.get_by_role("option", selected=True).count() == 0
    root.page.keyboard.press("Tab")
    assert root.page.evaluate("!document.activeElement.classList.contains('wss-word')")


def test_every_answer_can_be_shown(opened):
    """After a check, a student can see what every answer would have been told."""
    item = CHOOSE
    root = exercise(opened, item)
    answer(root, item, {"choice": item.options[0].id})
    check(root)
    root.get_by_role("button", name="Show every answer").click()
    expect(root.locator(".wss-note")).to_have_count(len(item.options))


def test_work_is_downloaded_loaded_and_cleared(opened, tmp_path):
    """One file takes the work along; another reader begins anew; the file brings it back."""
    for item in (CHOOSE, SORT):
        answer(exercise(opened, item), item, item.best())
        check(exercise(opened, item))
    bar = opened.locator("[data-work]")
    expect(bar.locator(".wss-work-count")).to_contain_text("2 checked answers")
    bar.get_by_label("Code").fill("K7")
    with opened.expect_download() as download:
        bar.get_by_role("button", name="Download my work").click()
    path = tmp_path / "work.json"
    download.value.save_as(path)
    assert "K7" in download.value.suggested_filename
    work = parse_hand_in(path.read_text(encoding="utf-8"))
    assert work.code == "K7" and {a.exercise for a in work.attempts} == {CHOOSE.id, SORT.id}
    assert [a.claimed for a in work.attempts] == [1, 1]
    assert "K7" not in opened.evaluate("JSON.stringify(localStorage)")

    hand_on(opened)
    expect(exercise(opened, CHOOSE).locator("input:checked")).to_have_count(0)
    assert not entries(opened, "attempt") and not entries(opened, "draft")

    for _ in range(2):  # loading twice counts nothing twice
        bar.locator(".wss-file").set_input_files(path)
        expect(bar.locator(".wss-work-said")).to_contain_text("loaded")
        expect(bar.locator(".wss-work-count")).to_contain_text("2 checked answers")
    expect(exercise(opened, CHOOSE)).to_have_attribute("data-score", "1")


def test_next_reader_answers_what_the_last_one_checked(opened):
    """After one reader's answers are cleared, the next begins the same exercise, and nothing goes wrong."""
    wrong: list[Exception] = []
    opened.on("pageerror", lambda error: wrong.append(error))  # noqa: PLW0108 - a built-in method is not taken
    root = exercise(opened, CHOOSE)
    answer(root, CHOOSE, CHOOSE.best())
    check(root)
    hand_on(opened)
    answer(root, CHOOSE, CHOOSE.best())
    assert len(entries(opened, "draft")) == 1
    assert not wrong


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        '{"schema": "other"}',
        '{"schema": "whosaysso.hand-in/1", "book": "who-says-so", "edition": "1", '
        '"attempts": [{"id": "<img src=x onerror=alert(1)>"}]}',
    ],
)
def test_wrong_file_changes_nothing(opened, tmp_path, text):
    """A file that is no work is refused in words, and nothing that was kept is lost."""
    answer(exercise(opened, CHOOSE), CHOOSE, CHOOSE.best())
    check(exercise(opened, CHOOSE))
    before = opened.evaluate("JSON.stringify(localStorage)")
    (tmp_path / "wrong.json").write_text(text, encoding="utf-8")
    opened.locator(".wss-file").set_input_files(tmp_path / "wrong.json")
    expect(opened.locator(".wss-work-said")).to_contain_text("Nothing was changed")
    assert opened.evaluate("JSON.stringify(localStorage)") == before


def test_full_store_is_told_and_loses_nothing(opened, tmp_path):
    """When the browser's store is full the page says so, and the answer is still in the download."""
    opened.evaluate("""() => {
        for (let size = 2 ** 20; size >= 1; size /= 2)
            for (let n = 0; ; n++)
                try { localStorage.setItem(`other-${size}-${n}`, "x".repeat(size)); } catch { break; }
    }""")
    item = CHOOSE
    root = exercise(opened, item)
    answer(root, item, item.best())
    check(root)
    expect(root).to_have_attribute("data-score", "1")
    expect(root.locator("[role=alert]")).to_contain_text("Download your work")
    with opened.expect_download() as download:
        opened.get_by_role("button", name="Download my work").click()
    download.value.save_as(tmp_path / "work.json")
    assert [a.exercise for a in parse_hand_in((tmp_path / "work.json").read_text(encoding="utf-8")).attempts] == [
        item.id
    ]


def test_damaged_entry_is_told_and_left(opened):
    """A damaged entry in the store hides no other answer, is said, and stays where it is."""
    item = CHOOSE
    answer(exercise(opened, item), item, item.best())
    check(exercise(opened, item))
    (kept,) = entries(opened, "attempt")
    damaged = kept[:-32] + "f" * 32
    opened.evaluate("(key) => localStorage.setItem(key, '{broken')", damaged)
    opened.reload()
    expect(exercise(opened, item)).to_have_attribute("data-score", "1")
    expect(opened.locator(".wss-work-said")).to_contain_text("damaged")
    assert opened.evaluate("(key) => localStorage.getItem(key)", damaged) == "{broken"


def test_contested_marks_are_compared_and_not_scored(show):
    """On contested words a student's marks stand beside the codings, with how many marked them and why,
    a mark of the student's own is spoken of, and there is no score.
    """
    item = next(i for i in ITEMS.values() if getattr(i, "contested", False))
    root = show(item)
    answer(root, item, {"words": {item.labels[0].id: [0, 1]}})
    check(root)
    expect(root).to_have_attribute("data-state", "recorded")
    assert root.get_attribute("data-score") is None
    expect(root.locator(".wss-result")).to_contain_text("Compared, not scored")
    passages = item.key()["passages"]
    expect(root.locator(".wss-note")).to_have_count(len(passages) + 1)
    expect(root.locator('.wss-note[data-verdict="yours"]')).to_contain_text("No coding marks these words.")
    for passage in passages:
        assert passage["said"] in root.locator(".wss-reasons").text_content()
    assert root.locator("[data-word][data-key]").count() >= 1


def test_how_sure_is_recorded_and_changes_nothing(show):
    """How sure a student says to be is kept with the answer, is not asked twice, and changes no score."""
    root = show(CHOOSE)
    assert root.locator("input[name=sure]:checked").count() == 0
    root.get_by_label("Rather sure").check()
    answer(root, CHOOSE, CHOOSE.best())
    check(root)
    expect(root).to_have_attribute("data-score", "1")
    kept = root.page.evaluate(
        "Object.entries(localStorage).filter(([k]) => k.includes('attempt')).map(([, v]) => JSON.parse(v).confidence)"
    )
    assert kept == [0.75]


def test_page_holds_one_small_runtime(book):
    """A page with any number of exercises holds the runtime once, in at most 16,384 bytes gzipped."""
    for page in sorted(set(PAGE.values())):
        html = (book / f"{page}.html").read_text(encoding="utf-8")
        assert html.count("export function grade(") == html.count('id="wss-runtime"') == 1
        runtime = html.split('<script type="module" id="wss-runtime">')[1].split("</script>")[0]
        assert len(gzip.compress(runtime.encode(), 9)) <= 16_384, page
        assert "jupyter.widget-state" not in html


def test_readable_without_javascript(book, browser):
    """Without JavaScript every prompt, passage and option can be read, and no dead button stands there."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for place in sorted(set(PAGE.values())):
        page.goto((book / f"{place}.html").as_uri())
        for name, said, buttons in page.locator("[data-exercise]").evaluate_all(
            """(all) => all.map((root) => [root.dataset.exercise, root.innerText,
                [...root.querySelectorAll("button")].filter((b) => b.checkVisibility()).map((b) => b.textContent)])"""
        ):
            shown, question = " ".join(said.split()), ITEMS[name].question()
            for text in [
                question["prompt"],
                *(o["text"] for o in question.get("options", ())),
                *(s["text"] for s in question.get("statements", ())),
                *(question.get("words") or ()),
            ]:
                assert " ".join(text.split()) in shown
            assert not any("Check" in button for button in buttons)
    context.close()


def test_feedback_is_not_in_the_search_index(book):
    """The search finds the words of a prompt and of an option, and none of the feedback."""
    index = json.loads(
        (book / "searchindex.js").read_text(encoding="utf-8").removeprefix("Search.setIndex(").rstrip(")")
    )
    assert "footbridg" in index["terms"]
    assert "excus" not in index["terms"]
