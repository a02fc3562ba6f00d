"""Says in plain words why something could not be written, and what to do about it."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sgdocs.errors import OutputFailed

__all__ = ["failing_to_write", "output_failed", "refuse_long_path"]

# Word and Outlook open nothing beyond this, whatever the registry allows.
_LONGEST_WINDOWS_PATH = 259

_FULL = ("the disk is full", "Free some space, then run the command again.")
_FAULTY = ("the disk reported a fault", "Ask whoever looks after the computer to check the disk.")
_FORBIDDEN = (
    "this account may not write there",
    "Choose a folder of your own, or ask for the right to write in this one.",
)
_HELD = (
    "another program has it open, it is marked read-only, or this account may not write there",
    "Close the file in Word (or let OneDrive or the virus scanner finish), then run the command "
    "again; if that does not help, choose another folder.",
)
_AWAY = ("the network drive does not answer", "Connect to it again, then run the command again.")
_GONE = ("the folder is not there", "Make the folder, or choose another.")
_IN_THE_WAY = (
    "something else already has that name",
    "Move it or choose another name, then run the command again.",
)
_NAME_TOO_LONG = ("the name is too long", "Choose a shorter name, or a folder nearer the top.")
_TOO_LONG = "Windows and Word open no path longer than 259 characters, and this one would be longer"
_SHORTEN = "Choose a folder nearer the top of the drive."

_REASONS = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: ("your share of the disk is used up", _FULL[1]),
    errno.EFBIG: ("the file is larger than this disk takes", "Choose another disk."),
    errno.EIO: _FAULTY,
    errno.EACCES: _FORBIDDEN,
    errno.EPERM: _FORBIDDEN,
    errno.EROFS: ("the disk is read-only", "Choose a folder on another disk."),
    errno.ENAMETOOLONG: _NAME_TOO_LONG,
    errno.ENOENT: _GONE,
    errno.ENOTDIR: ("part of the path is a file, not a folder", _GONE[1]),
    errno.EISDIR: ("there is a folder of that name", _IN_THE_WAY[1]),
    errno.EEXIST: _IN_THE_WAY,
    errno.ENOTEMPTY: _IN_THE_WAY,
    errno.EMFILE: ("too many files are open", "Close some programs, then run the command again."),
    errno.ESTALE: _AWAY,
    errno.ENOTCONN: _AWAY,
    errno.ETIMEDOUT: _AWAY,
    errno.EHOSTDOWN: _AWAY,
    errno.EHOSTUNREACH: _AWAY,
}


def output_failed(error: OSError, path: Path, *, windows: bool) -> OutputFailed:
    """Give the refusal for what the system reported."""
    reason, remedy = _HELD if windows and isinstance(error, PermissionError) else _reason(error)
    what = f"could not be written, because {reason}; what was there before is unchanged."
    return OutputFailed(what, where=str(path), remedy=remedy)


def _reason(error: OSError) -> tuple[str, str]:
    unknown = (f"the system reported “{error.strerror}”", "Put that right and run it again.")
    return _REASONS.get(error.errno or 0, unknown)


@contextmanager
def failing_to_write(path: Path, *, windows: bool) -> Iterator[None]:
    """Turn whatever the system reports into a refusal that names the place."""
    try:
        yield
    except OSError as error:
        raise output_failed(error, path, windows=windows) from error


def refuse_long_path(path: Path, *, windows: bool, room: int = 0) -> None:
    """Refuse, on Windows, a path that nobody could open; `room` is for its hidden neighbour."""
    if windows and len(str(path.absolute())) + room > _LONGEST_WINDOWS_PATH:
        raise OutputFailed(f"could not be written: {_TOO_LONG}.", where=str(path), remedy=_SHORTEN)
