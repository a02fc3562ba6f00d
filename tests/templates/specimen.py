"""A source with one of everything, and readers for the template made of it."""

import re
import sys
from collections.abc import Sequence
from html import unescape
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from sgdocs.content import Content

FOLDER = Content().packaged_root() / "templates"
sys.path.insert(0, str(FOLDER))

from making.making import make  # noqa: E402 - the maker lies beside the sources, not in the package

FRONT = """---
artefact: SCSI-5
title: "Account of {{ reference }} & more"
kind: form
source: {document: nel-flowcharts, section: "Flowchart 2 & 3"}
---
"""
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
FILE = "sources/specimen.md"


def made(folder: Path, body: str, front: str = FRONT) -> bytes:
    """Make a template of a body under a heading; its first line is line 8."""
    path = folder / "specimen.md"
    path.write_text(f"{front}# Title\n{body}", encoding="utf-8")
    return make(path, FILE)


def part(data: bytes, name: str = "word/document.xml") -> str:
    """Read one part of a template."""
    with ZipFile(BytesIO(data)) as archive:
        return archive.read(name).decode()


def paragraphs(data: bytes) -> list[tuple[str, str]]:
    """Give each paragraph’s style and words, from the title on."""
    text = re.sub(r"^.*?(?=<w:p>.{0,60}Heading1)", "", part(data), flags=re.DOTALL)
    found = re.findall(r"<w:p>(.*?)</w:p>", text, re.DOTALL)
    styles = (re.search(r'<w:pStyle w:val="(\w+)"', one) for one in found)
    return [(s[1] if s else "", words(one)) for s, one in zip(styles, found, strict=True)]


def words(text: str) -> str:
    """Read the words of a piece of a part."""
    return unescape("".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", text)))


def rows(data: bytes, table: int = 0) -> list[list[str]]:
    """Give the words of each cell of a table."""
    found = re.findall(r"<w:tbl>.*?</w:tbl>", part(data), re.DOTALL)[table]
    return [
        [words(cell) for cell in re.findall(r"<w:tc>.*?</w:tc>", row, re.DOTALL)]
        for row in re.findall(r"<w:tr>.*?</w:tr>", found, re.DOTALL)
    ]


def controls(data: bytes) -> list[tuple[str, str, str]]:
    """Give the name, the tag and the words of each control."""
    every: Sequence[str] = re.findall(r"<w:sdt>.*?</w:sdt>", part(data), re.DOTALL)
    return [(attribute(one, "alias"), attribute(one, "tag"), words(one)) for one in every]


def attribute(text: str, element: str) -> str:
    """Read what an element says."""
    found = re.search(rf'<w:{element} w:val="([^"]*)"', text)
    return unescape(found[1]) if found else ""
