"""Turn what is wanted into sendings: papers made, named, and put into the mail that takes them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Any

from sgdocs.artefacts import Addressee, Wanted
from sgdocs.binding import encrypt
from sgdocs.documents import PDF, Document, Maker, Order, attachments
from sgdocs.errors import InputRefused
from sgdocs.expressions import ExpressionFailed
from sgdocs.packs import Contents, Piece, Sending
from sgdocs.paperfacts import CaseWide
from sgdocs.papers import Attachment, Envelope, Paper, as_eml, as_text
from sgdocs.pipeline.bundling import bound
from sgdocs.pipeline.fingerprinting import Fingerprints
from sgdocs.pipeline.ordering import call_sheet, order_for
from sgdocs.pipeline.scheduling import dated_as_sent
from sgdocs.schedule import Row
from sgdocs.standing import Scheduled

__all__ = ["Press"]

_COVERING = "COVERING-NOTE"

Facts = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Press:
    """Makes the papers of one case."""

    found: Scheduled
    maker: Maker
    prints: Fingerprints
    drafts: bool = False
    password: str = ""
    """Where there is one, papers travel as one locked file, and the mail says nothing of them."""
    rows: Mapping[str, int] = field(default_factory=dict)
    """How many rows the lists of forms have, where more are asked for."""
    dated: dict[str, tuple[Row, ...]] = field(default_factory=dict)
    """The schedule once a late step's papers have gone, by step."""
    wide: CaseWide = field(init=False)
    """What the papers have in common."""
    taken: dict[str, Wanted] = field(default_factory=dict)
    """The names of papers made so far, and what each was made for."""

    def __post_init__(self) -> None:
        """Begin with nothing gathered."""
        object.__setattr__(self, "wide", CaseWide(self.found))

    def sending(self, to: Addressee, wanted: Sequence[Wanted]) -> Sending:
        """Make the papers of one act for one person, and the mail that takes them."""
        pieces: tuple[Piece, ...] = ()
        for one in sorted(wanted, key=_is_letter):  # a letter may name the file it goes with
            pieces += tuple(self._pieces(to, one, _fingerprints(pieces)))
        plain = Sending(wanted[0].day, to, tuple(sorted(pieces, key=_is_enclosure)))
        if self._contents == "word":
            return replace(plain, pieces=tuple(map(_without_pdf, plain.pieces)))
        if self._contents == "papers" or not to.email:
            return plain
        if any(self._must_stay(piece.document) for piece in pieces):
            return plain
        letters = [d.paper for p in pieces if (d := p.document).kind == "letter" and d.paper]
        body = letters[0] if letters and not self.password else self._covering(wanted[0], to)
        head = body.letterhead
        envelope = Envelope(head.office, head.email, to.name, to.email)
        mail = as_eml(body, envelope, self._attached(plain))
        return replace(plain, mail=mail, body=as_text(body))

    @property
    def _contents(self) -> Contents:
        return self.prints.sources.contents

    def _must_stay(self, document: Document) -> bool:
        """Keep out of the outbox what somebody might send: drafts, and what cannot be locked."""
        return document.order.draft or bool(self.password and document.unset)

    def _covering(self, wanted: Wanted, to: Addressee) -> Paper:
        return self.maker.covering(self._order(wanted, to), _COVERING)

    def _attached(self, sending: Sending) -> Iterable[Attachment]:
        if not self.password:
            return attachments((piece.stem, piece.document) for piece in sending.pieces)
        whole = bound(self.found, (sending,))
        return (Attachment(f"{sending.stem}_locked.pdf", PDF, encrypt(whole, self.password)),)

    def call_sheet(self) -> dict[str, bytes]:
        """Make the list of calls that are due, where any is."""
        sheet = call_sheet(self.found, self.maker)
        if sheet is None:
            return {}
        stem = f"{self.found.case.reference}_call-sheet"
        return {f"{stem}.docx": sheet.word, f"{stem}.pdf": sheet.pdf}

    def _pieces(self, to: Addressee, wanted: Wanted, more: Facts) -> Iterator[Piece]:
        documents = self._documents(to, wanted, more)
        for document in documents:
            beside_a_letter = len(documents) > 1 and document.kind != "letter"
            suffix = document.kind if beside_a_letter else ""
            name = self._named(wanted, to, suffix)
            yield Piece(name, wanted, document, self.prints.of(wanted, to))

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

    def _documents(self, to: Addressee, wanted: Wanted, more: Facts) -> tuple[Document, ...]:
        order = self._order(wanted, to)
        if more:
            order = replace(order, facts={**order.facts, **more})
        try:
            return self.maker.make(order)
        except ExpressionFailed:
            if not self.drafts:
                raise
        return self.maker.make(_as_draft(order))

    def _rows(self, row: Row | None) -> tuple[Row, ...]:
        if row is None:
            return self.found.rows
        late = row.due is not None and self.found.as_of.day > row.due
        if not late:
            return self.found.rows
        if row.step not in self.dated:
            self.dated[row.step] = dated_as_sent(self.found, row.step)
        return self.dated[row.step]

    def _order(self, wanted: Wanted, to: Addressee) -> Order:
        order = order_for(self.found, wanted, to, self._rows(wanted.row), self.wide)
        return replace(order, rows=self.rows) if self.rows else order


def _as_draft(order: Order) -> Order:
    """Let a paper be made with gaps; it says that it is a draft in words, on every page."""
    words = order.facts["words"]
    return replace(
        order,
        draft=True,
        marking=f"{order.marking} – {words['draft']}",
        instead=words["to_be_completed"],
    )


def _is_letter(wanted: Wanted) -> bool:
    return wanted.artefact.kind == "letter"


def _is_enclosure(piece: Piece) -> bool:
    return piece.document.kind != "letter"


def _without_pdf(piece: Piece) -> Piece:
    if not piece.document.pdf:
        return piece
    return replace(piece, document=replace(piece.document, pdf=b""))


def _fingerprints(pieces: Iterable[Piece]) -> Facts:
    """Give the fingerprint of the report that is sent, for the letter that goes with it."""
    reports = [piece.document.pdf for piece in pieces if piece.document.kind == "report"]
    return {"report_sha256": sha256(reports[0]).hexdigest()} if reports else {}


def _stem(reference: str, wanted: Wanted, to: Addressee, suffix: str) -> str:
    """Name a paper's files: reference, form and recipient; never a person."""
    about = "" if wanted.about_id == to.key else wanted.about_id
    return "_".join(filter(None, (reference, wanted.artefact.id, suffix, about, to.key)))
