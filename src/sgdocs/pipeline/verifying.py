"""Prove a case's ledger and what it speaks of: packs, copies of what was sent, records."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sgdocs.content import Content
from sgdocs.errors import InputRefused
from sgdocs.findings import Finding, Severity
from sgdocs.ledger import Anchor, Kind, Line, entries, head, ledger_file, verify
from sgdocs.pipeline.anchoring import anchors_of
from sgdocs.pipeline.casebooks import Casebook
from sgdocs.pipeline.heldfiles import files_amiss
from sgdocs.pipeline.noting import entry_hash
from sgdocs.pipeline.recording import DECISIONS, book_of, list_at
from sgdocs.reading import read_file

__all__ = ["Verified", "verify_case"]

_LEDGER = ("ledger-", "pointer-")
_PARTS = ("events", "dispatches", "calls", "returns", "steps_done", DECISIONS)

Data = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Verified:
    """A case's ledger, looked over: how long it is, where it ends, and what is amiss."""

    case: str
    file: str
    lines: int
    head: str
    findings: tuple[Finding, ...]
    kept: bool = True
    """False for a case file that lies in no workspace, for which no ledger is kept."""
    disposed: bool = False
    """True where the case was disposed of, and a last line is all that is kept of it."""

    @property
    def altered(self) -> bool:
        """Say whether the ledger itself is not as it was written."""
        return any(
            f.rule.startswith(_LEDGER) and f.severity is Severity.ERROR for f in self.findings
        )

    @property
    def amiss(self) -> bool:
        """Say whether there is anything to look into."""
        return any(f.severity is not Severity.NOTE for f in self.findings)


def verify_case(path: Path, content: Content, known: Sequence[Anchor] = ()) -> Verified:
    """Look a case's ledger over, from its first line to the files it speaks of.

    `path` is the case file, or the folder of a case whose file is gone. `known` are numbers and
    hashes from elsewhere, such as a printed certificate.
    """
    if path.is_dir():
        return _alone(path, known)
    document = read_file(path)
    book = book_of(document, path, content)
    if book is None:
        return Verified(path.parent.name, str(path), 0, "", (), kept=False)
    anchors, faults = anchors_of(book)
    chain = (*faults, *verify(book.folder, (*anchors, *known)))
    if any(f.severity is Severity.ERROR for f in chain):
        return _verified(book, 0, "", chain)
    lines = entries(book.folder)
    found = (*chain, *files_amiss(book, lines), *_records(document.data, lines, book))
    return _verified(book, len(lines), head(book.folder).hash, found)


def _verified(book: Casebook, lines: int, end: str, found: Sequence[Finding]) -> Verified:
    return Verified(book.folder.name, str(ledger_file(book.folder)), lines, end, tuple(found))


def _alone(folder: Path, known: Sequence[Anchor]) -> Verified:
    """Look at a ledger without a case file: right for a case that was disposed of, and no other."""
    chain = verify(folder, known)
    lines = () if any(f.severity is Severity.ERROR for f in chain) else entries(folder)
    if lines and lines[-1].entry.kind is not Kind.DISPOSED:
        raise InputRefused(
            "there is a ledger here, and no case file.",
            where=str(folder),
            remedy="Put the case file back from a backup; the ledger says what was done.",
        )
    end = lines[-1].hash if lines else ""
    return Verified(folder.name, str(ledger_file(folder)), len(lines), end, chain, disposed=True)


def _records(case: Data, lines: Sequence[Line], book: Casebook) -> Iterator[Finding]:
    """Hold what was recorded against the case file, both ways."""
    there = set(_entries(case))
    known = {line.entry.about.get("entry_sha256") for line in lines}
    latest = {_subject(line): line.number for line in lines}
    for line in lines:
        digest = line.entry.about.get("entry_sha256")
        if digest and digest not in there and latest[_subject(line)] == line.number:
            what = "what this line recorded was changed or taken out of the case file since."
            yield Finding(
                "record-changed",
                what,
                severity=Severity.WARNING,
                file=str(ledger_file(book.folder)),
                line=line.number,
                remedy="If it was put right on purpose, nothing has to be done.",
            )
    if by_hand := sum(digest not in known for digest in there):
        yield Finding(
            "record-by-hand",
            f"{by_hand} record(s) were written into the case file by hand and are in no line.",
            severity=Severity.NOTE,
            file=str(ledger_file(book.folder)),
            remedy="What they say rests on the case file alone.",
        )


def _subject(line: Line) -> tuple[str, ...]:
    """Tell what an event planned and then done have in common; every other line is its own."""
    about = line.entry.about
    if about.get("part") != "events":
        return (str(line.number),)
    return (str(about.get("event")), str(about.get("for")))


def _entries(case: Data) -> Iterator[str]:
    for part in _PARTS:
        yield from (entry_hash(entry) for entry in list_at(case, part))
