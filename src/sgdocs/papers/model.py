"""What a paper is made of, before it is Word, PDF or mail."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

__all__ = [
    "Address",
    "Block",
    "Bullets",
    "Cell",
    "Closing",
    "Fields",
    "Heading",
    "Letterhead",
    "Numbered",
    "PageBreak",
    "Paper",
    "Paragraph",
    "Run",
    "SignatureBox",
    "Table",
]


@dataclass(frozen=True, slots=True)
class Run:
    """Words that look alike; a line feed is a new line within the paragraph."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""


Cell = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the paper's own."""

    level: Literal[1, 2, 3]
    runs: Cell


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    runs: Cell


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list in no order; an item is one or more blocks."""

    items: tuple[tuple["Block", ...], ...]


@dataclass(frozen=True, slots=True)
class Numbered:
    """A list counted from 1."""

    items: tuple[tuple["Block", ...], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose header row is repeated on each page; widths are shares of the line."""

    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: str = ""
    widths: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Fields:
    """Labels with what belongs to them, in two columns."""

    entries: tuple[tuple[str, Cell], ...]


@dataclass(frozen=True, slots=True)
class Address:
    """Lines set close together: to whom a paper goes."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Closing:
    """Room for a signature and, under it, who signs."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SignatureBox:
    """A box that a role signs, with a ruled line for each label."""

    role: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


Block = (
    Heading
    | Paragraph
    | Bullets
    | Numbered
    | Table
    | Fields
    | Address
    | Closing
    | SignatureBox
    | PageBreak
)


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The office a paper comes from."""

    office: str
    address: tuple[str, ...]
    email: str
    phone: str


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper: its words in order, and what stands around them on each page."""

    title: str
    reference: str
    document_id: str
    version: str
    date: date
    marking: str
    letterhead: Letterhead
    blocks: tuple[Block, ...]
    subject: str = ""
    language: str = "en-GB"
    kind: Literal["letter", "record"] = "letter"
    draft: bool = False
