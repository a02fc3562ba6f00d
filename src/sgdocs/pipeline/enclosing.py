"""Keep a PDF that came with an agency's return, and include it whole in the collated report."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from sgdocs.binding import Enclosure, stamp
from sgdocs.content import Content
from sgdocs.dates import Moment
from sgdocs.errors import InputRefused, SafetyRefused
from sgdocs.ledger import Entry, Kind
from sgdocs.opening import limits
from sgdocs.opening.files import read_ordinary
from sgdocs.pipeline.casebooks import casebook
from sgdocs.pipeline.entering import enter, sound_lines
from sgdocs.pipeline.rewriting import Rewritten, Writer, rewrite
from sgdocs.reading import Document, insert_entry, read_file
from sgdocs.storage import make_folder, write_file

__all__ = ["Enclosed", "enclose_file"]

_FOLDER = "enclosures"
_TRIED_ON = date(2026, 1, 1)


@dataclass(frozen=True, slots=True)
class Enclosed:
    """What was kept, and what a person should know of it."""

    file: str
    already: bool
    done: Rewritten | None


def enclose_file(
    path: Path, given: tuple[str, Path, str], content: Content, today: Moment
) -> Enclosed:
    """Keep a file of an agency under a title; nothing is written where it cannot be included."""
    agency, source, title = given
    path = path.resolve()
    data = _bytes(source)
    # Stamped once on trial: what cannot be included is said now and not on the day of the report.
    stamp(_trial(data, agency, title), source.name, content)
    digest = sha256(data).hexdigest()
    name = f"{_FOLDER}/{digest[:16]}-{agency}.pdf"
    document = read_file(path)
    book = casebook(path, document.data["case"]["reference"], content)
    about = {"agency": agency, "file": f"./{name}", "sha256": digest}
    news = (Entry(Kind.RECEIVED, today, "", about),)
    if _known(document, digest):
        if book and not any(line.entry.about == about for line in sound_lines(book)):
            enter(book, *news)  # the run that wrote the case was stopped before the ledger
        return Enclosed(name, already=True, done=None)
    _return_of(document, agency)
    _keep(path.parent / name, data)
    entry = {"file": name, "sha256": digest, "title": title, "include": "whole"}
    by = Writer("sgdocs enclose", book, lambda _: news)
    done = rewrite(path, partial(_with, agency, entry), content, today, by)
    return Enclosed(name, already=False, done=done)


def _bytes(source: Path) -> bytes:
    try:
        data = read_ordinary(source, limits.FILE_BYTES)
    except OSError:
        raise InputRefused(
            "this file could not be read.",
            where=source.name,
            remedy="Check its name, and close it in other programs.",
        ) from None
    if len(data) > limits.FILE_BYTES:
        raise InputRefused("this file is larger than may be included.", where=source.name)
    return data


def _trial(data: bytes, agency: str, title: str) -> Enclosure:
    return Enclosure(data, title, agency, "-", "-", _TRIED_ON, "-", "-", "-", "-")


def _known(document: Document, digest: str) -> bool:
    backs = document.data.get("returns") or ()
    return any(e.get("sha256") == digest for b in backs for e in b.get("attachments") or ())


def _return_of(document: Document, agency: str) -> int:
    """Give the place of the agency's latest return."""
    backs = list(enumerate(document.data.get("returns") or ()))
    theirs = [(str(back.get("received")), n) for n, back in backs if back.get("agency") == agency]
    if not theirs:
        raise InputRefused(
            "no return of this agency is in the case file.",
            where=document.name,
            remedy="Take its form in first, with sgdocs receive or sgdocs record return.",
        )
    return max(theirs)[1]


def _with(agency: str, entry: Mapping[str, Any], document: Document) -> str:
    steps = ("returns", _return_of(document, agency), "attachments")
    return insert_entry(document, steps, entry)


def _keep(place: Path, data: bytes) -> None:
    """Keep the file as it came, for its owner's eyes only."""
    make_folder(place.parent)
    if not place.exists():
        write_file(place, data, exclusive=True)
    elif place.read_bytes() != data:
        raise SafetyRefused(
            "another file is kept under this name.",
            where=str(place),
            remedy="Somebody has changed it. Move it away, and look into it.",
        )
