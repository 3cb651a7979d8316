"""Everything an author may have got wrong, found before a reader does."""

from whosaysso.authored.fault import Fault, Faulty, shown
from whosaysso.authored.folders import home
from whosaysso.check import prose
from whosaysso.check.blind import too_generous
from whosaysso.exercises.sets import read_sets
from whosaysso.exercises.topics import find_topics
from whosaysso.text import codebook
from whosaysso.text.case import find_cases


def check() -> list[Fault]:
    """Every fault of the case, of the exercises and of the prose, in order of file and line; empty when all is well."""
    faults = [fault for case in find_cases() for fault in (*case.faults(), *codebook.faults(case))]
    topics, wrong = find_topics()
    faults += wrong
    for stem, topic in topics.items():
        path = home() / "exercises" / f"{stem}.yml"
        faults += [
            Fault(shown(path), 0, said, "move the right answer, or make the wrong ones as long")
            for said in too_generous(topic)
        ]
    if not faults:
        try:
            read_sets()
        except Faulty as faulty:
            faults = faulty.faults
    return sorted([*faults, *prose.faults()])
