"""Makes the n-th thing a program does to the disk fail, or kills the program at that moment.

Python reports every opening, renaming and making of a folder to an audit hook, whoever asks for it,
so nothing escapes; writing and confirming are no such reports, and are wrapped.
"""

import errno
import os
import signal
import sqlite3
import stat
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

__all__ = ["KILL", "KILL_HALFWAY", "Call", "Plan", "armed", "changes"]

KILL = -1
KILL_HALFWAY = -2
"""In the middle of a write, where it is one; else like KILL."""

_FOR_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC
_CHANGES = frozenset(
    {"rename", "mkdir", "link", "symlink", "remove", "rmdir", "chmod", "truncate", "utime"}
)
_LOOKS = frozenset({"listdir", "scandir"})
_WRAPPED = ("write", "fsync", "fdatasync", "writev", "pwrite", "sendfile", "copy_file_range")


@dataclass(frozen=True)
class Call:
    """One thing that was asked of the disk: what, and where."""

    what: str
    path: str
    ours: bool
    """Whether the room that writes asked for it."""

    @property
    def changes(self) -> bool:
        """Say whether it would change what is on the disk, or confirm it."""
        return self.what not in ("read", *_LOOKS)


def changes(calls: list[Call]) -> list[int]:
    """Give the numbers of the calls that change something."""
    return [number for number, call in enumerate(calls) if call.changes]


@dataclass
class Plan:
    """What is to go wrong: at which call, how, and whether from then on."""

    within: tuple[str, ...]
    """The folders that are watched."""
    at: int = -1
    how: int = 0
    lasting: bool = False
    slow: Callable[[str], None] | None = None
    """Called before each call, with what it is."""
    calls: list[Call] = field(default_factory=list)
    lock: Any = field(default_factory=threading.RLock)

    def meet(self, what: str, path: str) -> bool:
        """Count a call, and let it fail or kill the program where that is planned.

        True where it is to be done by half.
        """
        with self.lock:
            number = len(self.calls)
            self.calls.append(Call(what, path, _from_storage()))
        if self.slow:
            self.slow(what)
        if number != self.at and not (self.lasting and 0 <= self.at < number):
            return False
        if self.how == KILL_HALFWAY and what == "write":
            return True
        if self.how < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        if what == "connect":
            raise sqlite3.OperationalError("unable to open database file")
        raise OSError(self.how, os.strerror(self.how), path)


_plan: Plan | None = None
_installed: list[bool] = []


@contextmanager
def armed(plan: Plan) -> Iterator[None]:
    """Watch the disk for as long as this lasts."""
    global _plan  # noqa: PLW0603 - an audit hook can be given nothing, and never goes away
    if not _installed:
        _installed.append(True)
        sys.addaudithook(_heard)
    real = {name: getattr(os, name) for name in _WRAPPED if hasattr(os, name)}
    for name, function in real.items():
        setattr(os, name, _wrapped(name, function))
    _plan = plan
    try:
        yield
    finally:
        _plan = None
        for name, function in real.items():
            setattr(os, name, function)


def _heard(event: str, arguments: tuple[Any, ...]) -> None:
    if _plan is None:
        return
    if event == "open":
        _opened(_plan, *arguments)
    elif event == "sqlite3.connect":
        _at(_plan, "connect", arguments[0])
    elif event == "ctypes.dlsym" and arguments[1] == "renameat2":
        _plan.meet("exchange", "")
    elif event.startswith("os.") and event[3:] in _CHANGES | _LOOKS:
        _at(_plan, event[3:], arguments[0])


def _opened(plan: Plan, path: Any, mode: Any, flags: int) -> None:
    if isinstance(path, int):
        return
    if flags & _FOR_WRITING:
        _at(plan, "open", path)
    else:
        _at(plan, "open folder" if os.path.isdir(path) else "read", path)  # noqa: PTH112


def _at(plan: Plan, what: str, path: Any) -> None:
    name = _name_of(path)
    if name.startswith(plan.within):
        plan.meet(what, name)


def _name_of(path: Any) -> str:
    if isinstance(path, int):
        try:
            return str(Path(f"/proc/self/fd/{path}").readlink())
        except OSError:
            return ""
    return os.path.abspath(os.fsdecode(path or "."))  # noqa: PTH100 - resolves no link


def _wrapped(name: str, real: Callable[..., Any]) -> Callable[..., Any]:
    def call(handle: int, *arguments: Any) -> Any:
        plan, path = _plan, _name_of(handle)
        if plan is None or not path.startswith(plan.within) or not _on_disk(handle):
            return real(handle, *arguments)
        if plan.meet(name, path):
            data = arguments[0]
            real(handle, data[: max(1, len(data) // 2)])
            os.kill(os.getpid(), signal.SIGKILL)
        return real(handle, *arguments)

    return call


def _on_disk(handle: int) -> bool:
    try:
        mode = os.fstat(handle).st_mode
    except OSError as error:
        return error.errno != errno.EBADF
    return stat.S_ISREG(mode) or stat.S_ISDIR(mode)


def _from_storage() -> bool:
    frame = sys._getframe(1)
    inside = os.path.join("sgdocs", "storage", "")  # noqa: PTH118
    while frame is not None:
        if inside in frame.f_code.co_filename:
            return True
        frame = frame.f_back  # type: ignore[assignment]
    return False
