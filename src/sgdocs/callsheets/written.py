"""A call sheet as a workbook or CSV file to fill in."""

import csv
from collections.abc import Sequence
from datetime import date, datetime, time
from io import BytesIO, StringIO
from typing import Any

from sgdocs.callsheets.columns import COLUMNS, Column
from sgdocs.callsheets.model import Call
from sgdocs.exports import Heading, harmless, one_line

__all__ = ["as_csv", "as_xlsx"]

_OPTIONS = {
    "in_memory": True,  # nothing is left in the computer's temporary folder
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_HEADER_ROW = 2
_SPARE = 40  # rows below, for calls that were made more than once
_A4 = 9
_FORMS = {"date": "dd/mm/yyyy", "time": "hh:mm"}
_HOW = (
    "Fill in the shaded columns. For a second call to somebody, copy the row. "
    "Leave the first three columns as they are."
)


def as_csv(calls: Sequence[Call], heading: Heading) -> bytes:
    """Give the sheet as UTF-8 with a mark, dates day first, and no cell a formula."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([column.title for column in COLUMNS])
    for call in calls:
        writer.writerow([_text(column, call, heading) for column in COLUMNS])
    return out.getvalue().encode("utf-8-sig")


def as_xlsx(calls: Sequence[Call], heading: Heading) -> bytes:
    """Give the sheet as a workbook; the same calls give the same bytes."""
    from xlsxwriter import Workbook  # noqa: PLC0415 - 80 ms that only a workbook needs

    out = BytesIO()
    book = Workbook(out, _OPTIONS)
    book.set_properties(
        {
            "title": one_line(f"Calls to make, case {heading.reference}"),
            "category": one_line(heading.marking),
            "created": datetime.combine(heading.as_of, time()),
        }
    )
    sheet = book.add_worksheet("Calls")
    looks = _looks(book)
    _set_up(sheet, heading, looks)
    for line, call in enumerate(calls, _HEADER_ROW + 1):
        for place, column in enumerate(COLUMNS):
            _write(sheet, (line, place), _cell(column, call, heading), looks[_look(column)])
    _to_fill(sheet, len(calls), looks)
    book.close()
    return out.getvalue()


def _cell(column: Column, call: Call, heading: Heading) -> str | date | None:
    value = column.known(call, heading.reference) if column.known else None
    return one_line(value) if isinstance(value, str) else value


def _text(column: Column, call: Call, heading: Heading) -> str:
    value = _cell(column, call, heading)
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else harmless(value or "")


def _looks(book: Any) -> dict[str, Any]:
    top = {"valign": "top", "text_wrap": True, "border": 1, "border_color": "#BBBBBB"}
    plain = {f"{form}": {"num_format": form} for form in _FORMS.values()}
    shaded = {"bg_color": "#FFF8DC"}
    return {
        "title": book.add_format({"bold": True, "font_size": 14}),
        "head": book.add_format({**top, "bold": True, "bg_color": "#E6E6E6"}),
        "known": book.add_format(top),
        "known-date": book.add_format({**top, "num_format": "dd/mm/yyyy", "align": "left"}),
        "fill": book.add_format({**top, **shaded}),
        "fill-date": book.add_format({**top, **shaded, **plain["dd/mm/yyyy"]}),
        "fill-time": book.add_format({**top, **shaded, **plain["hh:mm"]}),
    }


def _look(column: Column) -> str:
    kind = "fill" if column.field else "known"
    return f"{kind}-{column.look}" if column.look in _FORMS else kind


def _set_up(sheet: Any, heading: Heading, looks: dict[str, Any]) -> None:
    named = (heading.marking, f"Calls to make, case {heading.reference}")
    sheet.write_string(0, 0, one_line("  ".join(filter(None, named))), looks["title"])
    sheet.write_string(1, 0, _HOW)
    for place, column in enumerate(COLUMNS):
        sheet.set_column(place, place, column.width)
        sheet.write_string(_HEADER_ROW, place, column.title, looks["head"])
    sheet.freeze_panes(_HEADER_ROW + 1, 4)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(_HEADER_ROW)
    margin = one_line(heading.marking)[:80].replace("&", "&&")
    sheet.set_header(f"&L{margin}&RPage &P of &N")


def _write(sheet: Any, place: tuple[int, int], cell: str | date | None, look: Any) -> None:
    if isinstance(cell, date):
        sheet.write_datetime(*place, cell, look)
    elif cell:
        sheet.write_string(*place, cell, look)
    else:
        sheet.write_blank(*place, None, look)


def _to_fill(sheet: Any, count: int, looks: dict[str, Any]) -> None:
    first, last = _HEADER_ROW + 1, _HEADER_ROW + count + _SPARE
    for place, column in enumerate(COLUMNS):
        if column.look == "choice":
            yes_or_no = {"validate": "list", "source": ["yes", "no"]}
            sheet.data_validation(first, place, last, place, yes_or_no)
    for line in range(_HEADER_ROW + 1 + count, last + 1):
        for place, column in enumerate(COLUMNS):
            if column.field:
                sheet.write_blank(line, place, None, looks[_look(column)])
