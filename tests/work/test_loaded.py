"""What a reader is told when a file is loaded, to the word."""

import pytest

from tests.work.attempts import attempt, draft
from tests.work.hand_ins import READ
from whosaysso.work.hand_in import HandIn
from whosaysso.work.loaded import loaded
from whosaysso.work.reading import parse_hand_in

NEWER = "What was begun is newer in the file for {}, and took its place here."
OLDER = "What was begun is newer here for {}, and stayed."


def work(*numbers: int, **minutes: int) -> HandIn:
    """A work of these attempts, with drafts of these minutes."""
    drafts = {name: draft(minute) for name, minute in minutes.items()}
    return HandIn(attempts=[attempt(number) for number in numbers], drafts=drafts)


@pytest.mark.parametrize(
    ("mine", "given", "said"),
    [
        (work(), work(), ["0 answers loaded."]),
        (work(), work(1), ["1 answer loaded."]),
        (work(3), work(1, 2), ["2 answers loaded."]),
        (work(1), work(1), ["0 answers loaded; the others were here already."]),
        (work(1), work(1, 2), ["1 answer loaded; the others were here already."]),
        (work(one=1), work(two=2), ["0 answers loaded."]),
        (work(one=1), work(one=1), ["0 answers loaded."]),
        (work(one=1), work(one=2), ["0 answers loaded.", NEWER.format("1 exercise")]),
        (work(one=2), work(one=1), ["0 answers loaded.", OLDER.format("1 exercise")]),
        (work(one=1, two=1), work(one=2, two=2), ["0 answers loaded.", NEWER.format("2 exercises")]),
        (work(one=2, two=2), work(one=1, two=1), ["0 answers loaded.", OLDER.format("2 exercises")]),
        (
            work(one=1, two=2, three=3),
            work(1, one=2, two=1, three=3),
            ["1 answer loaded.", NEWER.format("1 exercise"), OLDER.format("1 exercise")],
        ),
    ],
)
def test_what_loading_changed_is_told(mine, given, said):
    """New answers are counted, and of what was begun in both it is told which stayed; one moment in both is no news."""
    assert loaded(mine, given) == " ".join(said)


def test_note_of_the_file_is_told_too():
    """What there is to say of the file itself stands at the end."""
    given = parse_hand_in(READ["UTF-16"][0])
    assert loaded(HandIn(), given) == f"1 answer loaded. {given.notes[0]}"
