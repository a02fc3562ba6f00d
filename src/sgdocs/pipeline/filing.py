"""Put a finished pack where it belongs, enter it in the ledger, and point to it, in that order."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from sgdocs.dates import Moment
from sgdocs.errors import InputRefused
from sgdocs.ledger import Entry, Kind, Line
from sgdocs.packs import MANIFEST
from sgdocs.pipeline.casebooks import Casebook
from sgdocs.pipeline.entering import entering_pack, held, sound_lines
from sgdocs.storage import DISK, Disk, Saving, alone, making_folder, saving_beside

__all__ = ["Shelf", "file_pack", "filing", "packs_entered"]


@dataclass(frozen=True, slots=True)
class Shelf:
    """The book a pack is entered in, and when that is."""

    book: Casebook
    at: Moment


def file_pack(out: Path, files: Mapping[str, bytes], shelf: Shelf | None) -> Path:
    """Write a pack, enter it and point to it; where all that is done already, change nothing.

    Stopped between any two of these, the next run goes on from there: a whole pack that is in no
    ledger line yet is entered, whatever is made next. A loose case file has no shelf and no ledger.
    """
    disk = shelf.book.disk if shelf else DISK
    return alone(filing(out, files, shelf, disk), disk)


def filing(out: Path, files: Mapping[str, bytes], shelf: Shelf | None, disk: Disk) -> Saving[Path]:
    """Do the same by the steps of a saving."""
    if shelf is None:
        return (yield from saving_beside(out, files, disk=disk))
    book = shelf.book
    with held(book, "sgdocs build") as lines:
        known = {manifest for _, manifest in _built(lines)}
        folder = yield from saving_beside(out, files, disk=disk)
        named = cache(book.named)
        latest = (named(folder), sha256(files[MANIFEST]).hexdigest())
        yield from making_folder(book.packs, disk=disk)
        others = (place for place in _lying_there(book) if place != folder)
        found = [*_read(book, others), (folder, files[MANIFEST])]
        yield from entering_pack(book, _unentered(named, known, found, shelf.at), latest)
    return folder


def packs_entered(book: Casebook) -> tuple[str, ...]:
    """Give the path of every pack in the ledger that lies in the workspace, in order of making."""
    return tuple(pack for pack, _ in _built(sound_lines(book)) if pack)


def _built(lines: Iterable[Line]) -> Iterator[tuple[str | None, str]]:
    """Give the path of each pack in the ledger, and the hash of its list."""
    for line in lines:
        if line.entry.kind is Kind.BUILT:
            yield line.entry.about["pack"], line.entry.about["manifest"]


def _lying_there(book: Casebook) -> tuple[Path, ...]:
    """Give the packs of the case."""
    with _reading(book):
        return tuple(
            place
            for place in book.disk.listing(book.packs)
            if not place.name.startswith(".")  # somebody's unfinished work
            and book.disk.is_folder(place)
            and book.disk.exists(place / MANIFEST)
        )


def _read(book: Casebook, folders: Iterable[Path]) -> Iterator[tuple[Path, bytes]]:
    """Give each pack that lies there with its list."""
    for folder in folders:
        with _reading(book):
            data = book.disk.read(folder / MANIFEST)
        yield folder, data


def _unentered(
    named: Callable[[Path], str | None],
    known: set[str],
    packs: Iterable[tuple[Path, bytes]],
    at: Moment,
) -> tuple[Entry, ...]:
    news = []
    for folder, data in packs:
        manifest = sha256(data).hexdigest()
        if manifest not in known and (about := _about(data)) is not None:
            known.add(manifest)
            what = {"pack": named(folder), "manifest": manifest, **about}
            news.append(Entry(Kind.BUILT, at, "", what))
    return tuple(news)


@contextmanager
def _reading(book: Casebook) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise InputRefused(
            "the case's packs could not be looked through.",
            where=str(book.packs),
            remedy="Check that this account may read them, then run the command again.",
        ) from error


def _about(data: bytes) -> dict[str, Any] | None:
    """Take from a pack's list what the ledger repeats; nothing where it is no list of ours."""
    try:
        about = json.loads(data)
        return {
            "as_of": str(about["as_of"]),
            "papers": len(about["papers"]),
            "files": len(about["files"]),
        }
    except (ValueError, TypeError, LookupError, RecursionError):
        return None
