"""A paper's blocks as the text of Word's main part."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import singledispatchmethod
from html import escape

from sgdocs.papers.model import (
    Address,
    Block,
    Bullets,
    Cell,
    Closing,
    Fields,
    Heading,
    Numbered,
    PageBreak,
    Paragraph,
    Run,
    SignatureBox,
    Table,
)

__all__ = ["FIRST_LIST", "BodyWriter"]

_LINE_WIDTH = 9184  # twentieths of a point between the margins of the letterhead's A4 page
FIRST_LIST = 3  # the letterhead's numbering keeps 1 for bullets and 2 for numbers
_LABEL_WIDTH = 2200
_KEEP_WITH_NEXT = "<w:keepNext/><w:keepLines/>"
_ITEM_STYLES = {Bullets: "ListBullet", Numbered: "ListNumber"}
_DEEPEST = 2  # the letterhead defines three levels of each list


@dataclass(slots=True)
class BodyWriter:
    """Writes blocks one after the other and counts the numbered lists, each of which restarts."""

    lists: int = field(default=0, init=False)

    def body(self, blocks: Iterable[Block]) -> str:
        """Write the paragraphs and tables of the paper."""
        return "".join(self._kept_together(tuple(blocks)))

    def _kept_together(self, blocks: tuple[Block, ...]) -> Iterator[str]:
        for index, block in enumerate(blocks):
            # A signature that moves to the next page takes the two paragraphs before it along.
            signed = any(isinstance(b, Closing) for b in blocks[index + 1 : index + 3])
            if isinstance(block, Paragraph) and signed:
                yield _paragraph(_runs(block.runs), extra=_KEEP_WITH_NEXT)
            else:
                yield self._write(block)

    @singledispatchmethod
    def _write(self, block: object) -> str:
        raise TypeError(type(block).__name__)

    @_write.register
    def _(self, block: Heading) -> str:
        return _paragraph(_runs(block.runs), f"Heading{block.level}")

    @_write.register
    def _(self, block: Paragraph) -> str:
        return _paragraph(_runs(block.runs))

    @_write.register
    def _(self, block: Bullets) -> str:
        return "".join(self._items(block, 0))

    @_write.register
    def _(self, block: Numbered) -> str:
        return "".join(self._items(block, 0))

    @_write.register
    def _(self, block: Table) -> str:
        return _table(block)

    @_write.register
    def _(self, block: Fields) -> str:
        widths = (_LABEL_WIDTH, _LINE_WIDTH - _LABEL_WIDTH)
        rows = (
            _row((_runs((Run(label, bold=True),)), _runs(cell)), widths)
            for label, cell in block.entries
        )
        return _grid("FieldTable", widths, rows)

    @_write.register
    def _(self, block: Address) -> str:
        return _paragraph(_lines(block.lines), "Address")

    @_write.register
    def _(self, block: Closing) -> str:
        return _paragraph(_lines(block.lines), "Closing")

    @_write.register
    def _(self, block: SignatureBox) -> str:
        widths = (_LABEL_WIDTH, _LINE_WIDTH - _LABEL_WIDTH)
        role = _paragraph(_runs((Run(block.role, bold=True),)), extra=_KEEP_WITH_NEXT)
        rows = (_row((_text(label), ""), widths, height=560) for label in block.lines)
        return role + _grid("PaperTable", widths, rows)

    @_write.register
    def _(self, _block: PageBreak) -> str:
        return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'

    def _items(self, block: Bullets | Numbered, level: int) -> Iterator[str]:
        number = 1
        if isinstance(block, Numbered):
            number = FIRST_LIST + self.lists
            self.lists += 1
        style = _ITEM_STYLES[type(block)]
        place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
        for item in block.items:
            marked = False
            for part in item:
                if isinstance(part, Bullets | Numbered):
                    yield from self._items(part, min(level + 1, _DEEPEST))
                elif isinstance(part, Paragraph) and not marked:
                    yield _paragraph(_runs(part.runs), style, place)
                    marked = True
                elif isinstance(part, Paragraph):
                    yield _paragraph(_runs(part.runs), f"ListContinue{level + 1}")
                else:
                    yield self._write(part)


def _paragraph(inside: str, style: str = "", extra: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    about = f"<w:pPr>{named}{extra}</w:pPr>" if named or extra else ""
    return f"<w:p>{about}{inside}</w:p>"


def _runs(cell: Cell) -> str:
    return "".join(map(_run, cell))


def _run(run: Run) -> str:
    bold, italic = "<w:b/>" if run.bold else "", "<w:i/>" if run.italic else ""
    if not run.link:
        return _text(run.text, bold + italic)
    # A field needs no entry in the relationships part, so that part stays as it was packed.
    code = escape(f'HYPERLINK "{run.link}"')
    style = '<w:rStyle w:val="Hyperlink"/>'
    words = _text(run.text, style + bold + italic)
    return f'<w:fldSimple w:instr="{code}">{words}</w:fldSimple>'


def _text(text: str, look: str = "") -> str:
    about = f"<w:rPr>{look}</w:rPr>" if look else ""
    pieces = escape(text, quote=False).replace("\n", "</w:t><w:br/><w:t>")
    pieces = pieces.replace("\t", "</w:t><w:tab/><w:t>")
    inside = f"<w:t>{pieces}</w:t>".replace("<w:t></w:t>", "")
    return f"<w:r>{about}{inside.replace('<w:t>', _KEEPING_SPACES)}</w:r>"


_KEEPING_SPACES = '<w:t xml:space="preserve">'


def _lines(lines: Iterable[str]) -> str:
    return _text("\n".join(lines))


def _table(table: Table) -> str:
    widths = _spread(table.widths or (1,) * len(table.header))
    header = _row(tuple(map(_runs, map(_bold, table.header))), widths, repeated=True)
    rows = (_row(tuple(map(_runs, row)), widths) for row in table.rows)
    grid = _grid("PaperTable", widths, (header, *rows), headed=True, caption=table.caption)
    return _paragraph(_text(table.caption), "Caption") + grid if table.caption else grid


def _bold(cell: Cell) -> Cell:
    return tuple(Run(run.text, bold=True, italic=run.italic, link=run.link) for run in cell)


def _spread(shares: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(_LINE_WIDTH * share // sum(shares) for share in shares)


def _grid(
    style: str,
    widths: tuple[int, ...],
    rows: Iterable[str],
    *,
    headed: bool = False,
    caption: str = "",
) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    look = f'<w:tblLook w:firstRow="{int(headed)}" w:noVBand="1"/>'
    said = f'<w:tblCaption w:val="{escape(caption)}"/>' if caption else ""
    about = (
        f'<w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>{look}{said}</w:tblPr>'
    )
    # Word joins two tables that nothing stands between, and wants a paragraph at the very end.
    return f"<w:tbl>{about}<w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>" + _AFTER


_AFTER = '<w:p><w:pPr><w:pStyle w:val="AfterTable"/></w:pPr></w:p>'


def _row(
    cells: tuple[str, ...], widths: tuple[int, ...], *, repeated: bool = False, height: int = 0
) -> str:
    tall = f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else ""
    header = "<w:tblHeader/>" if repeated else ""
    inside = "".join(map(_cell, cells, widths))
    return f"<w:tr><w:trPr><w:cantSplit/>{tall}{header}</w:trPr>{inside}</w:tr>"


def _cell(inside: str, width: int) -> str:
    about = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
    return f"<w:tc>{about}{_paragraph(inside, 'TableText')}</w:tc>"
