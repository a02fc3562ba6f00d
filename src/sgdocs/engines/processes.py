"""Works in several processes of this computer."""

import multiprocessing
import os
from concurrent.futures import Executor, ProcessPoolExecutor
from threading import Thread

__all__ = ["opened"]


def opened(count: int) -> Executor:
    """Begin so many processes; each starts afresh, as Windows does it everywhere."""
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(count, mp_context=context, initializer=_end_with_parent)


def _end_with_parent() -> None:
    """See to it that this process ends when the one that began it was ended from outside."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        Thread(target=_wait_and_end, args=(parent,), daemon=True).start()


def _wait_and_end(parent: multiprocessing.process.BaseProcess) -> None:
    parent.join()
    os._exit(1)
