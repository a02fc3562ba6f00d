"""Ledgers for the tests: a few lines as a case in its third week has them."""

from pathlib import Path

from sgdocs.dates import parse_moment
from sgdocs.ledger import Entry, Kind, append, ledger_file

DAYS = (
    ("built", "2026-03-02T09:00", {"folder": "build/SCP-2026-014/2026-03-02-due", "papers": 4}),
    ("sent", "2026-03-02T11:30", {"artefact": "SCSI-2", "to": ["safeguarding_partners"]}),
    ("called", "2026-03-03T10:00", {"call": "confirmation", "agency": "hospital"}),
    ("received", "2026-03-09T16:05", {"agency": "hospital", "form": "SCSI-5"}),
    ("decided", "2026-03-16", {"step": "nel-13", "version": "2025", "reason_sha256": "0" * 64}),
)


def entry(kind: str = "recorded", at: str = "2026-03-17T08:00", **about: object) -> Entry:
    return Entry(Kind(kind), parse_moment(at), "Sam Winter", about)


def case_folder(tmp_path: Path, name: str = "SCP-2026-014") -> Path:
    folder = tmp_path / name
    folder.mkdir()
    return folder


def kept(tmp_path: Path, name: str = "SCP-2026-014") -> Path:
    """A case's folder with a ledger of five lines, each added on its own."""
    folder = case_folder(tmp_path, name)
    for kind, at, about in DAYS:
        append(folder, entry(kind, at, **about))
    return folder


def lines(folder: Path) -> list[bytes]:
    return ledger_file(folder).read_bytes().splitlines(keepends=True)


def put(folder: Path, changed: list[bytes]) -> None:
    ledger_file(folder).write_bytes(b"".join(changed))
