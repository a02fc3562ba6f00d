"""A workspace with one case folder, and packs as small as packs can be."""

import json
from hashlib import sha256
from pathlib import Path

from sgdocs.dates import parse_moment
from sgdocs.pipeline.casebooks import Casebook
from sgdocs.pipeline.filing import Shelf
from sgdocs.storage import Disk

NOW = parse_moment("2026-03-02T09:30")
REF = "SCP-2026-014"


def office(folder: Path, disk: Disk | None = None, reference: str = REF) -> Shelf:
    """Give a case's book in a workspace; the folder is made where it is not there."""
    case, packs = folder.resolve() / "cases" / reference, folder / "build" / reference
    case.mkdir(parents=True, exist_ok=True)
    return Shelf(Casebook(folder.resolve(), case, packs, disk or Disk()), NOW)


def pack(letter: str) -> dict[str, bytes]:
    """Give a pack's files, whose words are one letter many times."""
    words = letter.encode() * 2000
    listed = {"2026-03-02/police/a.docx": words, f"{REF}_timetable.pdf": words[:50]}
    about = {
        "format": 1,
        "case": REF,
        "as_of": "2026-03-02",
        "papers": [{"artefact": "SCSI-2"}],
        "files": {name: sha256(data).hexdigest() for name, data in listed.items()},
    }
    return {**listed, "manifest.json": json.dumps(about).encode()}
