"""Tables in Word: with a header, of labels, or to sign in."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from sgdocs.papers.model import Cell, Fields, Input, Run, SignatureBox, Table
from sgdocs.papers.wordruns import bold, paragraph, runs, text

__all__ = ["TableWriter"]

_NARROW_LABELS, _WIDE_LABELS = 2200, 3400
_LONG_LABEL = 26
_LONGEST_KEPT = 500  # a row with more words than this may go over two pages
_TO_SIGN = 560
_TO_WRITE = 1300  # a long answer
_FEW_LINES = 700  # a long answer in a table
_BY_HAND = 454  # a row with nothing in it is meant to be written in
_NAME = re.compile(r"\.(\w+)")
_LINE = 'w:val="single" w:sz="4" w:space="0" w:color="9AA7B0"'
_SIDES = "".join(f"<w:{side} {_LINE}/>" for side in ("top", "left", "bottom", "right"))
_BOX = f'<w:tcBorders>{_SIDES}</w:tcBorders><w:tcMar><w:left w:w="100" w:type="dxa"/></w:tcMar>'
_RULED = f"<w:tblBorders>{_SIDES}<w:insideH {_LINE}/><w:insideV {_LINE}/></w:tblBorders>"
# Word joins two tables that nothing stands between, and wants a paragraph at the very end.
_AFTER = '<w:p><w:pPr><w:pStyle w:val="AfterTable"/></w:pPr></w:p>'


@dataclass(frozen=True, slots=True)
class _Row:
    """One row: its cells, how low it may be, and what it does at the end of a page."""

    cells: tuple[Cell, ...]
    height: int = 0
    repeated: bool = False
    boxed: bool = False
    whole: bool = True
    kept: bool = False
    """It stays on the page of the row after it."""


@dataclass(frozen=True, slots=True)
class TableWriter:
    """Writes tables as wide as the line; on a form, what belongs to a label stands in a box.

    In a template nobody knows how long a row will be: one that prints a narrative, or has room
    for one, may go over two pages.
    """

    line_width: int
    form: bool = False
    narratives: frozenset[str] = frozenset()
    """What the facts are called that may be as long as pages."""

    def table(self, table: Table) -> str:
        """Write a table; its header row is repeated on each page."""
        shares = table.widths or (1,) * len(table.header or table.rows[0])
        widths = tuple(self.line_width * share // sum(shares) for share in shares)
        header = [_Row(tuple(map(bold, table.header)), repeated=True)] if table.header else []
        rows = (_Row(row, height=_height(row), whole=self._whole(row)) for row in table.rows)
        grid = _grid("PaperTable", widths, (*header, *rows), table.caption)
        return paragraph(text(table.caption), "Caption") + grid if table.caption else grid

    def fields(self, fields: Fields) -> str:
        """Write labels on the left and what belongs to them on the right."""
        longest = max((len(label) for label, _ in fields.entries), default=0)
        rows = (self._field(label, cell) for label, cell in fields.entries)
        return _grid("FieldTable", self._pair(longest), rows)

    def signature(self, box: SignatureBox) -> str:
        """Write who signs and, under it, the lines to sign on."""
        role = paragraph(text(box.role), "SignatureRole")
        rows = (
            _Row(((Run(label),), _said(value)), height=_TO_SIGN, kept=number < len(box.lines))
            for number, (label, value) in enumerate(box.lines, 1)
        )
        return role + _grid("SignatureTable", self._pair(0), rows)

    def _field(self, label: str, cell: Cell) -> _Row:
        inputs = [part for part in cell if isinstance(part, Input)]
        long = any(part.kind == "long" for part in inputs)
        return _Row(
            ((Run(label, bold=True),), cell),
            height=_TO_WRITE if long else 0,
            boxed=self.form or bool(inputs) or not cell,
            whole=self._whole((cell,)),
        )

    def _pair(self, longest: int) -> tuple[int, int]:
        labels = _WIDE_LABELS if self.form or longest > _LONG_LABEL else _NARROW_LABELS
        return labels, self.line_width - labels

    def _whole(self, row: Sequence[Cell]) -> bool:
        """Say whether a row is short enough to stay on one page."""
        parts = [part for cell in row for part in cell]
        if any(isinstance(part, Input) and part.kind == "long" for part in parts):
            return False
        said = [_words(part) for part in parts]
        names = {name for words in said for name in _NAME.findall(words)}
        return sum(map(len, said)) <= _LONGEST_KEPT and not names & self.narratives


def _height(row: Sequence[Cell]) -> int:
    if any(isinstance(part, Input) and part.kind == "long" for cell in row for part in cell):
        return _FEW_LINES
    return 0 if any(row) else _BY_HAND


def _words(part: Run | Input) -> str:
    return part.words if isinstance(part, Input) else part.text


def _said(value: str) -> Cell:
    return (Run(value),) if value else ()


def _grid(style: str, widths: tuple[int, ...], rows: Iterable[_Row], caption: str = "") -> str:
    every = tuple(rows)
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    headed = bool(every) and every[0].repeated
    ruled = _RULED if style == "PaperTable" and any(map(_asks, every)) else ""
    look = f'<w:tblLook w:firstRow="{int(headed)}" w:noVBand="1"/>'
    quoted = escape(caption, quote=False).replace('"', "&quot;")
    said = f'<w:tblCaption w:val="{quoted}"/>' if caption else ""
    about = (
        f'<w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'{ruled}<w:tblLayout w:type="fixed"/>{look}{said}</w:tblPr>'
    )
    written = "".join(_row(row, widths) for row in every)
    return f"<w:tbl>{about}<w:tblGrid>{columns}</w:tblGrid>{written}</w:tbl>{_AFTER}"


def _asks(row: _Row) -> bool:
    return any(isinstance(part, Input) for cell in row.cells for part in cell)


def _row(row: _Row, widths: tuple[int, ...]) -> str:
    whole = "<w:cantSplit/>" if row.whole else ""
    tall = f'<w:trHeight w:val="{row.height}" w:hRule="atLeast"/>' if row.height else ""
    header = "<w:tblHeader/>" if row.repeated else ""
    last = len(row.cells) - 1
    kept = "<w:keepNext/>" if row.kept else ""
    inside = "".join(
        _cell(paragraph(runs(cell), "TableText", kept), width, boxed=row.boxed and number == last)
        for number, (cell, width) in enumerate(zip(row.cells, widths, strict=True))
    )
    about = f"{whole}{tall}{header}"
    return f"<w:tr>{f'<w:trPr>{about}</w:trPr>' if about else ''}{inside}</w:tr>"


def _cell(inside: str, width: int, *, boxed: bool) -> str:
    about = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{_BOX if boxed else ""}</w:tcPr>'
    return f"<w:tc>{about}{inside}</w:tc>"
