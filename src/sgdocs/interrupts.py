"""Holds Ctrl-C back while something begins that must not be cut short in the middle."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["end_quietly", "held_back"]


@contextmanager
def held_back() -> Iterator[None]:
    """Let Ctrl-C wait until this has begun; a process that is begun here has it wait from then on.

    Windows cannot hold it back.
    """
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def end_quietly() -> None:
    """Have Ctrl-C end this process without a word: whoever began it says what there is to say."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
