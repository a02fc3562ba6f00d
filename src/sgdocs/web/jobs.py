"""Work that takes longer than a page may: done beside the window, looked at while it goes on."""

import secrets
from collections.abc import Callable
from contextvars import copy_context
from dataclasses import dataclass, field
from threading import Lock, Thread
from typing import Any

from sgdocs.errors import SgdocsError

__all__ = ["Job", "Jobs", "Step", "new_job"]

_KEPT = 20

Step = Callable[[], None]


@dataclass(slots=True)
class Job:
    """One piece of work: how far it is, and what came of it."""

    id: str
    title: str
    owner: str
    total: int
    page: Callable[[Any, Any], Any] = field(repr=False)
    """Shows what came of it."""
    done: int = 0
    result: Any = field(default=None, repr=False)
    fault: str = ""
    finished: bool = False
    about: str = ""
    """The case it is about, where it is about one."""

    @property
    def running(self) -> bool:
        """Say whether it still goes on."""
        return not self.finished


class Jobs:
    """The pieces of work of this run, the last few of them."""

    def __init__(self) -> None:
        self._jobs: dict[str, Job] = {}
        self._lock = Lock()

    def begin(self, job: Job, work: Callable[[Step], Any]) -> Job:
        """Start a piece of work; it is given a way to say that another part is done."""
        with self._lock:
            self._jobs[job.id] = job
            finished = [one.id for one in self._jobs.values() if one.finished]
            for old in finished[: max(0, len(self._jobs) - _KEPT)]:
                del self._jobs[old]
        # With the context, so that those who note what is written hear of it.
        Thread(target=copy_context().run, args=(_run, job, work), daemon=True).start()
        return job

    def find(self, name: str, owner: str) -> Job | None:
        """Give somebody's own piece of work."""
        job = self._jobs.get(name)
        return job if job and job.owner == owner else None

    def of(self, owner: str) -> tuple[Job, ...]:
        """Give somebody's pieces of work, the latest first."""
        with self._lock:
            return tuple(job for job in reversed(self._jobs.values()) if job.owner == owner)


def new_job(title: str, owner: str, total: int, page: Callable[[Any, Any], Any]) -> Job:
    """Give a piece of work that has not begun."""
    return Job(secrets.token_urlsafe(9), title, owner, total, page)


def _run(job: Job, work: Callable[[Step], Any]) -> None:
    def step() -> None:
        job.done += 1

    try:
        job.result = work(step)
    except SgdocsError as refused:
        job.fault = str(refused)
    except Exception as fault:  # noqa: BLE001 - its message could quote a case; its kind cannot
        job.fault = f"A fault of ours ({type(fault).__name__})."
    finally:
        job.finished = True
