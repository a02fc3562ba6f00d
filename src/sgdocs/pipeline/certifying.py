"""Make a case's timescale certificate: what was due, what was done, and what that is known from."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sgdocs.errors import SafetyRefused
from sgdocs.ledger import Anchor, Line, ledger_file
from sgdocs.paperfacts import certified
from sgdocs.pipeline.anchoring import HEAD, head_file
from sgdocs.pipeline.casebooks import Casebook, casebook
from sgdocs.pipeline.noting import entry_hash
from sgdocs.pipeline.officepapers import CERTIFICATE, office_record
from sgdocs.pipeline.recording import lines_of
from sgdocs.pipeline.verifying import verify_case
from sgdocs.standing import Scheduled
from sgdocs.storage import write_beside

__all__ = ["Certified", "certify"]


@dataclass(frozen=True, slots=True)
class Certified:
    """A certificate: where it lies, how the duties stand, and where the ledger ended."""

    folder: Path
    files: tuple[str, ...]
    counts: Mapping[str, int]
    head: Anchor | None


def certify(found: Scheduled, path: Path, out: Path | None) -> Certified:
    """Write the certificate as Word and PDF; refuse where the ledger was altered."""
    book = casebook(path, found.case.reference, found.content)
    _require_sound(found, path, book)
    lines = lines_of(book)
    facts = certified(found, lines, _line_of(lines or ()))
    made = office_record(found, CERTIFICATE, {"certificate": facts})
    stem = f"{found.case.reference}_{CERTIFICATE.id.lower()}"
    head = Anchor(len(lines), lines[-1].hash, "") if lines else None
    files = {
        f"{stem}.docx": made.word,
        f"{stem}.pdf": made.pdf,
        **({HEAD: head_file(head)} if head else {}),
    }
    folder = write_beside(out or _folder(found, book), files)
    return Certified(folder, tuple(sorted(files)), facts["counts"], head)


def _require_sound(found: Scheduled, path: Path, book: Casebook | None) -> None:
    if book is None:
        return
    looked = verify_case(path, found.content)
    if looked.altered:
        raise SafetyRefused(
            "the ledger was altered, so nothing can be certified by it.",
            where=str(ledger_file(book.folder)),
            remedy="Run sgdocs verify: it says what is amiss, and where.",
        )


def _line_of(lines: tuple[Line, ...]) -> Any:
    by_hash = {line.entry.about.get("entry_sha256"): line for line in lines}
    return lambda entry: by_hash.get(entry_hash(entry))


def _folder(found: Scheduled, book: Casebook | None) -> Path:
    packs = book.packs if book else Path("build") / found.case.reference
    return packs / f"{found.as_of.day.isoformat()}-certificate"
