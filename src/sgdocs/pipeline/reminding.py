"""Follow-up mails to agencies whose answer is late: one draft each, with the blank form."""

from collections.abc import Iterator
from pathlib import Path

from sgdocs.artefacts import Addressee, Wanted, addressees, file_copy
from sgdocs.documents import Document, Maker, Wordings, attachments
from sgdocs.paperfacts import Occasion, gather
from sgdocs.papers import Envelope, as_eml, as_text
from sgdocs.pipeline.ordering import CALL_SHEET, order_for
from sgdocs.procedure import Artefact
from sgdocs.schedule import Row
from sgdocs.standing import Scheduled
from sgdocs.storage import write_beside

__all__ = ["late_agencies", "write_reminders"]

REMINDER = Artefact("RETURN-REMINDER", "Reminder of a return", "letter", "unit")


def write_reminders(found: Scheduled, out: Path) -> tuple[Path | None, tuple[str, ...]]:
    """Write a draft for each agency that is late and can be written to; give the folder."""
    procedure = found.case.procedure
    maker = Maker(found.content, procedure, Wordings(found.content, procedure))
    files: dict[str, bytes] = {}
    for row in late_agencies(found):
        for to in addressees(found, row)[:1]:
            files |= _draft(found, maker, row, to)
    if not files:
        return None, ()
    return write_beside(out, files), tuple(sorted(files))


def late_agencies(found: Scheduled) -> tuple[Row, ...]:
    """Give the request of each agency whose answer is late."""
    to = file_copy(found)
    occasion = Occasion(CALL_SHEET, None, to, found.rows, found.as_of.day)
    late = {one["agency"] for one in gather(found, occasion)["not_returned"] if one["late"]}
    names = {a["id"]: a["name"] for a in found.case.each("agencies")}
    asked: dict[str, Row] = {}
    for row in found.rows:
        step, instance = found.procedure.steps[row.step], row.instance
        sent = instance is not None and instance.kind == "agency" and step.sends and row.actual
        if instance is not None and sent and names.get(instance.id) in late:
            asked.setdefault(instance.id, row)
    return tuple(asked[name] for name in names if name in asked)


def _draft(found: Scheduled, maker: Maker, row: Row, to: Addressee) -> dict[str, bytes]:
    wanted = Wanted(REMINDER, row, (to,), "", found.as_of.day)
    (letter,) = maker.make(order_for(found, wanted, to, found.rows))
    stem = f"{found.case.reference}_{REMINDER.id}_{to.key}"
    files = {f"{stem}.docx": letter.word}
    if letter.paper is None:
        return files
    files[f"{stem}.txt"] = as_text(letter.paper).encode()
    enclosed = list(attachments(_forms(found, maker, row, to)))
    files |= {each.name: each.content for each in enclosed}
    if to.email:
        head = letter.paper.letterhead
        envelope = Envelope(head.office, head.email, to.name, to.email)
        files[f"{stem}.eml"] = as_eml(letter.paper, envelope, enclosed)
    return files


def _forms(
    found: Scheduled, maker: Maker, row: Row, to: Addressee
) -> Iterator[tuple[str, Document]]:
    """Make the forms that the agency was asked to fill in, blank once more."""
    for name in row.artefacts:
        artefact = found.ground.artefacts[name]
        if artefact.kind == "fillable" and artefact.made_by == "agency":
            wanted = Wanted(artefact, row, (to,), "", found.as_of.day)
            document = maker.form(order_for(found, wanted, to, found.rows))
            yield f"{found.case.reference}_{name}_{to.key}", document
