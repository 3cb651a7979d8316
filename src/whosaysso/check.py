"""Everything an author may have got wrong, found before a reader does."""

from whosaysso import codebook, prose
from whosaysso.blind import too_generous
from whosaysso.case import find_cases
from whosaysso.exercise import read_topic, topic_files
from whosaysso.fault import Fault, Faulty, shown
from whosaysso.sets import read_sets


def check() -> list[Fault]:
    """Every fault of the case, of the exercises and of the prose, in order of file and line; empty when all is well."""
    faults = [fault for case in find_cases() for fault in (*case.faults(), *codebook.faults(case))]
    owners: dict[str, str] = {}
    for path in topic_files():
        topic, found = read_topic(path)
        faults += found
        if topic is None:
            continue
        for item in topic.exercises:
            if item.id in owners:
                faults.append(Fault(shown(path), 0, f"the id {item.id} is taken by {owners[item.id]}", "choose another id; ids are never used twice"))
            owners[item.id] = shown(path)
        faults += [Fault(shown(path), 0, said, "move the right answer, or make the wrong ones as long") for said in too_generous(topic)]
    if not faults:
        try:
            read_sets()
        except Faulty as faulty:
            faults = faulty.faults
    return sorted([*faults, *prose.faults()])
