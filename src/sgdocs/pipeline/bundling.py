"""What one person gets on one day, as one PDF under a cover."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby

from sgdocs.binding import Cover, Part, bind, encrypt
from sgdocs.dates import words
from sgdocs.packs import Sending
from sgdocs.paperfacts import vocabulary
from sgdocs.standing import Scheduled

__all__ = ["bound", "bound_papers"]


def bound_papers(
    found: Scheduled, sendings: Iterable[Sending], password: str
) -> dict[tuple[date, str], bytes]:
    """Bind what one person gets on one day into one PDF, where it is more than one paper."""
    every = {}
    for whose, theirs in groupby(sorted(sendings, key=_whose), key=_whose):
        papers = tuple(theirs)
        count = sum(len(_parts(sending)) for sending in papers)
        if count > 1 or (password and count):
            whole = bound(found, papers)
            every[whose] = encrypt(whole, password) if password else whole
    return every


def bound(found: Scheduled, sendings: Sequence[Sending]) -> bytes:
    """Bind the papers of one person under a cover."""
    parts = [part for sending in sendings for part in _parts(sending)]
    return bind(parts, _cover(found, sendings), found.content)


def _whose(sending: Sending) -> tuple[date, str]:
    return sending.day, sending.to.key


def _parts(sending: Sending) -> list[Part]:
    """Give the papers of a sending; one that could not be set as a PDF is not among them."""
    documents = (piece.document for piece in sending.pieces)
    return [Part(d.title, d.pdf, d.order.document_id, d.foreign) for d in documents if d.pdf]


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
