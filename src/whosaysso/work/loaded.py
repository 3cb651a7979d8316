"""What a reader is told when a file is loaded; the twin in a page is ``browser/merging.js``."""

from whosaysso.work.hand_in import HandIn


def loaded(mine: HandIn, given: HandIn) -> str:
    """What merging ``given`` into ``mine`` changes, in words."""
    fresh = len({a.id for a in given.attempts} - {a.id for a in mine.attempts})
    both = [(mine.drafts[name].at, given.drafts[name].at) for name in given.drafts if name in mine.drafts]
    newer, older = sum(here < there for here, there in both), sum(here > there for here, there in both)
    said = [
        f"{_count(fresh, 'answer')} loaded{'; the others were here already' if len(given.attempts) > fresh else ''}."
    ]
    if newer:
        said.append(f"What was begun is newer in the file for {_count(newer, 'exercise')}, and took its place here.")
    if older:
        said.append(f"What was begun is newer here for {_count(older, 'exercise')}, and stayed.")
    return " ".join([*said, *given.notes])


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"
