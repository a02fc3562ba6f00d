"""Waits for a whole file system at once, which Linux can, where that confirms what it holds."""

import os
import sys
from functools import lru_cache
from pathlib import Path

__all__ = ["sync_filesystem", "syncs_whole"]

# Of these it is known that the call waits for every byte, name and journal; network drives and
# programs that play a disk may answer before that.
_KNOWN = frozenset({"ext3", "ext4", "xfs"})
_REPORTS_FAULTS = (5, 8)  # before that Linux waited, and told of no fault of a file
_MOUNTS = Path("/proc/self/mountinfo")


@lru_cache(maxsize=64)
def syncs_whole(device: int) -> bool:
    """Say whether the file system with this number can be waited for as a whole."""
    if sys.platform != "linux" or _linux() < _REPORTS_FAULTS:
        return False
    number = f"{os.major(device)}:{os.minor(device)}"
    try:
        lines = _MOUNTS.read_text(errors="replace").splitlines()
    except OSError:
        return False
    kinds = {_kind(line) for line in lines if line.split()[2] == number}
    return bool(kinds) and kinds <= _KNOWN and _call() is not None


def sync_filesystem(handle: int) -> None:
    """Wait until everything on a file's file system is on the disk."""
    import ctypes  # noqa: PLC0415 - 5 ms, and only many cases need it

    call = _call()
    ctypes.set_errno(0)
    if call is None or call(handle):
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))


def _linux() -> tuple[int, int]:
    major, minor, *_ = os.uname().release.split(".")
    return int(major), int(minor) if minor.isdecimal() else 0


def _kind(line: str) -> str:
    return line.rpartition(" - ")[2].split(" ")[0]


@lru_cache(maxsize=1)
def _call():  # type: ignore[no-untyped-def]
    import ctypes  # noqa: PLC0415 - see above

    return getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None)
