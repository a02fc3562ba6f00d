"""Hold the files a ledger speaks of against it: packs, copies of what was sent, forms that came."""

from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from sgdocs.errors import InputRefused
from sgdocs.findings import Finding, Severity
from sgdocs.ledger import Kind, Line
from sgdocs.packs import MANIFEST, read_pack
from sgdocs.pipeline.casebooks import Casebook
from sgdocs.storage import is_absent, parts_of

__all__ = ["files_amiss"]


def files_amiss(book: Casebook, lines: Sequence[Line]) -> Iterator[Finding]:
    """Give every file that is gone, or is not what the ledger says it was."""
    yield from _packs(book, lines)
    yield from _sent(book, lines)
    yield from _received(book, lines)


def _packs(book: Casebook, lines: Sequence[Line]) -> Iterator[Finding]:
    """Hold every pack in the workspace against the line that was written when it was made."""
    for line in lines:
        about = line.entry.about
        if line.entry.kind is not Kind.BUILT or not about.get("pack"):
            continue
        folder = book.workspace / about["pack"]
        data = _bytes(folder / MANIFEST)
        if data is None:
            yield _of("pack-missing", "the pack made then is no longer there.", folder, line)
        elif sha256(data).hexdigest() != about["manifest"]:
            what = "the pack's list is not the one that was made then."
            yield _of("pack-list-changed", what, folder / MANIFEST, line)
        else:
            yield from _files(folder, line)


def _files(folder: Path, line: Line) -> Iterator[Finding]:
    pack = read_pack(folder)
    for name, digest in (pack.files if pack else {}).items():
        place = folder.joinpath(*parts_of(name))
        data = _bytes(place)
        if data is None:
            what = "this file of the pack is no longer there."
            yield _of("pack-file-missing", what, place, line, Severity.WARNING)
        elif sha256(data).hexdigest() != digest:
            what = "this file was changed after it was made."
            yield _of("pack-file-changed", what, place, line, Severity.WARNING)


def _sent(book: Casebook, lines: Sequence[Line]) -> Iterator[Finding]:
    """Hold every copy of what was sent against its line."""
    for line in lines:
        for file in line.entry.about.get("files", ()) if line.entry.kind is Kind.SENT else ():
            place = book.workspace / file["kept"]
            data = _bytes(place)
            if data is None:
                what = "the copy of what was sent is no longer there."
                yield _of("sent-copy-missing", what, place, line)
            elif sha256(data).hexdigest() != file["sha256"]:
                yield _of("sent-copy-changed", "this is not what was sent.", place, line)


def _received(book: Casebook, lines: Sequence[Line]) -> Iterator[Finding]:
    """Hold every form that came back, kept as it came, against its line."""
    for line in lines:
        about = line.entry.about
        name, digest = about.get("file"), about.get("sha256")
        if line.entry.kind is not Kind.RECEIVED or not name or not digest:
            continue
        places = (book.workspace / name, book.folder / name)
        data = next((found for place in places if (found := _bytes(place)) is not None), None)
        if data is None:
            yield _of("returned-form-missing", "this form is no longer there.", places[0], line)
        elif sha256(data).hexdigest() != digest:
            yield _of("returned-form-changed", "this is not what came back.", places[0], line)


def _bytes(place: Path) -> bytes | None:
    try:
        return place.read_bytes()
    except OSError as error:
        if is_absent(error):
            return None
        raise InputRefused(
            "could not be read, so nothing is said of it.",
            where=str(place),
            remedy="Check that the disk is connected and that this account may read it.",
        ) from error


def _of(
    rule: str, what: str, place: Path, line: Line, severity: Severity = Severity.ERROR
) -> Finding:
    return Finding(
        rule,
        what,
        severity=severity,
        file=str(place),
        remedy=f"Line {line.number} of the ledger speaks of it.",
    )
