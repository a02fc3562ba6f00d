"""The board for a program that stays open: each look reads what has changed, and nothing else."""

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import count
from pathlib import Path
from threading import Lock, Thread

from sgdocs.board import Entry, Summary, entry_on
from sgdocs.content import Content
from sgdocs.dates import Moment, WorkingCalendar
from sgdocs.engines import Engine, named
from sgdocs.pipeline.boarding import index_of, pressing
from sgdocs.pipeline.finding import case_statuses
from sgdocs.pipeline.grounding import working_calendar
from sgdocs.pipeline.indexing import PatientIndex
from sgdocs.pipeline.rereading import (
    ABSENT,
    Identity,
    Known,
    Reader,
    identity_of,
    known_of,
    read_all,
)
from sgdocs.pipeline.summarising import holds, printable, reach, standing_on

__all__ = ["Board", "Watch"]

_AT_ONCE = 40
"""So many cases are read while somebody waits for the board; more are read beside it."""

Files = Mapping[str, tuple[str, Identity]]


@dataclass(frozen=True, slots=True)
class Board:
    """Every case's line, as far as the cases have been read."""

    entries: tuple[Entry, ...] = ()
    unread: int = 0
    share: int = 100
    """How much has been read, in hundredths: a number of cases could tell of a hidden one."""


@dataclass(frozen=True, slots=True)
class _Terms:
    """What every line stands on: the day, and the data files as they are now."""

    content: Content
    ground: str
    day: date
    calendar: WorkingCalendar


@dataclass(frozen=True, slots=True)
class _Drawn:
    """The lines that were drawn last, and what of."""

    terms: _Terms
    summaries: Mapping[str, Summary]
    lines: Mapping[str, Entry]
    entries: tuple[Entry, ...]


@dataclass
class Watch:
    """A workspace's cases as they were read last; several people may look at once."""

    content: Content
    clock: Callable[[], Moment]
    engine: Engine = field(default_factory=lambda: named("in-process"))
    _known: dict[str, Known] | None = None
    _terms: _Terms | None = None
    _drawn: _Drawn | None = None
    _beside: Thread | None = None
    _board: Board = field(default_factory=Board)
    _looked: int = -1
    _tickets: Iterator[int] = field(default_factory=count)
    _turn: Lock = field(default_factory=Lock)

    def settled(self) -> Content:
        """Give the data files as they are now."""
        return self.content.settled(self._built_in)

    @cached_property
    def _built_in(self) -> str:
        return self.content.built_in_stamp()

    @cached_property
    def _index(self) -> PatientIndex:
        return PatientIndex(index_of(self.content))

    def board(self) -> Board:
        """Look at the disk, and give the board as it is now.

        Those who wait while somebody else looks share the next look; none is given one that
        began before they asked.
        """
        mine = next(self._tickets)
        with self._turn:
            if self._looked < mine:
                upto = next(self._tickets)
                self._board = self._look()
                self._looked = upto
            return self._board

    def read_again(self, path: Path) -> None:
        """Read a case that was changed just now, so that the next look need not."""
        terms = self._terms
        if terms is not None:
            now = self.clock()
            self._take_in(Reader(terms.content, terms.ground, now)((str(path),)), reach(now))

    def written(self) -> None:
        """Wait until what is known stands in the index too."""
        self._index.wait()

    def _look(self) -> Board:
        now = self.clock()
        terms, asked = self._terms_on(now.day), reach(now)
        reader = Reader(terms.content, terms.ground, now)
        files = {printable(place): (place, identity_of(status)) for place, status in self._files()}
        known = self._remembered(files)
        standing: dict[str, Summary] = {}
        changed, again = [], []
        for name, (place, identity) in files.items():
            kept = known.get(name)
            if kept is None or kept.identity != identity or kept.ground != terms.ground:
                changed.append((name, place))
            elif kept.holds(asked):
                standing[name] = kept.summary
            else:
                again.append(place)
        if len(changed) > _AT_ONCE:
            self._read_beside(reader, tuple(place for _, place in changed))
        else:
            again += [place for _, place in changed]
            changed = []
        if again:
            found = reader(tuple(again))
            self._take_in(found, asked)
            standing |= {name: kept.summary for name, kept in found}
        share = 100 * (len(files) - len(changed)) // (len(files) or 1)
        return Board(self._entries(terms, standing), len(changed), share)

    def _files(self) -> Iterator[tuple[str, os.stat_result]]:
        return case_statuses((self.content.workspace or Path()) / "cases")

    def _remembered(self, files: Files) -> dict[str, Known]:
        """Give what is known of the cases that are there; at first what the index knows."""
        if self._known is None:
            self._known = {
                name: known_of(found, files[name][1] if name in files else ABSENT)
                for name, found in self._index.read().items()
            }
        gone = tuple(self._known.keys() - files.keys())
        for name in gone:
            self._known.pop(name, None)
        self._index.note({}, gone)
        return self._known

    def _terms_on(self, day: date) -> _Terms:
        """Give what every line stands on; the same as before where nothing has changed."""
        settled, before = self.settled(), self._terms
        if before is not None and (before.day, before.content) == (day, settled):
            return before
        while True:
            ground = standing_on(self.content, day)
            calendar = working_calendar(settled)
            again = self.settled()
            if again == settled:  # else a file was changed in between
                self._terms = _Terms(settled, ground, day, calendar)
                return self._terms
            settled = again

    def _read_beside(self, reader: Reader, places: tuple[str, ...]) -> None:
        """Have many cases read while the board is shown as far as it is known."""
        if self._beside is None or not self._beside.is_alive():
            self._beside = Thread(target=self._read, args=(reader, places), daemon=True)
            self._beside.start()

    def _read(self, reader: Reader, places: tuple[str, ...]) -> None:
        try:
            for found in read_all(self.engine, reader, places):
                self._take_in(found, reach(reader.now))
        except RuntimeError:  # the program ends
            return
        except OSError:  # this computer gives us no more processes
            for found in read_all(named("in-process"), reader, places):
                self._take_in(found, reach(reader.now))

    def _take_in(self, found: tuple[tuple[str, Known], ...], asked: str) -> None:
        if self._known is not None:
            self._known.update(found)
        fresh = {n: (k.stamp, k.summary) for n, k in found if holds(k.summary, asked)}
        self._index.note(fresh)

    def _entries(self, terms: _Terms, summaries: Mapping[str, Summary]) -> tuple[Entry, ...]:
        """Draw the lines whose case, day or calendar is another than before."""
        before = self._drawn
        if before and before.terms is terms and before.summaries == summaries:
            return before.entries
        old = before if before and before.terms is terms else None
        lines = {
            name: old.lines[name]
            if old and old.summaries.get(name) is summary
            else entry_on(name, summary, terms.day, terms.calendar)
            for name, summary in summaries.items()
        }
        entries = tuple(sorted(lines.values(), key=pressing))
        self._drawn = _Drawn(terms, summaries, lines, entries)
        return entries
