"""The index of a program that stays open: written beside, so that nobody waits for the disk."""

from collections.abc import Iterable, Mapping
from threading import Lock, Thread

from sgdocs.board import Index, Stamp, Summary

__all__ = ["PatientIndex"]

Kept = Mapping[str, tuple[Stamp, Summary]]


class PatientIndex:
    """Writes down what was noted; what is not written in time is only worked out anew."""

    def __init__(self, index: Index | None) -> None:
        self._index = index
        self._noted: dict[str, tuple[Stamp, Summary] | None] = {}
        self._writer: Thread | None = None
        self._lock = Lock()

    def read(self) -> Kept:
        """Give what an earlier program knew."""
        return self._index.read() if self._index else {}

    def note(self, fresh: Kept, gone: Iterable[str] = ()) -> None:
        """Take note of cases that were read, and of those that are gone."""
        with self._lock:
            self._noted |= {**fresh, **dict.fromkeys(gone)}
            if self._noted and self._writer is None and self._index:
                self._writer = Thread(target=self._write, args=(self._index,), daemon=True)
                self._writer.start()

    def wait(self) -> None:
        """Wait until all that was noted is written down."""
        if writer := self._writer:
            writer.join()

    def _write(self, index: Index) -> None:
        while True:
            with self._lock:
                noted, self._noted = self._noted, {}
                if not noted:
                    self._writer = None
                    return
            fresh = {name: kept for name, kept in noted.items() if kept is not None}
            index.write(fresh, [name for name, kept in noted.items() if kept is None])
