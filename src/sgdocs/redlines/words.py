"""A paper's blocks as lines of words, each with the heading it stands under."""

from collections.abc import Iterable, Iterator

from sgdocs.papers import (
    Address,
    Block,
    Bullets,
    Cell,
    Closing,
    Fields,
    Heading,
    Numbered,
    Paragraph,
    Run,
    SignatureBox,
    Table,
)

__all__ = ["lines_of"]

Line = tuple[str, str]


def lines_of(blocks: Iterable[Block]) -> tuple[Line, ...]:
    """Give every line of a paper with its heading; what is empty is left out."""
    under, lines = "", []
    for block in blocks:
        texts = tuple(filter(None, map(_plain, _texts(block))))
        if isinstance(block, Heading):
            under = texts[0] if texts else under
        lines += [(under, text) for text in texts]
    return tuple(lines)


def _plain(text: str) -> str:
    return " ".join(text.split())


def _texts(block: Block) -> Iterator[str]:
    match block:
        case Heading(runs=runs) | Paragraph(runs=runs):
            yield _said(runs)
        case Bullets(items=items) | Numbered(items=items):
            for inner in (part for item in items for part in item):
                yield from _texts(inner)
        case Table(header=header, rows=rows):
            for row in (header, *rows):
                yield " | ".join(map(_said, row))
        case Fields(entries=entries):
            for label, cell in entries:
                yield f"{label}: {_said(cell)}"
        case Address(lines=lines) | Closing(lines=lines):
            yield from lines
        case SignatureBox(role=role, lines=signed):
            yield f"{role}: {', '.join(' '.join(line) for line in signed)}"


def _said(cell: Cell) -> str:
    return "".join(part.text if isinstance(part, Run) else f" {part.words} " for part in cell)
