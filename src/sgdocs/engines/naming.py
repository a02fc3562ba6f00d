"""Give the executor of an engine by its name; each is opened anew as often as one is lost."""

import os
import re
from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass

from sgdocs.engines import dask, processes
from sgdocs.engines.inprocess import InProcess
from sgdocs.errors import UsageRefused

__all__ = ["ENGINES", "Engine", "named"]

ENGINES = "in-process, processes, processes:N or dask://HOST:PORT"

_PROCESSES = re.compile(r"processes(?::([1-9][0-9]{0,2}))?\Z")
_DASK = re.compile(r"dask://([^/\s@?#]+:[0-9]{1,5})\Z")


@dataclass(frozen=True, slots=True)
class Engine:
    """A way to get an executor, and how many pieces of work it does at once."""

    name: str
    open: Callable[[], Executor]
    at_once: int

    @property
    def shares_memory(self) -> bool:
        """Say whether a fault of the work is this process's own."""
        return self.name == "in-process"


def named(name: str) -> Engine:
    """Give the engine of that name; a cluster is asked how many workers it has."""
    if name == "in-process":
        return Engine(name, InProcess, 1)
    if found := _PROCESSES.match(name):
        count = int(found[1] or 0) or os.cpu_count() or 1
        return Engine(name, lambda: processes.opened(count), count)
    if found := _DASK.match(name):
        address = found[1]
        return Engine(name, lambda: dask.opened(address), dask.workers(address))
    raise UsageRefused("there is no such engine.", remedy=f"There are: {ENGINES}.")
