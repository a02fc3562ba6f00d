"""Each paper is made from a whole example, prints what it must, and is set as a PDF."""

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from templates_dbn.making import PAPERS, PaperOf, make, said, words_of

_SOURCES = Path(__file__).parents[2] / "templates" / "sources"
_OURS = ("darlington", "bcp", "north-yorkshire")


def _name(paper: PaperOf) -> str:
    return paper.template


def test_every_source_is_tried() -> None:
    there = {f"{one}/{path.stem}" for one in _OURS for path in (_SOURCES / one).glob("*.md")}
    assert {paper.template for paper in PAPERS} == there


@pytest.mark.parametrize("paper", PAPERS, ids=_name)
def test_a_paper_prints_what_it_must_in_order(paper: PaperOf) -> None:
    text = words_of(make(paper).word)
    assert said(text, paper.prints) == []
    assert "{{" not in text
    assert "{%" not in text
    assert "[[" not in text


@pytest.mark.parametrize("paper", PAPERS, ids=_name)
def test_a_paper_is_set_as_a_pdf(paper: PaperOf) -> None:
    document = make(paper)
    reader = PdfReader(BytesIO(document.pdf))
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert document.paper.title in reader.metadata.title
