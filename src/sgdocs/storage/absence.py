"""Tells a file that is not there from one that the disk would not give."""

from errno import EBADF, EINVAL, EISDIR, ELOOP, ENAMETOOLONG, ENOENT, ENOTDIR

__all__ = ["is_absent"]

_NOT_THERE = frozenset({ENOENT, ENOTDIR, EISDIR, ELOOP, EBADF, ENAMETOOLONG, EINVAL})


def is_absent(error: OSError) -> bool:
    """Say whether there is no such file, or none that a name like this could have."""
    return error.errno in _NOT_THERE
