"""Make one paper for one person to look at; nothing is written."""

from sgdocs.artefacts import Addressee, Wanted
from sgdocs.documents import Document, Maker, Wordings
from sgdocs.pipeline.fingerprinting import Fingerprints, Sources
from sgdocs.pipeline.packing import Press
from sgdocs.standing import Scheduled

__all__ = ["preview"]


def preview(found: Scheduled, wanted: Wanted, to: Addressee) -> tuple[Document, ...]:
    """Make a paper as it would be sent, with gaps marked where facts are missing."""
    content, procedure = found.content, found.case.procedure
    wordings = Wordings(content, procedure)
    prints = Fingerprints(Sources(content, procedure, "word"), wordings, "")
    maker = Maker(content, procedure, wordings, with_pdf=False)
    sending = Press(found, maker, prints, drafts=True).sending(to, (wanted,))
    return tuple(piece.document for piece in sending.pieces)
