"""The workspace as the window sees it: read once, and again when a file changes."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar

from sgdocs.board import Entry
from sgdocs.content import Content
from sgdocs.dates import Moment
from sgdocs.errors import InputRefused
from sgdocs.pipeline.boarding import board
from sgdocs.pipeline.finding import CASE_NAMES, case_files
from sgdocs.pipeline.grounding import ground_stamp
from sgdocs.pipeline.scheduling import schedule
from sgdocs.reading import Document, read_file
from sgdocs.standing import Scheduled
from sgdocs.storage import fault_in_name
from sgdocs.web.jobs import Jobs

__all__ = ["NO_SUCH_CASE", "Office", "restricted_to"]

NO_SUCH_CASE = "there is no such case here."

_KEPT = 64

Found = TypeVar("Found")


@dataclass
class Office:
    """A workspace, the clock, and what was read of it last."""

    content: Content
    clock: Callable[[], Moment]
    key_file: Path | None = None
    """The key to the pseudonyms, where the office has given one."""
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

    def document(self, reference: str) -> Document:
        """Read a case file, or give it as it was read last."""
        path = self.path(reference)
        return self._kept_for(("document", reference), _stamp(path), lambda: read_file(path))

    def scheduled(self, reference: str) -> Scheduled:
        """Date a case; a case with errors is refused."""
        now = self.clock()
        stamp = (_stamp(self.path(reference)), ground_stamp(self.content), now)
        return self._kept_for(
            ("scheduled", reference),
            stamp,
            lambda: schedule(self.document(reference), self.content, now, now),
        )

    def board(self) -> tuple[Entry, ...]:
        """Give every case's line, what is overdue first."""
        now = self.clock()
        stamp = (self._stamps(), ground_stamp(self.content), now.day)
        return self._kept_for("board", stamp, lambda: board(self.cases, self.content, now, now))

    def _stamps(self) -> tuple[object, ...]:
        return tuple((str(path), *_stamp(path)) for path in case_files(self.cases))

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


def _stamp(path: Path) -> tuple[int, int]:
    status = path.stat()
    return status.st_mtime_ns, status.st_size
