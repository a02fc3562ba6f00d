"""Puts a finished folder in its place, so that at no moment are both old and new gone."""

from contextlib import suppress
from functools import partial
from pathlib import Path

from sgdocs.errors import OutputFailed
from sgdocs.storage.confirmation import confirm
from sgdocs.storage.disk import Disk
from sgdocs.storage.exchange import CANNOT_EXCHANGE
from sgdocs.storage.leftovers import ASIDE, claim, discard_aside
from sgdocs.storage.patience import patiently
from sgdocs.storage.savings import Saving

__all__ = ["put_new", "put_over"]


def put_new(stage: Path, target: Path, disk: Disk) -> Saving[None]:
    """Give a finished folder its name."""
    patiently(partial(disk.replace, stage, target), disk)
    yield from confirm(target, disk, partial(disk.replace, target, stage))


def put_over(stage: Path, target: Path, disk: Disk) -> Saving[None]:
    """Put a finished folder in the place of an old one."""
    try:
        disk.exchange(stage, target)
    except OSError as error:
        if error.errno not in CANNOT_EXCHANGE:
            raise
        yield from _put_by_turns(stage, target, disk)
    else:
        yield from confirm(target, disk, partial(disk.exchange, stage, target))


def _put_by_turns(stage: Path, target: Path, disk: Disk) -> Saving[None]:
    aside, _ = claim(target.parent, ASIDE, disk, disk.mkdir)
    kept = aside / target.name
    try:
        patiently(partial(disk.replace, target, kept), disk)
        try:
            patiently(partial(disk.replace, stage, target), disk)
        except OSError:
            _turn_back(kept, target, disk)
            raise
        yield from confirm(target, disk, partial(_undo_turns, stage, target, kept, disk))
    except BaseException:
        # Goes only when empty: what else it holds, the next sweep puts back or clears away.
        with suppress(OSError):
            disk.rmdir(aside)
        raise
    discard_aside(aside, disk)


def _undo_turns(stage: Path, target: Path, kept: Path, disk: Disk) -> None:
    disk.replace(target, stage)
    _turn_back(kept, target, disk)


def _turn_back(kept: Path, target: Path, disk: Disk) -> None:
    try:
        patiently(partial(disk.replace, kept, target), disk)
    except OSError as error:
        raise OutputFailed(
            f"the disk failed halfway; the old folder is whole and is now called {kept}.",
            where=str(target),
            remedy="Run the command again: it puts the old folder back first.",
        ) from error
