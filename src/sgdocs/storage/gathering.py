"""A disk for many savings: waited for once, as a whole or for several files at a time."""

import os
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from sgdocs.storage.disk import Disk
from sgdocs.storage.filesystems import sync_filesystem, syncs_whole

__all__ = ["GatheringDisk"]

_MOST_OPEN = 64
_AT_ONCE = 8


@dataclass(frozen=True, slots=True)
class GatheringDisk(Disk):
    """The real disk for a group of savings: nothing is confirmed before it is told to settle."""

    _whole: dict[int, int] = field(default_factory=dict, repr=False)
    """A handle on each file system that can be waited for as a whole."""
    _each: list[int] = field(default_factory=list, repr=False)
    """Handles on files that have to be waited for one by one."""

    _swept: set[Path] = field(default_factory=set, repr=False)

    def swept(self, folder: Path) -> bool:
        """Say whether a folder was swept for a saving of the group: once is enough for all."""
        known = folder in self._swept
        self._swept.add(folder)
        return known

    def sync(self, handle: int) -> None:
        """Have a file waited for when the disk is to settle."""
        device = os.fstat(handle).st_dev
        if device in self._whole:
            return
        if self.syncs_whole(device):
            self._whole[device] = os.dup(handle)
            return
        self._each.append(os.dup(handle))
        if len(self._each) >= _MOST_OPEN:
            self.settle()

    def sync_folder(self, path: Path) -> None:
        """Have a folder waited for when the disk is to settle, or wait where it cannot be so."""
        if self.windows:
            return
        device = os.stat(path).st_dev  # noqa: PTH116 - several of these for each case
        if device in self._whole:
            return
        if self.syncs_whole(device):
            self._whole[device] = os.open(path, os.O_RDONLY)
        else:
            Disk.sync_folder(self, path)

    def syncs_whole(self, device: int) -> bool:
        """Say whether one call confirms all that a file system holds."""
        return syncs_whole(device)

    def settle(self) -> None:
        """Wait until all of it is on the disk."""
        whole, each = tuple(self._whole.values()), tuple(self._each)
        self._whole.clear()
        self._each.clear()
        try:
            for handle in whole:
                sync_filesystem(handle)
            if each:
                with ThreadPoolExecutor(_AT_ONCE) as waiting:
                    list(waiting.map(os.fsync, each))
        finally:
            for handle in (*whole, *each):
                with suppress(OSError):
                    os.close(handle)
