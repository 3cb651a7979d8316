"""What a class answered as statements by xAPI 1.0.3, for a record store: one a counted attempt, with a pseudonym.

A statement has the score that the desk computes, and never what a student wrote. The ids follow from what is in the
files, so whoever sends the same files twice sends the same statements.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import reduce
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from whosaysso import BOOK
from whosaysso.authored.folders import home
from whosaysso.authored.yaml import read_yaml
from whosaysso.desk.classes import Class
from whosaysso.desk.files import files_in
from whosaysso.desk.grading import Grader
from whosaysso.desk.rows import Answer, row_of
from whosaysso.work.course import Asked
from whosaysso.work.hand_in import HandIn

VERSION = "1.0.3"
BEGINS = f'{{"version": "{VERSION}"'
"""How a file of statements begins."""
ANSWERED = {"id": "http://adlnet.gov/expapi/verbs/answered", "display": {"en-US": "answered"}}
QUESTION = "http://adlnet.gov/expapi/activities/question"
ASSESSMENT = "http://adlnet.gov/expapi/activities/assessment"
"""Names from the vocabulary of ADL, who keep the standard."""

OURS: UUID = uuid5(NAMESPACE_URL, BOOK)
"""From this all ids are made; random ones would differ each time."""


def statements(source: Path, found: Class, grader: Grader, named: bool = False) -> Iterator[dict[str, Any]]:
    """The statements of a class that was graded from ``source``, by student and then by time.

    With ``named`` a student is called as in the table of grades, and not by a pseudonym.
    """
    files = {handed.path: handed for handed in files_in(source)}
    address = repository()
    for graded in found.rows.values():
        read = [grader.read(path, files[path].read()) for path in graded.paths]
        works = [work for work in read if isinstance(work, HandIn)]
        works.sort(key=_begun)  # a file that is handed in later changes no pseudonym, and so no id
        work = reduce(HandIn.merged, works, HandIn())
        pseudonym = str(uuid5(OURS, f"{(work.readers or ['nobody'])[0]} {graded.person.key or graded.person.shown}"))
        name = graded.person.shown if named else pseudonym
        for answer in sorted(row_of(work, grader.course).answers, key=lambda one: one.attempt.at):
            yield _statement(answer, grader.course.asked[answer.exercise], name, pseudonym, address)


def _begun(work: HandIn) -> datetime:
    return work.attempts[0].at if work.attempts else datetime.max.replace(tzinfo=UTC)


def _statement(answer: Answer, asked: Asked, name: str, pseudonym: str, address: str) -> dict[str, Any]:
    result: dict[str, Any] = {"completion": True}
    if answer.score is not None:
        result["score"] = {"scaled": round(answer.score, 6)}
        if answer.worth:
            result["score"] |= {"raw": round(answer.score * answer.worth, 6), "min": 0, "max": answer.worth}
    return {
        "version": VERSION,
        "id": str(uuid5(OURS, f"{pseudonym} {answer.attempt.id}")),
        "actor": {"objectType": "Agent", "account": {"homePage": iri(address, ""), "name": name}},
        "verb": ANSWERED,
        "object": _activity(iri(address, f"exercise-{answer.exercise}"), QUESTION, asked.question["title"]),
        "result": result,
        "context": {
            "platform": "Who Says So?",
            "contextActivities": {
                "grouping": [_activity(iri(address, f"set-{asked.set.id}"), ASSESSMENT, asked.set.title)]
            },
        },
        "timestamp": answer.attempt.at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
    }


def _activity(name: str, kind: str, title: str) -> dict[str, Any]:
    return {"objectType": "Activity", "id": name, "definition": {"type": kind, "name": {"en": title}}}


def iri(address: str, part: str) -> str:
    """What a part of the book is called for all the world: by the book's address where it has one, else by a number."""
    if address:
        return f"{address}#{part}" if part else address
    return f"urn:uuid:{uuid5(OURS, part) if part else OURS}"


def repository() -> str:
    """Where the book's repository lives, as ``_config.yml`` says; empty where it says nothing."""
    found: Any = read_yaml(home() / "_config.yml")[0]
    for name in ("sphinx", "config", "repository_url"):
        found = found.get(name) if isinstance(found, dict) else None
    return found.rstrip("/") if isinstance(found, str) else ""
