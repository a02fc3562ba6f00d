"""Notes whether anything was written, so that whoever tells of a fault says no more than is so."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path

from sgdocs.storage.names import RESERVED

__all__ = ["Noted", "note", "noting", "unnoted"]


@dataclass(slots=True)
class Noted:
    """Whether a file or folder was given its name, added to or removed."""

    changed: bool = False


# All that look on at present; a thread that is begun with a copy of the context tells them too.
_LOOKING: ContextVar[tuple[Noted, ...]] = ContextVar("looking", default=())


@contextmanager
def noting() -> Iterator[Noted]:
    """Note what is written for as long as this lasts; what was taken back is noted as well."""
    noted = Noted()
    before = _LOOKING.set((*_LOOKING.get(), noted))
    try:
        yield noted
    finally:
        _LOOKING.reset(before)


@contextmanager
def unnoted() -> Iterator[None]:
    """Leave out what nobody misses, such as what was worked out before."""
    before = _LOOKING.set(())
    try:
        yield
    finally:
        _LOOKING.reset(before)


def note(*places: Path) -> None:
    """Say that these were written or removed; what is only half done, and locks, do not count."""
    if any(RESERVED not in place.name for place in places):
        for noted in _LOOKING.get():
            noted.changed = True
