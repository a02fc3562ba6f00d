"""The fields of a form, in the order of its pages."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sgdocs.papers import (
    TIME_MARK,
    Block,
    Bullets,
    Cell,
    Fields,
    Heading,
    Input,
    InputKind,
    Numbered,
    Paragraph,
    Run,
    Table,
    name_of,
)

__all__ = ["Field", "fields_of", "path_of"]

_HINTS: dict[InputKind, str] = {"date": "as dd/mm/yyyy", "time": "as hh:mm, such as 14:05"}


@dataclass(frozen=True, slots=True)
class Field:
    """One field: what Word, PDF and whoever reads the answers agree on."""

    number: int
    """Its place in the form, from 1."""
    name: str
    """Its name in files: the path, with what tells apart the fields of one path."""
    asks: Input

    @property
    def path(self) -> str:
        """Give where in the form's schema the answer belongs."""
        return self.asks.path

    @property
    def kind(self) -> InputKind:
        """Give what kind of answer it takes."""
        return self.asks.kind

    @property
    def choices(self) -> tuple[tuple[str, str], ...]:
        """Give each value that may be chosen, with its words."""
        return self.asks.options

    @property
    def tooltip(self) -> str:
        """Say what is asked, how to write it, and whether it must be answered."""
        said = ", ".join(filter(None, (self.asks.label, _HINTS.get(self.kind, ""))))
        return f"{said} (required)" if self.asks.required else said


def fields_of(blocks: Iterable[Block]) -> tuple[Field, ...]:
    """Give every field once; one that stands in two places is one field."""
    asked: dict[str, Input] = {}
    for each in _in_blocks(blocks):
        asked.setdefault(name_of(each), each)
    return tuple(Field(number, name, each) for number, (name, each) in enumerate(asked.items(), 1))


def path_of(name: str) -> tuple[str, str]:
    """Give the path a field's name belongs to and, of a tick, the value it stands for."""
    path, _, value = name.removesuffix(TIME_MARK).partition("=")
    return path, value


def _in_blocks(blocks: Iterable[Block]) -> Iterator[Input]:
    for block in blocks:
        if isinstance(block, Bullets | Numbered):
            for item in block.items:
                yield from _in_blocks(item)
        else:
            for cell in _cells(block):
                yield from (part for part in cell if not isinstance(part, Run))


def _cells(block: Block) -> Iterator[Cell]:
    if isinstance(block, Heading | Paragraph):
        yield block.runs
    elif isinstance(block, Fields):
        yield from (cell for _, cell in block.entries)
    elif isinstance(block, Table):
        yield from block.header
        for row in block.rows:
            yield from row
