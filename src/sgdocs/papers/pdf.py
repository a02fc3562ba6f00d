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
    """Set the paper as PDF/UA-1 and PDF/A-2a."""
    refuse_unwritable(paper)
    refuse_unprintable(paper, _printable(font_files(content)))
    data = json.dumps(settable(paper), ensure_ascii=False)
    return typeset(Sheet(_TEMPLATE, data, paper.date), content)


@lru_cache(maxsize=4)
def _printable(fonts: tuple[Path, ...]) -> frozenset[int]:
    return frozenset().union(*map(characters_of, fonts))
