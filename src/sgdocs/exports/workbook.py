"""The schedule as a workbook: one sheet to work from and to print, one with the reasons."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO
from typing import Any

from sgdocs.exports.characters import one_line
from sgdocs.exports.columns import REASONS, SCHEDULE, Column
from sgdocs.exports.entries import gathered, urgency
from sgdocs.exports.heading import Heading
from sgdocs.schedule import Row

__all__ = ["OPTIONS", "as_xlsx"]

OPTIONS = {
    "in_memory": True,  # nothing is left in the computer's temporary folder
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_DATE = "ddd d mmm yyyy"
_FILLS = {"red": "#F4C7C3", "amber": "#FCE8B2", "green": "#DCEFDC"}
_A4 = 9
_HEADER_ROW = 2
_LONGEST_CELL = 32767
_LONGEST_IN_MARGIN = 80


def as_xlsx(rows: Iterable[Row], heading: Heading) -> bytes:
    """Give the workbook; the same rows and heading give the same bytes."""
    from xlsxwriter import Workbook  # noqa: PLC0415 - 80 ms that only a workbook needs

    out = BytesIO()
    book = Workbook(out, OPTIONS)
    book.set_properties(_properties(heading))
    listed = [row for e in sorted(gathered(rows), key=urgency) for row in (e.row, *e.beneath)]
    styles = _Styles(book)
    for title, columns in (("Schedule", SCHEDULE), ("Why", REASONS)):
        page = _Page(book.add_worksheet(title), columns, heading, styles)
        _set_up(page, len(listed))
        _set_for_printing(page)
        _write_top(page)
        for line, row in enumerate(listed, _HEADER_ROW + 1):
            _write_row(page, line, row)
    book.close()
    return out.getvalue()


def _properties(heading: Heading) -> dict[str, Any]:
    return {
        "title": one_line(heading.title),
        "author": one_line(heading.office),
        "category": one_line(heading.marking),
        "subject": one_line(heading.procedure),
        "comments": one_line(heading.trail),
        # Otherwise the time of writing, and no two files would be the same.
        "created": datetime.combine(heading.as_of, time()),
    }


class _Styles:
    """The looks of a workbook's cells."""

    def __init__(self, book: Any) -> None:
        top = {"valign": "top", "text_wrap": True}
        self.title = book.add_format({"bold": True, "font_size": 14})
        self.plain = book.add_format({})
        self.head = book.add_format({**top, "bold": True, "bottom": 1, "bg_color": "#E6E6E6"})
        self.text = book.add_format(top)
        self.beneath = book.add_format({**top, "italic": True})
        self.date = book.add_format({**top, "num_format": _DATE, "align": "left"})
        self.fills = {c: book.add_format({**top, "bg_color": f}) for c, f in _FILLS.items()}


@dataclass(frozen=True, slots=True)
class _Page:
    """One sheet and what it is written with."""

    sheet: Any
    columns: Sequence[Column]
    heading: Heading
    styles: _Styles


def _set_up(page: _Page, count: int) -> None:
    for place, column in enumerate(page.columns):
        page.sheet.set_column(place, place, column.width)
    page.sheet.freeze_panes(_HEADER_ROW + 1, 0)
    page.sheet.autofilter(_HEADER_ROW, 0, _HEADER_ROW + count, len(page.columns) - 1)


def _set_for_printing(page: _Page) -> None:
    sheet = page.sheet
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.8, bottom=0.8)
    sheet.repeat_rows(_HEADER_ROW)
    marking, reference = _in_margin(page.heading.marking), _in_margin(page.heading.reference)
    sheet.set_header(f"&L{marking}&R{reference}")
    sheet.set_footer(f"&L{marking}&CPage &P of &N&R{reference}")


def _in_margin(text: str) -> str:
    # An ampersand starts a code there, and Excel takes no more than 255 characters in all.
    return one_line(text)[:_LONGEST_IN_MARGIN].replace("&", "&&")


def _write_top(page: _Page) -> None:
    sheet, styles, heading = page.sheet, page.styles, page.heading
    named = (heading.marking, heading.title)
    about = (heading.office, heading.procedure, heading.stands, heading.trail)
    sheet.write_string(0, 0, _fitting("  ".join(filter(None, named))), styles.title)
    sheet.write_string(1, 0, _fitting("; ".join(filter(None, about))), styles.plain)
    for place, column in enumerate(page.columns):
        sheet.write_string(_HEADER_ROW, place, column.title, styles.head)


def _write_row(page: _Page, line: int, row: Row) -> None:
    for place, column in enumerate(page.columns):
        cell = column.cell(row, page.heading.names)
        if isinstance(cell, date):
            page.sheet.write_datetime(line, place, cell, page.styles.date)
        elif isinstance(cell, int):
            page.sheet.write_number(line, place, cell, page.styles.text)
        elif cell:
            page.sheet.write_string(line, place, _fitting(cell), _look(column, row, page.styles))


def _look(column: Column, row: Row, styles: _Styles) -> Any:
    if column.title == "Status":
        return styles.fills[row.status.colour]
    beneath = row.is_reading
    return styles.beneath if beneath else styles.text


def _fitting(text: str) -> str:
    plain = one_line(text)
    return plain if len(plain) <= _LONGEST_CELL else f"{plain[: _LONGEST_CELL - 1]}…"
