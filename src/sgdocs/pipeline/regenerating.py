"""Make anew what is stale in many cases, and nothing else; one bad case stops no other."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from functools import partial

from sgdocs.content import Content
from sgdocs.engines import Engine, InProcess, Lost, run_all
from sgdocs.pipeline.freshlist import Remembered
from sgdocs.pipeline.refreshing import (
    CaseJob,
    Outcome,
    Ready,
    Terms,
    is_fresh,
    prepare,
    put_ready,
    remember,
    told,
)

__all__ = ["CaseJob", "Outcome", "Terms", "regenerate", "regenerate_some"]

_WRITERS = 8
_PER_PIECE = 32
"""How many cases an engine takes at once: enough that the way there does not count."""


def regenerate(
    jobs: Sequence[CaseJob], engine: Engine, heard: Callable[[Outcome], None]
) -> tuple[Outcome, ...]:
    """Bring the packs of many cases up to date; what an interrupted run has done stays done.

    `heard` is told of each case as it is done.
    """
    found: list[Outcome] = []
    for outcome in _outcomes(jobs, engine):
        found.append(outcome)
        heard(outcome)
    return tuple(sorted(found, key=lambda one: one.path))


def _outcomes(jobs: Sequence[CaseJob], engine: Engine) -> Iterator[Outcome]:
    """Look at every case here, which is quick; the engine has those in which something is stale."""
    stale: list[CaseJob] = []
    content = jobs[0].terms.content() if jobs else Content()
    known = Remembered(content)
    for job in jobs:
        if is_fresh(job, content, known):
            yield Outcome(job.path, "fresh")
        else:
            stale.append(job)
    for result in run_all(engine, regenerate_some, _pieces(stale, engine.at_once)):
        if isinstance(result, Lost):
            yield from (Outcome(job.path, "failed", fault=result.what) for job in result.piece)
            continue
        for outcome in result:
            remember(outcome, content, known)
            yield outcome
    known.keep()


def _pieces(jobs: Sequence[CaseJob], at_once: int) -> Iterator[tuple[CaseJob, ...]]:
    size = max(1, min(_PER_PIECE, len(jobs) // (at_once * 4)))
    return (tuple(jobs[start : start + size]) for start in range(0, len(jobs), size))


def regenerate_some(jobs: tuple[CaseJob, ...]) -> tuple[Outcome, ...]:
    """Bring some cases up to date; the work an engine is given.

    Where a letter or rule is changed while they are made, they are made again by what it says now.
    """
    content = jobs[0].terms.content()
    found = _all_of(jobs, content, anew=False)
    now = jobs[0].terms.content()
    return found if now == content else _all_of(jobs, now, anew=True)


def _all_of(jobs: tuple[CaseJob, ...], content: Content, *, anew: bool) -> tuple[Outcome, ...]:
    """Make each case's papers in turn, while others write what is made.

    A pack is confirmed by the disk a dozen times, and those who wait for it do nothing else.
    """
    with ThreadPoolExecutor(_WRITERS) as writers:
        under_way = [_begun(job, content, writers, anew=anew) for job in jobs]
        return tuple(future.result() for future in under_way)


def _begun(job: CaseJob, content: Content, writers: Executor, *, anew: bool) -> "Future[Outcome]":
    ready = told(job, partial(prepare, job, content, anew=anew))
    if isinstance(ready, Ready):
        return writers.submit(told, job, partial(put_ready, ready))
    return InProcess().submit(lambda: ready)
