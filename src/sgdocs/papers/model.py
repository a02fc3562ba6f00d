"""What a paper is made of, before it is Word, PDF or mail."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

__all__ = [
    "TICKED",
    "UNTICKED",
    "Address",
    "Block",
    "Bullets",
    "Cell",
    "Closing",
    "Fields",
    "Figure",
    "Filling",
    "Heading",
    "Input",
    "InputKind",
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


InputKind = Literal["text", "long", "date", "time", "tick", "choice"]


@dataclass(frozen=True, slots=True)
class Input:
    """Room for an answer; the path says where in the form's schema the answer belongs.

    A tick has one option: the value it stands for. A date is day/month/year, as it is typed.
    """

    path: str
    kind: InputKind
    label: str
    value: str = ""
    options: tuple[tuple[str, str], ...] = ()
    required: bool = False

    @property
    def ticked(self) -> bool:
        """Say whether a tick stands in its box."""
        return bool(self.value)

    @property
    def words(self) -> str:
        """Give the answer as it is printed; a choice is printed in words."""
        if self.kind == "tick":
            return TICKED if self.ticked else UNTICKED
        return dict(self.options).get(self.value, self.value)


TICKED, UNTICKED = "☑", "☐"
Cell = tuple[Run | Input, ...]


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
    """A box that a role signs: each label has a ruled line or, where it is known, its value."""

    role: str
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture, and in words all that it shows; measured in points.

    A PDF sets the drawing. Word shows it too where it can, and the dots where it cannot.
    """

    alt: str
    svg: str
    png: bytes
    width: float
    height: float


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
    | Figure
    | PageBreak
)


Filling = Literal["no", "to_sign", "to_fill"]


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
    landscape: bool = False
    filling: Filling = "no"
    """Which of its boxes are fields that a PDF reader lets people fill in."""
