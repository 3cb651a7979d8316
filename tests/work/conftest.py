"""What the tests of the record share."""

from pathlib import Path

import pytest

from tests.work.small_book import write_small_book


@pytest.fixture(scope="session")
def _small_book(tmp_path_factory) -> Path:
    return write_small_book(tmp_path_factory.mktemp("small") / "book")


@pytest.fixture
def small_book(_small_book, monkeypatch) -> Path:
    """A book of a few exercises, which all code reads as the book while a test runs."""
    monkeypatch.chdir(_small_book)
    return _small_book


@pytest.fixture
def path(tmp_path) -> Path:
    """Where a notebook keeps its reader's work."""
    return tmp_path / "my-work.json"
