"""An invented paper with one of everything, and readers for what is made of it."""

import re
from datetime import date
from io import BytesIO
from zipfile import ZipFile

from lxml import etree
from pypdf import PdfReader

from sgdocs.content import Content
from sgdocs.papers import (
    Address,
    Block,
    Bullets,
    Closing,
    Fields,
    Heading,
    Input,
    InputKind,
    Letterhead,
    Numbered,
    PageBreak,
    Paper,
    Paragraph,
    Run,
    SignatureBox,
    Table,
)

CONTENT = Content()
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HEAD = Letterhead(
    "Example Partnership Team", ("1 Sample Street", "ZZ1 1AA"), "team@example.org", "01632 960001"
)


def said(text: str, *, bold: bool = False, link: str = "") -> tuple[Run, ...]:
    """Make a run of words."""
    return (Run(text, bold=bold, link=link),)


def point(text: str) -> tuple[Block, ...]:
    """Make an item of a list."""
    return (Paragraph(said(text)),)


def asked(kind: InputKind, value: str = "", label: str = "What happened") -> Input:
    """Make a field of a form."""
    options = {"tick": (("yes", label),), "choice": (("yes", "Yes"), ("no", "No"))}
    return Input(f"answers.{kind}", kind, label, value, options.get(kind, ()))


ROWS = tuple((said(f"Row{i}"), said("what happens on that day")) for i in range(40))
EVERYTHING: tuple[Block, ...] = (
    Address(("Philippa Ashgrove", "Director")),
    Fields((("Our reference", said("EXM-2026-004")), ("Date", said("Thursday 2 April 2026")))),
    Heading(1, said("About *this* & <that> #paper")),
    Paragraph((Run("Dear "), Run('O’Neil "B" {{ x }}', bold=True), Run("\nnext line"))),
    Bullets((point("apple"), (*point("pear"), Numbered((point("core"), point("pip")))))),
    Numbered((point("first"), point("second"))),
    Heading(2, said("Timetable")),
    Table((said("Day"), said("Event")), ROWS, "Every day", (1, 3)),
    Heading(3, said("Smaller")),
    Paragraph(said("Write to us", link="mailto:team@example.org")),
    PageBreak(),
    SignatureBox("Safeguarding partner for the police", (("Name", "Jo Bell"), ("Signed", ""))),
    Paragraph(said("Yours sincerely,")),
    Closing(("Partnership Manager", "Example Partnership")),
)
ANSWERED: tuple[Block, ...] = (
    Heading(1, said("A form")),
    Paragraph(
        (asked("tick", "yes"), Run(" We were involved "), asked("tick"), Run(" We were not"))
    ),
    Fields(
        (
            ("Name", (asked("text", "Jo Bell"),)),
            ("When", (asked("date", "02/04/2026"), Run(" "), asked("time", "14:05"))),
            ("Involved", (asked("choice", "yes"),)),
            ("What happened", (asked("long", "First line\nSecond line"),)),
        )
    ),
    Table(
        (said("Date"), said("Event")), (((asked("date", "01/04/2026"),), (asked("long", "Seen"),)),)
    ),
    SignatureBox("Manager", (("Name", "Jo Bell"), ("Signature", ""))),
)
BLANK: tuple[Block, ...] = (
    Heading(1, said("A form")),
    Fields(tuple((kind, (asked(kind),)) for kind in ("text", "date", "time", "choice", "long"))),
    Table(
        tuple(said(kind) for kind in ("text", "date", "time", "choice", "long")),
        (tuple((asked(kind),) for kind in ("text", "date", "time", "choice", "long")),),
    ),
)


def paper(*blocks: Block, **changed: object) -> Paper:
    """Make a paper of these blocks, or of one of everything."""
    made: dict[str, object] = {
        "title": "About *this* & <that>",
        "subject": "EXM-2026-004 I.R.M.: about this",
        "reference": "EXM-2026-004",
        "document_id": "EXM-2026-004/SCSI-2",
        "version": "3",
        "date": date(2026, 4, 2),
        "marking": "OFFICIAL-SENSITIVE",
        "letterhead": HEAD,
        "blocks": blocks or EVERYTHING,
    }
    return Paper(**{**made, **changed})  # type: ignore[arg-type]


def pdf_pages(data: bytes) -> list[str]:
    """Read the text of each page."""
    return [page.extract_text() for page in PdfReader(BytesIO(data)).pages]


def part(data: bytes, name: str) -> str:
    """Read one part of a Word file."""
    with ZipFile(BytesIO(data)) as archive:
        return archive.read(name).decode()


def tree(data: bytes, name: str = "word/document.xml") -> etree._Element:
    """Read one part of a Word file as XML."""
    return etree.fromstring(part(data, name).encode())


def docx_words(data: bytes, name: str = "word/document.xml") -> list[str]:
    """Read the words of a Word file, paragraph after paragraph."""
    texts: list[str] = []
    for node in tree(data, name).iter(f"{W}t", f"{W}br", f"{W}tab", f"{W}p"):
        texts.append(node.text or "" if node.tag == f"{W}t" else " ")
    return "".join(texts).split()


def squeezed(text: str) -> str:
    """Leave out every space, since a PDF has none of its own."""
    return re.sub(r"\s", "", text)
