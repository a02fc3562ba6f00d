"""Word templates made on the spot with another library, as a person with Word would have them."""

from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from docx import Document
from lxml import etree

from sgdocs.content import Content
from sgdocs.wordtemplates import WordTemplate, load_template

__all__ = ["FRAME", "W", "loaded", "part_of", "said", "word_file"]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FRAME = {"title": "A paper", "marking": "OFFICIAL-SENSITIVE", "reference": "EX-1"}


def word_file(
    paragraphs: Iterable[str],
    *,
    rows: Iterable[tuple[str, ...]] = (),
    title: str = "A paper",
    kind: str = "record",
    header: str = "",
) -> bytes:
    """Make a Word file with these paragraphs, and a table with these rows."""
    document = Document()
    document.core_properties.title = title
    document.core_properties.subject = kind
    document.core_properties.comments = "office | section 1"
    document.core_properties.keywords = ""
    for text in paragraphs:
        level = text.count("#", 0, 2) if text.startswith("#") else 0
        document.add_heading(text[1:], level) if level else document.add_paragraph(text)
    every = list(rows)
    if every:
        table = document.add_table(rows=0, cols=len(every[0]))
        for row in every:
            for cell, text in zip(table.add_row().cells, row, strict=False):
                cell.text = text
    if header:
        document.sections[0].header.paragraphs[0].text = header
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def loaded(folder: Path, data: bytes, name: str = "specimen.docx") -> WordTemplate:
    """Put a Word file among a workspace's templates, and load it."""
    place = folder / "templates" / name
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(data)
    return load_template(Content(folder), name)


def part_of(data: bytes, name: str = "word/document.xml") -> etree._Element:
    """Give one part of a Word file."""
    with ZipFile(BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def said(data: bytes, name: str = "word/document.xml") -> list[str]:
    """Give the words of each paragraph, line breaks and tabs as they are."""
    return [_words(paragraph) for paragraph in part_of(data, name).iter(f"{W}p")]


def _words(paragraph: etree._Element) -> str:
    marks = {f"{W}br": "\n", f"{W}tab": "\t"}
    return "".join(
        marks.get(str(part.tag), part.text or "")
        for part in paragraph.iter(f"{W}t", f"{W}br", f"{W}tab")
    )
