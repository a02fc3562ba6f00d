"""The small content model that letters and records are made of, and what writes it out."""

from typing import TYPE_CHECKING

from sgdocs.lazily import lazily
from sgdocs.papers.model import (
    Address,
    Block,
    Bullets,
    Cell,
    Closing,
    Fields,
    Figure,
    Filling,
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

if TYPE_CHECKING:
    from sgdocs.papers.archive import Member, pack, read_members, write_members
    from sgdocs.papers.characters import Unprintable, unprintable
    from sgdocs.papers.controls import PROMPTS, REQUIRED, TIME_MARK, name_of
    from sgdocs.papers.figures import DRAWING_NAMES, drawn, figure_of, with_figures
    from sgdocs.papers.html import as_fragment, as_html
    from sgdocs.papers.mail import Attachment, Envelope, as_eml
    from sgdocs.papers.mailtext import as_text
    from sgdocs.papers.parts import not_word, parsed
    from sgdocs.papers.pdf import as_pdf
    from sgdocs.papers.settable import signature_name
    from sgdocs.papers.word import as_docx

__all__ = [
    "DRAWING_NAMES",
    "PROMPTS",
    "REQUIRED",
    "TIME_MARK",
    "Address",
    "Attachment",
    "Block",
    "Bullets",
    "Cell",
    "Closing",
    "Envelope",
    "Fields",
    "Figure",
    "Filling",
    "Heading",
    "Input",
    "InputKind",
    "Letterhead",
    "Member",
    "Numbered",
    "PageBreak",
    "Paper",
    "Paragraph",
    "Run",
    "SignatureBox",
    "Table",
    "Unprintable",
    "as_docx",
    "as_eml",
    "as_fragment",
    "as_html",
    "as_pdf",
    "as_text",
    "drawn",
    "figure_of",
    "name_of",
    "not_word",
    "pack",
    "parsed",
    "read_members",
    "signature_name",
    "unprintable",
    "with_figures",
    "write_members",
]

__getattr__ = lazily(
    __name__,
    {
        "PROMPTS": "controls",
        "REQUIRED": "controls",
        "TIME_MARK": "controls",
        "Attachment": "mail",
        "Envelope": "mail",
        "Member": "archive",
        "Unprintable": "characters",
        "as_docx": "word",
        "as_eml": "mail",
        "as_fragment": "html",
        "as_html": "html",
        "as_pdf": "pdf",
        "as_text": "mailtext",
        "DRAWING_NAMES": "figures",
        "drawn": "figures",
        "figure_of": "figures",
        "with_figures": "figures",
        "name_of": "controls",
        "not_word": "parts",
        "pack": "archive",
        "parsed": "parts",
        "read_members": "archive",
        "signature_name": "settable",
        "unprintable": "characters",
        "write_members": "archive",
    },
)
