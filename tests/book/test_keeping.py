"""A reader's work in the page: the store is the truth for every tab, and nothing is lost, inherited or wrongly said."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.chromium import find
from tests.student import CHOOSE, ITEMS, PAGE, answer, check, entries, exercise, hand_on
from tests.work.hand_ins import READ, REFUSED
from whosaysso.exercises.forms import ORDERS, read_forms
from whosaysso.work.reading import WORDS, parse_hand_in

FORM = read_forms()["A"]
OTHER = next(i for i in ITEMS.values() if PAGE[i.id] == "exercises/numbers" and i.kind == "choose-all")
WRITE = next(i for i in ITEMS.values() if i.kind == "write")
SAID, COUNT = ".wss-work-said", ".wss-work-count"


@pytest.fixture
def context(browser):
    """A browser's profile that takes downloads."""
    made = browser.new_context(accept_downloads=True)
    yield made
    made.close()


@pytest.fixture
def site(book, served) -> str:
    """The address of the served book."""
    return served(book)


def go(context, base: str, name: str) -> Page:
    """A new tab with a page of the book."""
    page = context.new_page()
    page.goto(f"{base}/{name}.html")
    return page


def solve(page: Page, item=CHOOSE) -> None:
    answer(exercise(page, item), item, item.best())
    check(exercise(page, item))


def taken(page: Page) -> dict:
    """What *Download my work* gives."""
    with page.expect_download() as download:
        page.get_by_role("button", name="Download my work").click()
    return json.loads(Path(download.value.path()).read_text(encoding="utf-8"))


def load(page: Page, work: dict | bytes, path: Path) -> None:
    path.write_bytes(work if isinstance(work, bytes) else json.dumps(work).encode())
    page.locator(".wss-file").set_input_files(path)


@pytest.mark.parametrize("where", ["served", "folder"])
def test_two_tabs_are_one(context, book, site, where):
    """What one tab keeps, the other counts, gives and clears; and of the reader before, neither holds anything."""
    base = site if where == "served" else book.as_uri()
    one, two = go(context, base, PAGE[CHOOSE.id]), go(context, base, "exercises/numbers")
    same = go(context, base, PAGE[CHOOSE.id])
    exercise(one, CHOOSE).get_by_label("Rather sure").check()
    solve(one)
    expect(two.locator(COUNT)).to_contain_text("1 checked answer kept")
    expect(exercise(same, CHOOSE)).to_have_attribute("data-score", "1")
    assert [a["exercise"] for a in taken(two)["attempts"]] == [CHOOSE.id]
    assert [a["exercise"] for a in hand_on(two)["attempts"]] == [CHOOSE.id]
    for tab in (one, same):
        expect(tab.locator(COUNT)).to_contain_text("No answer kept yet")
        expect(exercise(tab, CHOOSE).locator("input:checked")).to_have_count(0)
        assert not taken(tab)["attempts"]
    assert not entries(one, "attempt") and not entries(one, "draft")


def test_back_shows_what_is_kept(browser, site):
    """A page that *Back* brings as it was left shows and gives what has been answered since."""
    with browser.browser_type.launch(
        executable_path=str(find(whole=True)),
        args=["--no-sandbox", "--disable-gpu", "--enable-features=BackForwardCache"],
        ignore_default_args=["--disable-back-forward-cache"],
    ) as remembering:
        page = go(remembering.new_context(accept_downloads=True), site, "exercises/sourcing")
        page.evaluate("addEventListener('pageshow', (event) => (window.kept = event.persisted))")
        page.get_by_role("link", name="Unverified numbers: more exercises").first.click()
        page.wait_for_url("**/numbers.html")
        solve(page, OTHER)
        page.evaluate("() => void setTimeout(() => history.back())")
        page.wait_for_function("() => window.kept === true")
        expect(page.locator(COUNT)).to_contain_text("1 checked answer kept")
        assert [a["exercise"] for a in taken(page)["attempts"]] == [OTHER.id]


def test_two_copies_are_two(context, book, served, tmp_path):
    """Two copies of the book on one host keep apart what is answered in each, and clear nothing of each other."""
    for name in ("one", "two"):
        (tmp_path / name).symlink_to(book)
    base = served(tmp_path)
    one, two = (go(context, f"{base}/{name}", PAGE[CHOOSE.id]) for name in ("one", "two"))
    solve(one)
    two.reload()
    expect(two.locator(COUNT)).to_contain_text("No answer kept yet")
    solve(two)
    hand_on(two)
    one.reload()
    expect(exercise(one, CHOOSE)).to_have_attribute("data-score", "1")


def test_work_of_the_first_edition_is_carried_over(context, site):
    """What the browser kept before is there again, once, and can be cleared like everything else."""
    page = go(context, site, PAGE[CHOOSE.id])
    attempt = {
        "id": "1" * 32,
        "exercise": CHOOSE.id,
        "version": CHOOSE.question()["version"],
        "response": CHOOSE.best(),
        "confidence": None,
        "at": "2026-01-01T10:00:00.000Z",
        "claimed": 1,
    }
    old = {
        f"attempt:{'1' * 32}": attempt,
        f"draft:{OTHER.id}": OTHER.best(),
        f"finished:{FORM.id}": attempt["at"],
        "form:dealt": "BCA",
    }
    page.evaluate(
        """(old) => { localStorage.clear();
        Object.entries(old).forEach(([k, v]) => localStorage.setItem(`who-says-so:1:${k}`, JSON.stringify(v))); }""",
        old,
    )
    page.reload()
    expect(exercise(page, CHOOSE)).to_have_attribute("data-score", "1")
    work = parse_hand_in(json.dumps(taken(page)))
    assert work.response(CHOOSE.id) == CHOOSE.best() and work.response(OTHER.id) == OTHER.best()
    assert (work.form, [*work.finished], work.attempts[0].rules) == ("BCA", [FORM.id], 1)
    assert not page.evaluate("Object.keys(localStorage).some((key) => key.startsWith('who-says-so:1:'))")


def test_blocked_download_clears_nothing(context, site, served, tmp_path):
    """In a frame that forbids downloads nothing is called downloaded or cleared without the reader's word."""
    sandbox = "allow-scripts allow-same-origin allow-forms"
    (tmp_path / "lms.html").write_text(
        f'<iframe width="900" height="700" sandbox="{sandbox}" src="{site}/{PAGE[CHOOSE.id]}.html"></iframe>',
        encoding="utf-8",
    )
    page, got = go(context, served(tmp_path), "lms"), []
    page.on("download", lambda download: got.append(download))  # noqa: PLW0108 - a built-in method is not taken
    frame = page.frame_locator("iframe")
    root = frame.locator(f'[data-exercise="{CHOOSE.id}"]')
    answer(root, CHOOSE, CHOOSE.best())
    check(root)
    for button in ("Download my work", "I am someone else", "I am someone else"):
        frame.get_by_role("button", name=button).click()
        expect(frame.locator(SAID)).to_contain_text("Your browser was asked to save")
        assert "downloaded" not in frame.locator(SAID).inner_text()
        expect(frame.locator(COUNT)).to_contain_text("1 checked answer kept")
    frame.get_by_role("button", name="No: leave everything as it is").click()
    expect(frame.locator(COUNT)).to_contain_text("1 checked answer kept")
    assert not got


def test_second_thoughts_leave_everything(context, site):
    """After the file, Escape and *No* leave everything as it is, and only the press of its own clears."""
    page = go(context, site, PAGE[CHOOSE.id])
    solve(page)
    clear = page.get_by_role("button", name="I have the file: clear now")
    for think in (
        lambda: page.keyboard.press("Escape"),
        lambda: page.get_by_role("button", name="No: leave everything as it is").click(),
        lambda: taken(page),
    ):
        with page.expect_download():
            page.get_by_role("button", name="I am someone else").click()
        expect(clear).to_be_visible()
        think()
        expect(clear).to_be_hidden()
        expect(page.locator(COUNT)).to_contain_text("1 checked answer kept")
        assert len(entries(page, "attempt")) == 1


def test_nothing_is_cleared_that_came_after_the_file(context, site):
    """An answer that another tab gave after the file was made is not cleared: a newer file is offered first."""
    page, two = go(context, site, PAGE[CHOOSE.id]), go(context, site, "exercises/numbers")
    solve(page)
    with page.expect_download():
        page.get_by_role("button", name="I am someone else").click()
    solve(two, OTHER)
    clear = page.get_by_role("button", name="I have the file: clear now")
    with page.expect_download() as download:
        clear.click()
    expect(page.locator(SAID)).to_contain_text("here is a newer one")
    assert len(entries(page, "attempt")) == 2
    assert len(json.loads(Path(download.value.path()).read_text(encoding="utf-8"))["attempts"]) == 2
    clear.click()
    expect(page.locator(SAID)).to_contain_text("Cleared.")
    assert not entries(page, "attempt")


def test_after_clearing_nothing_is_left(context, site):
    """Of the reader before nothing is left: not how sure they were, nor a code, nor a warning half heard."""
    page = go(context, site, PAGE[CHOOSE.id])
    exercise(page, CHOOSE).get_by_label("Rather sure").check()
    page.get_by_label("Code").fill("K7")
    solve(page)
    before = hand_on(page)["readers"]
    expect(exercise(page, CHOOSE).locator("input:checked")).to_have_count(0)
    expect(page.get_by_label("Code")).to_have_value("")
    assert not {*before} & {*taken(page)["readers"]}
    page.goto(f"{site}/exercises/{FORM.id}.html")
    solve(page, ITEMS[FORM.exercises[0]])
    page.get_by_role("button", name="Finish the set").click()
    expect(page.locator(".wss-set-said")).to_contain_text("Press again")
    hand_on(page)
    expect(page.locator(".wss-set-said")).to_have_text(f"0 of {len(FORM.exercises)} answered.")
    page.get_by_role("button", name="Finish the set").click()
    expect(page.locator(".wss-set-said")).to_contain_text("Press again")
    assert not entries(page, "finished")


def test_every_order_is_dealt_and_each_reader_anew(context, site):
    """Every next reader is dealt an order of the tests anew, and each of the six orders comes up."""
    page = go(context, site, "chapters/before-you-read")
    dealt = page.evaluate("""() => Array.from({ length: 120 }, () => {
        document.querySelector(".wss-leave").click(); // nothing is answered, so there is no file to wait for
        return localStorage.getItem(Object.keys(localStorage).find((key) => key.endsWith(":form:dealt")));
    })""")
    assert {json.loads(order) for order in dealt} == {*ORDERS}  # to miss one has a chance of 1 in 500 million


def test_stale_page_keeps_nothing_for_the_next_reader(context, site):
    """What still stands in a page that has not heard of the clearing is not kept as the next reader's."""
    page = go(context, site, PAGE[CHOOSE.id])
    solve(page)
    page.evaluate("Object.keys(localStorage).forEach((key) => localStorage.removeItem(key))")  # no event for itself
    check(exercise(page, CHOOSE))
    expect(exercise(page, CHOOSE).locator(".wss-notice")).to_contain_text("handed this computer on")
    expect(exercise(page, CHOOSE).locator("input:checked")).to_have_count(0)
    assert not entries(page, "attempt")


def test_newer_draft_wins_and_is_told(context, site, tmp_path):
    """Of one's own draft and the file's the newer stays, and the reader is told which it was."""
    page = go(context, site, PAGE[WRITE.id])
    text = exercise(page, WRITE).locator("textarea")
    text.fill("Monday at home.")
    work = taken(page)
    text.fill("Tuesday at home.")
    load(page, work, tmp_path / "work.json")
    expect(page.locator(SAID)).to_contain_text("newer here for 1 exercise, and stayed")
    expect(text).to_have_value("Tuesday at home.")
    work["drafts"][WRITE.id] |= {"response": {"text": "Wednesday at school."}, "at": "2999-01-01T10:00:00Z"}
    load(page, work, tmp_path / "work.json")
    expect(page.locator(SAID)).to_contain_text("newer in the file for 1 exercise")
    expect(text).to_have_value("Wednesday at school.")


def test_newer_checked_answer_is_shown(context, site, tmp_path):
    """A checked answer that is newer than a draft is shown, with its result."""
    page = go(context, site, PAGE[CHOOSE.id])
    solve(page)
    work = taken(page)
    work["drafts"][CHOOSE.id] = {"response": {"choice": CHOOSE.options[-1].id}, "at": "2026-01-01T10:00:00Z"}
    hand_on(page)
    load(page, work, tmp_path / "work.json")
    expect(page.locator(SAID)).to_have_text("1 answer loaded.")
    expect(exercise(page, CHOOSE)).to_have_attribute("data-score", "1")


def test_another_readers_file_is_asked_about(context, site, tmp_path):
    """Another reader's file is asked about; a no changes nothing, a yes merges it and is kept."""
    page = go(context, site, PAGE[CHOOSE.id])
    solve(page)
    others = hand_on(page)
    answer(exercise(page, CHOOSE), CHOOSE, {"choice": CHOOSE.options[0].id})
    check(exercise(page, CHOOSE))
    load(page, others, tmp_path / "work.json")
    expect(page.locator(SAID)).to_have_text(WORDS["others"])
    page.get_by_role("button", name="No: leave everything as it is").click()
    assert len(entries(page, "attempt")) == 1
    load(page, others, tmp_path / "work.json")
    page.get_by_role("button", name="Yes: add them to mine").click()
    expect(page.locator(SAID)).to_contain_text("1 answer loaded.")
    assert len(entries(page, "attempt")) == 2 and {*others["readers"]} < {*taken(page)["readers"]}
    load(page, others, tmp_path / "work.json")
    expect(page.locator(SAID)).to_contain_text("0 answers loaded; the others were here already.")


def test_files_are_read_and_refused_in_the_same_words(context, site, tmp_path):
    """Every file that the desk reads the page reads, and what it refuses it refuses in the same words."""
    page = go(context, site, PAGE[CHOOSE.id])
    for name, (data, why) in REFUSED.items():
        load(page, data, tmp_path / "work.json")
        expect(page.locator(SAID), name).to_have_text(WORDS[why])
    assert not entries(page, "attempt")
    load(page, b" " * 5_000_001, tmp_path / "work.json")
    expect(page.locator(SAID)).to_have_text(WORDS["large"])
    for name, (data, note) in READ.items():
        load(page, data, tmp_path / "work.json")
        expect(page.locator(SAID)).to_contain_text("loaded")
        assert (WORDS[note] in page.locator(SAID).inner_text()) if note else True, name
    assert len(entries(page, "attempt")) == 1 and len(entries(page, "draft")) == 1
    page.evaluate(
        "() => { File.prototype.arrayBuffer = () => Promise.reject(new DOMException('', 'NotReadableError')); }"
    )
    load(page, b"{}", tmp_path / "work.json")
    expect(page.locator(SAID)).to_have_text(WORDS["unreadable"])


def test_first_form_and_other_editions_are_loaded(context, site, tmp_path):
    """A file of hand-in/1, of whatever edition, gives its answers, its begun ones, its order and its finished sets."""
    page = go(context, site, f"exercises/{FORM.id}")
    item = ITEMS[FORM.exercises[0]]
    attempt = {"id": "1" * 32, "exercise": item.id, "version": item.question()["version"], "response": item.best()}
    attempt |= {"confidence": None, "at": "2026-01-01T10:00:00.000Z", "claimed": 1}
    work = {"schema": "whosaysso.hand-in/1", "book": "who-says-so", "edition": "7", "form": "CAB", "code": ""}
    work |= {"attempts": [attempt], "drafts": {item.id: item.best()}, "finished": [FORM.id]}
    load(page, work, tmp_path / "work.json")
    expect(page.locator(SAID)).to_have_text("1 answer loaded.")
    expect(exercise(page, item)).to_have_attribute("data-score", "1")
    assert taken(page)["form"] == "CAB"
    expect(page.get_by_role("button", name="Finish the set")).to_be_hidden()


def test_file_is_called_after_day_and_reader(browser, site):
    """A file's name has the reader's own date and, without a code, something that tells two readers' files apart."""
    context = browser.new_context(timezone_id="Pacific/Kiritimati", accept_downloads=True)
    page = context.new_page()
    page.clock.set_fixed_time("2026-03-01T23:00:00Z")
    page.goto(f"{site}/{PAGE[CHOOSE.id]}.html")
    names = []
    for code in ("", "", "  K/7 ..\\"):
        solve(page)
        page.get_by_label("Code").fill(code)
        with page.expect_download() as download:
            page.get_by_role("button", name="I am someone else").click()
        page.get_by_role("button", name="I have the file: clear now").click()
        names.append(download.value.suggested_filename)
    assert all(re.fullmatch(r"who-says-so-[0-9a-f]{6}-2026-03-02\.json", name) for name in names[:2])
    assert names[0] != names[1] and names[2] == "who-says-so-K-7--2026-03-02.json"
    context.close()


def test_first_is_first_when_a_clock_is_set_back(context, site):
    """An answer that was given after another stands after it, though the clock says something earlier."""
    page = context.new_page()
    page.clock.set_fixed_time("2026-03-02T10:00:00Z")
    page.goto(f"{site}/{PAGE[CHOOSE.id]}.html")
    given = [CHOOSE.options[0].id, CHOOSE.options[1].id, CHOOSE.options[2].id]
    for hour, choice in zip((10, 8, 9), given, strict=True):
        page.clock.set_fixed_time(f"2026-03-02T{hour:02d}:00:00Z")
        answer(exercise(page, CHOOSE), CHOOSE, {"choice": choice})
        check(exercise(page, CHOOSE))
    assert [a["response"]["choice"] for a in taken(page)["attempts"]] == given


LACKING = {
    "methods of lists and objects": "delete Array.prototype.at; delete Object.hasOwn; delete String.prototype.at",
    "a store that throws": "Object.defineProperty(Storage.prototype, 'length', { get() { throw Error('damaged'); } })",
    "a store that gives nothing": "Storage.prototype.getItem = () => { throw new Error('damaged'); }",
    "a store that takes nothing": "Storage.prototype.setItem = () => { throw new Error('full'); }",
}


@pytest.mark.parametrize("script", LACKING.values(), ids=LACKING)
def test_browser_that_lacks_something_answers_all_the_same(context, site, script):
    """Where a browser lacks something the exercises work, and nothing is called kept that is not."""
    page = context.new_page()
    page.add_init_script(script)
    page.goto(f"{site}/{PAGE[CHOOSE.id]}.html")
    solve(page)
    expect(exercise(page, CHOOSE)).to_have_attribute("data-score", "1")
    kept = "kept on this device" if "Array" in script else "in this page only"
    expect(page.locator(COUNT)).to_contain_text(f"1 checked answer {kept}")
    assert [a["exercise"] for a in taken(page)["attempts"]] == [CHOOSE.id]


def test_runtime_that_does_not_start_is_told(context, site):
    """Where the runtime cannot start every question can be read, and JavaScript is not called off."""
    page = context.new_page()
    page.add_init_script("delete window.Map")
    page.goto(f"{site}/{PAGE[CHOOSE.id]}.html")
    root = exercise(page, CHOOSE)
    expect(root.locator(".wss-static")).to_contain_text("has not started")
    assert "off" not in root.locator(".wss-static").inner_text()
    assert CHOOSE.options[0].text[:20] in root.inner_text()
    assert not root.get_by_role("button", name="Check").is_visible() and not page.locator("[data-work]").is_visible()


def test_frame_without_a_store(context, site, served, tmp_path):
    """In a sandbox that has no store the page can be read and answered, and says that nothing is kept."""
    (tmp_path / "lms.html").write_text(
        f'<iframe width="900" height="700" sandbox="allow-scripts" src="{site}/{PAGE[CHOOSE.id]}.html"></iframe>',
        encoding="utf-8",
    )
    frame = go(context, served(tmp_path), "lms").frame_locator("iframe")
    root = frame.locator(f'[data-exercise="{CHOOSE.id}"]')
    expect(frame.locator(COUNT)).to_contain_text("in this page only")
    answer(root, CHOOSE, CHOOSE.best())
    check(root)
    expect(root).to_have_attribute("data-score", "1")
