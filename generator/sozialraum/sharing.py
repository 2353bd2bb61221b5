"""Work shared among processes, of which this one is a part.

What the work needs is there when the others are forked, so nothing is sent to
them but a number. Memory is why this process works too: one that only waits
keeps its own copy of everything the others touch.

The others end with this one, however it ends: Ctrl-C is for this process
alone, which then ends them; where it is killed, they see for themselves.
"""

from __future__ import annotations

import os
import signal
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager, suppress
from multiprocessing import active_children, get_all_start_methods, get_context, parent_process
from threading import Thread
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from multiprocessing.connection import Connection

T = TypeVar("T")
R = TypeVar("R")


def shared(work: Callable[[T], R], items: Sequence[T], processes: int) -> Iterator[R]:
    """Yield what `work` makes of each item, in their order; the results of others are pickled."""
    if processes == 1 or len(items) == 1 or "fork" not in get_all_start_methods():
        yield from map(work, items)
        return
    _at_work[:] = [(work, items)]
    with ProcessPoolExecutor(min(processes, len(items)) - 1, get_context("fork"), _begin) as pool, _ended_together():
        with _forking():
            others = [pool.submit(_work, number) for number in range(len(items))]
        made: dict[int, R] = {}
        for number in reversed(range(len(items))):
            if not others[number].cancel():
                break
            made[number] = work(items[number])
        yield from (made[number] if number in made else each.result() for number, each in enumerate(others))


def beside(work: Callable[[], R], processes: int) -> Callable[[], R]:
    """Begin work in a process of its own; return what waits for its result, which is pickled.

    With one process only, and where that process fails, the work is done here when its result is asked for.
    Where it never is, the process ends with this one. The work starts no processes of its own.
    """
    if processes == 1 or "fork" not in get_all_start_methods():
        return work
    context = get_context("fork")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_tell, args=(work, there), daemon=True)
    with _forking():
        process.start()
    there.close()

    def result() -> R:
        with here:
            try:
                made: R = here.recv()
            except (EOFError, OSError):  # ended before or while it told
                made = work()
        process.join()
        return made

    return result


def _tell(work: Callable[[], Any], parent: Connection) -> None:
    """Send the parent what the work made; nothing where it failed, since the parent then sees for itself."""
    _begin()
    with parent, suppress(Exception):
        parent.send(work())


_ENDING = (signal.SIGINT, signal.SIGTERM)
"""The signals that ask a program to end."""


@contextmanager
def _forking() -> Iterator[None]:
    """Let signals wait while processes are forked: what their handlers raise is lost in what runs around a fork."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _ENDING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _ended_together() -> Iterator[None]:
    """End the others at once where this process gives up, instead of waiting until they have done their share."""
    try:
        yield
    except BaseException:
        for each in active_children():
            each.terminate()
        raise


def _begin() -> None:
    """Begin a forked process: what this one does about signals is not its own to do."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _ENDING)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


_at_work: list[tuple[Callable[[Any], Any], Sequence[Any]]] = []
"""What is being worked on, handed over by the fork."""


def _work(number: int) -> Any:
    work, items = _at_work[0]
    return work(items[number])
