"""A page made of the book's own pieces, for what modules do: no book has to be built for it."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from whosaysso.browser.fragments import exercise_html, finish_html, work_html
from whosaysso.browser.joined import page_module
from whosaysso.browser.lean import lean
from whosaysso.browser.results import results_html
from whosaysso.browser.styles import sheet
from whosaysso.exercises.sets import set_of
from whosaysso.markup import render


@pytest.fixture
def opened(page, tmp_path):
    """Opens a page with these exercises, the end of their set where it has one, the bar, and the results if asked."""

    def shown(*names: str, results: bool = False) -> Page:
        deferred = {one.id for one in map(set_of, names) if one.mode == "deferred"}
        body = [*map(exercise_html, names), *map(finish_html, sorted(deferred)), *([results_html()] if results else [])]
        page.goto(written(tmp_path / "page.html", *body).as_uri())
        return page

    return shown


def written(path: Path, *pieces: str) -> Path:
    """A page of these pieces and the bar, with the modules that they need."""
    body = "".join([*pieces, work_html()])
    module = render("browser/module", name="wss-runtime", module=lean(page_module(body)))
    style = f"<style>{sheet('book')}{sheet('exercise')}{sheet('judgement')}</style>"
    path.write_text(f"<!doctype html><meta charset=utf-8>{style}<body data-theme=light>{body}{module}", "utf-8")
    return path
