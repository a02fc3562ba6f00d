"""The sealed file of a case: entries in a chain, read whole, added to under a lock."""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from sgdocs.errors import InputRefused, SafetyRefused
from sgdocs.opening.files import read_ordinary
from sgdocs.opening.limits import PSEUDONYMS_BYTES
from sgdocs.pseudonyms.sealing import opened, sealed
from sgdocs.storage import locked, provisionally

__all__ = ["FILE", "Called", "adding", "hash_of_last", "hashes", "read_sealed"]

FILE = "pseudonyms.enc"
_MAGIC = b"sgdocs-pseudonyms-1\n"
_START = "0" * 64


@dataclass(frozen=True, slots=True)
class Called:
    """What somebody or some place is called: by its short name in the case file."""

    key: str
    label: str
    words: str


def read_sealed(path: Path, key: bytes, reference: str) -> tuple[Called, ...]:
    """Read who is called what, in the order in which it was settled; nothing where no file is."""
    data = _bytes(path)
    if data is None:
        return ()
    plain = opened(data.removeprefix(_MAGIC), key, _about(reference), str(path))
    held = json.loads(plain)
    entries = tuple(Called(e["key"], e["label"], e["words"]) for e in held["entries"])
    if held["head"] != hash_of_last(entries):
        raise _altered(path)
    return entries


@contextmanager
def adding(
    path: Path, key: bytes, reference: str, entries: Iterable[Called]
) -> Iterator[tuple[Called, ...]]:
    """Add entries to what is there; nothing that was settled is changed or lost.

    They stand if what follows, which notes them elsewhere, does not fail.
    """
    with locked(path, owner="sgdocs anonymise"):
        every = (*read_sealed(path, key, reference), *entries)
        held = {"head": hash_of_last(every), "entries": [asdict(e) for e in every]}
        plain = json.dumps(held, ensure_ascii=False, sort_keys=True).encode()
        with provisionally(path, _MAGIC + sealed(plain, key, _about(reference))):
            yield every


def hashes(entries: Iterable[Called]) -> tuple[str, ...]:
    """Give the hash of the chain after each entry."""
    found = []
    last = _START
    for entry in entries:
        line = json.dumps(asdict(entry), ensure_ascii=False, sort_keys=True)
        last = sha256(f"{last}\n{line}".encode()).hexdigest()
        found.append(last)
    return tuple(found)


def hash_of_last(entries: Iterable[Called]) -> str:
    """Give the hash of the chain after its last entry."""
    return (_START, *hashes(entries))[-1]


def _about(reference: str) -> bytes:
    """Tie a file to its case: it cannot be opened as another's."""
    return _MAGIC + reference.encode()


def _bytes(path: Path) -> bytes | None:
    try:
        data = read_ordinary(path, PSEUDONYMS_BYTES)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise InputRefused(
            "the pseudonyms could not be read.",
            where=str(path),
            remedy="Check that this account may read the file.",
        ) from error
    if len(data) > PSEUDONYMS_BYTES or not data.startswith(_MAGIC):
        raise _altered(path)
    return data


def _altered(path: Path) -> SafetyRefused:
    return SafetyRefused(
        "the file of pseudonyms is not as it was written.",
        where=str(path),
        remedy="Restore it from a backup; nothing was changed.",
    )
