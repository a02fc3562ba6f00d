"""Tables as tables, as labels with what belongs to them, or as boxes to sign in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lxml import etree

from sgdocs.papers import Cell, Fields, Run, SignatureBox, Table
from sgdocs.wordreading.controls import as_input
from sgdocs.wordreading.names import IGNORED, W, attribute, child, name_of, style_of
from sgdocs.wordreading.place import Place
from sgdocs.wordreading.runs import Words, said_in

__all__ = ["Tables"]

_STYLES = frozenset({"", "Normal", "TableText"})
_JOINED = ("gridSpan", "vMerge", "hMerge")

Rows = Sequence[tuple[Cell, ...]]


@dataclass(frozen=True, slots=True)
class Tables:
    """Reads the tables of one file."""

    place: Place
    words: Words

    def read(self, table: etree._Element, caption: str) -> Table | Fields | SignatureBox:
        """Read a table by its style."""
        rows = [self._row(row, n) for n, row in enumerate(_rows(table), 1)]
        headed = child(table, "tr", "trPr", "tblHeader") is not None
        self.place.row = ""
        if not rows or len({len(row) for row in rows}) != 1:
            raise self.place.refused("the rows of a table differ in length.", "Even them out.")
        style = style_of(table, "tblPr")
        if style in ("FieldTable", "SignatureTable"):
            pairs = tuple((said_in(row[0]), row[-1]) for row in self._pairs(rows))
            if style == "FieldTable":
                return Fields(pairs)
            return SignatureBox("", tuple((label, said_in(cell)) for label, cell in pairs))
        header = tuple(map(_plain, rows[0])) if headed else ()
        return Table(header, tuple(rows[headed:]), caption, _widths(table))

    def _pairs(self, rows: Rows) -> Rows:
        if len(rows[0]) != 2:
            raise self.place.refused("labels stand in a table of two columns.", "Correct it.")
        return rows

    def _row(self, row: etree._Element, number: int) -> tuple[Cell, ...]:
        self.place.row = f"table row {number}"
        cells = []
        for part in row:
            if part.tag == f"{W}tc":
                cells.append(self._cell(part))
            elif part.tag == f"{W}sdt" and (inside := child(part, "sdtContent")) is not None:
                field = as_input(part)
                of_table = [self._cell(cell) for cell in inside.iterfind(f"{W}tc")]
                cells += of_table if field is None else [(field,)]
            elif part.tag not in IGNORED and part.tag != f"{W}tblPrEx":
                raise self._unknown(part)
        return tuple(cells)

    def _cell(self, cell: etree._Element) -> Cell:
        if any(child(cell, "tcPr", joined) is not None for joined in _JOINED):
            raise self.place.refused("cells of a table are merged.", "Split them again.")
        return _joined(list(self._lines(cell)))

    def _lines(self, cell: etree._Element) -> Iterator[Cell]:
        """Give what stands in each paragraph; a field may stand around one."""
        for part in cell:
            if part.tag == f"{W}p":
                yield self._line(part)
            elif part.tag == f"{W}sdt" and (inside := child(part, "sdtContent")) is not None:
                field = as_input(part)
                yield from self._lines(inside) if field is None else [(field,)]
            elif part.tag not in IGNORED:
                raise self._unknown(part)

    def _line(self, paragraph: etree._Element) -> Cell:
        style = style_of(paragraph, "pPr")
        if style not in _STYLES:
            raise self.place.refused(
                f"the style “{style}” is not used in tables.", "Choose the style Table Text."
            )
        return self.words.cell(paragraph)

    def _unknown(self, part: etree._Element) -> Exception:
        return self.place.refused(
            f"there is something in a table that cannot be set in a PDF ({name_of(part)})."
        )


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    """Give the rows, those within sections that Word lets repeat too."""
    for part in table:
        if part.tag == f"{W}tr":
            yield part
        elif part.tag == f"{W}sdt" and (inside := child(part, "sdtContent")) is not None:
            yield from _rows(inside)


def _joined(lines: Sequence[Cell]) -> Cell:
    """Put the paragraphs of a cell one under the other."""
    cells = [line for line in lines if line]
    parts: list[object] = []
    for number, line in enumerate(cells):
        parts += [Run("\n"), *line] if number else line
    return tuple(parts)  # type: ignore[arg-type]


def _plain(cell: Cell) -> Cell:
    """Leave out the bold that every header has."""
    return tuple(replace(run, bold=False) if isinstance(run, Run) else run for run in cell)


def _widths(table: etree._Element) -> tuple[int, ...]:
    columns = table.iterfind(f"{W}tblGrid/{W}gridCol")
    return tuple(int(w) for column in columns if (w := attribute(column, "w")).isdigit())
