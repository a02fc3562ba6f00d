"""Lines of lists put together into lists within lists."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from sgdocs.papers import Block, Bullets, Cell, Numbered, Paragraph

__all__ = ["ListLine", "as_lists"]


@dataclass(frozen=True, slots=True)
class ListLine:
    """A paragraph of a list: its kind, which list, how deep; without a kind, it goes on."""

    kind: str
    number: str
    level: int
    cell: Cell


def as_lists(blocks: Iterable[Block | ListLine]) -> Iterator[Block]:
    """Put the lines of each list together; other blocks stay as they are."""
    for listed, group in groupby(blocks, lambda block: isinstance(block, ListLine)):
        if listed:
            yield from _lists([line for line in group if isinstance(line, ListLine)], 0)
        else:
            yield from (block for block in group if not isinstance(block, ListLine))


def _lists(lines: Sequence[ListLine], level: int) -> Iterator[Block]:
    """Give the lists that stand at a level, one for each run of the same kind and number."""
    start = 0
    for end in range(1, len(lines) + 1):
        if end == len(lines) or _begins_another(lines[start], lines[end], level):
            yield _list(lines[start:end], level)
            start = end


def _begins_another(first: ListLine, line: ListLine, level: int) -> bool:
    same = (line.kind, line.number) == (first.kind, first.number)
    return bool(line.kind) and line.level <= level and not same


def _list(lines: Sequence[ListLine], level: int) -> Block:
    starts = [i for i, line in enumerate(lines) if line.kind and line.level <= level] or [0]
    ends = [*starts[1:], len(lines)]
    first = 0 if starts[0] else starts[0]
    items = tuple(
        _item(lines[start:end], level)
        for start, end in zip([first, *starts[1:]], ends, strict=True)
    )
    return Numbered(items) if lines[0].kind == "numbers" else Bullets(items)


def _item(lines: Sequence[ListLine], level: int) -> tuple[Block, ...]:
    """Give an item: its own words, what goes on in it, and the lists inside it."""
    blocks: list[Block] = [Paragraph(lines[0].cell)]
    inner: list[ListLine] = []
    for line in lines[1:]:
        if not line.kind and line.level <= level:
            blocks += _lists(inner, level + 1)
            inner = []
            blocks.append(Paragraph(line.cell))
        else:
            inner.append(line)
    return (*blocks, *(_lists(inner, level + 1) if inner else ()))
