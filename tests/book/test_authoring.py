"""What the pages for authors show to copy is accepted as it stands there."""

import re

import pytest

from tests.conftest import ROOT
from whosaysso.check.blind import too_generous
from whosaysso.exercises.topics import read_topic
from whosaysso.kinds import KINDS
from whosaysso.kinds.grading import grade

EXAMPLES = [
    text
    for page in sorted((ROOT / "chapters/authoring").glob("*.md"))
    for text in re.findall(r"```yaml\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
    if text.startswith("title:")
]


@pytest.mark.parametrize("text", EXAMPLES, ids=lambda text: text.splitlines()[0])
def test_example_is_accepted(tmp_path, text):
    """Each example is read without a fault, its key scores 1, and it cannot be passed without reading."""
    (tmp_path / "example.yml").write_text(text, encoding="utf-8")
    topic, faults = read_topic(tmp_path / "example.yml")
    assert not faults
    assert too_generous(topic) == []
    for item in topic.exercises:
        assert grade(item.with_key(), item.best())["score"] in (1, None)


def test_every_kind_has_an_example():
    """There is an example to copy for every kind of exercise."""
    assert {kind for text in EXAMPLES for kind in re.findall(r"kind: ([a-z-]+)", text)} == set(KINDS)
