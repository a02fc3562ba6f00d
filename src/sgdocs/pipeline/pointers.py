"""The note of a case's latest pack and of its ledger's last line."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sgdocs.errors import InputRefused, OutputFailed, SafetyRefused
from sgdocs.ledger import Anchor
from sgdocs.pipeline.casebooks import Casebook
from sgdocs.storage import Saving, is_absent, making_folder, saving_file

__all__ = ["Pointer", "pointing", "read_pointer"]

_FORMAT = 1
_LONGEST = 10_000


@dataclass(frozen=True, slots=True)
class Pointer:
    """What the pointer says: the latest pack by path and list, and the ledger's last line."""

    pack: str | None
    manifest: str
    head: Anchor


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


def pointing(book: Casebook, before: Pointer | None, after: Pointer) -> Saving[None]:
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
