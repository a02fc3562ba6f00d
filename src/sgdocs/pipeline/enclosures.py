"""What agencies sent to be included whole: found, held against its fingerprint, and stamped."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from sgdocs.binding import Enclosure, Part, stamp
from sgdocs.content import Content
from sgdocs.dates import words
from sgdocs.errors import InputRefused
from sgdocs.facts import Horizon
from sgdocs.opening import limits
from sgdocs.paperfacts import vocabulary
from sgdocs.standing import Scheduled

__all__ = ["attachment_in", "enclosures"]

_WHOLE = "whole"


def enclosures(found: Scheduled) -> tuple[Part | str, ...]:
    """Give each file to be included whole, in the order of the agencies, or why it cannot be."""
    return tuple(_each(found))


def _each(found: Scheduled) -> Iterator[Part | str]:
    horizon = Horizon(found.as_of)
    folder = Path(found.case.document.name).parent
    for agency in found.case.each("agencies"):
        for back in found.case.each("returns"):
            if back["agency"] != agency["id"] or not horizon.moment(back["received"]):
                continue
            for entry in back.get("attachments", ()):
                if entry.get("include") == _WHOLE:
                    yield _part(found, folder, (agency["name"], back["received"]), entry)


def _part(
    found: Scheduled, folder: Path, sent: tuple[str, str], entry: Mapping[str, Any]
) -> Part | str:
    agency, received = sent
    said = vocabulary(found.content, found.procedure)
    day = date.fromisoformat(received[:10])
    try:
        enclosure = Enclosure(
            pdf=attachment_in(folder, entry),
            title=entry["title"],
            agency=agency,
            reference=found.case.reference,
            marking=found.marking,
            made_on=found.as_of.day,
            said=f"{said['enclosed_said']} {words(day)}",
            page_words=said["enclosed_page"],
            alt_words=said["enclosed_alt"],
            no_text_words=said["enclosed_no_text"],
        )
        title = f"{agency}: {entry['title']}"
        return Part(title, _stamped(enclosure, entry["file"], found.content), foreign=True)
    except InputRefused as refused:
        return f"Not enclosed: {refused}"


@lru_cache(maxsize=8)  # every member of a group gets the same report
def _stamped(enclosure: Enclosure, where: str, content: Content) -> bytes:
    return stamp(enclosure, where, content)


def attachment_in(folder: Path, entry: Mapping[str, Any]) -> bytes:
    """Read a file that is kept with the case, if it is the one that came."""
    place, where = folder / entry["file"], str(entry["file"])
    try:
        inside = place.resolve().is_relative_to(folder.resolve())
        if not inside or place.stat().st_size > limits.FILE_BYTES:
            raise _refused("lies elsewhere, or is too large.", where)
        data: bytes = place.read_bytes()
    except OSError:
        raise _refused("is not in the case's folder, or cannot be read.", where) from None
    if sha256(data).hexdigest() != entry["sha256"]:
        raise _refused("is not the one that came: its fingerprint differs.", where)
    return data


def _refused(what: str, where: str) -> InputRefused:
    return InputRefused(
        f"this file {what}", where=where, remedy="Put back the file that came, or enclose it anew."
    )
