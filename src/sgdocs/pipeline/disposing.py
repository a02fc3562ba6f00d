"""Dispose of cases: certify what there was, remove all of it, leave one line that says so."""

import json
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from sgdocs.content import Content
from sgdocs.dates import Moment
from sgdocs.errors import SafetyRefused, SgdocsError, UsageRefused
from sgdocs.ledger import Entry, Kind, Line, bury, entries, holding, ledger_file
from sgdocs.opening.files import read_ordinary
from sgdocs.opening.limits import DATA_BYTES
from sgdocs.pipeline.casebooks import Casebook, casebook
from sgdocs.pipeline.disposallist import DisposalList, Listed
from sgdocs.pipeline.disposalpaper import CERTIFICATE, certificate_files
from sgdocs.pipeline.entering import sound_lines
from sgdocs.pipeline.finding import CASE_NAMES
from sgdocs.pipeline.inventory import DISPOSAL, packs_elsewhere
from sgdocs.pipeline.retaining import retained_of
from sgdocs.pipeline.scheduling import schedule_case
from sgdocs.standing import Scheduled
from sgdocs.storage import (
    fault_in_name,
    files_below,
    locked,
    read_whole,
    remove,
    remove_within,
    write_folder,
)

__all__ = ["Disposed", "State", "dispose", "finish"]

_OWNER = "sgdocs dispose"
_INBOX = "inbox"
_OURS = ".sgdocs"

Data = Mapping[str, Any]


class State(StrEnum):
    """What became of a case of the list."""

    GONE = "disposed_of"
    ALREADY = "disposed_of_before"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Disposed:
    """A case of the list, and why it was kept where it was."""

    reference: str
    state: State
    reason: str = ""


def dispose(signed: DisposalList, content: Content, today: Moment) -> Iterator[Disposed]:
    """Dispose of every case of a signed list; one that is kept does not keep the others."""
    if content.workspace is None:
        raise UsageRefused("there is no workspace here.", remedy="Stand in the workspace.")
    for listed in signed.cases:
        try:
            yield Disposed(listed.reference, _one(listed, signed, content, today))
        except SgdocsError as refused:
            yield Disposed(listed.reference, State.KEPT, refused.what)


def _one(listed: Listed, signed: DisposalList, content: Content, today: Moment) -> State:
    book = _book(listed, content)
    if _buried(book):
        # A run killed at the very end may have left a copy of the old ledger, half done.
        remove_within(book.folder, _is_hidden, disk=book.disk)
        return State.ALREADY
    if not (about := _certified(book)):
        _certify(book, listed, signed, today, content)
        about = _certified(book)
    if about["list_sha256"] != signed.sha256:
        raise SafetyRefused("its disposal was begun by another list; finish it with that one.")
    finish(book, about, today)
    return State.GONE


def finish(book: Casebook, about: Data, today: Moment) -> None:
    """Remove everything there is of a certified case; stopped anywhere, the same again goes on."""
    with holding(book.folder, _OWNER, disk=book.disk):
        elsewhere, _ = packs_elsewhere(book, entries(book.folder, disk=book.disk))
        for place in (*elsewhere, book.packs, *_in_inbox(book, about), book.workspace / _OURS):
            remove(place, disk=book.disk)
        remove_within(book.folder, partial(_goes, book), disk=book.disk)
        bury(book.folder, _last_entry(book, about, today), disk=book.disk)
    remove_within(book.folder, _is_hidden, disk=book.disk)


def _book(listed: Listed, content: Content) -> Casebook:
    if fault_in_name(listed.folder) or fault_in_name(listed.reference) or not content.workspace:
        raise SafetyRefused("the list names a folder that is none of the cases'.")
    folder = content.workspace / "cases" / listed.folder
    book = casebook(folder / CASE_NAMES[0], listed.reference, content)
    if book is None or not folder.is_dir():
        raise SafetyRefused("there is no such folder among the cases.")
    return book


def _buried(book: Casebook) -> bool:
    lines = entries(book.folder)
    alone = not any((book.folder / name).exists() for name in CASE_NAMES)
    return alone and len(lines) == 1 and lines[0].entry.kind is Kind.DISPOSED


def _certified(book: Casebook) -> Data:
    """Give the certificate of a disposal that has begun; nothing where none has."""
    try:
        data: Data = json.loads(read_ordinary(book.folder / DISPOSAL / CERTIFICATE, DATA_BYTES))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError):
        raise SafetyRefused("the certificate of its disposal is not as it was written.") from None
    return data


def _certify(
    book: Casebook, listed: Listed, signed: DisposalList, today: Moment, content: Content
) -> None:
    """Look once more whether anything stands against it, and write down what there is."""
    path = next((p for n in CASE_NAMES if (p := book.folder / n).is_file()), None)
    if path is None:
        raise SafetyRefused("there is no case file in its folder.")
    with ExitStack() as held:
        held.enter_context(locked(path, owner=_OWNER))
        held.enter_context(holding(book.folder, _OWNER))
        found = schedule_case(path, content, today, today)
        lines = _require_going(book, path, listed, found)
        files = certificate_files(found, book, signed, listed, lines)
        write_folder(book.folder / DISPOSAL, files)


def _require_going(
    book: Casebook, path: Path, listed: Listed, found: Scheduled
) -> tuple[Line, ...]:
    now = retained_of(path, found)
    if found.case.reference != listed.reference:
        raise SafetyRefused("its case file has another reference than the list.")
    if now.case_sha256 != listed.case_sha256:
        raise SafetyRefused("its case file was changed after the list was made.")
    if now.against:
        raise SafetyRefused(" ".join(now.against))
    return sound_lines(book)


def _goes(book: Casebook, place: Path) -> bool:
    """Keep the certificate, the ledger and the locks until the end."""
    return not (place.name in (DISPOSAL, ledger_file(book.folder).name) or _is_hidden(place))


def _is_hidden(place: Path) -> bool:
    """Say whether it is a lock, or what a dead run left."""
    return place.name.startswith(".")


def _in_inbox(book: Casebook, about: Data) -> Iterator[Path]:
    """Give the files of the inbox that are the very ones the case had taken in."""
    wanted = set(about["hashes"].get("returned_forms", ()))
    for place in files_below(book.workspace / _INBOX) if wanted else ():
        if place.is_file() and sha256(read_whole(place)).hexdigest() in wanted:
            yield place


def _last_entry(book: Casebook, about: Data, today: Moment) -> Entry:
    certificate = read_whole(book.folder / DISPOSAL / CERTIFICATE)
    said = {
        "certificate_sha256": sha256(certificate).hexdigest(),
        "list_sha256": about["list_sha256"],
        "lines": about["ledger"]["number"],
        "head": about["ledger"]["hash"],
    }
    return Entry(Kind.DISPOSED, today, about["signed_by"], said)
