"""Grading many files with every processor there is, in the order in which they came."""

import os
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import connection, get_all_start_methods, get_context, parent_process
from multiprocessing.context import BaseContext

from whosaysso.desk.files import Handed, NotReadError
from whosaysso.desk.grading import Graded, Grader, Refusal

FEW = 600
"""Files for which other processes are not worth their start."""

TOGETHER = 25
"""Files that go to another process at once."""

Came = Graded | Refusal
Read = tuple[str, bytes] | Refusal

_grader: list[Grader] = []


def in_turn(files: Iterable[Handed], many: int, grader: Grader) -> Iterator[Came]:
    """What came of each file, in their order."""
    read = map(_read, files)
    processors = os.cpu_count() or 1
    if many < FEW or processors == 1:
        yield from (_graded(each, grader) for each in read)
        return
    with ProcessPoolExecutor(processors, _beginning(), _begin, (grader,)) as others:
        waiting: deque[Future[list[Came]]] = deque()
        while batch := list(islice(read, TOGETHER)):
            waiting.append(others.submit(_grade_batch, batch))
            if len(waiting) > 4 * processors:
                yield from waiting.popleft().result()
        for each in waiting:
            yield from each.result()


def _beginning() -> BaseContext:
    """How processes begin: anew, or copied from one that was begun anew and has read this module.

    They are never copied from this one, in which somebody may hold a lock.
    """
    if "forkserver" not in get_all_start_methods():  # Windows
        return get_context("spawn")
    context = get_context("forkserver")
    context.set_forkserver_preload([__name__])
    return context


def _read(handed: Handed) -> Read:
    try:
        return handed.path, handed.read()
    except NotReadError as refused:
        return Refusal(handed.path, str(refused))


def _graded(read: Read, grader: Grader) -> Came:
    return read if isinstance(read, Refusal) else grader.grade(*read)


def _begin(grader: Grader) -> None:
    _grader[:] = [grader]
    if parent := parent_process():  # who is killed says nothing, and would leave us waiting for ever
        threading.Thread(target=lambda: (connection.wait([parent.sentinel]), os._exit(1)), daemon=True).start()


def _grade_batch(batch: list[Read]) -> list[Came]:
    return [_graded(each, _grader[0]) for each in batch]
