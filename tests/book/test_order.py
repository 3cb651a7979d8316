"""The order in which options and statements stand: drawn for each reader, the author's where nothing draws it."""

from playwright.sync_api import expect

from tests.student import MARK, ONE_OF_EACH, PAGE


def test_each_reader_has_an_order_of_their_own(book, browser):
    """Two readers see options and statements in different orders, each the same after a reload, and none twice."""
    address = (book / f"{PAGE[MARK.id]}.html").as_uri()
    order = "(all) => all.map((item) => item.closest('form').dataset.exercise + ' ' + item.dataset.about)"
    seen = []
    for _ in range(2):
        context = browser.new_context(offline=True)
        page = context.new_page()
        page.goto(address)
        seen.append(page.locator(".wss-drawn").evaluate_all(order))
        ordinals = page.locator("[data-kind=sort]").first.locator(".wss-ordinal").all_inner_texts()
        assert ordinals == [str(n) for n in range(1, len(ordinals) + 1)]
        page.reload()
        assert page.locator(".wss-drawn").evaluate_all(order) == seen[-1]
        context.close()
    assert seen[0] != seen[1] and sorted(seen[0]) == sorted(seen[1])


def test_authors_order_stands_where_no_module_runs(book, browser):
    """Where the module does not start, options and statements are seen, in the author's order."""
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.add_init_script("delete Array.prototype.flatMap;")
    page.goto((book / f"{PAGE[MARK.id]}.html").as_uri())
    for item in (i for i in ONE_OF_EACH if i.kind == "choose"):
        expect(page.locator(f'[data-exercise="{item.id}"] .wss-drawn').first).to_be_visible()
    context.close()
