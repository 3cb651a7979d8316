"""Grading many files with every processor there is, in the order in which they came."""

import os
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import connection, forkserver, get_all_start_methods, get_context, parent_process

from whosaysso.desk.files import Handed, NotReadError
from whosaysso.desk.grading import Graded, Grader, Refusal

FEW = 600
"""Files for which other processes are not worth their start."""

TOGETHER = 25
"""Files that go to another process at once."""

Came = Graded | Refusal
Read = tuple[str, bytes] | Refusal

_HOW = "forkserver" if "forkserver" in get_all_start_methods() else "spawn"  # Windows has the second alone

_grader: list[Grader] = []


def get_ready(many: int) -> None:
    """Where so many files go to several processes, begin the one from which these are copied: it reads code meanwhile.

    They are never copied from this one, in which somebody may hold a lock.
    """
    if _processors(many) > 1 and _HOW == "forkserver":
        get_context(_HOW).set_forkserver_preload([__name__])
        forkserver.ensure_running()


def in_turn(files: Iterable[Handed], many: int, grader: Grader) -> Iterator[Came]:
    """What came of each file, in their order."""
    read = map(_read, files)
    processors = _processors(many)
    if processors == 1:
        yield from (_graded(each, grader) for each in read)
        return
    with ProcessPoolExecutor(processors, get_context(_HOW), _begin, (grader,)) as others:
        waiting: deque[Future[list[Came]]] = deque()
        while batch := list(islice(read, TOGETHER)):
            waiting.append(others.submit(_grade_batch, batch))
            if len(waiting) > 4 * processors:
                yield from waiting.popleft().result()
        for each in waiting:
            yield from each.result()


def _processors(many: int) -> int:
    return 1 if many < FEW else os.cpu_count() or 1


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
