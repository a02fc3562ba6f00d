"""Enter in a case's ledger what was done, and keep the note of its end in step with it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path

from sgdocs.errors import OutputFailed, SafetyRefused
from sgdocs.ledger import (
    Anchor,
    Entry,
    Kind,
    Line,
    append,
    appending,
    entries,
    holding,
    ledger_file,
)
from sgdocs.pipeline.casebooks import OURS, Casebook
from sgdocs.pipeline.pointers import Pointer, pointing, read_pointer
from sgdocs.storage import Saving, alone, provisionally, sweep

__all__ = ["enter", "enter_held", "entering_pack", "held", "sound_lines"]


def enter(
    book: Casebook, *news: Entry, case: tuple[Path, str] | None = None, new: bool = False
) -> None:
    """Add to a case's ledger and note its new end in the pointer.

    `case` is the case file and its text, where that is what the ledger tells of: both are written,
    or neither. A `new` one is never written over another.
    """
    with held(book, "sgdocs") as lines:
        before = read_pointer(book)
        with provisionally(*case, exclusive=new, disk=book.disk) if case else nullcontext():
            end = append(book.folder, *news, held=True, disk=book.disk)
        _point(book, before, lines, end)


def enter_held(book: Casebook, lines: Sequence[Line], *news: Entry) -> None:
    """Add to a ledger that is held, after the lines that `held` gave."""
    before = read_pointer(book)
    end = append(book.folder, *news, held=True, disk=book.disk)
    _point(book, before, lines, end)


def _point(book: Casebook, before: Pointer | None, lines: Sequence[Line], end: Anchor) -> None:
    alone(pointing(book, before, Pointer(*_latest(before, lines), end)), book.disk)


def entering_pack(
    book: Casebook, news: tuple[Entry, ...], pack: tuple[str | None, str]
) -> Saving[None]:
    """Do the same by the steps of a saving, while the ledger is held, and point to a pack.

    `pack` is its path and the hash of its list.
    """
    before = read_pointer(book)
    end = yield from appending(book.folder, *news, disk=book.disk)
    yield from pointing(book, before, Pointer(*pack, end))


@contextmanager
def held(book: Casebook, owner: str) -> Iterator[tuple[Line, ...]]:
    """Hold a case's ledger and give its lines, once what dead runs left half done is swept away."""
    with holding(book.folder, owner, disk=book.disk):
        with suppress(OSError, OutputFailed):  # what cannot be swept now is swept another time
            for folder in _places(book):
                sweep(folder, disk=book.disk)
        yield sound_lines(book)


def sound_lines(book: Casebook) -> tuple[Line, ...]:
    """Give a case's ledger; refuse it where it, or what the pointer knows, shows a change."""
    lines = entries(book.folder, disk=book.disk)
    _require_known_end(book, lines)
    return lines


def _places(book: Casebook) -> Iterator[Path]:
    """Give the folders in which a run may have left something."""
    ours = book.workspace / OURS
    for top in (book.workspace, book.folder, book.packs, ours):
        if book.disk.is_folder(top):
            yield top
    for top in (book.folder, ours):
        yield from (p for p in sorted(top.glob("[!.]*")) if book.disk.is_folder(p))


def _latest(before: Pointer | None, lines: Sequence[Line]) -> tuple[str | None, str]:
    """Give the latest pack: the pointer's, or one entered since by a run that stopped short."""
    known = before.head.number if before else 0
    for line in reversed(lines[known:]):
        if line.entry.kind is Kind.BUILT:
            return line.entry.about["pack"], line.entry.about["manifest"]
    return (before.pack, before.manifest) if before else (None, "")


def _require_known_end(book: Casebook, lines: Sequence[Line]) -> None:
    """Stop where the ledger ends before, or says otherwise than, the pointer knows."""
    pointer = read_pointer(book)
    number = pointer.head.number if pointer else 0
    if pointer and number and (number > len(lines) or lines[number - 1].hash != pointer.head.hash):
        raise SafetyRefused(
            "the ledger is not the one the latest pack was noted in.",
            where=str(ledger_file(book.folder)),
            remedy="Run sgdocs verify: it says what is amiss. Nothing is added until then.",
        )
