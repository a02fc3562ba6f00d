"""Turn a laid-out source into the blocks of a paper that prints tags."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from making.controls import Controls
from making.laying import Laid, Line, Special
from making.refusing import refused
from making.statements import statements
from sgdocs.letters.markdown import Source, read_blocks
from sgdocs.papers import (
    Block,
    Bullets,
    Cell,
    Fields,
    Heading,
    Numbered,
    PageBreak,
    Paragraph,
    Run,
    SignatureBox,
    Table,
)

__all__ = ["Filler"]

_SIGNED = ("Name", "Signature", "Date")


@dataclass(frozen=True, slots=True)
class Filler:
    """Reads the Markdown and puts statements, values and fields back."""

    laid: Laid
    controls: Controls

    def blocks(self) -> tuple[Block, ...]:
        """Give every block of the source."""
        file = self.controls.file
        read = read_blocks(Source(self.laid.text, file, str))
        if sum(isinstance(block, Heading) and block.level == 1 for block in read) != 1:
            raise refused("a source has one main heading.", (file, 1), "Begin one line with #.")
        return tuple(self._all(read))

    def _all(self, blocks: tuple[Block, ...]) -> Iterator[Block]:
        for block in blocks:
            keys = _said(block.runs).split() if isinstance(block, Paragraph) else []
            if keys and all(key in self.laid.special for key in keys):
                for key in keys:
                    yield from self._made(self.laid.special[key])
            else:
                yield self._filled(block)

    def _made(self, special: Special) -> Iterator[Block]:
        if special.kind == "page break":
            yield PageBreak()
        elif special.kind == "fields":
            yield Fields(tuple(entry for line in special.lines for entry in self._entries(line)))
        elif special.kind == "signature":
            yield from (self._signature(*parts) for _, parts in special.lines)
        else:
            for _, (key,) in special.lines:
                for text in statements(self.laid.seal.tags[key], "p"):
                    yield Paragraph((Run(text),))

    def _entries(self, line: Line) -> Iterator[tuple[str, Cell]]:
        number, parts = line
        if len(parts) == 1:
            for text in statements(self.laid.seal.tags[parts[0]], "tr"):
                yield text, ()
        else:
            label = self.controls.text(parts[0])
            yield label, self.controls.cell(self._value(number, parts[1]), label)

    def _value(self, number: int, value: str) -> Cell:
        if not value:
            return ()
        file = self.controls.file
        blocks = read_blocks(Source("\n" * (number - 1) + value, file, str))
        if len(blocks) != 1 or not isinstance(blocks[0], Paragraph):
            raise refused("this value is not plain words.", (file, number), "Begin it with a word.")
        return blocks[0].runs

    def _signature(self, role: str, name: str = "", day: str = "") -> SignatureBox:
        values = (self.controls.text(name), "", self.controls.text(day))
        return SignatureBox(self.controls.text(role), tuple(zip(_SIGNED, values, strict=True)))

    def _filled(self, block: Block) -> Block:
        if isinstance(block, Heading | Paragraph):
            return replace(block, runs=self.controls.cell(block.runs))
        if isinstance(block, Bullets | Numbered):
            return replace(block, items=tuple(tuple(self._all(item)) for item in block.items))
        return self._table(block) if isinstance(block, Table) else block

    def _table(self, table: Table) -> Table:
        labels = tuple(map(_said, table.header))
        return replace(
            table,
            header=tuple(map(self.controls.cell, table.header)),
            rows=tuple(row for each in table.rows for row in self._rows(each, labels)),
            caption=self.controls.text(table.caption),
        )

    def _rows(self, row: tuple[Cell, ...], labels: tuple[str, ...]) -> Iterator[tuple[Cell, ...]]:
        key = _said(row[0])
        if key in self.laid.rows:
            for text in statements(self.laid.seal.tags[key], "tr"):
                yield ((Run(text),), *((),) * (len(row) - 1))
        else:
            yield tuple(map(self.controls.cell, row, labels))


def _said(cell: Cell) -> str:
    return "".join(run.text for run in cell if isinstance(run, Run))
