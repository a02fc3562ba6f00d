"""Every text of a paper with the name of its place, for refusals that quote nothing."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import singledispatch

from sgdocs.papers.model import (
    Address,
    Block,
    Bullets,
    Cell,
    Closing,
    Fields,
    Figure,
    Heading,
    Input,
    Numbered,
    PageBreak,
    Paper,
    Paragraph,
    Run,
    SignatureBox,
    Table,
)

__all__ = ["texts"]

Placed = tuple[str, str]
_WORDS: dict[type, str] = {
    Address: "the address",
    Bullets: "list",
    Closing: "the signature",
    Fields: "field group",
    Figure: "picture",
    Heading: "heading",
    Numbered: "list",
    PageBreak: "page break",
    Paragraph: "paragraph",
    SignatureBox: "signature box",
    Table: "table",
}


def texts(paper: Paper) -> Iterator[Placed]:
    """Give each text of the paper after the name of its place."""
    head = paper.letterhead
    yield from (
        ("the title", paper.title),
        ("the subject", paper.subject),
        ("the reference", paper.reference),
        ("the document's id", paper.document_id),
        ("the version", paper.version),
        ("the marking", paper.marking),
        ("the letterhead's name", head.office),
        ("the letterhead's e-mail address", head.email),
        ("the letterhead's telephone number", head.phone),
    )
    yield from _lines("the letterhead's address", head.address)
    yield from _in_blocks(paper.blocks)


def _in_blocks(blocks: Iterable[Block], around: str = "") -> Iterator[Placed]:
    count: Counter[str] = Counter()
    for block in blocks:
        word = _WORDS[type(block)]
        count[word] += 1
        name = word if word.startswith("the ") else f"{word} {count[word]}"
        yield from _inside(block, f"{around}{name}")


@singledispatch
def _inside(_block: object, _place: str) -> Iterator[Placed]:
    """Give nothing: a page break holds no text."""
    yield from ()


@_inside.register(Heading)
@_inside.register(Paragraph)
def _(block: Heading | Paragraph, place: str) -> Iterator[Placed]:
    yield from _cell(block.runs, place)


@_inside.register(Bullets)
@_inside.register(Numbered)
def _(block: Bullets | Numbered, place: str) -> Iterator[Placed]:
    for index, item in enumerate(block.items, 1):
        yield from _in_blocks(item, f"{place}, item {index}, ")


@_inside.register
def _(block: Table, place: str) -> Iterator[Placed]:
    yield f"{place}, caption", block.caption
    for number, row in enumerate((block.header, *block.rows)):
        for column, cell in enumerate(row, 1):
            name = f"row {number}" if number else "header row"
            yield from _cell(cell, f"{place}, {name}, column {column}")


@_inside.register
def _(block: Fields, place: str) -> Iterator[Placed]:
    for label, cell in block.entries:
        yield place, label
        yield from _cell(cell, f"{place}, “{label}”")


@_inside.register(Address)
@_inside.register(Closing)
def _(block: Address | Closing, place: str) -> Iterator[Placed]:
    yield from _lines(place, block.lines)


@_inside.register
def _(block: SignatureBox, place: str) -> Iterator[Placed]:
    yield place, block.role
    yield from _lines(place, (text for line in block.lines for text in line))


@_inside.register
def _(block: Figure, place: str) -> Iterator[Placed]:
    yield f"{place}, its words", block.alt


def _cell(cell: Cell, place: str) -> Iterator[Placed]:
    for part in cell:
        if isinstance(part, Run):
            yield place, part.text
            yield f"{place}, link", part.link
        else:
            yield from _field(part, f"{place}, field {part.path}")


def _field(field: Input, place: str) -> Iterator[Placed]:
    yield f"{place}, its label", field.label
    if field.kind != "tick":  # a tick is drawn
        yield place, field.words
    for value, said in field.options:
        yield f"{place}, its choices", value
        yield f"{place}, its choices", said


def _lines(place: str, lines: Iterable[str]) -> Iterator[Placed]:
    for index, line in enumerate(lines, 1):
        yield f"{place}, line {index}", line
