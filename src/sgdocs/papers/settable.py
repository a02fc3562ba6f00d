"""A paper as plain data for the typesetter's template."""

from collections.abc import Iterable
from functools import singledispatch
from typing import Any

from sgdocs.papers.controls import REQUIRED, name_of
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

__all__ = ["settable", "signature_name"]

_Plain = dict[str, Any]


def settable(paper: Paper) -> _Plain:
    """Give the paper as the template reads it."""
    head, (language, _, region) = paper.letterhead, paper.language.partition("-")
    return {
        "title": paper.title,
        "kind": paper.kind,
        "draft": paper.draft,
        "landscape": paper.landscape,
        "filling": paper.filling,
        "language": language,
        "region": region or None,
        "date": [paper.date.year, paper.date.month, paper.date.day],
        "marking": paper.marking,
        "reference": paper.reference,
        "document_id": paper.document_id,
        "version": paper.version,
        "letterhead": {
            "office": head.office,
            "address": list(head.address),
            "email": head.email,
            "phone": head.phone,
        },
        "blocks": _numbered(_blocks(paper.blocks)),
    }


def signature_name(number: int) -> str:
    """Name the field of a box to sign in, counted from 0."""
    return f"signature[{number}]"


def _numbered(blocks: list[_Plain]) -> list[_Plain]:
    """Name the boxes to sign in; one that has a date was signed already, and gets no field."""
    boxes = (block for block in blocks if block["kind"] == "signature")
    for number, box in enumerate(boxes):
        box["field"] = "" if box["lines"][-1][1] else signature_name(number)
    return blocks


def _blocks(blocks: Iterable[Block]) -> list[_Plain]:
    return [_plain(block) for block in blocks]


def _runs(cell: Cell) -> list[_Plain]:
    return list(map(_part, cell))


def _part(part: Run | Input) -> _Plain:
    if isinstance(part, Run):
        return {"text": part.text, "bold": part.bold, "italic": part.italic, "link": part.link}
    label = f"{part.label}{REQUIRED}" if part.required else part.label
    box = {"kind": part.kind, "name": name_of(part), "label": label, "ticked": part.ticked}
    return {"box": box, "text": part.words}


@singledispatch
def _plain(block: object) -> _Plain:
    raise TypeError(type(block).__name__)


@_plain.register
def _(block: Heading) -> _Plain:
    return {"kind": "heading", "level": block.level, "runs": _runs(block.runs)}


@_plain.register
def _(block: Paragraph) -> _Plain:
    return {"kind": "paragraph", "runs": _runs(block.runs)}


@_plain.register
def _(block: Bullets) -> _Plain:
    return {"kind": "bullets", "items": [_blocks(item) for item in block.items]}


@_plain.register
def _(block: Numbered) -> _Plain:
    return {"kind": "numbered", "items": [_blocks(item) for item in block.items]}


@_plain.register
def _(block: Table) -> _Plain:
    return {
        "kind": "table",
        "header": [_runs(cell) for cell in block.header],
        "rows": [[_runs(cell) for cell in row] for row in block.rows],
        "caption": block.caption,
        "widths": list(block.widths) or [1] * len(block.header or block.rows[0]),
    }


@_plain.register
def _(block: Fields) -> _Plain:
    return {"kind": "fields", "entries": [[label, _runs(cell)] for label, cell in block.entries]}


@_plain.register
def _(block: Address) -> _Plain:
    return {"kind": "address", "lines": list(block.lines)}


@_plain.register
def _(block: Closing) -> _Plain:
    return {"kind": "closing", "lines": list(block.lines)}


@_plain.register
def _(block: SignatureBox) -> _Plain:
    return {"kind": "signature", "role": block.role, "lines": [list(line) for line in block.lines]}


@_plain.register
def _(block: Figure) -> _Plain:
    dots = [] if block.svg else list(block.png)
    size = {"width": block.width, "alt": block.alt}
    return {"kind": "figure", "svg": block.svg, "png": dots, **size}


@_plain.register
def _(_block: PageBreak) -> _Plain:
    return {"kind": "page_break"}
