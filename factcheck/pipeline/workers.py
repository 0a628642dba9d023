"""Work on many things in processes of its own, in order, with a bounded number under way.

It stands apart because how to use both cores is the same for a file of lines and a folder of articles. Processes are
spawned, never forked: beside DuckDB and torch a fork may hang. Each reads with one thread, for the processes are what
shares out the cores. Little work is done in the caller's process, where no model is loaded twice.
"""

from __future__ import annotations

import gc
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import chain
from multiprocessing import get_context, parent_process
from typing import TypeVar

from factcheck.errors import FactcheckError

T = TypeVar("T")
R = TypeVar("R")

ENOUGH = 400_000
"""Code points of text from which on a second process is worth its start, some seconds a process."""
_UNDER_WAY = 4
"""Things given to each process beforehand, so that none waits."""
_ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


def cores() -> int:
    """How many processes can run at once here, 1 where that can't be told."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def mapped(
    work: Callable[[T], R],
    things: Iterable[T],
    *,
    processes: int,
    weight: Callable[[T], int],
    enough: int = ENOUGH,
) -> Iterator[R]:
    """``work`` on each of ``things``, in their order; in the caller's process where they are few or ``processes`` is 1.

    Args:
        work: a function of a module, or a partial of one: it is sent to the processes by name.
        processes: how many at most. weight: the code points of a thing; ``enough``: from how many on processes are
            started. 0 starts them without looking ahead.

    Raises:
        FactcheckError: a process died.
    """
    if processes <= 1:
        yield from map(work, things)
        return
    rest = iter(things)
    head: list[T] = []
    total = 0
    while total < enough:
        thing = next(rest, _END)
        if thing is _END:
            yield from map(work, head)
            return
        head.append(thing)  # type: ignore[arg-type]
        total += weight(head[-1])
    yield from _in_processes(work, chain(head, rest), processes)


_END = object()


def _in_processes(work: Callable[[T], R], things: Iterable[T], processes: int) -> Iterator[R]:
    pool = ProcessPoolExecutor(processes, mp_context=get_context("spawn"), initializer=_begin)
    under_way: deque[Future[R]] = deque()
    finished = False
    try:
        for number, thing in enumerate(things):
            if number == 0:
                with _quiet_start():
                    under_way.append(pool.submit(work, thing))
            else:
                under_way.append(pool.submit(work, thing))
            while under_way and (len(under_way) >= processes * _UNDER_WAY or under_way[0].done()):
                yield under_way.popleft().result()
        while under_way:
            yield under_way.popleft().result()
        finished = True
    except BrokenProcessPool as error:
        raise FactcheckError(
            "a process that reads texts was stopped, for want of memory perhaps", remedy="Try again with --processes 1"
        ) from error
    finally:
        if not finished:
            for process in list((pool._processes or {}).values()):
                process.terminate()
        pool.shutdown(wait=finished, cancel_futures=True)


@contextmanager
def _quiet_start() -> Iterator[None]:
    """What processes started meanwhile inherit: one thread for numbers, and no ear for Ctrl-C, the caller's matter."""
    before = {name: os.environ.get(name) for name in _ONE_THREAD}
    heeding = threading.current_thread() is threading.main_thread()
    handler = signal.signal(signal.SIGINT, signal.SIG_IGN) if heeding else None
    os.environ.update(dict.fromkeys(_ONE_THREAD, "1"))
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
        if heeding:
            signal.signal(signal.SIGINT, handler)


def _begin() -> None:
    """Makes a new process ready: the parser is loaded, and what it consists of no longer looked through for garbage."""
    from factcheck.extract.parsing import pipeline

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_caller, daemon=True).start()
    pipeline()
    gc.collect()
    gc.freeze()


def _end_with_caller() -> None:
    """Ends this process when the caller's is no more: killed, it tells nobody, and they would wait on."""
    caller = parent_process()
    if caller is not None:
        caller.join()
        os._exit(1)
