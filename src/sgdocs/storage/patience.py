"""Waits a little on Windows, where Word, OneDrive or a virus scanner may hold a file."""

from collections.abc import Callable
from typing import TypeVar

from sgdocs.storage.disk import Disk

__all__ = ["patiently"]

# Just under two seconds in all: a scanner lets go within that, and a person still thinks it brisk.
_PAUSES = (0.02, 0.05, 0.1, 0.2, 0.4, 0.6, 0.6)

T = TypeVar("T")


def patiently(act: Callable[[], T], disk: Disk) -> T:
    """Do it, trying again on Windows for as long as another program holds the file."""
    for pause in _PAUSES if disk.windows else ():
        try:
            return act()
        except PermissionError:
            disk.sleep(pause)
    return act()
