"""Writes a file that stands only if what belongs to it is written too."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

from sgdocs.errors import OutputFailed
from sgdocs.storage.disk import DISK, Disk
from sgdocs.storage.failures import failing_to_write
from sgdocs.storage.files import NO_LINKS, fill, write_file
from sgdocs.storage.leftovers import TEMPORARY, claim, discard
from sgdocs.storage.patience import patiently

__all__ = ["provisionally"]


@contextmanager
def provisionally(
    path: Path, data: bytes | str, *, exclusive: bool = False, disk: Disk = DISK
) -> Iterator[None]:
    """Write a file; where what follows fails, put back what was there before."""
    with failing_to_write(path, windows=disk.windows):
        kept = _kept(path, disk)
    try:
        write_file(path, data, exclusive=exclusive, disk=disk)
        try:
            yield
        except BaseException as error:
            _put_back(kept, path, error, disk)
            raise
    finally:
        if kept is not None:
            discard(kept, disk)


def _kept(path: Path, disk: Disk) -> Path | None:
    """Keep what is there under a second name, so that putting it back needs no room on the disk."""
    if not disk.exists(path):
        return None
    if not disk.windows:
        try:
            return claim(path.parent, TEMPORARY, disk, partial(disk.link, path))[0]
        except OSError as error:
            if error.errno not in NO_LINKS:
                raise
    before = disk.read(path)
    copy, handle = claim(path.parent, TEMPORARY, disk, disk.create)
    try:
        fill(handle, before, disk)
    except BaseException:
        discard(copy, disk)
        raise
    return copy


def _put_back(kept: Path | None, path: Path, error: BaseException, disk: Disk) -> None:
    try:
        if kept is None:
            patiently(partial(disk.unlink, path), disk)
        else:
            patiently(partial(disk.replace, kept, path), disk)
    except OSError:
        raise OutputFailed(
            "the new version is in place and whole, but what belongs to it could not be written.",
            where=str(path),
            remedy="Have the disk checked, then run the command again.",
        ) from error
    with suppress(OSError):  # it is back; why it had to go back is said already
        disk.sync_folder(path.parent)
