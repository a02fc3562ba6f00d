"""Where a case of a workspace keeps its ledger, its packs, and the pointer to the latest one."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from sgdocs.content import Content
from sgdocs.storage import DISK, Disk

__all__ = ["OURS", "POINTER", "Casebook", "casebook"]

POINTER = "current.json"
OURS = ".sgdocs"
"""The folder of what was worked out before, in the workspace."""


@dataclass(frozen=True, slots=True)
class Casebook:
    """Where a case of a workspace keeps its ledger and its packs."""

    workspace: Path
    folder: Path
    """The case file's own folder, in the workspace's folder of cases."""
    packs: Path
    disk: Disk = DISK

    @property
    def pointer(self) -> Path:
        """Give the file that names the latest pack and the ledger's last line."""
        return self.packs / POINTER

    def named(self, place: Path) -> str | None:
        """Name a place by its path in the workspace; nothing for one outside it."""
        whole = place.resolve()
        if not whole.is_relative_to(self.workspace):
            return None
        name = whole.relative_to(self.workspace).as_posix()
        return name if "/" in name else f"./{name}"


def casebook(path: Path, reference: str, content: Content, *, disk: Disk = DISK) -> Casebook | None:
    """Give the book of a case; nothing for a case file that lies in no workspace's `cases`."""
    if content.workspace is None:
        return None
    folder, workspace = path.resolve().parent, _real(content.workspace, content.stamp)
    if folder.parent != workspace / "cases":
        return None
    return Casebook(workspace, folder, workspace / "build" / reference, disk)


def _real(workspace: Path, stamp: str) -> Path:
    """Give where a workspace really is; for many cases it is looked up once."""
    return _real_once(workspace, stamp) if stamp else workspace.resolve()


@lru_cache(maxsize=4)
def _real_once(workspace: Path, _stamp: str) -> Path:
    return workspace.resolve()
