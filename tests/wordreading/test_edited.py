"""Files that a person has edited: what Word and LibreOffice leave behind loses no word."""

import shutil
import subprocess
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from papers.specimen import ANSWERED, CONTENT, EVERYTHING, paper, part, said, squeezed
from sgdocs.papers import (
    Block,
    Bullets,
    Cell,
    Fields,
    Heading,
    Input,
    Numbered,
    Paragraph,
    Run,
    SignatureBox,
    Table,
    as_docx,
    as_text,
)
from sgdocs.wordreading import read_word

BODY = "word/document.xml"
PARAGRAPH = '<w:p><w:r><w:t xml:space="preserve">Ivy was seen at home.</w:t></w:r></w:p>'
PLAIN: tuple[Block, ...] = (Heading(1, said("A")), Paragraph(said("Ivy was seen at home.")))


def changed(data: bytes, before: str, after: str) -> bytes:
    """Write other XML in place of some in the body."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name == BODY:
                assert before.encode() in text
                text = text.replace(before.encode(), after.encode())
            new.writestr(name, text)
    return out.getvalue()


LEFT_BY_WORD = {
    "marks of revisions": PARAGRAPH.replace("<w:p>", '<w:p w:rsidR="00A1" w:rsidRDefault="00B2">'),
    "marks of spelling": (
        '<w:p><w:proofErr w:type="spellStart"/><w:r w:rsidR="00C3"><w:t>Ivy</w:t></w:r>'
        '<w:proofErr w:type="spellEnd"/><w:r><w:t xml:space="preserve"> was seen at home.</w:t>'
        "</w:r></w:p>"
    ),
    "a language": (
        '<w:p><w:r><w:rPr><w:lang w:val="en-GB"/></w:rPr>'
        "<w:t>Ivy was seen at home.</w:t></w:r></w:p>"
    ),
    "a split run": (
        '<w:p><w:r><w:t xml:space="preserve">Ivy w</w:t></w:r><w:r><w:rPr/><w:t>as seen</w:t></w:r>'
        '<w:r><w:t xml:space="preserve"> at home.</w:t></w:r></w:p>'
    ),
    "the end of a page as it was": (
        '<w:p><w:r><w:t xml:space="preserve">Ivy was </w:t></w:r><w:r>'
        "<w:lastRenderedPageBreak/><w:t>seen at home.</w:t></w:r></w:p>"
    ),
    "a smart tag": (
        '<w:p><w:smartTag w:uri="urn:x" w:element="name"><w:r><w:t>Ivy</w:t></w:r></w:smartTag>'
        '<w:r><w:t xml:space="preserve"> was seen at home.</w:t></w:r></w:p>'
    ),
    "a bookmark": (
        '<w:p><w:bookmarkStart w:id="0" w:name="_GoBack"/><w:r><w:t>Ivy was seen at home.</w:t>'
        '</w:r><w:bookmarkEnd w:id="0"/></w:p>'
    ),
    "bold that is off": (
        '<w:p><w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t>Ivy was seen at home.</w:t></w:r></w:p>'
    ),
}


@pytest.mark.parametrize("left", LEFT_BY_WORD)
def test_what_word_leaves_behind_changes_nothing(left: str) -> None:
    made = as_docx(paper(*PLAIN), CONTENT)
    assert read_word(changed(made, PARAGRAPH, LEFT_BY_WORD[left]), "x.docx") == PLAIN


CONTROL = (
    '<w:sdt><w:sdtPr><w:alias w:val="Name"/><w:tag w:val="name"/>{}<w:text/></w:sdtPr>'
    "<w:sdtContent>{}</w:sdtContent></w:sdt>"
)
SHOWN = {"answered": ("", "Jo Bell"), "with a prompt": ("<w:showingPlcHdr/>", "")}


@pytest.mark.parametrize("shown", SHOWN)
def test_a_field_around_a_paragraph_or_a_cell_is_a_field(shown: str) -> None:
    """Word puts a field around the whole where somebody adds one to an empty line or cell."""
    about, value = SHOWN[shown]
    field = Input("name", "text", "Name", value)
    said_in = PARAGRAPH.replace("Ivy was seen at home.", "Jo Bell")
    made = as_docx(paper(*PLAIN), CONTENT)
    around = changed(made, PARAGRAPH, CONTROL.format(about, said_in))
    assert read_word(around, "x.docx") == (PLAIN[0], Paragraph((field,)))
    labels = as_docx(paper(PLAIN[0], Fields((("Name", said("Jo Bell")),))), CONTENT)
    document = part(labels, BODY)
    start = document.rindex("<w:tc>")
    cell = document[start : document.index("</w:tc>", start) + len("</w:tc>")]
    within = cell[cell.index("<w:p>") : -len("</w:tc>")]
    for before in (cell, within):
        read = read_word(changed(labels, before, CONTROL.format(about, before)), "x.docx")
        assert read == (PLAIN[0], Fields((("Name", (field,)),)))


@pytest.mark.office
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
@pytest.mark.parametrize("blocks", [EVERYTHING, ANSWERED])
def test_a_file_saved_by_libreoffice_says_the_same(
    tmp_path: Path, blocks: tuple[Block, ...]
) -> None:
    before = as_docx(paper(*blocks), CONTENT)
    after = read_word(saved_again(before, tmp_path), "x.docx")
    # LibreOffice itself joins the lines of an answer that has several, so spaces are not compared.
    assert squeezed(as_text(paper(*after))) == squeezed(as_text(paper(*blocks)))
    answers = [squeezed(field.words) for field in fields(after)]
    assert answers == [squeezed(field.words) for field in fields(blocks)]


def saved_again(data: bytes, folder: Path) -> bytes:
    """Open a Word file in LibreOffice and save it."""
    (folder / "paper.docx").write_bytes(data)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "docx:MS Word 2007 XML"]
    subprocess.run(
        [*command, "--outdir", "saved", "paper.docx"],
        cwd=folder,
        check=True,
        capture_output=True,
        timeout=100,
    )
    return (folder / "saved" / "paper.docx").read_bytes()


def fields(blocks: Iterable[Block]) -> Iterator[Input]:
    """Give the fields of blocks in their order."""
    for block in blocks:
        for cell in cells(block):
            yield from (part for part in cell if isinstance(part, Input))


def cells(block: Block) -> Iterator[Cell]:
    """Give what stands in a block."""
    if isinstance(block, Heading | Paragraph):
        yield block.runs
    elif isinstance(block, Table):
        yield from (cell for row in (block.header, *block.rows) for cell in row)
    elif isinstance(block, Fields):
        yield from (cell for _, cell in block.entries)
    elif isinstance(block, SignatureBox):
        yield ((Run(block.role)),)
    elif isinstance(block, Bullets | Numbered):
        yield from (cell for item in block.items for inner in item for cell in cells(inner))
