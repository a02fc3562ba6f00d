"""Shares short work out among copies of this process, where that is sooner done."""

import multiprocessing
import os
import threading
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from typing import Any, TypeVar

from sgdocs.interrupts import end_quietly, held_back

__all__ = ["shared_out"]

Work = TypeVar("Work")
Result = TypeVar("Result")
_MOST = 4  # beyond that, copying what is known and gathering what is found eats the gain


def shared_out(
    work: Callable[[Work], Result], pieces: Sequence[Work], worth: Callable[[Work], int]
) -> list[Result]:
    """Give what comes of each piece, in their order; `worth` says how much work each is.

    Copies are made only where the system can (not on Windows) and nothing else goes on in this
    process; elsewhere, and where a copy is lost, all is done here.
    """
    shares = _shares(pieces, worth, _copies(len(pieces)))
    begun = [_begun(work, [pieces[n] for n in share]) for share in shares[1:]]
    done: dict[int, Result] = {n: work(pieces[n]) for n in shares[0]}
    for share, (process, end) in zip(shares[1:], begun, strict=True):
        results = _gathered(end)
        process.join()
        if results is None:
            results = [work(pieces[n]) for n in share]
        done.update(zip(share, results, strict=True))
    return [done[n] for n in range(len(pieces))]


def _copies(pieces: int) -> int:
    can = "fork" in multiprocessing.get_all_start_methods() and threading.active_count() == 1
    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1
    return min(allowed, _MOST, max(1, pieces // 8)) if can else 1


def _shares(pieces: Sequence[Work], worth: Callable[[Work], int], count: int) -> list[list[int]]:
    """Divide the pieces so that each share is about as much work."""
    shares: list[tuple[int, list[int]]] = [(0, []) for _ in range(count)]
    weights = [worth(piece) for piece in pieces]
    for number in sorted(range(len(pieces)), key=lambda n: -weights[n]):
        least = min(range(count), key=lambda n: shares[n][0])
        weight, share = shares[least]
        shares[least] = (weight + weights[number], [*share, number])
    return [share for _, share in shares]


def _begun(work: Callable[[Work], Result], share: list[Work]) -> tuple[Any, Any]:
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_done, args=(work, share, theirs))
    with held_back():
        process.start()
    theirs.close()
    return process, ours


def _done(work: Callable[[Work], Result], share: list[Work], end: Connection) -> None:
    """Do a share in a copy; a fault is left to be met again where it can be told."""
    end_quietly()
    try:
        results = [work(piece) for piece in share]
    except Exception:  # noqa: BLE001 - whoever asked does it again, and meets it
        end.close()
        return
    end.send(results)
    end.close()


def _gathered(end: Connection) -> list[Any] | None:
    try:
        results: list[Any] = end.recv()
    except (EOFError, OSError):
        return None
    return results
