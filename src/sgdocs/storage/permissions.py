"""Finds what other people on the same computer could read."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, NoReturn

from sgdocs.errors import InputRefused
from sgdocs.storage.disk import DISK, Disk

__all__ = ["PermissionsReport", "permissions_report"]

_ON_WINDOWS = (
    "Windows decides by the folder's access list, which was not looked at: "
    "in Explorer, see Properties, Security."
)


class PermissionsReport(NamedTuple):
    """The places open to others, or the reason why none could be looked for."""

    places: tuple[Path, ...]
    reason: str


def permissions_report(folder: Path, *, disk: Disk = DISK) -> PermissionsReport:
    """List the folder and what lies in it that the group or others have any right to."""
    if disk.windows:
        return PermissionsReport((), _ON_WINDOWS)
    try:
        return PermissionsReport(tuple(sorted(_open_to_others(folder))), "")
    except OSError as error:
        raise _unreadable(error, folder) from error


def _open_to_others(folder: Path) -> Iterator[Path]:
    for place in _places(folder):
        mode = place.lstat().st_mode
        # A link's own mode means nothing; what it leads to is listed where it lies.
        if not stat.S_ISLNK(mode) and mode & (stat.S_IRWXG | stat.S_IRWXO):
            yield place


def _places(folder: Path) -> Iterator[Path]:
    yield folder
    for here, folders, files in os.walk(folder, onerror=_raise):
        yield from (Path(here, name) for name in (*folders, *files))


def _raise(error: OSError) -> NoReturn:
    raise error


def _unreadable(error: OSError, folder: Path) -> InputRefused:
    return InputRefused(
        "could not be looked into.",
        where=str(error.filename or folder),
        remedy="Check that the folder exists and that this account may read it.",
    )
