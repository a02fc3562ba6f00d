"""Open a PDF that came from outside, within our limits."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from pikepdf import PasswordError, Pdf, PdfError, PikepdfError
from pikepdf.settings import set_qpdf_limits

from sgdocs.errors import InputRefused
from sgdocs.opening import limits
from sgdocs.opening.members import ends_as_zip

__all__ = ["opened_pdf"]


@contextmanager
def opened_pdf(data: bytes, where: str) -> Iterator[Pdf]:
    """Open it for as long as the block lasts; refuse one that is locked or not whole."""
    if ends_as_zip(data):
        raise InputRefused(
            "this PDF is built to mislead: it is a zip file too.",
            where=where,
            remedy="Do not open it. Ask the sender, by telephone, what it is.",
        )
    with _within_limits(), _opened(data, where) as pdf:
        yield pdf


@contextmanager
def _within_limits() -> Iterator[None]:
    """Let qpdf, which parses the file, stop at our limits; they are the whole process's."""
    before = set_qpdf_limits(
        parser_max_nesting=limits.PDF_NESTING,
        parser_max_container_size=limits.PDF_CONTAINER,
        flate_max_memory=limits.PDF_STREAM_BYTES,
        png_max_memory=limits.PDF_STREAM_BYTES,
        tiff_max_memory=limits.PDF_STREAM_BYTES,
        run_length_max_memory=limits.PDF_STREAM_BYTES,
        dct_max_memory=limits.PDF_STREAM_BYTES,
        max_stream_filters=3,
        doc_max_warnings=500,
    )
    try:
        yield
    finally:
        set_qpdf_limits(**before)  # type: ignore[arg-type]


@contextmanager
def _opened(data: bytes, where: str) -> Iterator[Pdf]:
    try:
        with Pdf.open(BytesIO(data)) as pdf:
            yield pdf
    except PasswordError:
        raise InputRefused(
            "this PDF is locked with a password.",
            where=where,
            remedy="Ask for it without one, or open it and print it as a PDF without the password.",
        ) from None
    except InputRefused:
        raise
    except (PdfError, PikepdfError, ValueError, TypeError, KeyError, AttributeError):
        raise InputRefused(
            "this is not a whole PDF.",
            where=where,
            remedy="Ask for it again, or for the Word form.",
        ) from None
