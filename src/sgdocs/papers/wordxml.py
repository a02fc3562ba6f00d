"""A paper's blocks as the text of Word's main part."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import singledispatchmethod

from sgdocs.papers.figures import drawn
from sgdocs.papers.model import (
    Address,
    Block,
    Bullets,
    Closing,
    Fields,
    Figure,
    Heading,
    Numbered,
    PageBreak,
    Paragraph,
    SignatureBox,
    Table,
)
from sgdocs.papers.wordruns import paragraph, runs, text
from sgdocs.papers.wordtables import TableWriter

__all__ = ["LINE_WIDTH", "BodyWriter", "restarted"]

LINE_WIDTH = 9184  # twentieths of a point between the margins of the letterhead's A4 page
_FIRST_LIST = 3  # the letterhead's numbering keeps 1 for bullets and 2 for numbers
_KEEP_WITH_NEXT = "<w:keepNext/><w:keepLines/>"
_ITEM_STYLES = {Bullets: "ListBullet", Numbered: "ListNumber"}
_DEEPEST = 2  # the letterhead defines three levels of each list


@dataclass(slots=True)
class BodyWriter:
    """Writes blocks one after the other and counts the numbered lists, each of which restarts."""

    tables: TableWriter = field(default=TableWriter(LINE_WIDTH))
    lists: int = field(default=0, init=False)
    figures: list[Figure] = field(default_factory=list, init=False)

    def body(self, blocks: Iterable[Block]) -> str:
        """Write the paragraphs and tables of the paper."""
        return "".join(self._kept_together(tuple(blocks)))

    def _kept_together(self, blocks: tuple[Block, ...]) -> Iterator[str]:
        for index, block in enumerate(blocks):
            # A signature that moves to the next page takes the two paragraphs before it along.
            signed = any(isinstance(b, Closing) for b in blocks[index + 1 : index + 3])
            if isinstance(block, Paragraph) and signed:
                yield paragraph(runs(block.runs), extra=_KEEP_WITH_NEXT)
            else:
                yield self._write(block)

    @singledispatchmethod
    def _write(self, block: object) -> str:
        raise TypeError(type(block).__name__)

    @_write.register
    def _(self, block: Heading) -> str:
        return paragraph(runs(block.runs), f"Heading{block.level}")

    @_write.register
    def _(self, block: Paragraph) -> str:
        return paragraph(runs(block.runs))

    @_write.register
    def _(self, block: Bullets) -> str:
        return "".join(self._items(block, 0))

    @_write.register
    def _(self, block: Numbered) -> str:
        return "".join(self._items(block, 0))

    @_write.register
    def _(self, block: Table) -> str:
        return self.tables.table(block)

    @_write.register
    def _(self, block: Fields) -> str:
        return self.tables.fields(block)

    @_write.register
    def _(self, block: Address) -> str:
        return paragraph(_lines(block.lines), "Address")

    @_write.register
    def _(self, block: Closing) -> str:
        return paragraph(_lines(block.lines), "Closing")

    @_write.register
    def _(self, block: SignatureBox) -> str:
        return self.tables.signature(block)

    @_write.register
    def _(self, block: Figure) -> str:
        self.figures.append(block)
        return drawn(block, len(self.figures))

    @_write.register
    def _(self, _block: PageBreak) -> str:
        return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'

    def _items(self, block: Bullets | Numbered, level: int) -> Iterator[str]:
        number = 1
        if isinstance(block, Numbered):
            number = _FIRST_LIST + self.lists
            self.lists += 1
        style = _ITEM_STYLES[type(block)]
        place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
        for item in block.items:
            marked = False
            for part in item:
                if isinstance(part, Bullets | Numbered):
                    yield from self._items(part, min(level + 1, _DEEPEST))
                elif isinstance(part, Paragraph) and not marked:
                    yield paragraph(runs(part.runs), style, place)
                    marked = True
                elif isinstance(part, Paragraph):
                    yield paragraph(runs(part.runs), f"ListContinue{level + 1}")
                else:
                    yield self._write(part)


def _lines(lines: Iterable[str]) -> str:
    return text("\n".join(lines))


def restarted(numbering: str, lists: int) -> str:
    """Let each list count from 1; the letterhead's second pattern is the one with numbers."""
    each = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="2"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        for number in range(_FIRST_LIST, _FIRST_LIST + lists)
    )
    return numbering.replace("</w:numbering>", f"{each}</w:numbering>")
