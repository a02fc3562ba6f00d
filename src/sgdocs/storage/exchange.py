"""Swaps two names on the disk in one step, which Linux can and Windows cannot."""

import os
from errno import EINVAL, ENOSYS, ENOTSUP, EOPNOTSUPP
from pathlib import Path

__all__ = ["CANNOT_EXCHANGE", "exchange"]

CANNOT_EXCHANGE = frozenset({ENOSYS, EINVAL, ENOTSUP, EOPNOTSUPP})

_HERE = -100
_EXCHANGE = 2


def exchange(first: Path, second: Path) -> None:
    """Swap two names, or raise an OSError from CANNOT_EXCHANGE where that is not to be had."""
    if os.name == "nt":
        raise OSError(ENOSYS, os.strerror(ENOSYS))
    import ctypes  # noqa: PLC0415 - 5 ms, and only a replaced folder needs it

    swap = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if swap is None:
        raise OSError(ENOSYS, os.strerror(ENOSYS))
    ctypes.set_errno(0)
    if swap(_HERE, os.fsencode(first), _HERE, os.fsencode(second), _EXCHANGE):
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code), str(first), None, str(second))
