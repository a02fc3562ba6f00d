"""The briefing as one accessible PDF page."""

from sgdocs.briefing.characters import refuse_unprintable, refuse_unwritable
from sgdocs.briefing.fitting import fitted
from sgdocs.briefing.model import Briefing
from sgdocs.briefing.sheet import briefing_sheet
from sgdocs.content import Content
from sgdocs.typesetting import typeset

__all__ = ["as_pdf"]


def as_pdf(briefing: Briefing, content: Content) -> bytes:
    """Set the briefing as PDF/UA-1 and PDF/A-2a; what does not fit on the page is refused."""
    refuse_unwritable(briefing)
    refuse_unprintable(briefing, content)
    fitted(briefing, content)
    return typeset(briefing_sheet(briefing, content), content)
