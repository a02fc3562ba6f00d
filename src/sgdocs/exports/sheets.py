"""Plain tables of counts for other hands: as a workbook, a list and JSON."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO, StringIO
from typing import Any

from sgdocs.exports.characters import harmless, one_line
from sgdocs.exports.workbook import OPTIONS

__all__ = ["Sheet", "Sheets", "sheets_as_csv", "sheets_as_json", "sheets_as_xlsx"]

_A4 = 9
_HEADER_ROW = 3
_WIDEST, _NARROW = 60, 12


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table: its name, its columns, and its rows, of which the last cells are counts."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str | int, ...], ...]


@dataclass(frozen=True, slots=True)
class Sheets:
    """Tables that belong together, and what must be said with them."""

    title: str
    as_of: date
    notes: tuple[str, ...]
    sheets: tuple[Sheet, ...]


def sheets_as_json(every: Sheets) -> dict[str, Any]:
    """Give the tables as plain data, a mapping for each row."""
    return {
        "title": every.title,
        "as_of": every.as_of.isoformat(),
        "notes": list(every.notes),
        **{
            sheet.name.lower().replace(" ", "_"): [
                dict(zip(map(_key, sheet.columns), row, strict=True)) for row in sheet.rows
            ]
            for sheet in every.sheets
        },
    }


def sheets_as_csv(every: Sheets) -> bytes:
    """Give the tables as one list: the table, what a row is about, what is counted, how many."""
    out = StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerow(["Table", "What", "Measure", "Value"])
    for sheet in every.sheets:
        for row in sheet.rows:
            about = "; ".join(one_line(cell) for cell in row if cell and isinstance(cell, str))
            for column, cell in zip(sheet.columns, row, strict=True):
                if isinstance(cell, int):
                    writer.writerow([sheet.name, harmless(about), column, cell])
    return out.getvalue().encode("utf-8-sig")


def sheets_as_xlsx(every: Sheets) -> bytes:
    """Give the tables as a workbook, one sheet each; the same tables give the same bytes."""
    from xlsxwriter import Workbook  # noqa: PLC0415 - 80 ms that only a workbook needs

    out = BytesIO()
    book = Workbook(out, OPTIONS)
    made = {"title": every.title, "created": datetime.combine(every.as_of, time())}
    book.set_properties(made)
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    title = book.add_format({"bold": True, "font_size": 14})
    text = book.add_format({"text_wrap": True, "valign": "top"})
    for sheet in every.sheets:
        page = book.add_worksheet(sheet.name)
        page.write_string(0, 0, one_line(f"{every.title}: {sheet.name}"), title)
        page.write_string(1, 0, one_line(" ".join(every.notes)))
        _fill(page, sheet, bold, text)
    book.close()
    return out.getvalue()


def _fill(page: Any, sheet: Sheet, bold: Any, text: Any) -> None:
    for place, column in enumerate(sheet.columns):
        page.set_column(place, place, _width(sheet, place))
        page.write_string(_HEADER_ROW, place, column, bold)
    for line, row in enumerate(sheet.rows, _HEADER_ROW + 1):
        for place, cell in enumerate(row):
            if isinstance(cell, int):
                page.write_number(line, place, cell, text)
            else:
                page.write_string(line, place, one_line(cell), text)
    page.freeze_panes(_HEADER_ROW + 1, 0)
    page.autofilter(_HEADER_ROW, 0, _HEADER_ROW + len(sheet.rows), len(sheet.columns) - 1)
    page.set_landscape()
    page.set_paper(_A4)
    page.fit_to_pages(1, 0)
    page.repeat_rows(_HEADER_ROW)


def _width(sheet: Sheet, place: int) -> int:
    cells: Sequence[str | int] = [row[place] for row in sheet.rows]
    longest = max((len(str(cell)) for cell in cells), default=0)
    return min(_WIDEST, max(_NARROW, longest))


def _key(column: str) -> str:
    return column.lower().replace(" ", "_").replace(",", "")
