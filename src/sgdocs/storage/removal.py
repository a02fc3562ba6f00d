"""Removes files and folders for good, as far as the file system goes, or says what stays."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

from sgdocs.storage.disk import DISK, Disk
from sgdocs.storage.failures import failing_to_write
from sgdocs.storage.patience import patiently

__all__ = ["remove", "remove_within"]


def remove(place: Path, *, disk: Disk = DISK) -> None:
    """Remove a file, or a folder and all in it; a link is removed, never what it leads to."""
    with failing_to_write(place, windows=disk.windows):
        if disk.exists(place):
            _remove(place, disk)
            disk.sync_folder(place.parent)


def remove_within(folder: Path, goes: Callable[[Path], bool], *, disk: Disk = DISK) -> None:
    """Remove what is to go of the things in a folder."""
    with failing_to_write(folder, windows=disk.windows):
        for place in disk.listing(folder):
            if goes(place):
                _remove(place, disk)
        disk.sync_folder(folder)


def _remove(place: Path, disk: Disk) -> None:
    if not disk.is_folder(place):
        _unlink(place, disk)
        return
    for entry in disk.listing(place):
        _remove(entry, disk)
    patiently(partial(disk.rmdir, place), disk)


def _unlink(place: Path, disk: Disk) -> None:
    if disk.windows:
        # A file marked read-only, as some that come by mail are, cannot be removed there.
        with suppress(OSError):
            disk.make_writable(place)
    patiently(partial(disk.unlink, place), disk)
