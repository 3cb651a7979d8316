"""The page for a class without a book around it: its HTML beside its script, opened from a disk."""

import pytest
from playwright.sync_api import Page

from whosaysso.browser.styles import sheet
from whosaysso.classroom.page import class_html, class_script


@pytest.fixture(scope="session")
def class_file(tmp_path_factory):
    """The page as a file."""
    folder = tmp_path_factory.mktemp("class")
    (folder / "class.js").write_text(class_script(), encoding="utf-8")
    style = f"<style>{sheet('book')}{sheet('class')}</style>"
    page = f"<!doctype html><meta charset=utf-8>{style}<body data-theme=light>{class_html('class.js')}"
    (folder / "class.html").write_text(page, encoding="utf-8")
    return folder / "class.html"


@pytest.fixture
def opened(page, class_file) -> Page:
    """The page, ready to take files."""
    page.goto(class_file.as_uri())
    page.locator(".wss-class-give").wait_for()
    return page
