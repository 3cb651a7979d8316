"""A student at the exercises: what a person does with mouse and keyboard, the same in a page and in JupyterLab."""

import json
import re
from collections.abc import Iterable
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.conftest import ROOT
from whosaysso.exercises.sets import set_of
from whosaysso.exercises.topics import read_topics
from whosaysso.kinds import KINDS
from whosaysso.kinds.grading import grade


def shown() -> list[tuple[str, str]]:
    """Where the built book shows which exercise: ``("chapters/sourcing", "who-speaks")``, once for every place."""
    found = []
    for path in sorted((ROOT / "chapters").rglob("*.md")):
        found += [
            (path.relative_to(ROOT).with_suffix("").as_posix(), name)
            for name in re.findall(r"^```\{exercise\} (\S+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
        ]
    for path in sorted((ROOT / "exercises").glob("*.ipynb")):
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            if "remove-cell" not in cell["metadata"].get("tags", ()):
                found += [
                    (f"exercises/{path.stem}", name)
                    for name in re.findall(r'^exercise\("([^"]+)"\)', "".join(cell["source"]), re.MULTILINE)
                ]
    return found


ITEMS = {item.id: item for topic in read_topics().values() for item in topic.exercises}
PAGE = {name: page for page, name in shown()}
UNSCORED = {item.id for item in ITEMS.values() if grade(item.with_key(), item.best())["score"] is None}
PRACTICE = [item for item in ITEMS.values() if set_of(item.id).mode == "practice"]
_NEAR = sorted(
    (i for i in PRACTICE if i.id not in UNSCORED or i.kind in ("write", "poll")),
    key=lambda i: (PAGE[i.id] != "exercises/sourcing", PAGE[i.id] != "exercises/numbers"),
)
ONE_OF_EACH = [next(i for i in _NEAR if i.kind == kind) for kind in KINDS]
"""One exercise of each kind, of the sourcing set where it has the kind."""
CHOOSE, SORT, MARK = (next(i for i in ONE_OF_EACH if i.kind == kind) for kind in ("choose", "sort", "mark"))
CHECK = re.compile("^(Check|Record answer)$")
"""The button that ends an answer."""
by_id = {"ids": lambda item: item.id}


def exercise(page: Page, item) -> Locator:
    return page.locator(f'[data-exercise="{item.id}"]')


def entries(page: Page, kind: str) -> list[str]:
    """The keys of what the browser keeps of this kind: attempt, draft, finished, form, readers."""
    return page.evaluate("(kind) => Object.keys(localStorage).filter((key) => key.includes(`:${kind}:`))", kind)


def hand_on(page: Page) -> dict:
    """Take the work along and clear the page for the next reader, as one does who has seen that the file is there."""
    with page.expect_download() as download:
        page.get_by_role("button", name="I am someone else", exact=True).click()
    page.get_by_role("button", name="I have the file: clear now").click()
    expect(page.locator(".wss-work-said")).to_contain_text("Cleared.")
    return json.loads(Path(download.value.path()).read_text(encoding="utf-8"))


def runs(numbers: list[int]) -> list[tuple[int, int]]:
    """Neighbouring numbers as first and last."""
    return [(n, next(m for m in range(n, n + 999) if m + 1 not in numbers)) for n in numbers if n - 1 not in numbers]


def answer(root: Locator, item, response: dict, press: str = "click") -> None:
    """Give an answer the way a student does, by mouse, or by touch when ``press`` is ``tap``."""

    def at(selector: str) -> None:
        getattr(root.locator(selector), press)()

    match item.kind:
        case "choose" | "poll":
            at(f'input[value="{response["choice"]}"]')
        case "choose-all":
            for choice in response["choices"]:
                at(f'input[value="{choice}"]')
        case "sort" | "judge":
            for statement, chosen in response["classes"].items():
                at(f'input[name="{statement}"][value="{chosen}"]')
        case "number":
            for name, number in response.items():
                root.locator(f'input[name="{name}"]').fill(number)
        case "rank":
            for button in moves(item, response["order"]):
                getattr(button(root), press)()
        case "write":
            root.locator("textarea").fill(response["text"])
        case "mark":
            for label, numbers in response["words"].items():
                if len(item.labels) > 1:
                    at(f'input[name=label][value="{label}"]')
                for first, last in runs(numbers):
                    at(f'[data-word="{first}"]')
                    at(f'[data-word="{last}"]')


def moves(item, order: list[str]):
    """The buttons to press, one after the other, that bring the order shown into ``order``."""
    now = [s.id for s in item.sources]
    button = lambda name, way: lambda root: root.locator(f'[data-about="{name}"] .wss-{way}')  # noqa: E731
    presses = [button(now[0], "down"), button(now[0], "up")]  # touched, and as it was
    for place, name in enumerate(order):
        while now.index(name) > place:
            at = now.index(name)
            now[at - 1], now[at] = now[at], now[at - 1]
            presses.append(button(name, "up"))
    return presses


def answer_by_keyboard(root: Locator, item, response: dict) -> None:
    """Give an answer with Tab, arrows, Space, Shift and Enter alone."""
    keyboard = root.page.keyboard
    match item.kind:
        case "choose" | "poll":
            choose_by_arrows(root, "choice", response["choice"])
        case "choose-all":
            for choice in shown_order(root, response["choices"]):
                tab_to(root.locator(f'input[value="{choice}"]'))
                keyboard.press("Space")
        case "sort" | "judge":
            for statement in shown_order(root, response["classes"]):
                choose_by_arrows(root, statement, response["classes"][statement])
        case "number":
            for name, number in response.items():
                tab_to(root.locator(f'input[name="{name}"]'))
                keyboard.type(number)
        case "rank":
            for press in moves(item, response["order"]):
                press(root).focus()
                keyboard.press("Enter")
        case "write":
            tab_to(root.locator("textarea"))
            keyboard.type(response["text"])
        case "mark":
            box = root.locator(".wss-passage")
            tab_to(box)
            for number, label in enumerate(item.labels, 1):
                keyboard.press(str(number))
                for first, last in runs(response["words"].get(label.id, [])):
                    keyboard.press("Home")
                    for _ in range(first):
                        keyboard.press("ArrowRight")
                    for _ in range(last - first):
                        keyboard.press("Shift+ArrowRight")
                    keyboard.press("Enter")


def shown_order(root: Locator, ids: Iterable[str]) -> list[str]:
    """The ids of options or statements in the order in which this reader sees them."""
    shown = root.locator(".wss-drawn").evaluate_all("(all) => all.map((item) => item.dataset.about)")
    return sorted(ids, key=shown.index)


def tab_to(target: Locator) -> None:
    """Press Tab until the focus is there."""
    for _ in range(300):
        if target.evaluate("e => e === document.activeElement"):
            return
        target.page.keyboard.press("Tab")
    raise AssertionError("Tab never reached it")


def choose_by_arrows(root: Locator, name: str, wanted: str) -> None:
    inputs = root.locator(f'input[name="{name}"]')
    values = inputs.evaluate_all("(all) => all.map((input) => input.value)")
    tab_to(inputs.first)
    root.page.keyboard.press("Space")
    for _ in range(values.index(wanted)):
        root.page.keyboard.press("ArrowDown")


def check(root: Locator) -> None:
    root.get_by_role("button", name=CHECK).click()


MISSING = {
    "choose": "Choose one",
    "poll": "Choose one",
    "choose-all": "Choose at least one",
    "sort": "Nothing is sorted",
    "judge": "Nothing is sorted",
    "number": "Write a number",
    "rank": "Nothing is moved",
    "mark": "Nothing is marked",
    "write": "Nothing is written",
}
WRONG = {
    "choose": lambda item: {"choice": item.options[0].id},
    "poll": lambda item: {"choice": item.options[-1].id},
    "choose-all": lambda item: {"choices": [o.id for o in item.options if not o.right]},
    "sort": lambda item: {"classes": {s.id: item.classes[0].id for s in item.statements}},
    "judge": lambda item: {"classes": {c.id: "open" for c in item.claims}},
    "number": lambda item: dict.fromkeys(item.best(), "4321"),
    "rank": lambda item: {"order": item.best()["order"][::-1]},
    "mark": lambda item: {"words": {item.labels[0].id: [0, 1]}},
    "write": lambda item: {"text": "Nothing much. " * 30},
}


def given(root: Locator, item) -> dict:
    """The answer that stands in the page."""
    checked = root.locator("input:checked:not([name=sure])").evaluate_all("(all) => all.map((i) => [i.name, i.value])")
    match item.kind:
        case "choose" | "poll":
            return {"choice": checked[0][1]}
        case "choose-all":
            return {"choices": [value for _, value in checked]}
        case "sort" | "judge":
            return {"classes": dict(checked)}
        case "number":
            return dict(root.locator(".wss-item input").evaluate_all("(all) => all.map((i) => [i.name, i.value])"))
        case "rank":
            return {"order": root.locator(".wss-rank li").evaluate_all("(all) => all.map((i) => i.dataset.about)")}
        case "mark":
            marked = root.locator("[data-word][data-mark]").evaluate_all(
                "(all) => all.map((w) => [w.dataset.mark, Number(w.dataset.word)])"
            )
            return {
                "words": {
                    label.id: [word for mark, word in marked if mark == str(n)] for n, label in enumerate(item.labels)
                }
            }
        case "write":
            return {"text": root.locator("textarea").input_value()}


def as_notebook(cells: list[str], title: str = "") -> str:
    """A notebook of code cells, below a title if one is given, as its file."""
    made = [
        {
            "cell_type": "code",
            "id": f"cell-{n}",
            "metadata": {},
            "execution_count": None,
            "outputs": [],
            "source": source,
        }
        for n, source in enumerate(cells)
    ]
    if title:
        made.insert(0, {"cell_type": "markdown", "id": "title", "metadata": {}, "source": f"# {title}"})
    kernel = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}
    return json.dumps({"cells": made, "metadata": kernel, "nbformat": 4, "nbformat_minor": 5})
