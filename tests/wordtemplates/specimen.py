"""Word templates for these tests, and readers for what is made of them."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import docx
from docx.document import Document
from lxml import etree

from sgdocs.content import Content
from sgdocs.wordtemplates import WordTemplate, load_template

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FRAME: Mapping[str, object] = {"language": "en-GB", "date": date(2026, 11, 20), "draft": False}
NAME = "paper.docx"


def template(folder: Path, *paragraphs: str, **about: str) -> WordTemplate:
    """Make a template of these paragraphs and load it."""
    document = docx.Document()
    for words in paragraphs:
        document.add_paragraph(words)
    return saved(folder, document, **about)


def saved(folder: Path, document: Document, **about: str) -> WordTemplate:
    """Save a document as a template and load it."""
    described = {"title": "About it", "subject": "form", "comments": "the form | part 1", **about}
    for key, value in described.items():
        setattr(document.core_properties, key, value)
    place = folder / "templates" / NAME
    place.parent.mkdir(exist_ok=True)
    document.save(str(place))
    return load_template(Content(folder), NAME)


def rewritten(folder: Path, part: str, change: Callable[[str], str]) -> WordTemplate:
    """Change the text of one part of the saved template and load it again."""
    place = folder / "templates" / NAME
    with ZipFile(place) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[part] = change(parts.get(part, b"").decode()).encode()
    with ZipFile(place, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return load_template(Content(folder), NAME)


def with_body(folder: Path, body: str) -> WordTemplate:
    """Make a template whose main part is these elements."""
    template(folder, "-")
    return rewritten(
        folder,
        "word/document.xml",
        lambda text: re.sub(r"<w:p>.*?</w:p>", lambda _: body, text, count=1, flags=re.DOTALL),
    )


def member(data: bytes, name: str = "word/document.xml") -> str:
    """Give one part of a Word file."""
    with ZipFile(BytesIO(data)) as archive:
        assert archive.testzip() is None
        return archive.read(name).decode()


def root(data: bytes, name: str = "word/document.xml") -> etree._Element:
    """Read one part of a Word file."""
    return etree.fromstring(member(data, name).encode())


def words(data: bytes, name: str = "word/document.xml") -> list[str]:
    """Give the words of each paragraph, line ends and tabs among them."""
    signs = {f"{W}br": "\n", f"{W}tab": "\t"}
    return [
        "".join(signs.get(str(each.tag), each.text or "") for each in paragraph.iter(*_SAID))
        for paragraph in root(data, name).iter(f"{W}p")
    ]


_SAID = (f"{W}t", f"{W}br", f"{W}tab")
