"""Write returned forms down: the file as it came, the case, the ledger, in this order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sgdocs import ledger
from sgdocs.casefile import CaseRefused
from sgdocs.content import Content
from sgdocs.dates import Moment
from sgdocs.errors import SafetyRefused
from sgdocs.pipeline.casebooks import Casebook
from sgdocs.pipeline.comparing import compare
from sgdocs.pipeline.editing import edited
from sgdocs.pipeline.entering import sound_lines
from sgdocs.pipeline.matching import Match
from sgdocs.pipeline.recording import book_of
from sgdocs.pipeline.rewriting import Rewritten, Writer
from sgdocs.reading import Document, insert_entry, parse, read_file, set_value
from sgdocs.storage import locked, make_folder, write_file

__all__ = ["KEPT", "Returned", "accept", "keep", "known_already", "place_of"]

KEPT = "returns"
_OWNER = "sgdocs receive"
_SUFFIXES = {"word": ".docx", "pdf": ".pdf"}


@dataclass(frozen=True, slots=True)
class Returned:
    """A form that may be accepted, with what the case file is to hold of it."""

    match: Match
    state: str
    received: str
    content: Mapping[str, Any]

    @property
    def name(self) -> str:
        """Name the file it is kept in."""
        form = self.match.reading
        suffix = _SUFFIXES.get(form.kind, ".bin")
        return f"{form.sha256[:16]}-{self.match.agency}-{self.match.form.id}{suffix}"

    @property
    def kept(self) -> str:
        """Say where it is kept, from the case's folder."""
        return f"{KEPT}/{self.name}"

    @property
    def entry(self) -> Mapping[str, Any]:
        """Give the entry of the case file."""
        return {
            "agency": self.match.agency,
            "form": self.match.form.id,
            "state": self.state,
            "received": self.received,
            "file_sha256": self.match.reading.sha256,
            "content": dict(self.content),
        }


def accept(path: Path, returned: Sequence[Returned], content: Content, today: Moment) -> Rewritten:
    """Accept returns into a case, if it is as good with them as without.

    The original comes first: whatever is interrupted can be done again, and what was done already
    is known by its fingerprint.
    """
    path = path.resolve()  # a link is followed: what it leads to is the case
    with locked(path, owner=_OWNER):
        before = read_file(path)
        book = book_of(before, path, content)
        noted = _noted(book)
        new = [r for r in returned if not known_already(before.data, r.match.reading.sha256)]
        after = _with(before, [r.entry for r in new])
        compared = compare(before, after, content, today)
        if errors := compared.brought:
            raise CaseRefused(before.name, errors)
        moved = compared.moved
        for each in returned:
            keep(path.parent, each.name, each.match.reading.data)
        lacking = [r for r in returned if r.match.reading.sha256 not in noted]
        place = place_of(path.parent, content)
        news = [_line(place, each, today) for each in lacking]
        Writer(_OWNER, book, lambda _: news).put(path, after)
    return Rewritten(path, moved, compared.findings)


def known_already(case: Mapping[str, Any], sha256: str) -> Mapping[str, Any] | None:
    """Give the entry of a file of this fingerprint; nothing where it was never received."""
    entries = case.get("returns") or ()
    return next((e for e in entries if e.get("file_sha256") == sha256), None)


def keep(folder: Path, name: str, data: bytes) -> None:
    """Keep a file as it came, for its owner's eyes only."""
    make_folder(folder / KEPT)
    place = folder / KEPT / name
    if not place.exists():
        write_file(place, data, exclusive=True)
    elif place.read_bytes() != data:
        raise SafetyRefused(
            "another file is kept under the name of this return.",
            where=str(place),
            remedy="Somebody has changed it. Move it away, and look into it.",
        )


def _with(document: Document, entries: Sequence[Mapping[str, Any]]) -> Document:
    if entries and not document.data.get("returns"):
        text = set_value(document, ("returns",), [dict(entry) for entry in entries])
        return parse(text, name=document.name, kind=document.kind)
    for entry in entries:
        document = _with_one(document, entry)
    return document


def _with_one(document: Document, entry: Mapping[str, Any]) -> Document:
    """Add an entry, or complete the one by which somebody noted that the form came."""
    for number, known in enumerate(document.data.get("returns") or ()):
        if _noted_only(known, entry):
            whole = {**known, "state": entry["state"]}
            whole |= {name: value for name, value in entry.items() if name not in known}
            return edited(document, ("returns", number), whole)
    text = insert_entry(document, ("returns",), entry)
    return parse(text, name=document.name, kind=document.kind)


def _noted_only(known: Mapping[str, Any], entry: Mapping[str, Any]) -> bool:
    same = known.get("agency") == entry["agency"] and known.get("form") in (None, entry["form"])
    return same and "content" not in known and "file_sha256" not in known


def _noted(book: Casebook | None) -> set[str]:
    """Give the fingerprints of the forms the ledger has; refuse one that was altered."""
    return {
        line.entry.about.get("sha256", "")
        for line in (sound_lines(book) if book else ())
        if line.entry.kind is ledger.Kind.RECEIVED
    }


def place_of(folder: Path, content: Content) -> str:
    """Name a case's folder from the workspace; by its own name where it lies elsewhere."""
    if content.workspace is not None and folder.is_relative_to(content.workspace.resolve()):
        return folder.relative_to(content.workspace.resolve()).as_posix()
    return folder.name


def _line(place: str, each: Returned, today: Moment) -> ledger.Entry:
    about = {
        "agency": each.match.agency,
        "artefact": each.match.form.id,
        "version": each.match.version,
        "state": each.state,
        "received": each.received,
        "sha256": each.match.reading.sha256,
        "file": f"{place}/{each.kept}",
    }
    return ledger.Entry(ledger.Kind.RECEIVED, today, "", about)
