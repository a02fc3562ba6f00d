"""What every pack holds beside its papers, and what all of it was made from."""

from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from sgdocs import __version__
from sgdocs.content import WORKSPACE_MARK
from sgdocs.packs import Sending
from sgdocs.pipeline.grounding import CALENDAR
from sgdocs.pipeline.rendering import rendered
from sgdocs.standing import Scheduled

__all__ = ["beside", "made_from"]

_PAGE = (100, False, False)
_SHARED_WORDING = frozenset(
    {
        *("letters/covering-note.md", "letters/labels.yaml", "letters/words.yaml"),
        *("templates/letterhead/letterhead.docx", "templates/call-sheet.docx"),
        *("templates/letter.typ", "templates/cover.typ", "templates/timeline.typ"),
    }
)
"""What every pack is made with, whichever papers are in it."""


def beside(found: Scheduled) -> dict[str, bytes]:
    """Give what every pack holds: the timetable with its picture, and the calendar entries."""
    name = f"{found.case.reference}_timetable"
    files: dict[str, bytes] = {}
    for form in ("pdf", "ics"):
        data = rendered(found, form, _PAGE, None)
        files[f"{name}.{form}"] = data if isinstance(data, bytes) else data.encode()
    return files


def made_from(found: Scheduled, sendings: Sequence[Sending]) -> Mapping[str, Any]:
    """Say what a pack was made from, by the hash of every file that had a part in it."""
    procedure = found.procedure
    wording = {p.document.wording for s in sendings for p in s.pieces} | _SHARED_WORDING
    return {
        "case": found.case.reference,
        "as_of": found.as_of.text,
        "procedure": procedure.id,
        "procedure_version": procedure.version,
        "calendar_edition": found.ground.calendar.edition.label,
        "program": __version__,
        "inputs": {
            "case": sha256(found.case.document.text.encode()).hexdigest(),
            **{name: _hash_of(path) for name, path in sorted(_files(found))},
        },
        "wording": {name: _hash_of(_path(found, name)) for name in sorted(wording)},
    }


def _files(found: Scheduled) -> Iterator[tuple[str, Path]]:
    """Give the files of rules and lists that a pack rests on."""
    content = found.content
    own = content.workspace / WORKSPACE_MARK if content.workspace else None
    if own is not None and own.exists():
        yield WORKSPACE_MARK, own
    else:
        name = f"{found.case.procedure}.yaml"
        yield f"partnerships/{name}", content.path("partnerships", name)
    for name in (*found.ground.book.files, "artefacts"):
        yield f"procedures/{name}.yaml", content.path("procedures", f"{name}.yaml")
    calendar = f"{CALENDAR}.yaml"
    yield f"calendars/{calendar}", content.path("calendars", calendar)


def _path(found: Scheduled, name: str) -> Path:
    kind, _, rest = name.partition("/")
    return found.content.path(kind, rest)


def _hash_of(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()
