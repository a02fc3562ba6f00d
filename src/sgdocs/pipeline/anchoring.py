"""What other places know of a case's ledger: the pointer to the latest pack, and certificates."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sgdocs.errors import SafetyRefused
from sgdocs.findings import Finding
from sgdocs.ledger import Anchor
from sgdocs.opening.files import read_ordinary
from sgdocs.opening.limits import SECRET_BYTES
from sgdocs.pipeline.casebooks import Casebook
from sgdocs.pipeline.pointers import read_pointer

__all__ = ["HEAD", "anchors_of", "head_file"]

HEAD = "ledger-head.json"

_FORMAT = 1


def head_file(head: Anchor) -> bytes:
    """Write down beside a certificate where the ledger ended when it was made."""
    data = {"format": _FORMAT, "number": head.number, "hash": head.hash}
    return (json.dumps(data, indent=2) + "\n").encode()


def anchors_of(book: Casebook) -> tuple[tuple[Anchor, ...], tuple[Finding, ...]]:
    """Give what is known of the ledger elsewhere, and what of that cannot be read."""
    found: list[Anchor] = []
    faults: list[Finding] = []
    try:
        pointer = read_pointer(book)
        found += [pointer.head] if pointer else []
    except SafetyRefused as refused:
        faults.append(_fault(book.pointer, refused.what))
    for place in _heads(book):
        try:
            found.append(_read(place))
        except (OSError, ValueError, TypeError, LookupError, RecursionError):
            faults.append(_fault(place, "this note of a certificate is not as it was written."))
    return tuple(found), tuple(faults)


def _heads(book: Casebook) -> Iterator[Path]:
    if book.packs.is_dir():
        yield from sorted(book.packs.glob(f"*/{HEAD}"))


def _read(place: Path) -> Anchor:
    data: Any = json.loads(read_ordinary(place, SECRET_BYTES))
    number, digest = data["number"], data["hash"]
    if data["format"] != _FORMAT or type(number) is not int or type(digest) is not str:
        raise ValueError
    return Anchor(number, digest, str(place))


def _fault(place: Path, what: str) -> Finding:
    return Finding(
        "pointer-changed",
        what,
        file=str(place),
        remedy="It says where the ledger ended; without it an end cut off may not be seen.",
    )
