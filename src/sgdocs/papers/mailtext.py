"""Write a paper as plain text, for the body of an e-mail."""

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
    Numbered,
    Paper,
    Paragraph,
    Run,
    SignatureBox,
    Table,
)

__all__ = ["as_text"]

_ROOM = "____"
_LINE = "____________"


def as_text(paper: Paper) -> str:
    """Write the paper as plain text; lines are as long as their paragraphs."""
    head = paper.letterhead
    top = (paper.marking, f"{head.office}\n{', '.join(head.address)}\n{head.phone}\n{head.email}")
    foot = f"{paper.document_id}, version {paper.version}"
    return "\n\n".join((*filter(None, top), *_texts(paper.blocks), foot)) + "\n"


def _texts(blocks: Iterable[Block]) -> Iterator[str]:
    return filter(None, map(_text, blocks))


def _words(cell: Cell) -> str:
    return "".join(_run(part) if isinstance(part, Run) else part.words or _ROOM for part in cell)


def _run(run: Run) -> str:
    address = run.link.removeprefix("mailto:").removeprefix("tel:")
    return run.text if not run.link or address == run.text else f"{run.text} ({address})"


@singledispatch
def _text(_block: object) -> str:
    """Write nothing: a page break has no meaning in mail."""
    return ""


@_text.register(Heading)
@_text.register(Paragraph)
def _(block: Heading | Paragraph) -> str:
    return _words(block.runs)


@_text.register
def _(block: Bullets) -> str:
    return "\n".join(_hung("- ", item) for item in block.items)


@_text.register
def _(block: Numbered) -> str:
    return "\n".join(_hung(f"{number}. ", item) for number, item in enumerate(block.items, 1))


def _hung(mark: str, item: Iterable[Block]) -> str:
    return mark + "\n".join(_texts(item)).replace("\n", "\n" + " " * len(mark))


@_text.register
def _(block: Table) -> str:
    labels = tuple(map(_words, block.header))
    rows = ("\n".join(_labelled(labels, row)) for row in block.rows)
    return "\n\n".join(filter(None, (block.caption, *rows)))


def _labelled(labels: tuple[str, ...], row: tuple[Cell, ...]) -> Iterator[str]:
    if not labels:
        yield "; ".join(map(_words, row))
    for label, cell in zip(labels, row, strict=bool(labels)):
        yield f"{label}: {_words(cell)}"


@_text.register
def _(block: Fields) -> str:
    return "\n".join(f"{label}: {_words(cell)}" for label, cell in block.entries)


@_text.register(Address)
@_text.register(Closing)
def _(block: Address | Closing) -> str:
    return "\n".join(block.lines)


@_text.register
def _(block: SignatureBox) -> str:
    lines = (f"{label}: {value or _LINE}" for label, value in block.lines)
    return "\n".join((block.role, *lines))


@_text.register
def _(block: Figure) -> str:
    return block.alt
