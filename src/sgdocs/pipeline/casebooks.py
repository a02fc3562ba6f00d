"""A case's book: its ledger beside the case file, its packs, and the pointer to the latest one."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sgdocs.content import Content
from sgdocs.errors import SafetyRefused
from sgdocs.ledger import Anchor, Entry, Line, appending, entries, holding, ledger_file
from sgdocs.storage import DISK, Disk, Saving, alone, making_folder, saving_file

__all__ = [
    "POINTER",
    "Casebook",
    "Pointer",
    "casebook",
    "enter",
    "entering",
    "read_pointer",
    "sound_lines",
]

POINTER = "current.json"

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
    folder, workspace = path.resolve().parent, content.workspace.resolve()
    if folder.parent != workspace / "cases":
        return None
    return Casebook(workspace, folder, workspace / "build" / reference, disk)


def enter(book: Casebook, *news: Entry) -> Anchor:
    """Add to a case's ledger and note its new end in the pointer."""
    with holding(book.folder, "sgdocs", disk=book.disk):
        sound_lines(book)
        return alone(entering(book, news), book.disk)


def entering(
    book: Casebook, news: tuple[Entry, ...], pack: tuple[str | None, str] | None = None
) -> Saving[Anchor]:
    """Do the same by the steps of a saving, while the ledger is held and sound.

    `pack` is the latest one's path and hash.
    """
    before = read_pointer(book)
    end = yield from appending(book.folder, *news, disk=book.disk)
    latest = pack or ((before.pack, before.manifest) if before else (None, ""))
    if before is None or (before.head, (before.pack, before.manifest)) != (end, latest):
        yield from _pointing(book, Pointer(*latest, end))
    return end


def sound_lines(book: Casebook) -> tuple[Line, ...]:
    """Give a case's ledger; refuse it where it, or what the pointer knows, shows a change."""
    lines = entries(book.folder, disk=book.disk)
    _require_known_end(book, lines)
    return lines


def read_pointer(book: Casebook) -> Pointer | None:
    """Read the pointer; nothing where there is none."""
    try:
        data = book.disk.read_end(book.pointer, _LONGEST)[0]
    except OSError:
        return None
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


def _pointing(book: Casebook, pointer: Pointer) -> Saving[None]:
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
