"""Works in several processes of this computer."""

import multiprocessing
from concurrent.futures import Executor, ProcessPoolExecutor

__all__ = ["opened"]


def opened(count: int) -> Executor:
    """Begin so many processes; each starts afresh, as Windows does it everywhere."""
    return ProcessPoolExecutor(count, mp_context=multiprocessing.get_context("spawn"))
