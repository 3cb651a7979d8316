"""The lint of the book's own prose: it passes on the book, and fails on what it is there to find."""

import pytest

from whosaysso.check import prose

SEEDED = {
    "loaded": ("The terrorists came at night.", "own voice"),
    "praise": ("Their heroic stand lasted an hour.", "own voice"),
    "hedge": ("The bridge was reportedly closed.", "names nobody for it"),
    "said to": ("The guards are said to have slept.", "names nobody for it"),
    "number": ("Nine people were killed on the road.", "without a source"),
    "digits": ("On that day 27 soldiers died.", "without a source"),
}
FINE = {
    "mentioned": "The order calls them “terrorists”, and the article says “reportedly”.",
    "owned": "The police say that three people were killed.",
    "cited": "Three people were killed on the road {cite:p}`ap2025kalat`.",
    "place": "Six people were killed there ([P2.4](#p2.4)).",
    "block": "> The terrorists reportedly killed nine people.",
    "code": "`reportedly`, a word of the code",
    "row": "| Says | What |\n|---|---|\n| The police | three dead |",
}


@pytest.fixture
def page(tmp_path):
    """Writes a page of prose, and gives what is wrong with it."""

    def written(text: str) -> list[tuple[int, str]]:
        path = tmp_path / "page.md"
        path.write_text(f"---\nkernelspec: the brutal one\n---\n\n# A page\n\n{text}\n", encoding="utf-8")
        return [(said.line, wrong) for said in prose.said_in(path) for wrong, remedy in prose._wrong(said) if remedy]

    return written


def test_the_book_keeps_its_own_rules():
    """No chapter, feedback or teachers' page uses a loaded word, a bare hedge,
    or a number of people harmed without a source.
    """
    assert [str(fault) for fault in prose.faults()] == []


@pytest.mark.parametrize("name", SEEDED)
def test_seeded_offence_is_found(page, name):
    """An offence of each sort, put into a page, is found with its line."""
    text, said = SEEDED[name]
    found = page(f"A fine sentence.\n{text}")
    assert [line for line, _ in found] == [8] and said in found[0][1]


@pytest.mark.parametrize("name", FINE)
def test_what_is_mentioned_or_owned_is_fine(page, name):
    """A word in quotation marks, a number with its source, and a block of quotation are left alone."""
    assert page(FINE[name]) == []


def test_feedback_is_read_and_options_are_not(tmp_path):
    """In an exercise the book speaks in its prompt and feedback; the options are there to be judged."""
    path = tmp_path / "one.yml"
    path.write_text(
        "exercises:\n  - reads: article\n    prompt: Which one?\n    options:\n      - text: "
        "The terrorists came.\n        feedback: The regime fell.\n",
        encoding="utf-8",
    )
    found = [(said.line, wrong) for said in prose._in_exercises(path) for wrong, _ in prose._wrong(said)]
    assert found == [(6, "the book says “regime” in its own voice")]


def test_exceptions_are_few_and_used():
    """At most ten exceptions stand, each with its reason, and each is still needed."""
    assert len(prose.EXCEPTIONS) <= 10 and all(prose.EXCEPTIONS.values())
    everything = [said.text for said in prose.sentences()]
    assert all(any(stretch in text for text in everything) for stretch in prose.EXCEPTIONS)
