"""What no paper can hold is refused with its place, and never left out."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from papers.specimen import CONTENT, paper, said
from sgdocs.errors import InputRefused
from sgdocs.papers import Heading, Paragraph, Table, as_docx
from sgdocs.wordreading import read_word

BODY = "word/document.xml"
BLOCKS = (
    Heading(1, said("Facts")),
    Paragraph(said("Ivy")),
    Table((said("Date"), said("Event")), ((said("1 May"), said("Seen")),)),
)
RUN = '<w:r><w:t xml:space="preserve">Ivy</w:t></w:r>'
IN_CELL = '<w:r><w:t xml:space="preserve">Seen</w:t></w:r>'
TEXT_BOX = "<w:r><w:pict/></w:r>"


def rewritten(before: str, after: str, part: str = BODY) -> bytes:
    """Write other XML in place of some."""
    out = BytesIO()
    with ZipFile(BytesIO(as_docx(paper(*BLOCKS), CONTENT))) as old, ZipFile(out, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name == part:
                assert before.encode() in text
                text = text.replace(before.encode(), after.encode(), 1)
            new.writestr(name, text)
    return out.getvalue()


def refusal(data: bytes) -> InputRefused:
    """Read what must be refused."""
    with pytest.raises(InputRefused) as stopped:
        read_word(data, "templates/x.docx")
    return stopped.value


@pytest.mark.parametrize(
    "inside",
    [
        TEXT_BOX,
        "<w:r><w:drawing/></w:r>",
        "<w:r><w:object/></w:r>",
        '<w:r><w:footnoteReference w:id="1"/></w:r>',
        '<w:r><w:commentReference w:id="1"/></w:r>',
        '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"/>',
        f'<w:ins w:id="1" w:author="A">{RUN}</w:ins>',
        f'<w:del w:id="1" w:author="A">{RUN}</w:del>',
        '<w:fldSimple w:instr="DATE"><w:r><w:t>Today</w:t></w:r></w:fldSimple>',
        '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>',
        '<w:r><w:t>a</w:t><w:br w:type="page"/><w:t>b</w:t></w:r>',
    ],
)
@pytest.mark.parametrize("place", [RUN, IN_CELL])
def test_what_cannot_be_set_is_refused_with_its_place(inside: str, place: str) -> None:
    stopped = refusal(rewritten(place, f"{place}{inside}"))
    assert stopped.where.startswith("templates/x.docx, paragraph ")
    assert "under “Facts”" in stopped.where
    assert ("table row 2" in stopped.where) == (place == IN_CELL)
    assert "Ivy" not in str(stopped)


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("<w:tc><w:tcPr>", '<w:tc><w:tcPr><w:gridSpan w:val="2"/>', "merged"),
        (f"{IN_CELL}</w:p>", f"{IN_CELL}</w:p><w:tbl><w:tr/></w:tbl>", "w:tbl"),
        (
            '<w:p><w:pPr><w:pStyle w:val="Heading1"/>',
            '<w:p><w:pPr><w:pStyle w:val="Quote"/>',
            "Quote",
        ),
    ],
)
def test_merged_cells_tables_in_tables_and_other_styles(before: str, after: str, said: str) -> None:
    assert said in refusal(rewritten(before, after)).what


def test_a_document_type_is_refused() -> None:
    data = rewritten("<w:document", '<!DOCTYPE w:document [<!ENTITY a "b">]><w:document')
    assert "not a whole Word file" in refusal(data).what


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"%PDF-1.7"])
def test_what_is_no_word_file_is_refused(data: bytes) -> None:
    assert "not a whole Word file" in refusal(data).what


def test_a_file_that_swells_is_refused() -> None:
    out = BytesIO(as_docx(paper(*BLOCKS), CONTENT))
    with ZipFile(out, "a", compression=8) as archive:
        archive.writestr("word/media.xml", b" " * 61_000_000)
    assert "too large" in refusal(out.getvalue()).what
