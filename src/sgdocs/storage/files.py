"""Writes one file whole or not at all, for its owner's eyes only."""

from collections.abc import Callable
from contextlib import suppress
from errno import EMLINK, ENOSYS, ENOTSUP, EOPNOTSUPP, EPERM
from functools import partial
from pathlib import Path

from sgdocs.errors import OutputFailed, SafetyRefused
from sgdocs.storage.confirmation import confirm
from sgdocs.storage.disk import DISK, Disk
from sgdocs.storage.failures import failing_to_write, refuse_long_path
from sgdocs.storage.leftovers import TEMPORARY, claim, discard, room_beside, swept
from sgdocs.storage.patience import patiently
from sgdocs.storage.savings import Saving, alone

__all__ = ["NO_LINKS", "fill", "private", "remove_file", "saving_file", "write_file"]

# Memory sticks and some shares know no second names.
NO_LINKS = frozenset({EPERM, ENOTSUP, EOPNOTSUPP, ENOSYS, EMLINK})


def write_file(
    path: Path, data: bytes | str, *, exclusive: bool = False, disk: Disk = DISK
) -> None:
    """Write a file in one step; `exclusive` never touches one that is there already."""
    alone(saving_file(path, data, exclusive=exclusive, disk=disk), disk)


def saving_file(
    path: Path, data: bytes | str, *, exclusive: bool = False, disk: Disk = DISK
) -> Saving[None]:
    """Do the same by the steps of a saving."""
    content = _as_bytes(path, data)
    refuse_long_path(path, windows=disk.windows, room=room_beside(path))
    swept(path.parent, disk)
    with failing_to_write(path, windows=disk.windows):
        temporary, handle = claim(path.parent, TEMPORARY, disk, disk.create)
        try:
            fill(handle, content, disk)
            yield
            put = _put_new if exclusive else _put_over
            yield from put(temporary, path, disk)
        finally:
            discard(temporary, disk)


def private(path: Path, *, disk: Disk = DISK) -> None:
    """Leave an existing file to its owner alone; on Windows the folder's access list decides."""
    with failing_to_write(path, windows=disk.windows):
        disk.make_private(path)


def remove_file(path: Path, *, disk: Disk = DISK) -> None:
    """Remove a file; one that is not there is gone already."""
    with failing_to_write(path, windows=disk.windows), suppress(FileNotFoundError):
        patiently(partial(disk.unlink, path), disk)
        disk.sync_folder(path.parent)


def fill(handle: int, content: bytes, disk: Disk) -> None:
    """Put all the bytes into a new file, have the disk confirm them, and close it."""
    try:
        rest = memoryview(content)
        while rest:
            rest = rest[disk.write(handle, rest) :]
        disk.sync(handle)
    finally:
        disk.close(handle)


def _as_bytes(path: Path, data: bytes | str) -> bytes:
    if isinstance(data, bytes):
        return data
    try:
        return data.encode()
    except UnicodeEncodeError:
        # Unchained: the original error quotes the text.
        raise OutputFailed(
            "could not be written: the text holds half a character.",
            where=str(path),
            remedy="Type the text again rather than pasting it.",
        ) from None


def _put_over(temporary: Path, target: Path, disk: Disk) -> Saving[None]:
    kept, undo = _way_back(target, disk)
    try:
        patiently(partial(disk.replace, temporary, target), disk)
        yield from confirm(target, disk, undo)
    finally:
        if kept is not None:
            discard(kept, disk)


def _way_back(target: Path, disk: Disk) -> tuple[Path | None, Callable[[], None] | None]:
    # Needed only for as long as confirming the folder can fail, which on Windows it cannot.
    if disk.windows:
        return None, None
    try:
        kept, _ = claim(target.parent, TEMPORARY, disk, partial(disk.link, target))
    except FileNotFoundError:
        return None, partial(disk.unlink, target)
    except OSError as error:
        if error.errno not in NO_LINKS:
            raise
        return None, None
    return kept, partial(disk.replace, kept, target)


def _put_new(temporary: Path, target: Path, disk: Disk) -> Saving[None]:
    try:
        _name_once(temporary, target, disk)
    except FileExistsError:
        raise SafetyRefused(
            "there is a file of that name already, and it must not be written over.",
            where=str(target),
            remedy="Look at it first; move it away if it is not wanted.",
        ) from None
    yield from confirm(target, disk, partial(disk.unlink, target))


def _name_once(temporary: Path, target: Path, disk: Disk) -> None:
    if disk.windows:
        patiently(partial(disk.rename, temporary, target), disk)
        return
    try:
        disk.link(temporary, target)
    except OSError as error:
        if error.errno not in NO_LINKS:
            raise
        _reserve(temporary, target, disk)


def _reserve(temporary: Path, target: Path, disk: Disk) -> None:
    # Without links the name is taken first, empty, so that nobody else's file is written over.
    disk.close(disk.create(target))
    try:
        disk.replace(temporary, target)
    except OSError:
        discard(target, disk)
        raise
