"""Find whatever was done to a ledger after it was written, and say at which line."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from sgdocs.errors import SafetyRefused
from sgdocs.findings import Finding, Severity
from sgdocs.ledger.keeping import case_of, ledger_file, read_ledger, split_off
from sgdocs.ledger.lines import holds, parsed
from sgdocs.ledger.model import NOTHING_BEFORE, Anchor, Line
from sgdocs.storage import DISK, Disk

__all__ = ["entries", "verify"]

_RESTORE = "Compare it with a backup; whoever keeps the computer can say who could write to it."


def verify(
    folder: Path, anchors: Iterable[Anchor] = (), *, disk: Disk = DISK
) -> tuple[Finding, ...]:
    """Give everything that shows a ledger is not as it was written; nothing where it is."""
    whole, torn = split_off(read_ledger(folder, disk=disk))
    lines = [parsed(raw) for raw in whole]
    file = str(ledger_file(folder))
    return (
        *_chain(whole, lines, case_of(folder), file),
        *(_unfinished(len(whole) + 1, file) if torn else ()),
        *(f for anchor in anchors for f in _held_against(anchor, lines, file)),
    )


def entries(folder: Path, *, disk: Disk = DISK) -> tuple[Line, ...]:
    """Give a ledger's lines in order; refuse one that was altered."""
    whole, _ = split_off(read_ledger(folder, disk=disk))
    lines = [parsed(raw) for raw in whole]
    for finding in _chain(whole, lines, case_of(folder), str(ledger_file(folder))):
        raise SafetyRefused(finding.message, where=finding.place, remedy=finding.remedy)
    return tuple(line for line in lines if line)


def _chain(
    whole: Sequence[bytes], lines: Sequence[Line | None], case: str, file: str
) -> Iterator[Finding]:
    """Walk the chain; after a fault, go on from what the line says of itself."""
    number, previous = 0, NOTHING_BEFORE
    stranger = next((n for n, line in enumerate(lines, 1) if line and line.case != case), 0)
    if stranger:
        yield _stranger(file, stranger)
    for place, (raw, line) in enumerate(zip(whole, lines, strict=True), 1):
        if line is None:
            yield _fault("ledger-unreadable", "this line is not one we wrote.", file, place)
            number, previous = number + 1, ""
            continue
        if not holds(raw, line):
            what = "this line was changed: its hash is that of other words."
            yield _fault("ledger-edited", what, file, place)
        yield from _link(line, (number, previous), file, place)
        number, previous = line.number, line.hash


def _link(line: Line, before: tuple[int, str], file: str, place: int) -> Iterator[Finding]:
    number, previous = before
    if line.number != number + 1:
        what = f"number {number + 1} should stand here: lines were taken out, put in or swapped."
        yield _fault("ledger-order", what, file, place)
    elif previous not in ("", line.previous):
        what = "this line does not follow from the one before: one of the two was changed."
        yield _fault("ledger-chain", what, file, place)


def _held_against(anchor: Anchor, lines: Sequence[Line | None], file: str) -> Iterator[Finding]:
    if anchor.number == 0:
        return
    known = f"{anchor.source} knows number {anchor.number}"
    if not lines:
        yield _fault("ledger-missing", f"the ledger is gone or empty, but {known}.", file, 0)
    elif anchor.number > len(lines):
        what = f"the ledger ends at line {len(lines)}, but {known}: its end was cut off."
        yield _fault("ledger-short", what, file, len(lines))
    elif (line := lines[anchor.number - 1]) and line.hash != anchor.hash:
        what = f"{known} with another hash: the ledger was rewritten."
        yield _fault("ledger-rewritten", what, file, anchor.number)


def _unfinished(place: int, file: str) -> Iterator[Finding]:
    yield Finding(
        "ledger-unfinished",
        "the last line was never finished: the computer stopped while it was written.",
        severity=Severity.WARNING,
        file=file,
        line=place,
        remedy="The next entry takes it away and notes that. If nothing stopped, look into it.",
    )


def _stranger(file: str, place: int) -> Finding:
    return Finding(
        "ledger-other-case",
        "this line belongs to a case whose folder has another name.",
        file=file,
        line=place,
        remedy="Give the folder its old name back, or put the right ledger here.",
    )


def _fault(rule: str, what: str, file: str, place: int) -> Finding:
    return Finding(rule, what, file=file, line=place, remedy=_RESTORE)
