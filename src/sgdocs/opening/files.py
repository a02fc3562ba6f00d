"""Read a file that somebody named, which may be a pipe or a device that never ends."""

import errno
from pathlib import Path
from stat import S_ISREG

__all__ = ["is_there", "read_ordinary"]


def read_ordinary(path: Path, most: int) -> bytes:
    """Give what a file holds; of one that is longer than `most`, one byte more than that.

    What is no ordinary file is an OSError, as one that cannot be opened is.
    """
    if not S_ISREG(path.stat().st_mode):
        raise OSError(errno.EINVAL, "not an ordinary file")
    with path.open("rb") as file:
        return file.read(most + 1)


def is_there(path: Path) -> bool:
    """Say whether a file is there that another file names; one no disk can name is not."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False
