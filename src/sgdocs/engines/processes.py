"""Works in several processes of this computer."""

import multiprocessing
import os
import sys
from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from pathlib import Path
from threading import Thread
from typing import Any

from sgdocs.interrupts import end_quietly, held_back

__all__ = ["opened"]

_THREADS = Path("/proc/self/task")


class _Pool(ProcessPoolExecutor):
    """A pool whose processes are ended by Ctrl-C without a word, however early it comes."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Hand work over; the first times, a process is begun for it."""
        with held_back():
            return super().submit(fn, *args, **kwargs)


def opened(count: int) -> Executor:
    """Begin so many processes: copies of this one where that is safe, which are there at once."""
    context = multiprocessing.get_context("fork" if _does_one_thing() else "spawn")
    return _Pool(count, mp_context=context, initializer=_begin)


def _does_one_thing() -> bool:
    """Say whether nothing else goes on here, in no thread of any language, that a copy would lack.

    Only Linux says so; elsewhere each process starts afresh.
    """
    try:
        return sys.platform == "linux" and len(list(_THREADS.iterdir())) == 1
    except OSError:
        return False


def _begin() -> None:
    """See to it that this process ends when it is stopped, or the one that began it was ended."""
    end_quietly()
    parent = multiprocessing.parent_process()
    if parent is not None:
        Thread(target=_wait_and_end, args=(parent,), daemon=True).start()


def _wait_and_end(parent: multiprocessing.process.BaseProcess) -> None:
    parent.join()
    os._exit(1)
