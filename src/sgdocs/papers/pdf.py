"""Set a paper as a PDF that is tagged, lasting, and the same each time."""

import json

from sgdocs.content import Content
from sgdocs.papers.characters import refuse_unprintable, refuse_unwritable
from sgdocs.papers.model import Paper
from sgdocs.papers.settable import settable
from sgdocs.typesetting import Sheet, printable, typeset

__all__ = ["as_pdf"]

_TEMPLATE = "letter.typ"


def as_pdf(paper: Paper, content: Content) -> bytes:
    """Set the paper as PDF/UA-1 and, unless it is to be filled in, PDF/A-2a.

    What is to be filled in or signed is set as a link named `field:…`, for the room `forms`.
    """
    refuse_unwritable(paper)
    refuse_unprintable(paper, printable(content))
    data = json.dumps(settable(paper), ensure_ascii=False)
    # A reader shows PDF/A as it is, and lets nobody write in it.
    lasting = paper.filling != "to_fill"
    return typeset(Sheet(_TEMPLATE, data, paper.date, lasting=lasting), content)
