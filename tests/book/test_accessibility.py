"""What axe cannot see: names, roles, states and announcements in the browser's own tree, touch, and forced colours."""

import pytest
from playwright.sync_api import Locator, expect

from tests.student import CHECK, MARK, ONE_OF_EACH, PAGE, UNSCORED, WRONG, answer, by_id, check, exercise, shown_order
from whosaysso.kinds.grading import grade


def said(text: str) -> str:
    return " ".join(text.split())


def controls(item, root: Locator) -> list[tuple[str, str]]:
    """The role and the name of every control of an exercise, as a screen reader is to hear them."""
    question = item.question()
    match item.kind:
        case "choose" | "poll" | "choose-all":
            return [
                ("checkbox" if item.kind == "choose-all" else "radio", option["text"]) for option in question["options"]
            ]
        case "sort" | "judge":
            shown = shown_order(root, [statement["id"] for statement in question["statements"]])
            texts = {
                s["id"]: f"{s['text']}{' ' + s['sentence'] if s['sentence'] else ''}" for s in question["statements"]
            }
            return [("group", f"{number} {texts[name]}") for number, name in enumerate(shown, 1)]
        case "number":
            return [
                ("textbox", f"{name} {question['unit']}")
                for name in (("Lowest", "Highest") if question["range"] else ("Number",))
            ]
        case "rank":
            return [("button", f"{way}: {source['text']}") for source in question["sources"] for way in ("Up", "Down")]
        case "mark":
            return [
                ("listbox", f"Passage to mark: {item.title}"),
                *(("radio", label.label) for label in item.labels if len(item.labels) > 1),
            ]
        case "write":
            return [("textbox", f"Your text, about {question['length']} words")]


def chosen(root: Locator, item, response: dict) -> None:
    """See that the tree tells the answer: what is checked, selected, written, or in which order."""
    match item.kind:
        case "choose" | "poll":
            expect(root.get_by_role("radio", checked=True)).to_have_accessible_name(
                next(said(o.text) for o in item.options if o.id == response["choice"])
            )
        case "choose-all":
            expect(root.get_by_role("checkbox", checked=True)).to_have_count(len(response["choices"]))
        case "sort" | "judge":
            for name, value in response["classes"].items():
                group = root.locator(f'fieldset[data-about="{name}"]')
                label = next(c["label"] for c in item.question()["classes"] if c["id"] == value)
                expect(group.get_by_role("radio", checked=True)).to_have_accessible_name(label)
        case "number":
            for box, value in zip(root.get_by_role("textbox").all(), response.values(), strict=True):
                expect(box).to_have_value(value)
        case "rank":
            texts = {s.id: said(s.text) for s in item.sources}
            for line, name in zip(
                root.locator(".wss-rank").get_by_role("listitem").all(), response["order"], strict=True
            ):
                expect(line).to_contain_text(texts[name])
        case "mark":
            expect(root.get_by_role("option", selected=True)).to_have_count(sum(map(len, response["words"].values())))
        case "write":
            expect(root.get_by_role("textbox")).to_have_value(response["text"])


@pytest.fixture
def show(page, book):
    """Opens the page of an exercise, and gives the exercise."""

    def shown(item) -> Locator:
        page.goto((book / f"{PAGE[item.id]}.html").as_uri())
        return exercise(page, item)

    return shown


@pytest.mark.parametrize("item", ONE_OF_EACH, **by_id)
def test_controls_have_names_and_states(show, item):
    """The exercise is a form with its title; every control has its role and name; the answer, once given,
    is told as a state.
    """
    root = show(item)
    expect(root).to_have_role("form")
    expect(root).to_have_accessible_name(item.title)
    for role, name in controls(item, root):
        expect(root.get_by_role(role, name=said(name), exact=True)).to_have_count(1)
    answer(root, item, item.best())
    chosen(root, item, item.best())


@pytest.mark.parametrize("item", ONE_OF_EACH, **by_id)
def test_result_is_announced_and_reasons_stand_with_their_controls(show, item):
    """The result is told in a live region, and each reason stands where its control is, so that it is read with it."""
    root = show(item)
    wrong = WRONG[item.kind](item)
    answer(root, item, wrong)
    check(root)
    status = root.locator(".wss-result")
    expect(status).to_have_role("status")
    expect(status).to_contain_text({"write": "a machine can see", "poll": "Recorded"}.get(item.kind, "Score"))
    if item.kind in ("sort", "judge"):
        for told in grade(item.with_key(), wrong)["feedback"]:
            expect(root.locator(f'fieldset[data-about="{told["about"]}"]')).to_contain_text(said(told["text"]))


def test_marking_is_announced(show):
    """Each mark, its removal, and a move in an order is told in words by a live region."""
    root = show(MARK)
    root.locator('[data-word="0"]').click()
    root.locator('[data-word="1"]').click()
    announced = root.locator(".wss-announce[role=status]")
    expect(announced).to_contain_text("1 marked")
    root.locator('[data-word="0"]').click()
    expect(announced).to_contain_text("0 marked")
    rank = next(item for item in ONE_OF_EACH if item.kind == "rank")
    root = show(rank)
    root.get_by_role("button", name=f"Down: {said(rank.sources[0].text)}", exact=True).click()
    expect(root.locator(".wss-announce[role=status]")).to_contain_text(
        f"2 of {len(rank.sources)}: {said(rank.sources[0].text)}"
    )


@pytest.fixture(scope="module")
def touching(browser):
    """A phone: a small screen that is touched."""
    context = browser.new_context(has_touch=True, is_mobile=True, viewport={"width": 390, "height": 844}, offline=True)
    yield context
    context.close()


@pytest.mark.parametrize("item", ONE_OF_EACH, **by_id)
def test_touch_alone(touching, book, item):
    """Each kind is answered and checked by touch on a small screen."""
    page = touching.new_page()
    page.goto((book / f"{PAGE[item.id]}.html").as_uri())
    root = exercise(page, item)
    answer(root, item, item.best(), press="tap")
    root.get_by_role("button", name=CHECK).tap()
    expect(root).to_have_attribute("data-state", "recorded" if item.id in UNSCORED else "graded")
    assert root.get_attribute("data-score") == (None if item.id in UNSCORED else "1")
    page.close()


def test_targets_are_large_enough(touching, book):
    """On a phone everything that is pressed in an exercise is at least 24 pixels high and wide,
    or a word in a line of text.
    """
    page = touching.new_page()
    small = []
    for name in sorted(
        {PAGE[item.id] for item in ONE_OF_EACH} | {"chapters/results", "chapters/later", "chapters/case"}
    ):
        page.goto((book / f"{name}.html").as_uri())
        small += page.evaluate("""() => [...document.querySelectorAll(
                "main button, article button, article summary, article select, article label:has(input)")]
            .filter((e) => e.checkVisibility() && !e.matches(".wss-hard, .wss-note-mark"))
            .map((e) => [e.getBoundingClientRect(), e.outerHTML.slice(0, 90)])
            .filter(([box]) => box.width < 24 || box.height < 24)
            .map(([box, html]) => `${Math.round(box.width)} x ${Math.round(box.height)} ${html}`)""")
    page.close()
    assert not small, small


def test_forced_colours_keep_what_is_chosen(book, browser):
    """In the system's high-contrast colours a chosen option, a marked word and a result still differ from the rest."""
    context = browser.new_context(forced_colors="active", offline=True)
    page = context.new_page()
    page.goto((book / f"{PAGE[MARK.id]}.html").as_uri())
    root = exercise(page, MARK)
    answer(root, MARK, MARK.best())
    ground = "(e) => getComputedStyle(e).backgroundColor"
    assert root.locator("[data-mark]").first.evaluate(ground) != root.locator(
        "[data-word]:not([data-mark])"
    ).first.evaluate(ground)
    chosen = next(item for item in ONE_OF_EACH if item.kind == "choose")
    page.goto((book / f"{PAGE[chosen.id]}.html").as_uri())
    root = exercise(page, chosen)
    answer(root, chosen, chosen.best())
    outline = "(e) => getComputedStyle(e).outlineStyle"
    assert root.locator("label:has(input:checked)").first.evaluate(outline) != root.locator(
        "label:has(input:not(:checked))"
    ).first.evaluate(outline)
    context.close()
