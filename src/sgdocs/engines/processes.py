"""Works in several processes of this computer."""

import multiprocessing
import sys
from concurrent.futures import Executor, ProcessPoolExecutor
from pathlib import Path

__all__ = ["opened"]

_THREADS = Path("/proc/self/task")


def opened(count: int) -> Executor:
    """Begin so many processes: copies of this one where that is safe, which are there at once."""
    begun = "fork" if _does_one_thing() else "spawn"
    return ProcessPoolExecutor(count, mp_context=multiprocessing.get_context(begun))


def _does_one_thing() -> bool:
    """Say whether nothing else goes on here, in no thread of any language, that a copy would lack.

    Only Linux says so; elsewhere each process starts afresh.
    """
    try:
        return sys.platform == "linux" and len(list(_THREADS.iterdir())) == 1
    except OSError:
        return False
