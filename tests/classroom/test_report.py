"""``report``: the same page as one file with the class in it."""

from click.testing import CliRunner
from playwright.sync_api import expect

from tests.classroom.made_up import fill
from whosaysso.commands.report import report


def test_report_shows_the_class(page, tmp_path):
    """The file that the command writes shows the class by itself, and names what it could not read."""
    folder = fill(tmp_path / "class", 6)
    (folder / "photo<!--<script>.json").write_bytes(b"\x89PNG\r\n")
    done = CliRunner().invoke(report, [str(folder), "-o", str(tmp_path / "report.html")])
    assert done.exit_code == 0, done.output
    page.goto((tmp_path / "report.html").as_uri())
    expect(page.locator(".wss-class-said")).to_have_text("6 students graded, 1 file not: they are named at the end.")
    expect(page.get_by_role("heading", name="What to teach tomorrow")).to_be_visible()
    expect(page.locator(".wss-class-shown")).to_contain_text("this is not a text file")
    expect(page.locator(".wss-class-give")).to_be_hidden()


def test_report_overwrites_no_work(tmp_path):
    """A file that no report was written to before is never overwritten."""
    folder = fill(tmp_path / "class", 1)
    done = CliRunner().invoke(report, [str(folder), "-o", str(folder / "k000.json")])
    assert done.exit_code and "would be overwritten" in done.output
    assert (folder / "k000.json").read_text(encoding="utf-8").startswith("{")
