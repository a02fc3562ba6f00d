"""Read the pages again with another reader, which takes nothing from the first."""

import pypdfium2

from sgdocs.gate.evidence import Evidence
from sgdocs.gate.model import Code

__all__ = ["read_again"]


def read_again(data: bytes, within: str, evidence: Evidence) -> None:
    """Hand on what PDFium reads on each page."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        evidence.refuse(Code.UNOPENABLE, "file", within.rstrip("/"))
        return
    try:
        for number in range(len(document)):
            _read_page(document, number, f"{within}page {number + 1}", evidence)
    finally:
        document.close()


def _read_page(
    document: pypdfium2.PdfDocument, number: int, place: str, evidence: Evidence
) -> None:
    try:
        page = document[number]
        text = page.get_textpage()
        words = text.get_text_range()
        text.close()
        page.close()
    except pypdfium2.PdfiumError:
        evidence.refuse(Code.UNOPENABLE, "page text", place)
        return
    evidence.say("page text", place, words.replace("\ufffe", "-"))
