"""The figures and explorers: their numbers against the CSV files, their drawings in a browser, their controls."""

import csv
import math
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections import Counter
from functools import cache
from html import unescape

import pytest
from playwright.sync_api import expect

from tests.conftest import ROOT
from whosaysso import figures
from whosaysso.browser.styles import sheet
from whosaysso.figures import places
from whosaysso.figures.drawing import Figure
from whosaysso.markup import FIGURE as MIME
from whosaysso.notebook import explorers as explorer

CASE = ROOT / "case/balochistan-july-2025"
PAGES = {"add-up": explorer.add_up_page, "one-more-source": explorer.one_more_source_page}
every_figure = pytest.mark.parametrize("name", figures.__all__)
every_drawing = pytest.mark.parametrize("name", [*figures.__all__, *PAGES])


@cache
def figure_of(name: str) -> Figure:
    """The figure of that name, drawn when it is first asked for: every process of a run reads this module."""
    return getattr(figures, name)()


@cache
def html_of(name: str) -> str:
    """The figure or explorer of that name as a page shows it."""
    return PAGES[name]() if name in PAGES else figure_of(name).html


def everything() -> str:
    """All of them, one below the other."""
    return "".join(map(html_of, [*figures.__all__, *PAGES]))


# Words outside their drawing, and pairs of words that lie on one another.
BOXES = """() => [...document.querySelectorAll('svg')].filter(svg => svg.checkVisibility()).flatMap(svg => {
  const box = svg.getBoundingClientRect();
  const words = [...svg.querySelectorAll('text')].map(text => [text.textContent, text.getBoundingClientRect()]);
  const beyond = (b) => b.left < box.left - .5 || b.right > box.right + .5
    || b.top < box.top - .5 || b.bottom > box.bottom + .5;
  const meet = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > .5
    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
  const out = words.filter(([, b]) => beyond(b)).map(([text]) => `outside: ${text}`);
  const on = words.flatMap(([one, a], n) =>
    words.slice(n + 1).filter(([, b]) => meet(a, b)).map(([other]) => `${one} | ${other}`));
  return [...out, ...on];
})"""


def layer(name: str) -> list[dict[str, str]]:
    with (CASE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def accounts(event: str, role: str = "") -> list[dict[str, str]]:
    return [row for row in layer("accounts") if row["event"] == event and role in ("", row["role"])]


def texts(svg: str) -> list[str]:
    return ["".join(text.itertext()) for text in ET.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")]


def claimed() -> dict[str, int]:
    """What the groups say of each of the four attacks, read apart from the figures."""
    return {
        event: int(accounts(event, "armed-group")[0]["killed_low"])
        for event in ("bus", "hazarganji", "khazinai", "jhau")
    }


def shown(page, tmp_path, body: str, width: int, theme: str = "light"):
    """A page with this in it, styled as in the book, opened from a folder."""
    style = sheet("book") + sheet("figure")
    path = tmp_path / "page.html"
    path.write_text(
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>t</title>'
        '<meta name="viewport" content="width=device-width">'
        f"<style>{style} body {{ background: var(--paper); color: var(--ink) }}</style>"
        f'<body data-theme="{theme}"><div class="book-text">'
        f'<article role="main"><section>{body}</section></article></div></body></html>',
        encoding="utf-8",
    )
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(path.as_uri())
    return page


# ---- what they say ----------------------------------------------------------------------------------


def test_bus_counts_origins():
    """Each account of the bus has a row and an outlet in the drawing,
    and origins are counted from the first of its origins, people without a name not at all.
    """
    rows, figure = accounts("bus"), figure_of("accounts_of_the_bus")
    assert [row[0] for row in figure.rows] == [row["who"] for row in rows]
    three = [row for row in rows if row["killed_low"] == "3"]
    origins = {row["origin"].split()[0] for row in three} - {"unnamed"}
    assert (
        f"3 or “at least” 3 killed stands in {len(three)} of the {len(rows)} accounts, "
        f"and these trace to {len(origins)} origins" in figure.finding
    )
    assert {row["origin"] for row in rows if row["killed_low"] == "27"} == {
        "bla"
    } and "27 killed, all soldiers, traces to one origin" in figure.finding
    sizes = Counter(row["origin"].split()[0] for row in rows)
    assert Counter(t for t in texts(figure.svg) if t.endswith(("account", "accounts")) and t[0].isdigit()) == Counter(
        f"{n} account{'s' * (n != 1)}" for n in sizes.values()
    )
    assert "One of these accounts rests on people without a name" in figure.finding
    assert "that there were no soldiers is not established" in figure.finding


def test_cascade_counts_relays():
    """The thirteen relays stand under the totals that they give, and the claims add up to 39, which none gives."""
    relays, figure = accounts("four-attacks", "relay"), figure_of("cascade")
    assert len(relays) == len(figure.rows) == 13 and sum(claimed().values()) == 39
    given = Counter(row["killed"] for row in relays if row["killed_low"])
    given["27"] += given.pop("at least 27")
    for total, many in given.items():
        assert f"{total} ({many})" in figure.finding
        assert total in texts(figure.svg)
    assert "They add up to 39." in figure.finding and "none gives 39" in figure.finding
    assert "13 outlets, 2 origins" in figure.finding and {o for row in relays for o in row["origin"].split()} == {
        "bla",
        "blf",
    }
    assert [t for t in texts(figure.svg) if re.fullmatch(r"no outlet", t)] == ["no outlet"]


def test_two_days_run_from_one_to_39():
    """The range runs from the army's number at Jhau to the sum of the claims;
    33 and 29 are the sums they are said to be; unnamed sources are told of.
    """
    figure, parts = figure_of("two_day_range"), claimed()
    army = int(accounts("jhau", "army")[0]["killed_low"])
    printed = [int(row["low"]) for row in layer("numbers") if row["number"] in ("six", "27")]
    assert (army, sum(printed), sum(parts.values()), parts["bus"] + parts["hazarganji"]) == (1, 33, 39, 29)
    assert [row[0] for row in figure.rows] == ["1", "over 29", "33", "39"]
    assert {"1", "over 29", "33", "39", "in between: not known"} <= set(texts(figure.svg))
    assert "What lies between 1 and 39 is not known" in figure.finding
    unnamed = [
        row["event"]
        for row in layer("accounts")
        if row["event"] in parts and row["origin"] == "unnamed" and row["killed"] and not row["killed_low"]
    ]
    assert unnamed == ["bus", "jhau", "khazinai"]
    for words in (
        "soldiers killed on the bus",
        "members of the forces killed at Khazinai",
        "soldiers killed or injured at Jhau",
        "and give no number",
    ):
        assert words in figure.finding
    assert "statements alone" not in figure.finding


def test_earlier_events_show_both_sides_move():
    """Every number is drawn on its side's line, the one event with the order reversed is named,
    and the cases are said to be found.
    """
    figure = figure_of("claims_against_official")
    events = ["panjgur-2022", "turbat-2024", "mangochar-2025", "jaffar-2025", "noshki-2025"]
    rows = [row for event in events for row in accounts(event)]
    assert [row[2] for row in figure.rows] == [row["who"] for row in rows]
    for row in rows:
        assert {row["killed_low"], row["killed_low"] + "+"} & set(texts(figure.svg)), row["id"]
    group, state = ("armed-group",), ("army", "police", "government")
    first = {
        event: [int(next(r["killed_low"] for r in accounts(event) if r["role"] in side)) for side in (group, state)]
        for event in events
    }
    assert [row["id"] for row in rows if row["role"] not in group + state] == ["noshki-local"] and Counter(
        texts(figure.svg)
    )["unnamed"] == 1
    assert (
        "At Nushki unnamed local sources said to Reuters that at least eleven people died, "
        "between the officials’ 5 and the BLA’s 90." in figure.finding
    )
    assert [event for event, (claim, official) in first.items() if claim < official] == ["mangochar-2025"]
    assert "In 4 of the 5 events" in figure.finding and "17 against 18 at Mangochar" in figure.finding
    assert "On 3 February 2022 the army said seven and the province’s home minister said twelve" in figure.finding
    assert "not sampled" in figure.finding and "not the truth" in figure.finding


def test_strip_counts_sentences():
    """Fifteen of 35 sentences name or gesture at a source by the claims layer,
    and two are marked where the codings differ.
    """
    figure = figure_of("strip")
    named = {row["where"] for row in layer("claims") if row["attribution"] != "none" and row["where"].startswith("P")}
    early = {where for where in named if where.split(".")[0] in ("P1", "P2", "P3")}
    sentences = [row for row in figure.rows if row[0].startswith("P")]
    assert len(sentences) == 35 and {row[0] for row in sentences if row[2] != "nobody"} == named
    assert f"{len(named)} of 35 sentences name or gesture at a source, {35 - len(named)} name nobody" in figure.finding
    assert f"in P1 to P3, {len(early)} of 12; in P4 to the end, {len(named - early)} of 23" in figure.finding
    assert sum("?" in t for t in texts(figure.svg)) == 2 + 1
    assert sum(len(cell.split("; ")) for row in figure.rows for cell in row[3:5] if cell != "—") == len(layer("hedges"))
    assert "“clearly indicate” (P1.3), “prove” (P13.1) and “increasingly clear” (P13.2)" in figure.finding
    for heading in ("Why Baloch People Seek Independence", "Pakistani State in Denial"):
        assert heading in texts(figure.svg)


def test_month_shows_what_is_unknown():
    """The months are those of the layer, 29 is 78% of July's count, 39 more than it,
    and an unknown number is called so.
    """
    figure, rows = figure_of("month"), layer("monthly")
    july = int(next(row["killed_total"] for row in rows if row["month"] == "2025-07"))
    assert july == min(int(row["killed_total"]) for row in rows) and f"{29 / july:.0%}" == "78%" and july < 39
    assert [row[3] for row in figure.rows] == [row["killed_total"] for row in rows]
    assert texts(figure.svg).count("in Balochistan: not found") == sum(not row["killed_balochistan"] for row in rows)
    for words in (f"PICSS counts {july}", "78%", "no cut-off", "by the month and not by the week", "leans on reports"):
        assert words in figure.finding


def test_map_shows_what_has_coordinates():
    """A place with coordinates is named on the map; one without is named below as not found, and drawn nowhere."""
    figure, rows = figure_of("where_it_was"), layer("places")
    here, lost = ([row for row in rows if bool(row["latitude"]) is found] for found in (True, False))
    written = texts(figure.svg)
    silent = {row["name"] for row in here if "does not name it" in row["what"]}
    assert silent == {"Mastung", "Bela"} and not silent & set(written)
    for row in here:
        assert row["name"] in silent or row["name"] in written, row["id"]
    assert len(lost) == 6 and f"No coordinates were found for {len(lost)} places" in figure.finding
    below = " ".join(written[written.index("Not on the map: no coordinates found") :])
    assert all(f"{row['name']} (" in below and row["name"] not in written for row in lost)
    assert [row[1] for row in figure.rows if row[0] in {row["name"] for row in lost}] == ["not found"] * len(lost)
    attacks = Counter(row["near"] for row in lost if row["event"] in claimed())
    assert attacks == {"kalat": 2, "jhau": 1, "quetta": 1} and "2 at Kalat, 1 at Jhau and 1 at Quetta" in figure.finding


def test_map_measures_straight_lines():
    """The distances are those of the coordinates, and Kalat is nearer to Quetta than the road’s 141 km."""
    at = {row["id"]: (float(row["latitude"]), float(row["longitude"])) for row in layer("places") if row["latitude"]}

    def flat(one: str, other: str) -> float:
        (a, b), (c, d) = at[one], at[other]
        return math.hypot(a - c, (b - d) * math.cos(math.radians((a + c) / 2))) * 111.2

    said = re.search(
        r"about (\d+) km from Quetta and (\d+) km from Karachi, and Jhau about (\d+) km",
        figure_of("where_it_was").finding,
    )
    legs = (flat("kalat", "quetta"), flat("kalat", "karachi"), flat("jhau", "kalat"))
    assert [abs(int(km) - leg) <= 6 for km, leg in zip(said.groups(), legs, strict=True)] == [True] * 3
    assert legs[0] < 141


def test_towns_stand_where_a_second_source_has_them():
    """Four towns stand within ten kilometres of where an encyclopedia puts them, and both ports at the coast drawn."""
    at = {row["id"]: (float(row["latitude"]), float(row["longitude"])) for row in layer("places") if row["latitude"]}
    second = {
        "quetta": (30 + 11 / 60, 67.0),  # Wikipedia
        "zhob": (31 + 20.5 / 60, 69 + 26.9 / 60),  # Wikipedia
        "loralai": (30 + 22 / 60, 68 + 36 / 60),  # Wikipedia
        "kalat": (29 + 2 / 60, 66 + 33 / 60),  # Enciclopedia Italiana
    }
    assert [town for town, there in second.items() if math.dist(at[town], there) > 0.1] == []
    coast = [(float(row["latitude"]), float(row["longitude"])) for row in layer("outlines") if row["line"] == "coast"]
    assert all(min(math.dist(at[port], point) for point in coast) < 0.15 for port in ("karachi", "gwadar"))


def test_map_draws_only_the_lines_it_needs():
    """A coast and two borders are drawn, cut at the map’s edges; what is disputed is said to be so."""
    points = layer("outlines")
    assert list(dict.fromkeys(row["line"] for row in points)) == ["coast", "iran", "afghanistan"]
    assert all(
        places.WEST <= float(row["longitude"]) <= places.EAST and places.SOUTH <= float(row["latitude"]) <= places.NORTH
        for row in [*points, *(row for row in layer("places") if row["latitude"])]
    )
    finding = figure_of("where_it_was").finding
    for words in ("as it is held", "Afghanistan does not recognise it", "Kashmir, disputed between India and Pakistan"):
        assert words in finding
    for credit in ("Natural Earth, in the public domain", "GeoNames, CC BY 4.0"):
        assert credit in finding
        assert credit.split(",")[0] in (ROOT / "LICENSE-CONTENT").read_text(encoding="utf-8")


def test_timeline_marks_each_dated_account():
    """Each account with a day from 9 to 20 July has its mark, those without are counted, each event is named."""
    figure = figure_of("who_said_what_when")
    july = [row for row in layer("events") if row["date"].startswith("2025-07")]
    every = [row for event in july for row in accounts(event["id"])]
    drawn = [row for row in every if "2025-07-09" <= row["date"] <= "2025-07-20"]
    assert f"Of {len(every)} accounts of these events {len(drawn)} carry a day" in figure.finding
    assert f"The other {len(every) - len(drawn)} give a month or nothing" in figure.finding
    assert len(figure.rows) == len(every) and [row[0] for row in figure.rows[: len(drawn)]] == [
        f"{int(row['date'][-2:])} July 2025" for row in sorted(drawn, key=lambda row: row["date"])
    ]
    marks = len(re.findall(r"<use ", figure.svg)) - 5  # the legend's
    assert marks == len(drawn)
    assert [t for t in texts(figure.svg) if t.isdigit()] == [str(day) for day in range(9, 21)]
    written = " ".join(texts(figure.svg))
    assert all(row["title"] in written for row in july if row["id"] not in ("four-attacks", "baam"))


def test_timeline_says_who_spoke_when():
    """The counts of 16 and 17 July are the table’s; the groups’ statements have no day, and AP knew of no claim."""
    finding = figure_of("who_said_what_when").finding
    bus = [row["origin"].split()[0] for row in accounts("bus") if row["date"] == "2025-07-16"]
    assert Counter(bus) == {"police-government": 6, "relatives-survivors": 1}
    assert "6 accounts of it rest on police and government and 1 on a survivor" in finding
    relays = Counter(row["date"] for row in layer("accounts") if row["role"] == "relay" and len(row["date"]) == 10)
    assert min(relays) == "2025-07-17" and f"is of 17 July, and there are {relays['2025-07-17']} that day" in finding
    own = [row for event in claimed() for row in accounts(event, "armed-group")]
    assert len(own) == 4 and all(len(row["date"]) < 10 for row in own) and "Who spoke first cannot be read" in finding
    (agency,) = [row for row in accounts("bus", "agency") if row["who"] == "Associated Press"]
    assert agency["note"] == "No group had claimed it yet." and agency["date"] == "2025-07-16"


@every_drawing
def test_one_verb_for_all_sides(name):
    """Groups and state alike “say”; “claim” stands in a quotation, or is the book’s term for what any text states."""
    html = html_of(name)
    told = unescape(re.sub(r'<details.*?</details>|="[^"]*"', "", html, flags=re.DOTALL))
    found = re.findall(r"(?<!“)\b(?:claim|admit|confirm|announc|acknowledg)\w*", told)
    assert found == (["claims", "claims"] if 'id="figure-who-says-so"' in html else [])


@every_figure
def test_table_names_outlets(name):
    """The table resolves sources to outlets and leaves no cell empty;
    nothing shows an id or the article's own outlet.
    """
    figure = figure_of(name)
    assert all(str(cell) for row in figure.rows for cell in row) and {len(row) for row in figure.rows} == {
        len(figure.columns)
    }
    ids = {row["id"] for row in layer("sources")}
    assert not ids & {word.strip(";,") for row in figure.rows for cell in row for word in str(cell).split()}
    assert f'role="img" aria-label="{figure.finding}"' in unescape(figure.html)


@every_drawing
def test_article_is_not_named(name):
    """Where the article was printed is left for the reader to find."""
    html = html_of(name)
    assert "tfi" not in html.lower()


# ---- how they are drawn -----------------------------------------------------------------------------


@every_drawing
def test_drawing_can_stand_in_a_page(name):
    """Every SVG is well formed and small, has ids of its own, no style element, and colours of the page alone."""
    html = html_of(name)
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'(?:href="|url\()#([^")]+)', html)) <= set(ids)
    for svg in re.findall(r"<svg.*?</svg>", html, re.DOTALL):
        root = ET.fromstring(svg)
        assert len(svg.encode()) < 25_000 and not root.findall(".//{*}style")
        assert not re.findall(r"#[0-9a-fA-F]{6}", re.sub(r"var\(--[a-z-]+, #[0-9a-f]{6}\)", "", svg))
        assert all("fill: var(" in text.get("style", "") for text in root.iter("{http://www.w3.org/2000/svg}text"))


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("font", ["", "'DejaVu Sans'", "'Liberation Sans'"])
def test_words_stay_apart(page, tmp_path, width, font):
    """At the width of a phone and of a screen, in wide and narrow fonts,
    all words lie in their drawing and none on another.
    """
    shown(page, tmp_path, everything(), width)
    page.add_style_tag(
        content=".wss-frame { display: block !important; }"
        + (f"svg text {{ font-family: {font} !important; }}" if font else "")
    )
    assert page.locator("svg:visible").count() == len(figures.__all__) + 16
    assert page.evaluate(BOXES) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    small = page.evaluate("""() => Math.min(...[...document.querySelectorAll('svg text')]
      .map(text => parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a))""")
    assert small * 0.75 >= 9.5


def test_drawing_follows_the_theme(page, tmp_path):
    """The words of a figure are light on dark and dark on light."""
    colours = [
        shown(page, tmp_path, html_of("month"), 390, theme)
        .locator("svg text")
        .first.evaluate("text => getComputedStyle(text).fill")
        for theme in ("light", "dark")
    ]
    assert colours == ["rgb(36, 35, 31)", "rgb(232, 227, 216)"]


def test_table_scrolls_in_its_own_box(page, tmp_path):
    """A wide table scrolls inside a box that the keyboard reaches and that has a name;
    the page does not scroll sideways.
    """
    shown(page, tmp_path, html_of("accounts_of_the_bus"), 390)
    page.locator("summary").click()
    page.keyboard.press("Tab")
    box = page.get_by_role("region", name="The data of this figure")
    expect(box).to_be_focused()
    assert box.evaluate("e => e.scrollWidth > e.clientWidth") and page.evaluate(
        "document.documentElement.scrollWidth <= innerWidth"
    )


# ---- the explorers ----------------------------------------------------------------------------------


def test_figures_need_no_widgets():
    """The figures load without ipywidgets."""
    loaded = subprocess.run(
        [sys.executable, "-c", "import sys, whosaysso.figures; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    assert not {"ipywidgets", "anywidget", "IPython"} & set(loaded)


def test_add_up_answers_its_controls():
    """In a notebook the sum follows the ticks and the basis, and so does the figure."""
    live = explorer.add_up()
    assert live.total == sum(claimed().values()) == 39 and "39" in texts(live.figure.svg)
    live.ticks["khazinai"].value = live.ticks["jhau"].value = False
    assert live.total == 29 and "29" in texts(live.figure.svg) and "least 0, most 29" in texts(live.figure.svg)
    live.ticks["jhau"].value = True
    live.basis.value = True
    assert live.total == 1 and "least 1, most 35" in texts(live.figure.svg)
    for tick in live.ticks.values():
        tick.value = False
    assert live.total == 0 and "Nothing is counted" in live.figure.finding


def test_one_more_source_answers_its_controls():
    """In a notebook outlets are added one by one, and the origins behind them are counted on both sides."""
    live = explorer.one_more_source()
    assert texts(live.figure.svg)[:2] == ["1 outlet", "2 origins"]
    live.many.value = 13
    assert texts(live.figure.svg)[:2] == ["13 outlets", "2 origins"] and "the article" in texts(live.figure.svg)
    live.side.value = "officials"
    live.many.value = live.many.max
    rows = [row for row in accounts("bus") if row["role"] != "armed-group" and row["killed_low"]]
    origins = {origin for row in rows for origin in row["origin"].split()} - {"unnamed"}
    assert texts(live.figure.svg)[:2] == [f"{live.many.max} outlets", f"{len(origins)} origins"] and len(origins) == 2
    live.side.value = "claims"
    assert live.many.value == 13


@pytest.mark.parametrize("live", [explorer.add_up, explorer.one_more_source])
def test_explorer_carries_its_page(live):
    """The bundle holds the widget for a notebook and the frames for the page."""
    data, _ = live()._repr_mimebundle_()
    assert "application/vnd.jupyter.widget-view+json" in data
    assert data[MIME]["html"] in map(html_of, PAGES)


@pytest.mark.parametrize(
    ("name", "sums"),
    [
        ("add-up", ["1", "27", "6", "29", "10", "33", "6", "39"]),
        ("one-more-source", [f"{n} outlet{'s' * (n != 1)}" for n in (1, 2, 5, 13, 1, 2, 5, 16)]),
    ],
)
def test_frames_follow_the_radios(page, tmp_path, name, sums):
    """In the page each radio shows its own frame and no other, by the arrow keys, without a script;
    its finding describes it.
    """
    shown(page, tmp_path, html_of(name), 390)
    assert page.locator("script").count() == 0
    page.keyboard.press("Tab")
    for n, words in enumerate(sums, 1):
        expect(page.locator(f'input[value="{n}"]')).to_be_focused()
        expect(page.locator(f'input[value="{n}"]')).to_be_checked()
        frame = page.locator(".wss-frame:visible")
        expect(frame).to_have_count(1)
        assert frame.get_attribute("data-frame") == str(n) and frame.locator("svg text").first.text_content() == words
        assert page.locator(f'input[value="{n}"]').get_attribute("aria-describedby") == frame.locator(
            ".wss-finding"
        ).get_attribute("id")
        page.keyboard.press("ArrowDown")


def test_paper_shows_every_frame(page, tmp_path):
    """Printed, all eight frames stand on the page with their names, and the controls are gone."""
    shown(page, tmp_path, html_of("add-up"), 794)
    page.emulate_media(media="print")
    assert page.locator(".wss-frame:visible").count() == 8 == page.locator(".wss-frame-title:visible").count()
    assert not page.locator("fieldset").is_visible()
