"""Everything an author may have got wrong, found before a reader does."""

from whosaysso.authored.fault import Fault, Faulty, shown
from whosaysso.authored.folders import home
from whosaysso.check import prose
from whosaysso.check.bibliography import bibliography_faults
from whosaysso.check.blind import known_habits, too_generous, worst_habits
from whosaysso.check.contents import contents_faults
from whosaysso.check.strays import stray_faults
from whosaysso.check.template import carried_over
from whosaysso.check.verdicts import uneven
from whosaysso.exercises.forms import read_forms
from whosaysso.exercises.sets import read_sets
from whosaysso.exercises.topics import Topic, find_topics
from whosaysso.text import codebook
from whosaysso.text.case import Case, case_folders


def check() -> list[Fault]:
    """Every fault of the files, of answering without reading, and of the prose, in order; empty when all is well."""
    topics = find_topics()[0]
    own = {stem: topic for stem, topic in topics.items() if not topic.made}
    faults = {*file_faults(), *uneven(own.values())}
    for stem, topic in topics.items():
        faults |= _generous(stem, topic)
    if not faults:
        faults |= _over_the_book(own)
    return sorted(faults | set(prose.faults()))


def questions() -> list[Fault]:
    """What is asked of files that teachers made of a text, and is no fault.

    A habit is learned over many exercises, and a class answers one such file: so its exercises are not counted among
    the book's own, whose limits hold without them. It is told where the book would not keep to them with the file.
    """
    topics = find_topics()[0]
    own = [topic for topic in topics.values() if not topic.made]
    asked = []
    for stem, topic in topics.items():
        if topic.made:
            path = shown(home() / "exercises" / f"{stem}.yml")
            asked += uneven([topic], stem)
            asked += [
                Fault(path, 0, f"with this file, {one}", "before it joins a chapter: another order, or like words")
                for one in worst_habits([*own, topic])
            ]
    return sorted(asked)


def file_faults() -> list[Fault]:
    """What keeps the book from being built: every fault of the case, the exercises, the sets and the contents."""
    faults = {*stray_faults(), *contents_faults(), *bibliography_faults()}
    for folder in case_folders():
        try:
            case = Case(folder)
            faults |= {*case.faults(), *codebook.faults(case)}
        except Faulty as faulty:
            faults |= set(faulty.faults)
    faults |= set(find_topics()[1])
    try:
        read_sets()
    except Faulty as faulty:
        faults |= set(faulty.faults)
    return sorted(faults)


def _over_the_book(topics: dict[str, Topic]) -> set[Fault]:
    """What only shows over all exercises: habits of those who make them, and forms that are clones."""
    folder = shown(home() / "exercises")
    habits = {
        Fault(folder, 0, one, "put options in another order, or word them alike")
        for one in known_habits(topics.values())
    }
    return habits | {Fault(folder, 0, one, "give the forms other structures") for one in carried_over(read_forms())}


def _generous(stem: str, topic: Topic) -> set[Fault]:
    path = shown(home() / "exercises" / f"{stem}.yml")
    try:
        said = too_generous(topic)
    except Faulty as faulty:  # of a table that the topic leans on
        return set(faulty.faults)
    return {Fault(path, 0, one, "move the right answer, or make the wrong ones as long") for one in said}
