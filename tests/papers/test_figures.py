"""A picture with its words in each kind of paper, and read back from Word as it was."""

import base64
import re
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import docx
import pikepdf
import pytest

from papers.specimen import CONTENT, paper
from sgdocs.drawing import Box, Caption, Ink, Paint
from sgdocs.errors import InputRefused
from sgdocs.papers import (
    Figure,
    Heading,
    Paragraph,
    Run,
    as_docx,
    as_html,
    as_pdf,
    as_text,
    figure_of,
)
from sgdocs.wordreading import read_word
from validation.pdfcheck import faults

_ALT = 'A "house" & <a garden>, with people: Zoë and Łucja'


def drawing() -> Figure:
    ink = Ink(200, 80)
    ink.box(Box(10, 10, 60, 40), Paint("#ffffff", "#000000"))
    return figure_of(ink.svg(Caption("A house", _ALT)), _ALT, CONTENT)


BLOCKS = (Heading(1, (Run("Home"),)), Paragraph((Run("Before"),)), drawing(), drawing())


def test_word_gives_back_the_same_figures() -> None:
    assert read_word(as_docx(paper(*BLOCKS), CONTENT), "home.docx") == BLOCKS


def test_word_holds_the_drawing_the_dots_and_the_words() -> None:
    data = as_docx(paper(*BLOCKS), CONTENT)
    shapes = docx.Document(BytesIO(data)).inline_shapes
    assert len(shapes) == 2
    assert (shapes[0].width.pt, shapes[0].height.pt) == (200, 80)
    with ZipFile(BytesIO(data)) as archive:
        names = archive.namelist()
        types = archive.read("[Content_Types].xml").decode()
    assert {"word/media/figure1.png", "word/media/figure2.svg"} <= set(names)
    assert 'Extension="svg"' in types
    assert as_docx(paper(*BLOCKS), CONTENT) == data


def test_a_pdf_says_the_words_and_stays_what_it_claims() -> None:
    made = as_pdf(paper(*BLOCKS), CONTENT)
    assert faults(made, "ua1") == []
    assert faults(made, "2a") == []
    with pikepdf.open(BytesIO(made)) as opened:
        said = {str(o.Alt) for o in opened.objects if _is_figure(o)}
    assert said == {_ALT}


def _is_figure(each: object) -> bool:
    return isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/Figure"


def test_a_picture_of_dots_alone_can_be_set_too() -> None:
    dots = replace(drawing(), svg="")
    whole = paper(Heading(1, (Run("Home"),)), dots)
    assert faults(as_pdf(whole, CONTENT), "ua1") == []
    assert read_word(as_docx(whole, CONTENT), "home.docx")[1] == dots


def test_a_web_page_shows_it_and_fetches_nothing() -> None:
    page = as_html(paper(*BLOCKS))
    assert page.count("&lt;a garden&gt;") == 2
    found = re.search(r'src="data:image/svg\+xml;base64,([^"]+)"', page)
    assert found is not None
    assert base64.b64decode(found[1]).decode() == drawing().svg


def test_mail_says_what_it_shows() -> None:
    assert as_text(paper(*BLOCKS)).count(_ALT) == 2


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("wp:inline", "wp:anchor", "a picture floats"),
        ('descr="', 'other="', "a picture has no words"),
        ("rIdFigure1p", "rIdNobody", "of a kind no PDF can hold"),
        ("<w:drawing>", "<w:t>Words</w:t><w:drawing>", "stands among words"),
    ],
)
def test_what_no_paper_can_hold_is_refused(before: str, after: str, said: str) -> None:
    data = as_docx(paper(*BLOCKS[:3]), CONTENT)
    with ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    body = parts["word/document.xml"].decode()
    parts["word/document.xml"] = body.replace(before, after).encode()
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    with pytest.raises(InputRefused, match=said):
        read_word(out.getvalue(), "home.docx")
