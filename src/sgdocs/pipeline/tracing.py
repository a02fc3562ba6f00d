"""What every pack holds beside its papers, and what all of it was made from."""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from sgdocs.pipeline.fingerprinting import PROGRAM
from sgdocs.pipeline.rendering import rendered
from sgdocs.standing import Scheduled

__all__ = ["around", "case_hash", "made_from"]

Data = Mapping[str, Any]
Hashes = Mapping[str, str]

_PAGE = (100, False, False)


def around(found: Scheduled) -> dict[str, bytes]:
    """Give what every pack holds: the timetable with its picture, and the calendar entries."""
    name = f"{found.case.reference}_timetable"
    files: dict[str, bytes] = {}
    for form in ("pdf", "ics"):
        data = rendered(found, form, _PAGE, None)
        files[f"{name}.{form}"] = data if isinstance(data, bytes) else data.encode()
    return files


def made_from(found: Scheduled, how: Data, hashes: tuple[Hashes, Hashes]) -> Data:
    """Say what a pack was made from, by the hash of every file that had a part in it."""
    procedure = found.procedure
    rules, wording = hashes
    return {
        "case": found.case.reference,
        "as_of": found.as_of.day.isoformat(),
        "procedure": procedure.id,
        "procedure_version": procedure.version,
        "calendar_edition": found.ground.calendar.edition.label,
        "program": PROGRAM,
        "how": dict(how),
        "inputs": {"case": case_hash(found.case.document.text), **rules},
        "wording": dict(sorted(wording.items())),
    }


def case_hash(text: str) -> str:
    """Give the hash of a case file's text."""
    return sha256(text.encode()).hexdigest()
