"""Turn what is wanted into sendings: papers made, named, and put into the mail that takes them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from typing import Any

from sgdocs import __version__
from sgdocs.artefacts import Addressee, Wanted, file_copy
from sgdocs.binding import Cover, Part, bind, encrypt
from sgdocs.content import WORKSPACE_MARK
from sgdocs.dates import Moment, words
from sgdocs.documents import PDF, Document, Maker, Order, Sender, attachments
from sgdocs.errors import InputRefused
from sgdocs.expressions import ExpressionFailed
from sgdocs.packs import Piece, Sending
from sgdocs.paperfacts import Occasion, fields, gather, vocabulary
from sgdocs.papers import Attachment, Envelope, Letterhead, Paper, as_eml, as_text
from sgdocs.pipeline.grounding import CALENDAR
from sgdocs.pipeline.rendering import rendered
from sgdocs.pipeline.scheduling import dated_as_sent
from sgdocs.procedure import Artefact
from sgdocs.schedule import Row
from sgdocs.standing import Scheduled

__all__ = ["Press", "beside", "bound_papers", "made_from"]

_COVERING = "COVERING-NOTE"
_PAGE = (100, False, False)
_SHARED_WORDING = frozenset(
    {
        *("letters/covering-note.md", "letters/labels.yaml", "letters/words.yaml"),
        *("templates/letterhead/letterhead.docx", "templates/call-sheet.docx"),
        *("templates/letter.typ", "templates/cover.typ", "templates/timeline.typ"),
    }
)
"""What every pack is made with, whichever papers are in it."""
_CALL_SHEET = Artefact(id="CALL-SHEET", title="Calls to make", kind="record", made_by="unit")


@dataclass(frozen=True, slots=True)
class Press:
    """Makes the papers of one case."""

    found: Scheduled
    maker: Maker
    drafts: bool = False
    password: str = ""
    """Where there is one, papers travel as one locked file, and the mail says nothing of them."""
    dated: dict[tuple[str, str], tuple[Row, ...]] = field(default_factory=dict)
    """The schedule once a row's papers have gone, by step and instance."""
    taken: dict[str, Wanted] = field(default_factory=dict)
    """The names of papers made so far, and what each was made for."""

    def sending(self, to: Addressee, wanted: Sequence[Wanted]) -> Sending:
        """Make the papers of one act for one person, and the mail that takes them."""
        pieces = tuple(piece for one in wanted for piece in self._pieces(to, one))
        plain = Sending(wanted[0].day, to, pieces)
        # A draft must not lie in an outbox, where somebody might send it.
        if not to.email or any(piece.document.order.draft for piece in pieces):
            return plain
        letters = [d.paper for p in pieces if (d := p.document).kind == "letter" and d.paper]
        body = letters[0] if letters and not self.password else self._covering(wanted[0], to)
        head = body.letterhead
        envelope = Envelope(head.office, head.email, to.name, to.email)
        mail = as_eml(body, envelope, self._attached(plain))
        return replace(plain, mail=mail, body=as_text(body))

    def _covering(self, wanted: Wanted, to: Addressee) -> Paper:
        return self.maker.covering(self._order(wanted, to), _COVERING)

    def _attached(self, sending: Sending) -> Iterable[Attachment]:
        if not self.password:
            return attachments((piece.stem, piece.document) for piece in sending.pieces)
        whole = _bound(self.found, (sending,))
        return (Attachment(f"{sending.stem}_locked.pdf", PDF, encrypt(whole, self.password)),)

    def call_sheet(self) -> dict[str, bytes]:
        """Make the list of calls that are due, where any is."""
        to = file_copy(self.found)
        order = self._order(Wanted(_CALL_SHEET, None, (to,), "", self.found.as_of.day), to)
        if not order.facts["calls_due"]:
            return {}
        (sheet,) = self.maker.make(order)
        stem = f"{self.found.case.reference}_call-sheet"
        return {f"{stem}.docx": sheet.word, f"{stem}.pdf": sheet.pdf}

    def _pieces(self, to: Addressee, wanted: Wanted) -> Iterator[Piece]:
        documents = self._documents(to, wanted)
        for document in documents:
            beside_a_letter = len(documents) > 1 and document.kind != "letter"
            suffix = document.kind if beside_a_letter else ""
            yield Piece(self._named(wanted, to, suffix), wanted, document)

    def _named(self, wanted: Wanted, to: Addressee, suffix: str) -> str:
        """Give a name no other paper of the pack has: two steps may send one person the same."""
        stem = _stem(self.found.case.reference, wanted, to, suffix)
        step = wanted.row.step if wanted.row else ""
        for name in (stem, f"{stem}_{step}", f"{stem}_{step}_{wanted.about_id}"):
            # Windows tells no capital from a small letter.
            if self.taken.setdefault(name.casefold(), wanted) is wanted:
                return name
        raise InputRefused(
            "two papers of the pack would have the same name.",
            where=f"{wanted.artefact.id}, step {step}",
            remedy="Give the agencies and actions of the case short names that differ.",
        )

    def _documents(self, to: Addressee, wanted: Wanted) -> tuple[Document, ...]:
        try:
            return self.maker.make(self._order(wanted, to))
        except ExpressionFailed:
            if not self.drafts:
                raise
        return self.maker.make(self._order(wanted, to, draft=True))

    def _rows(self, row: Row | None) -> tuple[Row, ...]:
        if row is None:
            return self.found.rows
        key = (row.step, row.instance.key if row.instance else "")
        if key not in self.dated:
            self.dated[key] = dated_as_sent(self.found, row)
        return self.dated[key]

    def _order(self, wanted: Wanted, to: Addressee, *, draft: bool = False) -> Order:
        found, artefact = self.found, wanted.artefact
        rows = self._rows(wanted.row)
        office = found.ground.partnership.office
        occasion = Occasion(artefact, wanted.row, to, rows, wanted.day)
        facts = gather(found, occasion)
        return Order(
            artefact=artefact,
            to=to,
            facts=facts,
            letterhead=Letterhead(office.name, office.address, office.email, office.phone),
            day=wanted.day,
            marking=_marking(found, artefact, draft=draft),
            senders=partial(_sender, found),
            fields=partial(fields, found, occasion),
            roles=_roles(found, wanted, to),
            version=wanted.version,
            draft=draft,
            instead=facts["words"]["to_be_completed"] if draft else "",
            replaces=wanted.replaces,
        )


def _sender(found: Scheduled, role: str) -> Sender | None:
    authority = found.case.get("authorities.incident", "")
    held = found.ground.partnership.contacts_for(role, found.as_of.day, authority)
    if not held:
        return None
    one = held[0]
    head = Letterhead(one.organisation, one.address, one.email, one.phone)
    return Sender(one.name, one.job_title, head)


def _marking(found: Scheduled, artefact: Artefact, *, draft: bool) -> str:
    """Give the marking on every page; a draft says so in words, not by its picture alone."""
    marking = artefact.marking or found.marking
    return (
        f"{marking} – {vocabulary(found.content, found.procedure)['draft']}" if draft else marking
    )


def _roles(found: Scheduled, wanted: Wanted, to: Addressee) -> frozenset[str]:
    groups = wanted.row.recipients if wanted.row else ()
    theirs = (group for group in groups if to.role in found.procedure.members(group))
    return frozenset({to.role, *theirs})


def _stem(reference: str, wanted: Wanted, to: Addressee, suffix: str) -> str:
    """Name a paper's files: reference, form and recipient; never a person."""
    about = "" if wanted.about_id == to.key else wanted.about_id
    return "_".join(filter(None, (reference, wanted.artefact.id, suffix, about, to.key)))


def bound_papers(
    found: Scheduled, sendings: Iterable[Sending], password: str
) -> dict[tuple[date, str], bytes]:
    """Bind what one person gets on one day into one PDF, where it is more than one paper."""
    bound = {}
    for whose, theirs in groupby(sorted(sendings, key=_whose), key=_whose):
        papers = tuple(theirs)
        if password or sum(len(sending.pieces) for sending in papers) > 1:
            whole = _bound(found, papers)
            bound[whose] = encrypt(whole, password) if password else whole
    return bound


def _bound(found: Scheduled, sendings: Sequence[Sending]) -> bytes:
    parts = [_part(piece) for sending in sendings for piece in sending.pieces]
    return bind(parts, _cover(found, sendings), found.content)


def _whose(sending: Sending) -> tuple[date, str]:
    return sending.day, sending.to.key


def _part(piece: Piece) -> Part:
    document = piece.document
    return Part(document.title, document.pdf, document.order.document_id)


def _cover(found: Scheduled, sendings: Sequence[Sending]) -> Cover:
    office, sending = found.ground.partnership.office, sendings[0]
    pieces = (piece for each in sendings for piece in each.pieces)
    said = vocabulary(found.content, found.procedure)
    return Cover(
        title=f"{said['papers_of']} {words(sending.day)}",
        recipient=sending.to.block,
        reference=found.case.reference,
        marking=found.marking,
        made_on=sending.day,
        office=office.name,
        draft=any(piece.document.order.draft for piece in pieces),
        contact=(*office.address, office.phone, office.email),
    )


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
        "as_of": _moment(found.as_of),
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


def _moment(moment: Moment) -> str:
    clock = f"T{moment.clock:%H:%M}" if moment.clock else ""
    return f"{moment.day.isoformat()}{clock}"


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
