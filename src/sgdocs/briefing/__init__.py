"""The seven-minute briefing: what a review found, on one page."""

from typing import TYPE_CHECKING

from sgdocs.briefing.model import Briefing, Issue, Segment
from sgdocs.lazily import lazily

if TYPE_CHECKING:
    from sgdocs.briefing.html import as_html
    from sgdocs.briefing.pdf import as_pdf
    from sgdocs.briefing.word import as_docx

__all__ = ["Briefing", "Issue", "Segment", "as_docx", "as_html", "as_pdf"]

__getattr__ = lazily(__name__, {"as_docx": "word", "as_html": "html", "as_pdf": "pdf"})
