"""Confirms that a new name has reached the disk, or goes back to what was there."""

from collections.abc import Callable
from pathlib import Path

from sgdocs.errors import OutputFailed
from sgdocs.storage.disk import Disk
from sgdocs.storage.savings import Saving

__all__ = ["confirm"]

_UNCONFIRMED = (
    "The new version is in place and whole, but the disk failed before confirming it, "
    "so a power cut could still lose it."
)
_REMEDY = "Have the disk checked, then run the command again."


def confirm(target: Path, disk: Disk, undo: Callable[[], None] | None) -> Saving[None]:
    """Confirm the name, or undo it and report the failure; without an undo, say what is there."""
    try:
        disk.sync_folder(target.parent)
        yield
    except OSError as error:
        if undo is None:
            raise _unconfirmed(target) from error
        try:
            undo()
        except OSError:
            raise _unconfirmed(target) from error
        raise


def _unconfirmed(target: Path) -> OutputFailed:
    return OutputFailed(_UNCONFIRMED, where=str(target), remedy=_REMEDY)
