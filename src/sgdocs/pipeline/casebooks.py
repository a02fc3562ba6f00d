"""A case's book: its ledger beside the case file, its packs, and the pointer to the latest one."""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from sgdocs.content import Content
from sgdocs.errors import InputRefused, OutputFailed, SafetyRefused
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
from sgdocs.storage import (
    DISK,
    Disk,
    Saving,
    alone,
    is_absent,
    making_folder,
    provisionally,
    saving_file,
    sweep,
)

__all__ = [
    "OURS",
    "POINTER",
    "Casebook",
    "Pointer",
    "casebook",
    "enter",
    "enter_held",
    "entering_pack",
    "held",
    "read_pointer",
    "sound_lines",
]

POINTER = "current.json"
OURS = ".sgdocs"
"""The folder of what was worked out before, in the workspace."""

_FORMAT = 1
_LONGEST = 10_000


@dataclass(frozen=True, slots=True)
class Casebook:
    """Where a case of a workspace keeps its ledger and its packs."""

    workspace: Path
    folder: Path
    """The case file's own folder, in the workspace's folder of cases."""
    packs: Path
    disk: Disk = DISK

    @property
    def pointer(self) -> Path:
        """Give the file that names the latest pack and the ledger's last line."""
        return self.packs / POINTER

    def named(self, place: Path) -> str | None:
        """Name a place by its path in the workspace; nothing for one outside it."""
        whole = place.resolve()
        if not whole.is_relative_to(self.workspace):
            return None
        name = whole.relative_to(self.workspace).as_posix()
        return name if "/" in name else f"./{name}"


@dataclass(frozen=True, slots=True)
class Pointer:
    """What the pointer says: the latest pack by path and list, and the ledger's last line."""

    pack: str | None
    manifest: str
    head: Anchor


def casebook(path: Path, reference: str, content: Content, *, disk: Disk = DISK) -> Casebook | None:
    """Give the book of a case; nothing for a case file that lies in no workspace's `cases`."""
    if content.workspace is None:
        return None
    folder, workspace = path.resolve().parent, _real(content.workspace, content.stamp)
    if folder.parent != workspace / "cases":
        return None
    return Casebook(workspace, folder, workspace / "build" / reference, disk)


def _real(workspace: Path, stamp: str) -> Path:
    """Give where a workspace really is; for many cases it is looked up once."""
    return _real_once(workspace, stamp) if stamp else workspace.resolve()


@lru_cache(maxsize=4)
def _real_once(workspace: Path, _stamp: str) -> Path:
    return workspace.resolve()


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
    alone(_pointing(book, before, Pointer(*_latest(before, lines), end)), book.disk)


def entering_pack(
    book: Casebook, news: tuple[Entry, ...], pack: tuple[str | None, str]
) -> Saving[None]:
    """Do the same by the steps of a saving, while the ledger is held, and point to a pack.

    `pack` is its path and the hash of its list.
    """
    before = read_pointer(book)
    end = yield from appending(book.folder, *news, disk=book.disk)
    yield from _pointing(book, before, Pointer(*pack, end))


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


def read_pointer(book: Casebook) -> Pointer | None:
    """Read the pointer; nothing where there is none."""
    try:
        data = book.disk.read_end(book.pointer, _LONGEST)[0]
    except OSError as error:
        if is_absent(error):
            return None
        raise InputRefused(
            "the pointer to the latest pack could not be read.",
            where=str(book.pointer),
            remedy="Check that the disk is connected and that this account may read it.",
        ) from error
    try:
        return _pointer(json.loads(data), book)
    except (ValueError, TypeError, LookupError, RecursionError):
        raise SafetyRefused(
            "the pointer to the latest pack is not as it was written.",
            where=str(book.pointer),
            remedy="Run sgdocs verify; move the file away once the ledger proves sound.",
        ) from None


def _pointer(data: Any, book: Casebook) -> Pointer:
    pack, manifest, end = data["pack"], data["manifest"], data["ledger"]
    number, digest = end["number"], end["hash"]
    texts = all(isinstance(text, str) for text in (pack or "", manifest, digest))
    if data["format"] != _FORMAT or not texts or type(number) is not int or number < 0:
        raise ValueError
    return Pointer(pack, manifest, Anchor(number, digest, str(book.pointer)))


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


def _pointing(book: Casebook, before: Pointer | None, after: Pointer) -> Saving[None]:
    """Write the pointer where it says something else than before."""
    if before and (before.pack, before.manifest, before.head) == (
        after.pack,
        after.manifest,
        after.head,
    ):
        return
    try:
        yield from _noting(book, after)
    except OutputFailed as failed:
        raise OutputFailed(
            f"what was done stands and is in the ledger; only this note of it {failed.what}",
            where=str(book.pointer),
            remedy=f"{failed.remedy} Nothing is lost: whatever is written next in this case "
            "renews the note.",
        ) from failed


def _noting(book: Casebook, pointer: Pointer) -> Saving[None]:
    data: Mapping[str, Any] = {
        "format": _FORMAT,
        "pack": pointer.pack,
        "manifest": pointer.manifest,
        "ledger": {"number": pointer.head.number, "hash": pointer.head.hash},
    }
    yield from making_folder(book.packs, disk=book.disk)
    yield from saving_file(book.pointer, json.dumps(data, indent=2) + "\n", disk=book.disk)


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
