"""Lists and reads every file below a folder, or says that it cannot: none may be missed."""

import os
from collections.abc import Iterator
from pathlib import Path

from sgdocs.errors import InputRefused
from sgdocs.storage.absence import is_absent

__all__ = ["files_below", "read_whole"]

_REMEDY = "Check that the disk is connected and that this account may read it."


def files_below(folder: Path) -> tuple[Path, ...]:
    """Give all that lies below a folder and is none itself, links too, in order.

    A folder that is not there holds nothing. One that cannot be looked into is an error, where
    `rglob` would pass over it.
    """
    return tuple(sorted(_below(folder)))


def read_whole(path: Path) -> bytes:
    """Give a file's bytes."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputRefused("could not be read.", where=str(path), remedy=_REMEDY) from error


def _below(folder: Path) -> Iterator[Path]:
    for here, folders, names in os.walk(folder, onerror=_tell):
        yield from (Path(here, name) for name in names)
        yield from (link for name in folders if (link := Path(here, name)).is_symlink())


def _tell(error: OSError) -> None:
    if not is_absent(error):
        raise InputRefused(
            "could not be looked into.",
            where=str(error.filename),
            remedy=_REMEDY,
        ) from error
