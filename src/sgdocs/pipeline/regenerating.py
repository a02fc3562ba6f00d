"""Make anew what is stale in many cases, and nothing else; one bad case stops no other."""

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sgdocs.content import Content
from sgdocs.engines import Engine, Lost, run_all
from sgdocs.errors import SgdocsError
from sgdocs.pipeline.casejobs import CaseJob, Outcome, Terms
from sgdocs.pipeline.freshlist import Remembered
from sgdocs.pipeline.refreshing import (
    Ready,
    is_fresh,
    prepare,
    put_all,
    remember,
)
from sgdocs.storage import note

__all__ = ["CaseJob", "Outcome", "Terms", "regenerate", "regenerate_some"]

_PER_PIECE = 64
"""How many cases an engine takes at once: enough that the way there does not count."""
_BYTES_PER_GROUP = 32_000_000
"""How much is made, at most, before it is written: big packs are written in smaller groups."""
_TIDY_AFTER = 20_000
"""How many new things Python looks for rubbish after; its own 700 cost a seventh of a case."""


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
            note(Path(outcome.path))  # another process may have written it
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
    with _tidying_seldom():
        content = jobs[0].terms.content()
        found = _all_of(jobs, content, anew=False)
        try:
            now = jobs[0].terms.content()
        except SgdocsError:  # what is made stands; the next run looks whether it is still fresh
            return found
        return found if now == content else _all_of(jobs, now, anew=True)


@contextmanager
def _tidying_seldom() -> Iterator[None]:
    """Have Python look for rubbish less often: most it sees are rules and templates, which stay."""
    before = gc.get_threshold()
    gc.set_threshold(_TIDY_AFTER, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _all_of(jobs: tuple[CaseJob, ...], content: Content, *, anew: bool) -> tuple[Outcome, ...]:
    """Make each case's papers in turn, and write those of many cases together."""
    made = (prepare(job, content, anew=anew) for job in jobs)
    return tuple(outcome for group in _groups(made) for outcome in _written(group))


def _groups(made: Iterable[Ready | Outcome]) -> Iterator[list[Ready | Outcome]]:
    """Put together what is written together; two packs of one ledger never are."""
    group: list[Ready | Outcome] = []
    ledgers: set[Path | None] = set()
    size = 0
    for one in made:
        ledger = one.shelf.book.folder if isinstance(one, Ready) and one.shelf else None
        if size > _BYTES_PER_GROUP or (ledger and ledger in ledgers):
            yield group
            group, ledgers, size = [], set(), 0
        group.append(one)
        ledgers.add(ledger)
        size += one.size if isinstance(one, Ready) else 0
    yield group


def _written(group: Sequence[Ready | Outcome]) -> Iterator[Outcome]:
    yield from (one for one in group if isinstance(one, Outcome))
    yield from put_all([one for one in group if isinstance(one, Ready)])
