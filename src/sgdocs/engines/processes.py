"""Works in several processes of this computer."""

import multiprocessing
import os
import sys
from concurrent.futures import Executor, ProcessPoolExecutor
from pathlib import Path
from threading import Thread

__all__ = ["opened"]

_THREADS = Path("/proc/self/task")


def opened(count: int) -> Executor:
    """Begin so many processes: copies of this one where that is safe, which are there at once."""
    context = multiprocessing.get_context("fork" if _does_one_thing() else "spawn")
    return ProcessPoolExecutor(count, mp_context=context, initializer=_end_with_parent)


def _does_one_thing() -> bool:
    """Say whether nothing else goes on here, in no thread of any language, that a copy would lack.

    Only Linux says so; elsewhere each process starts afresh.
    """
    try:
        return sys.platform == "linux" and len(list(_THREADS.iterdir())) == 1
    except OSError:
        return False


def _end_with_parent() -> None:
    """See to it that this process ends when the one that began it was ended from outside."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        Thread(target=_wait_and_end, args=(parent,), daemon=True).start()


def _wait_and_end(parent: multiprocessing.process.BaseProcess) -> None:
    parent.join()
    os._exit(1)
