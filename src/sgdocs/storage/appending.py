"""Adds to the end of a file, confirmed on the disk, or leaves it as it was."""

from contextlib import suppress
from functools import partial
from pathlib import Path

from sgdocs.errors import OutputFailed
from sgdocs.storage.confirmation import confirm
from sgdocs.storage.disk import DISK, Disk
from sgdocs.storage.failures import failing_to_write, refuse_long_path
from sgdocs.storage.patience import patiently
from sgdocs.storage.savings import Saving, alone

__all__ = ["append_file", "appending_file"]

_UNSURE = "may end in something that was not confirmed, because the disk failed twice"
_REMEDY = "Have the disk checked, then run the command again: it looks at the end first."


def append_file(path: Path, data: bytes, *, disk: Disk = DISK) -> None:
    """Add bytes at the end of a private file, made where there is none; all of them or nothing."""
    alone(appending_file(path, data, disk=disk), disk)


def appending_file(path: Path, data: bytes, *, disk: Disk = DISK) -> Saving[None]:
    """Do the same by the steps of a saving."""
    refuse_long_path(path, windows=disk.windows)
    with failing_to_write(path, windows=disk.windows):
        new = not disk.exists(path)
        handle = patiently(partial(disk.open_end, path), disk)
        try:
            yield from _add(handle, data, path, disk)
        except OSError:
            if new:
                with suppress(OSError):
                    disk.unlink(path)
            raise
        finally:
            # The bytes are confirmed, or taken back: what closing says changes neither.
            with suppress(OSError):
                disk.close(handle)
        if new:
            yield from confirm(path, disk, partial(disk.unlink, path))


def _add(handle: int, data: bytes, path: Path, disk: Disk) -> Saving[None]:
    before = disk.size(handle)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[disk.write(handle, rest) :]
        disk.sync(handle)
        yield
    except OSError:
        yield from _take_back(handle, before, path, disk)
        raise


def _take_back(handle: int, before: int, path: Path, disk: Disk) -> Saving[None]:
    try:
        disk.cut(handle, before)
        disk.sync(handle)
        yield
    except OSError as error:
        raise OutputFailed(_UNSURE + ".", where=str(path), remedy=_REMEDY) from error
