"""The workspace as the window sees it: read once, and again when a file changes."""

from collections.abc import Callable, Hashable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from threading import Lock, Thread
from typing import Any, TypeVar

from sgdocs.content import Content
from sgdocs.dates import Moment
from sgdocs.engines import Engine, named
from sgdocs.errors import InputRefused, SgdocsError
from sgdocs.pipeline.finding import CASE_NAMES
from sgdocs.pipeline.rereading import identity_of
from sgdocs.pipeline.scheduling import schedule
from sgdocs.pipeline.watching import Board, Watch
from sgdocs.reading import Document, read_file
from sgdocs.standing import Scheduled
from sgdocs.storage import fault_in_name
from sgdocs.web.jobs import Jobs

__all__ = ["NO_SUCH_CASE", "Office", "restricted_to"]

NO_SUCH_CASE = "there is no such case here."

_KEPT = 256

Found = TypeVar("Found")


@dataclass
class Office:
    """A workspace, the clock, and what was read of it last."""

    content: Content
    clock: Callable[[], Moment]
    key_file: Path | None = None
    """The key to the pseudonyms, where the office has given one."""
    engine: Engine = field(default_factory=lambda: named("in-process"))
    """What reads many cases at once, where they are not known yet."""
    jobs: Jobs = field(default_factory=Jobs)
    _kept: dict[Hashable, tuple[Any, Any]] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    @property
    def workspace(self) -> Path:
        """Give the workspace's folder."""
        return self.content.workspace or Path()

    @property
    def cases(self) -> Path:
        """Give the folder of all cases."""
        return self.workspace / "cases"

    def path(self, reference: str) -> Path:
        """Find a case's file by the name of its folder."""
        folder = self.cases / reference
        if not fault_in_name(reference):
            for name in CASE_NAMES:
                if (folder / name).is_file():
                    return folder / name
        raise InputRefused(NO_SUCH_CASE, remedy="Look for it on the board.")

    def holds(self, reference: str) -> bool:
        """Say whether there is such a case."""
        try:
            return bool(self.path(reference))
        except InputRefused:
            return False

    def document(self, reference: str) -> Document:
        """Read a case file, or give it as it was read last."""
        path = self.path(reference)
        stamp = identity_of(path.stat())
        return self._kept_for(("document", reference), stamp, lambda: read_file(path))

    def scheduled(self, reference: str, content: Content) -> Scheduled:
        """Date a case by the data files as they are now; a case with errors is refused."""
        now = self.clock()
        stamp = (identity_of(self.path(reference).stat()), content, now)
        return self._kept_for(
            ("scheduled", reference),
            stamp,
            lambda: schedule(self.document(reference), content, now, now),
        )

    def settled(self) -> Content:
        """Give the data files as they are now; each is then looked up only once."""
        return self._watch.settled()

    def board(self) -> Board:
        """Give every case's line, what is overdue first."""
        return self._watch.board()

    def read_again(self, reference: str) -> None:
        """Read a case that was changed just now, before somebody waits for the board."""
        with suppress(SgdocsError, OSError):
            self._watch.read_again(self.path(reference))

    def look_ahead(self) -> None:
        """Begin to read the cases before anybody asks for them."""
        Thread(target=self._look_ahead, daemon=True).start()

    def _look_ahead(self) -> None:
        # What is wrong is said to whoever opens the board.
        with suppress(SgdocsError, OSError):
            self.board()

    @cached_property
    def _watch(self) -> Watch:
        return Watch(self.content, self.clock, self.engine)

    def _kept_for(self, name: Hashable, stamp: object, make: Callable[[], Found]) -> Found:
        """Give what was made before where nothing has changed since, else make it anew."""
        with self._lock:
            kept = self._kept.get(name)
        if kept and kept[0] == stamp:
            found: Found = kept[1]
            return found
        made = make()
        with self._lock:
            self._kept.pop(name, None)
            self._kept[name] = (stamp, made)
            while len(self._kept) > _KEPT:
                self._kept.pop(next(iter(self._kept)))
        return made


def restricted_to(document: Document) -> tuple[str, ...]:
    """Name the people a case is for, where it is restricted."""
    data = document.data
    about = data.get("case") if isinstance(data, dict) else None
    named = about.get("restricted_to") if isinstance(about, dict) else None
    return tuple(map(str, named)) if isinstance(named, list) else ()
