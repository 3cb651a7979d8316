"""A class of 200 made-up students with known answers, packed as Moodle and as Canvas pack them."""

import csv
import io
import json
import zipfile
from random import Random

import pytest

from tests.desk.hand_ins import ITEMS, SCORED, work
from tests.desk.test_command import grade, table
from tests.student import PAGE, answer, check, exercise
from whosaysso.exercises.sets import read_sets

SETS = ("sourcing", "test-a", "test-b", "test-c")
WORTH = {name: read_sets()[one].worth(name) for one in SETS for name in read_sets()[one].exercises}
KEYS = {name: ITEMS[name].best() for name in WORTH}
FULL = sum(worth for name, worth in WORTH.items() if name in SCORED)
"""The points that the sets are worth to a machine."""
ON_THE_PAGE = [name for name in read_sets()["sourcing"].exercises if PAGE.get(name) == "chapters/sourcing"]
MANY = 200


def points(answers: dict[str, dict]) -> float:
    """What the answers earn in the sets, by the credits that an author wrote: nothing of the desk's is asked."""
    earned = 0.0
    for name, response in answers.items():
        item, worth = ITEMS[name], WORTH[name]
        if name not in SCORED:
            continue  # for a person to mark, or for nobody
        if response == KEYS[name]:
            earned += worth
        elif item.kind == "choose":
            earned += worth * next(o.credit for o in item.options if o.id == response["choice"])
    return earned


def answers_of(number: int) -> dict[str, dict]:
    """A student's answers: each exercise not at all, all right, or wrongly chosen."""
    chance, given = Random(number), {}
    for name in WORTH:
        if ITEMS[name].kind == "choose" and chance.random() < 0.5:
            given[name] = {"choice": chance.choice(ITEMS[name].options).id}
        elif chance.random() < 0.8:
            given[name] = KEYS[name]
    return given


@pytest.fixture(scope="module")
def from_the_page(book, browser) -> tuple[dict[str, dict], bytes]:
    """Answers given in a real page, and the file that the page gave."""
    context = browser.new_context(accept_downloads=True)
    page = context.new_page()
    given = {name: ITEMS[name].best() for name in ON_THE_PAGE}
    given |= {name: {"choice": ITEMS[name].options[0].id} for name in given if ITEMS[name].kind == "choose"}
    page.goto((book / "chapters/sourcing.html").as_uri())
    for name, response in given.items():
        root = exercise(page, ITEMS[name])
        answer(root, ITEMS[name], response)
        check(root)
        root.locator("xpath=self::*[@data-state='graded' or @data-state='recorded']").wait_for()
    with page.expect_download() as came:
        page.get_by_role("button", name="Download my work").first.click()
    data = came.value.path().read_bytes()
    context.close()
    return given, data


@pytest.fixture(scope="module")
def students(from_the_page) -> list[tuple[dict[str, dict], bytes]]:
    """Each student's answers and file; the last one's is from the page."""
    made = []
    for number in range(MANY - 1):
        given = answers_of(number)
        data = work(*((n, r, None) for n, r in given.items()), code=f"K{number}", form="BCA")
        made.append((given, json.dumps(data).encode()))
    return [*made, from_the_page]


def packed(names: list[str], students) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, (_, data) in zip(names, students, strict=True):
            archive.writestr(name, data)
    return out.getvalue()


MOODLE = "Identifier,Full name,Grade,Maximum Grade,Grade can be changed,Last modified (grade),Feedback comments"
CANVAS = "Student,ID,SIS Login ID,Section,Who says so? (56)"


@pytest.mark.parametrize(
    ("named", "worksheet", "grades"),
    [
        (
            "Student Ünal {0}_{1}_assignsubmission_file/who-says-so.json",
            [MOODLE, *(f"Participant {900 + n},Student Ünal {n},,50.00,Yes,-," for n in range(MANY))],
            2,
        ),
        (
            "nalstudent{0}_LATE_{1}_70{0}_who-says-so-1.json",
            [CANVAS, "    Points Possible,,,,50", *(f'"Ünal, Student {n}",{900 + n},s{n},S1,' for n in range(MANY))],
            4,
        ),
    ],
    ids=["moodle", "canvas"],
)
def test_every_grade_is_right(tmp_path, students, named, worksheet, grades):
    """Every student's points are those of the answers, whoever packed them, and the worksheet comes back filled."""
    names = [named.format(number, 900 + number) for number in range(MANY)]
    (tmp_path / "submissions.zip").write_bytes(packed(names, students))
    (tmp_path / "sheet.csv").write_text("\n".join(worksheet) + "\n", encoding="utf-8")
    chosen = [word for one in SETS for word in ("--set", one)]
    done = grade(tmp_path, "submissions.zip", *chosen, "--into", "sheet.csv")
    assert done.returncode == 0, done.stdout + done.stderr
    rows = {row["file"]: row for row in table(tmp_path / "grades.csv")[:-1]}
    sheet = list(csv.reader((tmp_path / "sheet-graded.csv").read_text(encoding="utf-8").splitlines()))
    filled = {line[0 if grades == 2 else 1].removeprefix("Participant "): line[grades] for line in sheet}
    assert len(rows) == MANY
    for number, (name, (given, _)) in enumerate(zip(names, students, strict=True)):
        wanted = points(given)
        assert float(rows[name]["points"]) == pytest.approx(wanted, abs=0.006), name
        assert (int(rows[name]["answered"]), float(rows[name]["of"])) == (len(given), FULL)
        assert float(filled[str(900 + number)]) == pytest.approx(50 * wanted / FULL, abs=0.006)
