"""Have an engine do many pieces of work; none is lost because a worker is, and none done for it."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import (
    FIRST_COMPLETED,
    BrokenExecutor,
    CancelledError,
    Executor,
    Future,
    wait,
)
from dataclasses import dataclass
from typing import Any, TypeVar

from sgdocs.engines.naming import Engine

__all__ = ["Lost", "run_all"]

_AHEAD = 3
"""How many pieces each worker has before it: enough never to wait, few enough to hold in memory."""
_LOOK = 1.0

Work = TypeVar("Work")
Result = TypeVar("Result")
Pieces = Sequence[Sequence[Any]]


@dataclass(frozen=True, slots=True)
class Lost:
    """Work that did not come to an end, and why, in words without what it was about."""

    piece: tuple[Any, ...]
    what: str


def run_all(
    engine: Engine, work: Callable[[tuple[Work, ...]], Result], pieces: Iterable[tuple[Work, ...]]
) -> Iterator[Result | Lost]:
    """Give what comes of each piece, in the order it is done.

    Work must be such that doing a piece again does no harm: where a worker ends in the middle,
    others do its pieces again, one at a time, so that a piece nobody survives is found out.
    """
    waiting = deque(pieces)
    suspects: deque[tuple[Work, ...]] = deque()
    while waiting or suspects:
        under_way: dict[Future[Any], tuple[Work, ...]] = {}
        executor = engine.open()
        try:
            yield from _alone(executor, work, suspects)
            yield from _together(executor, work, (waiting, under_way), engine.at_once * _AHEAD)
        except BrokenExecutor:
            suspects.extend((one,) for piece in under_way.values() for one in piece)
        except _Unreachable:
            yield from (Lost(p, _GONE) for p in (*under_way.values(), *suspects, *waiting))
            return
        finally:
            executor.shutdown(wait=False, cancel_futures=True)


_GONE = "the engine was lost before it was done."
_ENDED = "the process that worked on it ended."


class _Unreachable(Exception):
    """The engine does not answer any more."""


def _alone(
    executor: Executor, work: Callable[..., Any], suspects: deque[tuple[Work, ...]]
) -> Iterator[Any]:
    """Do pieces one at a time: one that ends its process again is told, and not tried again."""
    while suspects:
        piece = suspects.popleft()
        future = executor.submit(work, piece)
        try:
            yield _result(future, executor, piece)
        except BrokenExecutor:
            yield Lost(piece, _ENDED)
            raise


def _together(
    executor: Executor,
    work: Callable[..., Any],
    pieces: tuple[deque[tuple[Work, ...]], dict[Future[Any], tuple[Work, ...]]],
    most: int,
) -> Iterator[Any]:
    waiting, under_way = pieces
    while waiting or under_way:
        while waiting and len(under_way) < most:
            piece = waiting.popleft()
            try:
                under_way[executor.submit(work, piece)] = piece
            except RuntimeError:  # the pool broke, or the client was closed, in between
                waiting.appendleft(piece)
                if not under_way:
                    raise BrokenExecutor from None
                break
        done, _ = wait(under_way, timeout=_LOOK, return_when=FIRST_COMPLETED)
        for future in done:
            yield _result(future, executor, under_way[future])
            del under_way[future]
        if not done and not getattr(executor, "reachable", True):
            raise _Unreachable


def _result(future: Future[Any], executor: Executor, piece: tuple[Any, ...]) -> Any:
    """Give what came of a piece; the words of a fault are dropped, they may quote a case."""
    while not future.done():
        wait([future], timeout=_LOOK)
        if not future.done() and not getattr(executor, "reachable", True):
            raise _Unreachable
    try:
        return future.result()
    except BrokenExecutor:
        raise
    except CancelledError:
        raise _Unreachable from None
    except Exception as fault:  # noqa: BLE001 - Dask raises its own kinds, such as KilledWorker
        return Lost(piece, _ENDED if type(fault).__name__ == "KilledWorker" else _fault(fault))


def _fault(fault: Exception) -> str:
    return f"a fault of ours ({type(fault).__name__})."
