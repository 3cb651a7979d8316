"""The book as a thing to carry: small, whole, and unable to ask anybody for anything."""

import gzip
import json
import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import pytest
from matplotlib.image import imread

from whosaysso.book.offline import ZIP, moved_up
from whosaysso.browser.policy import policy

HEAVIEST, TEXT, ANY_TEXT, CLASS = 150_000, 80_000, 100_000, 200_000
"""Bytes of a page with all it asks for, gzipped: the heaviest, one that is text, and the pages for any text."""
SHIFT = """() => new Promise((done) => {
    let sum = 0;
    const count = (entry) => { if (!entry.hadRecentInput) sum += entry.value; };
    new PerformanceObserver((list) => list.getEntries().forEach(count))
        .observe({ type: "layout-shift", buffered: true });
    requestAnimationFrame(() => requestAnimationFrame(() => done(sum)));
})"""


def asked_for(path: Path, html: str) -> list[Path]:
    """The files that a page asks for when it is opened."""
    links = re.findall(
        r'<link rel="(?:stylesheet|shortcut icon)"[^>]*?href="([^"]+)"'
        r'|<script[^>]*? src="([^"]+)"|<img[^>]*? src="([^"]+)"',
        html,
    )
    return [(path.parent / next(filter(None, found)).split("?")[0]).resolve() for found in links]


def test_every_page_allows_only_its_own(pages):
    """Every page forbids connections and other origins, and runs no script in its text but those whose hash it
    names.
    """
    for path in pages:
        html = path.read_text(encoding="utf-8")
        policy = re.search(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">', html[:1000])
        assert policy, path
        rules = dict(part.strip().split(" ", 1) for part in policy[1].split(";"))
        assert (
            rules["default-src"] == rules["connect-src"] == rules["base-uri"] == "'none'"
            and "unsafe" not in rules["script-src"]
        ), path
        assert not re.search(r"https?:|\*", policy[1]), path
        inline = re.findall(r'<script(?![^>]*(?: src=|type="application/))[^>]*>(.*?)</script>', html, re.DOTALL)
        hashes = {f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" for text in inline}
        assert hashes == set(rules["script-src"].split()) - {"'self'"}, path
        assert not re.search(r"<[^>]+ on(?:click|load|error)=", html), path


def test_policy_holds(browser, book):
    """From a folder, a page can neither fetch anything nor run a script that was put into it."""
    context = browser.new_context()
    page = context.new_page()
    page.goto((book / "exercises/sourcing.html").as_uri())
    assert (
        page.evaluate("fetch('http://127.0.0.1:9/').then(() => 'went', (error) => String(error))")
        == "TypeError: Failed to fetch"
    )
    refused = page.evaluate("""() => new Promise((done) => {
        document.addEventListener("securitypolicyviolation", (event) => done(event.effectiveDirective), { once: true });
        document.body.append(Object.assign(document.createElement("script"), { textContent: "window.hacked = 1" }));
    })""")
    assert refused.startswith("script-src") and page.evaluate("window.hacked") is None
    context.close()


def test_forms_go_nowhere_else(browser, tmp_path):
    """Under the policy of the pages a form can be sent to no other place."""
    path = tmp_path / "form.html"
    form = "<form action='http://127.0.0.1:9/' method=post><button>Send</button></form>"
    path.write_text(f'<meta http-equiv="Content-Security-Policy" content="{policy([])}">{form}', encoding="utf-8")
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.goto(path.as_uri())
    refused = """() => new Promise((done) => {
        document.addEventListener("securitypolicyviolation", (event) => done(event.effectiveDirective), { once: true });
        addEventListener("pagehide", () => done("sent"));
        document.querySelector("button").click();
    })"""
    assert page.evaluate(refused) == "form-action"
    context.close()


def test_first_page_stands_at_the_top(book, page):
    """The address of the folder itself is the first page of the book, and every link of it leads to a file."""
    page.goto((book / "index.html").as_uri(), wait_until="networkidle")
    assert page.get_by_role("heading", level=1).inner_text() == "Who Says So?"
    for link in page.locator("a[href]").evaluate_all("(all) => all.map((a) => a.href)"):
        if link.startswith("file:"):
            assert Path(link.removeprefix("file://").split("#")[0].split("?")[0]).is_file(), link
    page.get_by_role("link", name="Start", exact=True).click()
    page.wait_for_url("**/chapters/before-you-read.html")


def test_page_moves_up_with_its_links():
    """Only what leads to a file of the book is changed; addresses, anchors and data stay."""
    html = (
        '<html data-content_root="../"><a href="case.html#p1.1">x</a><img src="../_static/a.png"><a href="#here"></a>'
        '<a href="https://example.org/a"></a><form action="../search.html">'
    )
    assert moved_up(html, "chapters") == (
        '<html data-content_root="./"><a href="chapters/case.html#p1.1">x</a><img src="_static/a.png">'
        '<a href="#here"></a>'
        '<a href="https://example.org/a"></a><form action="search.html">'
    )


def test_zip_is_the_whole_book(book, browser, tmp_path):
    """Unpacked elsewhere, the one file is the book: every file is in it, and an exercise of it works."""
    with ZipFile(book / ZIP) as archive:
        archive.extractall(tmp_path)
    unpacked = {path.relative_to(tmp_path / "who-says-so") for path in tmp_path.rglob("*") if path.is_file()}
    built = {path.relative_to(book) for path in book.rglob("*") if path.is_file()}
    assert built - unpacked == {Path(ZIP), *(path for path in built if path.name in (".buildinfo", "objects.inv"))}
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.goto((tmp_path / "who-says-so/exercises/sourcing.html").as_uri())
    root = page.locator('[data-exercise="footbridge"]')
    root.locator("input[value=use]").click()
    root.get_by_role("button", name="Check", exact=True).click()
    assert root.get_attribute("data-score") == "1"
    assert ZIP in (book / "index.html").read_text(encoding="utf-8") and ZIP not in (
        tmp_path / "who-says-so/index.html"
    ).read_text(encoding="utf-8")
    context.close()


def test_every_page_says_what_it_is(pages, book):
    """Every page has a description of its own, its language, its licence and a picture, for those who link to it."""
    said = {}
    for path in pages:
        html = path.read_text(encoding="utf-8")
        described = re.search(r'<meta name="description" content="([^"]+)">', html)
        assert described and 40 <= len(described[1]) <= 400, path
        assert '<meta name="robots"' not in html.split("</head>")[0], path  # further on it may stand in data
        if path.name == "search.html" or path == book / "index.html":
            continue
        said.setdefault(described[1], path)
        data = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)[1])
        assert (
            data["@type"] == "LearningResource"
            and data["inLanguage"] == "en"
            and data["license"].startswith("https://creativecommons.org/")
            and data["name"]
        )
        picture = re.search(r'<meta property="og:image" content="([^"]+)">', html)[1]
        assert (path.parent / picture).resolve() == (book / "_static/preview.png").resolve()
        assert '<html class="no-js" lang="en"' in html
    assert imread(book / "_static/preview.png").shape[:2] == (630, 1200)


def test_every_picture_is_told_in_words(pages):
    """A picture says in a sentence what it shows, for those who do not see it,
    and waits until the reader comes near.
    """
    pictures = [
        (path, picture) for path in pages for picture in re.findall(r"<img [^>]*>", path.read_text(encoding="utf-8"))
    ]
    assert pictures
    for path, picture in pictures:
        told = re.search(r'alt="([^"]*)"', picture)
        assert told and len(told[1].split()) >= 8 and told[1].endswith("."), (path.name, picture)
        assert 'loading="lazy"' in picture, path.name


def test_pages_are_light(pages, book):
    """With all it asks for, gzipped, the heaviest page stays under 150 KB, a page of text under 80, the pages for
    any text under 100, and that for a class, which holds every key, under 200, in at most 16 requests;
    the search has its index.
    """

    def weight(path: Path) -> int:
        return len(gzip.compress(path.read_bytes(), 6))

    for path in pages:
        html = path.read_text(encoding="utf-8")
        files = asked_for(path, html)
        total = weight(path) + sum(map(weight, files))
        plain = (
            path.name != "search.html"
            and "data-exercise=" not in html
            and "<svg" not in html.split('class="book-text"')[-1].split("</article>")[0]
            and "data-reader" not in html
        )
        brought = "data-your-text" in html or "data-make " in html
        most = ANY_TEXT if brought else TEXT if plain else HEAVIEST
        most = CLASS if path.name == "class.html" else most
        assert total <= most, (path.name, total)
        assert len(files) + 1 <= (20 if path.name == "search.html" else 16), (path.name, len(files))


@pytest.mark.parametrize(
    "name",
    [
        "chapters/index",
        "chapters/case",
        "chapters/sourcing",
        "chapters/evidence",
        "exercises/sourcing",
        "exercises/test-a",
        "chapters/results",
    ],
)
def test_nothing_jumps(page, book, name):
    """While a page loads, nothing that can be seen moves: not for the controls that JavaScript shows,
    nor for figures.
    """
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto((book / f"{name}.html").as_uri(), wait_until="networkidle")
    assert page.evaluate(SHIFT) <= 0.1
