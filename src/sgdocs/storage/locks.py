"""Lets one program at a time work on a case or a workspace, and names who holds it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import EINVAL, ENOENT, ENOLCK, ENOSYS, ENOTSUP, EOPNOTSUPP
from pathlib import Path
from typing import TYPE_CHECKING

from sgdocs.errors import Busy
from sgdocs.storage.disk import DISK, Disk
from sgdocs.storage.failures import failing_to_write
from sgdocs.storage.leftovers import discard

if TYPE_CHECKING:
    from filelock import BaseFileLock

__all__ = ["locked"]

_LONGEST_NOTE = 120
_SOMEBODY = "another program"
_NO_LOCKS = frozenset({ENOSYS, ENOLCK, ENOTSUP, EOPNOTSUPP, EINVAL})


@contextmanager
def locked(
    path: Path, *, owner: str, wait_seconds: float = 10, disk: Disk = DISK
) -> Iterator[None]:
    """Hold the one lock of a case file or workspace folder; `owner` is the command's name."""
    lock, note = _places(path)
    with failing_to_write(path, windows=disk.windows):
        held = _take(lock, wait_seconds, disk)
    if held is None:
        raise _busy(path, note, disk)
    try:
        _write_note(note, f"{disk.process()}\n{disk.host()}\n{owner}\n", disk)
        yield
    finally:
        discard(note, disk)
        # A lock that cannot be let go now ends with the process.
        with suppress(OSError):
            held.release()


def _write_note(note: Path, text: str, disk: Disk) -> None:
    """Say who holds the lock; whether the disk has it yet does not matter, the lock ends first."""
    discard(note, disk)
    with failing_to_write(note, windows=disk.windows):
        handle = disk.create(note)
        try:
            disk.write(handle, memoryview(text.encode()))
        finally:
            disk.close(handle)


def _places(path: Path) -> tuple[Path, Path]:
    lock = path / ".sgdocs-lock" if path.is_dir() else path.with_name(f".{path.name}.sgdocs-lock")
    return lock, lock.with_name(f"{lock.name}-owner")


def _take(lock: Path, wait_seconds: float, disk: Disk) -> "BaseFileLock | None":
    if not lock.parent.is_dir():
        raise FileNotFoundError(ENOENT, os.strerror(ENOENT))
    try:
        return _acquired(disk.native_lock(lock), wait_seconds)
    except OSError as error:
        if error.errno not in _NO_LOCKS:
            raise
    # Under a name of its own: the empty file the first attempt left would read as somebody's.
    return _acquired(disk.soft_lock(lock.with_name(f"{lock.name}-soft")), wait_seconds)


def _acquired(lock: "BaseFileLock", wait_seconds: float) -> "BaseFileLock | None":
    from filelock import Timeout  # noqa: PLC0415 - 45 ms, and most commands take no lock

    try:
        lock.acquire(timeout=wait_seconds)
    except Timeout:
        return None
    return lock


def _busy(path: Path, note: Path, disk: Disk) -> Busy:
    return Busy(
        f"is being worked on by {_owner(note, disk)}.",
        where=str(path),
        remedy="Wait until it has finished, then run the command again.",
    )


def _owner(note: Path, disk: Disk) -> str:
    try:
        process, host, command = disk.read(note).decode(errors="replace").splitlines()
        number = int(process)
    except (OSError, ValueError):
        return _SOMEBODY
    # The note of a program that was killed stays until the next one writes its own.
    if host == disk.host() and not disk.alive(number):
        return _SOMEBODY
    return f"“{_plain(command)}” (process {number} on {_plain(host) or 'this network'})"


def _plain(text: str) -> str:
    return "".join(c for c in text if c.isprintable())[:_LONGEST_NOTE]
