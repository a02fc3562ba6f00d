"""What goes with a mail: the PDF of each paper, and of a form the Word file too."""

from collections.abc import Iterable, Iterator

from sgdocs.documents.model import Document
from sgdocs.papers import Attachment

__all__ = ["PDF", "attachments"]

PDF = "application/pdf"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def attachments(documents: Iterable[tuple[str, Document]]) -> Iterator[Attachment]:
    """Give the files that go with a mail, from the papers by the names of their files."""
    for stem, document in documents:
        if document.pdf:
            yield Attachment(f"{stem}.pdf", PDF, document.pdf)
        if document.kind == "form" or not document.pdf:
            yield Attachment(f"{stem}.docx", _WORD, document.word)
