"""Add to a case's ledger, and read it back."""

import os
import unicodedata
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from hashlib import sha256
from pathlib import Path

from sgdocs.errors import InputRefused, SafetyRefused, SgdocsError
from sgdocs.ledger.lines import LONGEST, chained, holds, parsed, written
from sgdocs.ledger.model import FILE, NOTHING_BEFORE, Anchor, Entry, Kind, Line
from sgdocs.ledger.plainness import require_plain
from sgdocs.opening.limits import LEDGER_BYTES
from sgdocs.storage import (
    DISK,
    Disk,
    Saving,
    alone,
    appending_file,
    locked,
    saving_file,
    write_file,
)

__all__ = [
    "append",
    "appending",
    "bury",
    "case_of",
    "head",
    "holding",
    "ledger_file",
    "read_ledger",
    "split_off",
]


_REMEDY = "Run sgdocs verify: it says which line. Nothing is added until that is settled."


def ledger_file(folder: Path) -> Path:
    """Name the ledger of the case in this folder."""
    return folder / FILE


def case_of(folder: Path) -> str:
    """Give the name under which a folder's ledger is kept: the folder's own."""
    # Only where a name leads somewhere, or Windows tells capitals apart otherwise, is it followed.
    itself = os.name == "posix" and folder.is_absolute() and folder.name not in ("", "..")
    real = folder if itself and not folder.is_symlink() else folder.resolve()
    return unicodedata.normalize("NFC", real.name)


def holding(folder: Path, owner: str, *, disk: Disk = DISK) -> AbstractContextManager[None]:
    """Hold a case's ledger, so that nobody else adds to it meanwhile."""
    return locked(ledger_file(folder), owner=owner, disk=disk)


def append(folder: Path, *entries: Entry, held: bool = False, disk: Disk = DISK) -> Anchor:
    """Add entries in one confirmed write, and give the new head; `held` by `holding` already."""
    with nullcontext() if held else holding(folder, "sgdocs", disk=disk):
        return alone(appending(folder, *entries, disk=disk), disk)


def appending(folder: Path, *entries: Entry, disk: Disk = DISK) -> Saving[Anchor]:
    """Do the same by the steps of a saving, while the ledger is held."""
    for entry in entries:
        require_plain(entry)
    last, torn = _end(folder, disk)
    if not entries:
        return _anchor(last, folder)
    if torn:
        return (yield from _mended(folder, entries, disk))
    lines = _following(last, case_of(folder), entries)
    yield from appending_file(ledger_file(folder), _bytes(lines), disk=disk)
    return _anchor(lines[-1], folder)


def bury(folder: Path, entry: Entry, *, disk: Disk = DISK) -> None:
    """Put one last line in the place of a whole ledger, once its case is disposed of."""
    require_plain(entry)
    lines = _following(None, case_of(folder), (entry,))
    write_file(ledger_file(folder), _bytes(lines), disk=disk)


def head(folder: Path, *, disk: Disk = DISK) -> Anchor:
    """Give the number and hash of the last line; number 0 where there is none."""
    return _anchor(_end(folder, disk)[0], folder)


def read_ledger(folder: Path, *, disk: Disk = DISK) -> bytes:
    """Give the bytes of a ledger; none where there is none."""
    return _read(folder, LEDGER_BYTES, disk)[0]


def split_off(data: bytes) -> tuple[list[bytes], bytes]:
    """Part the whole lines from what a crash left unfinished at the end."""
    *whole, rest = data.split(b"\n")
    return whole, rest


def _read(folder: Path, most: int, disk: Disk) -> tuple[bytes, int]:
    """Give the end of a ledger, and the size of all of it."""
    path = ledger_file(folder)
    try:
        data, size = disk.read_end(path, most)
    except FileNotFoundError:
        return b"", 0
    except OSError as error:
        raise InputRefused(
            "the ledger could not be read.",
            where=str(path),
            remedy="Check that this account may read it, and that no other program holds it.",
        ) from error
    if size > LEDGER_BYTES:
        raise InputRefused("the ledger is too large to be one of ours.", where=str(path))
    return data, size


def _end(folder: Path, disk: Disk) -> tuple[Line | None, bytes]:
    """Give the last whole line, checked, and what stands unfinished after it."""
    data, size = _read(folder, 3 * LONGEST, disk)
    whole, torn = split_off(data)
    if not whole:
        if size > len(data):
            raise _altered(folder)
        return None, torn
    last = parsed(whole[-1])
    if last is None or not holds(whole[-1], last) or last.case != case_of(folder):
        raise _altered(folder)
    return last, torn


def _following(last: Line | None, case: str, entries: Sequence[Entry]) -> list[Line]:
    lines: list[Line] = []
    for entry in entries:
        before = lines[-1] if lines else last
        number, previous = (before.number, before.hash) if before else (0, NOTHING_BEFORE)
        lines.append(chained(entry, case, number + 1, previous))
    return lines


def _mended(folder: Path, entries: Sequence[Entry], disk: Disk) -> Saving[Anchor]:
    """Go on after a crash: what was never finished goes, a note of it stays."""
    whole, torn = split_off(read_ledger(folder, disk=disk))
    last = parsed(whole[-1]) if whole else None
    kept, notes = _kept(last, torn, entries[0])
    lines = [*kept, *_following(kept[-1] if kept else last, case_of(folder), (*notes, *entries))]
    data = b"".join(line + b"\n" for line in whole) + _bytes(lines)
    yield from saving_file(ledger_file(folder), data, disk=disk)
    return _anchor(lines[-1], folder)


def _kept(last: Line | None, torn: bytes, first: Entry) -> tuple[list[Line], list[Entry]]:
    """Keep a line that lacks only its end; of any other, note how much there was of it."""
    line = parsed(torn)
    before = last.hash if last else NOTHING_BEFORE
    if line and line.previous == before and holds(torn, line):
        return [line], []
    about = {
        "repaired": "unfinished_line",
        "removed_bytes": len(torn),
        "removed_sha256": sha256(torn).hexdigest(),
    }
    return [], [Entry(Kind.RECORDED, first.at, first.by, about)]


def _bytes(lines: Sequence[Line]) -> bytes:
    data = [written(line) for line in lines]
    if any(len(line) > LONGEST for line in data):
        raise SgdocsError("a ledger line would be too long.")
    return b"".join(data)


def _anchor(last: Line | None, folder: Path) -> Anchor:
    number, digest = (last.number, last.hash) if last else (0, NOTHING_BEFORE)
    return Anchor(number, digest, str(ledger_file(folder)))


def _altered(folder: Path) -> SafetyRefused:
    return SafetyRefused(
        "the ledger's last line is not as it was written, or belongs to another case's folder.",
        where=str(ledger_file(folder)),
        remedy=_REMEDY,
    )
