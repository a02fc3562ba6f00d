"""Works in this process, one piece after the other."""

from collections.abc import Callable
from concurrent.futures import Executor, Future
from typing import Any

__all__ = ["InProcess"]


class InProcess(Executor):
    """An executor whose work is done when it is handed over."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Do the work, and give what came of it as other executors do."""
        future: Future[Any] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as fault:  # noqa: BLE001 - whoever asks for the result gets it
            future.set_exception(fault)
        return future
