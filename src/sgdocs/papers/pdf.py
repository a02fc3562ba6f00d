"""Set a paper as a PDF that is tagged, lasting, and the same each time."""

import json
from functools import lru_cache
from pathlib import Path

from sgdocs.content import Content
from sgdocs.papers.characters import refuse_unprintable, refuse_unwritable
from sgdocs.papers.model import Paper
from sgdocs.papers.settable import settable
from sgdocs.typesetting import Sheet, characters_of, font_files, typeset

__all__ = ["as_pdf"]

_TEMPLATE = "letter.typ"


def as_pdf(paper: Paper, content: Content) -> bytes:
    """Set the paper as PDF/UA-1 and, unless it is to be filled in, PDF/A-2a.

    What is to be filled in or signed is set as a link named `field:…`, for the room `forms`.
    """
    refuse_unwritable(paper)
    refuse_unprintable(paper, _printable(font_files(content)))
    data = json.dumps(settable(paper), ensure_ascii=False)
    # A reader shows PDF/A as it is, and lets nobody write in it.
    lasting = paper.filling != "to_fill"
    return typeset(Sheet(_TEMPLATE, data, paper.date, lasting=lasting), content)


@lru_cache(maxsize=4)
def _printable(fonts: tuple[Path, ...]) -> frozenset[int]:
    return frozenset().union(*map(characters_of, fonts))
