"""Read a PDF file: its order, all its objects, its pages twice over."""

from io import BytesIO

import pikepdf

from sgdocs.gate import limits
from sgdocs.gate.evidence import Evidence
from sgdocs.gate.model import Code
from sgdocs.gate.pdf.objects import read_objects
from sgdocs.gate.pdf.order import Order, look_at_order
from sgdocs.gate.pdf.pages import read_pages
from sgdocs.gate.pdf.second import read_again

__all__ = ["read_pdf"]


def read_pdf(data: bytes, within: str, evidence: Evidence) -> None:
    """Read everything in a PDF file; what cannot be opened in full is refused."""
    order, place = look_at_order(data, within, evidence), within.rstrip("/")
    try:
        with pikepdf.open(BytesIO(data), suppress_warnings=True) as pdf:
            _read(pdf, order, within, evidence)
    except pikepdf.PasswordError:
        evidence.refuse(Code.ENCRYPTED, "file", place)
        return
    except (pikepdf.PikepdfError, ValueError, TypeError, AttributeError, KeyError, IndexError):
        # Unchained and unnamed: a broken file's message may quote it.
        evidence.refuse(Code.UNOPENABLE, "file", place)
    read_again(data, within, evidence)


def _read(pdf: pikepdf.Pdf, order: Order, within: str, evidence: Evidence) -> None:
    place = within.rstrip("/")
    if pdf.is_encrypted:
        evidence.refuse(Code.ENCRYPTED, "file", place)
    if pdf.get_warnings():
        evidence.refuse(Code.UNOPENABLE, "file", place)
    if len(pdf.pages) > limits.PAGES:
        evidence.refuse(Code.TOO_LARGE, "file", place)
        return
    listed = {number for number, _ in (o.objgen for o in pdf.objects)}
    if order.objects - listed:
        evidence.refuse(Code.STRAY_BYTES, "unreferenced object", place)
    pages = read_pages(pdf, within, evidence)
    read_objects(pdf, pages, within, evidence)
