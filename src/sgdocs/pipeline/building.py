"""Make the letters of a case that a day calls for, as Word, PDF and mail drafts."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from sgdocs.errors import InputRefused, SafetyRefused, UsageRefused
from sgdocs.expressions import ExpressionFailed
from sgdocs.letters import Frame, Letter, compose, load_letter
from sgdocs.papers import Attachment, Envelope, Letterhead, Paper, as_docx, as_eml, as_pdf
from sgdocs.pipeline.addressing import Addressee, addressees, vacant
from sgdocs.pipeline.scheduling import Scheduled, dated_as_sent
from sgdocs.schedule import Role, Row, Status
from sgdocs.spelling import nearest
from sgdocs.storage import make_folder, write_folder

__all__ = ["Built", "Wanted", "build", "candidates"]

_PDF = "application/pdf"

_DUE = frozenset({Status.OVERDUE, Status.DUE_TODAY})
_MOST_VERSIONS = 100
_READINGS = frozenset({Role.ALTERNATIVE, Role.WHAT_IF})


@dataclass(frozen=True, slots=True)
class Wanted:
    """One letter of one step, with everybody it is for, or the reason it is not made."""

    artefact: str
    row: Row
    to: tuple[Addressee, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Built:
    """What was written, and what was not and why."""

    folder: Path | None
    files: tuple[str, ...]
    left: tuple[Wanted, ...]
    missing: tuple[Wanted, ...]
    """Of those left, the ones that are due and lack a fact."""


def candidates(found: Scheduled, only: str | None, step: str | None) -> tuple[Wanted, ...]:
    """Give every letter the case's steps call for, with the reason where one is not made."""
    _require_known(only, found.ground.artefacts, "paper")
    _require_known(step, {row.step for row in found.rows}, "step")
    return tuple(
        _wanted(found, row, artefact, chosen=bool(only or step))
        for row in found.rows
        for artefact in row.artefacts
        if row.role not in _READINGS
        and step in (None, row.step)
        and only in (None, artefact)
        and _has_letter(found, artefact)
    )


def _require_known(name: str | None, known: Collection[str], noun: str) -> None:
    if name is not None and name not in known:
        meant = nearest(name, known)
        advice = f"Did you mean {meant}?" if meant else ""
        raise UsageRefused(f"there is no such {noun}.", remedy=advice)


def build(found: Scheduled, wanted: tuple[Wanted, ...], out: Path) -> Built:
    """Write the letters, all or none of them, in one folder."""
    files: dict[str, bytes] = {}
    left = [w for w in wanted if w.reason]
    missing: list[Wanted] = []
    for one in (w for w in wanted if not w.reason):
        letter = load_letter(found.content, found.case.procedure, one.artefact)
        try:
            for addressee in one.to:
                files |= _files(found, letter, one, addressee)
        except ExpressionFailed as lacking:
            says = f"{lacking.path} is not filled in ({letter.file}, line {lacking.line})."
            missing.append(replace(one, reason=says))
        except InputRefused as wrong:
            missing.append(replace(one, reason=str(wrong)))
    if not files:
        return Built(None, (), (*left, *missing), tuple(missing))
    folder = _written(out, files)
    return Built(folder, tuple(sorted(files)), (*left, *missing), tuple(missing))


def _written(out: Path, files: Mapping[str, bytes]) -> Path:
    """Write into the folder, or beside it where it holds something else: nothing is overwritten."""
    make_folder(out.parent)
    for number in range(1, _MOST_VERSIONS):
        folder = out if number == 1 else out.with_name(f"{out.name}-{number}")
        try:
            write_folder(folder, files)
        except SafetyRefused:  # an earlier version, perhaps put right by hand
            continue
        return folder
    raise SafetyRefused("there are too many versions here already.", where=str(out))


def _wanted(found: Scheduled, row: Row, artefact: str, *, chosen: bool) -> Wanted:
    to = addressees(found, row)
    return Wanted(artefact, row, to, _reason(found, row, to, chosen=chosen))


def _reason(found: Scheduled, row: Row, to: tuple[Addressee, ...], *, chosen: bool) -> str:
    """Say why a letter is not made; nothing where it is."""
    if row.status is Status.NOT_APPLICABLE:
        return row.why.counted
    if row.actual:
        return "It has been sent."
    if nobody := _nobody(found, row, to):
        return nobody
    return "" if chosen or row.status in _DUE else "It is not due yet."


def _nobody(found: Scheduled, row: Row, to: tuple[Addressee, ...]) -> str:
    """Say whom there is nobody for."""
    if row.instance and row.instance.kind == "agency" and not to:
        return "The agency has no manager or contact in the case file."
    if empty := vacant(found, row):
        return f"Nobody holds the role {', '.join(empty)} on this day."
    return "" if to else "There is nobody to send it to."


def _has_letter(found: Scheduled, artefact: str) -> bool:
    names = found.content.names("letters", ".md")
    own = f"{found.case.procedure}/{artefact.lower()}.md"
    return own in names or f"{artefact.lower()}.md" in names


def _files(found: Scheduled, letter: Letter, one: Wanted, addressee: Addressee) -> dict[str, bytes]:
    """Make one letter for one person: Word, PDF, and the draft that carries the PDF."""
    paper = compose(letter, _data(found, one.row, addressee), _frame(found, one, addressee))
    stem = f"{found.case.reference}_{one.artefact}_{addressee.key}"
    pdf, word = as_pdf(paper, found.content), as_docx(paper, found.content)
    files = {f"{stem}.pdf": pdf, f"{stem}.docx": word}
    if addressee.email:
        files[f"{stem}.eml"] = _mail(found, paper, addressee, (f"{stem}.pdf", pdf))
    return files


def _mail(
    found: Scheduled, paper: Paper, addressee: Addressee, attached: tuple[str, bytes]
) -> bytes:
    office = found.ground.partnership.office
    envelope = Envelope(office.name, office.email, addressee.name, addressee.email)
    return as_eml(paper, envelope, (Attachment(attached[0], _PDF, attached[1]),))


def _frame(found: Scheduled, one: Wanted, addressee: Addressee) -> Frame:
    partnership = found.ground.partnership
    office = partnership.office
    return Frame(
        letterhead=Letterhead(office.name, office.address, office.email, office.phone),
        addressee=addressee.block,
        date=found.as_of.day,
        reference=found.case.reference,
        document_id=f"{found.case.reference}/{one.artefact}",
        version="1",
        marking=found.marking,
        artefact_titles=found.ground.artefacts,
    )


def _data(found: Scheduled, row: Row, addressee: Addressee) -> dict[str, object]:
    """Give what a letter may print, as its guide lists it."""
    partnership, office = found.ground.partnership, found.ground.partnership.office
    terms = found.procedure.terms
    return {
        "case": found.case.data,
        "facts": found.facts.values,
        "dates": _dates(found, row),
        "events": _events(found),
        "office": {
            "name": office.name,
            "address": list(office.address),
            "email": office.email,
            "phone": office.phone,
            "hours": office.hours,
        },
        "partnership": {"name": partnership.name, "terms": dict(terms)},
        "recipient": addressee.as_data(),
        "today": found.as_of.day,
    }


def _dates(found: Scheduled, own: Row) -> dict[str, Mapping[str, Any]]:
    """Give each dated step its date; for an agency's letter, that agency's own."""
    dates: dict[str, Mapping[str, Any]] = {}
    for row in dated_as_sent(found, own):
        ours = row.instance is None or row.instance == own.instance
        if row.role not in _READINGS and row.due and ours:
            entry = {"due": row.due, "send_by": row.send_by, "time_of_day": row.time_of_day}
            dates[row.step.replace("-", "_")] = entry
    return dates


def _events(found: Scheduled) -> dict[str, date]:
    """Give each event the day it happened or is planned for."""
    days = {n: e.actual or e.planned for n, e in found.facts.events.items()}
    return {name: day for name, day in days.items() if day}
