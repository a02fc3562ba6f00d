"""Tells whether the process that left something behind is still running."""

import os
from typing import Any

__all__ = ["alive", "alive_on_windows"]

_LARGEST_NUMBER = 2**31 - 1
_SYNCHRONIZE = 0x100000
_NOT_INHERITED = 0
_NO_SUCH_PROCESS = 87
_ENDED = 0


def alive(number: int) -> bool:
    """Say whether a process runs under this number on this machine."""
    if not 0 < number <= _LARGEST_NUMBER:
        return False
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def alive_on_windows(number: int, kernel: Any = None) -> bool:
    """Say the same on Windows, where os.kill(number, 0) would send Ctrl-C instead of asking."""
    if not 0 < number <= _LARGEST_NUMBER:
        return False
    kernel = kernel or _kernel()
    try:
        handle = kernel.OpenProcess(_SYNCHRONIZE, _NOT_INHERITED, number)
    except OSError as error:
        # Another person's process may not be opened: only "no such number" proves an end.
        return getattr(error, "winerror", 0) != _NO_SUCH_PROCESS
    try:
        return bool(kernel.WaitForSingleObject(handle, 0) != _ENDED)
    finally:
        kernel.CloseHandle(handle)


def _kernel() -> Any:
    import _winapi  # noqa: PLC0415 - exists on Windows only

    return _winapi
