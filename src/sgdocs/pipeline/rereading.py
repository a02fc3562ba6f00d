"""Reads cases for the board: one after the other, or many by an engine."""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sgdocs.board import Stamp, Summary
from sgdocs.content import Content
from sgdocs.dates import Moment
from sgdocs.engines import Engine, Lost, run_all
from sgdocs.pipeline.summarising import holds, printable, summary_of, unreadable

__all__ = ["ABSENT", "Identity", "Known", "Reader", "identity_of", "known_of", "read_all"]

_PIECE = 20

Identity = tuple[int, int, int, int]
"""What the disk says of a file; another one whenever it was written, renamed or put back."""

ABSENT: Identity = (-1, -1, -1, -1)
"""The identity of no file."""


@dataclass(frozen=True, slots=True)
class Known:
    """What was read of a case, and of which state of its file."""

    identity: Identity
    ground: str
    """By which data files, and on which day, it was read."""
    summary: Summary
    ended: bool = False
    """True of a case that ended the process which read it: not tried again as it is."""

    @property
    def stamp(self) -> Stamp:
        """Give what the index knows it by."""
        changed, _, size, _ = self.identity
        return Stamp(changed, size, self.ground)

    def holds(self, asked: str) -> bool:
        """Say whether it is still true at a moment."""
        return self.ended or holds(self.summary, asked)


def known_of(kept: tuple[Stamp, Summary], identity: Identity) -> Known:
    """Take over what the index knows of a file: of its present state, where that is the same."""
    stamp, summary = kept
    found = Known(identity, stamp.ground, summary)
    return found if found.stamp == stamp else replace(found, identity=ABSENT)


def identity_of(status: os.stat_result) -> Identity:
    """Tell one state of a file from another."""
    return status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads cases on a day, by the data files as they were then."""

    content: Content
    ground: str
    now: Moment

    def __call__(self, places: tuple[str, ...]) -> tuple[tuple[str, Known], ...]:
        """Read cases; one that is gone meanwhile is left out."""
        return tuple(found for place in places for found in self._read(place))

    def ended(self, places: tuple[str, ...], what: str) -> tuple[tuple[str, Known], ...]:
        """Give the lines of cases that ended the process which read them."""
        return tuple(
            (name, replace(known, ended=True))
            for place in places
            for name, known in self._known(place, lambda path: unreadable(path, what, self.now))
        )

    def _read(self, place: str) -> Iterator[tuple[str, Known]]:
        return self._known(place, self._summary)

    def _known(self, place: str, say: Callable[[Path], Summary]) -> Iterator[tuple[str, Known]]:
        try:
            # Looked at before it is read: a change in between is then seen at the next look.
            status = os.stat(place)  # noqa: PTH116 - a name as the disk has it
        except OSError:
            return
        yield printable(place), Known(identity_of(status), self.ground, say(Path(place)))

    def _summary(self, path: Path) -> Summary:
        try:
            return summary_of(path, self.content, self.now, self.now)
        except Exception as fault:  # noqa: BLE001 - one case must not take the board from all
            return unreadable(path, f"a fault of ours ({type(fault).__name__}).", self.now)


def read_all(
    engine: Engine, reader: Reader, places: Sequence[str]
) -> Iterator[tuple[tuple[str, Known], ...]]:
    """Read many cases, a few at a time, in the order they are done."""
    pieces = [tuple(places[n : n + _PIECE]) for n in range(0, len(places), _PIECE)]
    for found in run_all(engine, reader, pieces):
        yield reader.ended(found.piece, found.what) if isinstance(found, Lost) else found
