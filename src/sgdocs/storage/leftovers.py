"""Names what is half written, and sweeps away what a dead process left behind."""

import os
import re
from collections.abc import Callable
from contextlib import suppress
from errno import EEXIST
from functools import partial
from itertools import count
from pathlib import Path
from typing import TypeVar
from zlib import crc32

from sgdocs.errors import SgdocsError
from sgdocs.storage.disk import DISK, Disk
from sgdocs.storage.failures import failing_to_write
from sgdocs.storage.patience import patiently

__all__ = [
    "ASIDE",
    "TEMPORARY",
    "claim",
    "discard",
    "discard_aside",
    "discard_folder",
    "room_beside",
    "sweep",
    "swept",
]

TEMPORARY = "tmp"
ASIDE = "old"

_TRIES = 100
_LONGEST_NAME = 40
_SHAPE = re.compile(r"\.sgdocs-(tmp|old)-([0-9a-f]{8})-([0-9]{1,10})-[0-9]+\Z")
_numbers = count(1)

T = TypeVar("T")


def claim(folder: Path, kind: str, disk: Disk, make: Callable[[Path], T]) -> tuple[Path, T]:
    """Make something under a hidden name nobody has; the name tells nothing but whose it is."""
    for _ in range(_TRIES):
        place = folder / f".sgdocs-{kind}-{_machine(disk)}-{disk.process()}-{next(_numbers)}"
        with suppress(FileExistsError):
            return place, make(place)
    raise FileExistsError(EEXIST, os.strerror(EEXIST))


def room_beside(target: Path) -> int:
    """Say how much longer than the target's name its hidden neighbour's may be."""
    return max(0, _LONGEST_NAME - len(target.name))


def discard(path: Path, disk: Disk) -> None:
    """Remove a file of ours if it can be removed; what stays is swept later."""
    with suppress(OSError):
        disk.unlink(path)


def discard_folder(folder: Path, disk: Disk) -> None:
    """Remove a folder of ours and all in it as far as it goes; what stays is swept later."""
    with suppress(OSError):
        for entry in disk.listing(folder):
            if disk.is_folder(entry):
                discard_folder(entry, disk)
            else:
                discard(entry, disk)
        disk.rmdir(folder)


def discard_aside(aside: Path, disk: Disk) -> None:
    """Remove the folder that held an old version, once the new one is in place."""
    # Renamed first: half removed under its own name, a later sweep could put it back.
    with suppress(OSError):
        doomed, _ = claim(aside.parent, TEMPORARY, disk, partial(disk.rename, aside))
        discard_folder(doomed, disk)


def sweep(folder: Path, *, disk: Disk = DISK) -> tuple[Path, ...]:
    """Remove what dead processes of this machine left half done, and name what went."""
    if disk.swept(folder):
        return ()
    with failing_to_write(folder, windows=disk.windows):
        left = tuple(e for e in disk.listing(folder) if _abandoned(e.name, disk))
        for entry in left:
            _clear(entry, disk)
        return tuple(e for e in left if not disk.exists(e))


def swept(folder: Path, disk: Disk) -> None:
    """Do the same on the way to something else, which does not fail for it."""
    with suppress(SgdocsError):
        sweep(folder, disk=disk)


def _machine(disk: Disk) -> str:
    return f"{crc32(disk.host().encode()):08x}"


def _abandoned(name: str, disk: Disk) -> bool:
    shape = _SHAPE.match(name)
    # A colleague's process number means nothing here, so their machine sweeps its own.
    return bool(shape and shape[2] == _machine(disk) and not disk.alive(int(shape[3])))


def _clear(entry: Path, disk: Disk) -> None:
    if not disk.is_folder(entry):
        discard(entry, disk)
    elif f"-{ASIDE}-" in entry.name:
        _put_back(entry, disk)
        discard_aside(entry, disk)
    else:
        discard_folder(entry, disk)


def _put_back(aside: Path, disk: Disk) -> None:
    # Killed between taking the old folder away and putting the new one there: the old one holds.
    for kept in disk.listing(aside):
        home = aside.parent / kept.name
        if not disk.exists(home):
            patiently(partial(disk.replace, kept, home), disk)
            disk.sync_folder(home.parent)
