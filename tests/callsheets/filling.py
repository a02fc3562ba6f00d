"""Invented sheets, filled in as an office fills them in."""

import csv
from collections.abc import Mapping, Sequence
from datetime import date
from io import BytesIO, StringIO
from typing import Any

from python_calamine import CalamineWorkbook
from xlsxwriter import Workbook

from sgdocs.callsheets import Call, Known
from sgdocs.exports import Heading

__all__ = ["CALLS", "HEADING", "KNOWN", "cells_of", "filled", "filled_csv", "filled_xlsx"]

HEADING = Heading(
    reference="NEL-2025-014",
    procedure="nel",
    as_of=date(2025, 12, 23),
    marking="OFFICIAL-SENSITIVE",
    office="Example Partnership",
)
CALLS = (
    Call("confirmation", "police", "Police", "Iestyn", "01632 960650", "Confirm", None, "Awaited"),
    Call("chase", "school", "=SUM(A1)", "+44", "@x", "-1", date(2026, 1, 2), "Not received, late"),
)
KNOWN = Known(
    reference="NEL-2025-014",
    kinds=frozenset({"confirmation", "chase", "family", "other"}),
    agencies=frozenset({"police", "school"}),
    people=frozenset({"mother"}),
    recorded=(),
)
_TITLES = (
    *("Case", "Kind of call", "Short name", "Date of call", "Time", "Caller", "Spoke to"),
    *("Request arrived", "Clear what is asked", "What was said", "Promised for", "Escalated to"),
)


def filled(**cells: Any) -> dict[str, Any]:
    """Give one row of a call to the police, with some cells changed; None leaves one out."""
    row: dict[str, Any] = {
        "Case": "NEL-2025-014",
        "Kind of call": "confirmation",
        "Short name": "police",
        "Date of call": "23/12/2025",
        "Time": "13:05",
        "Caller": "Perpetua Oakes",
    }
    named = {key.replace("_", " "): value for key, value in cells.items()}
    return {k: v for k, v in (row | named).items() if v is not None}


def filled_csv(rows: Sequence[Mapping[str, Any]], mark: str = ",") -> bytes:
    """Write rows as a spreadsheet saves them."""
    out = StringIO()
    writer = csv.DictWriter(out, _TITLES, delimiter=mark)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode("utf-8-sig")


def filled_xlsx(rows: Sequence[Mapping[str, Any]]) -> bytes:
    """Write rows as a workbook, dates and times as such."""
    out = BytesIO()
    book = Workbook(out, {"in_memory": True, "default_date_format": "dd/mm/yyyy"})
    sheet = book.add_worksheet()
    sheet.write_row(2, 0, _TITLES)
    for line, row in enumerate(rows, 3):
        for place, title in enumerate(_TITLES):
            if title in row:
                sheet.write(line, place, row[title])
    book.close()
    return out.getvalue()


def cells_of(workbook: bytes) -> list[list[Any]]:
    """Give the cells of a workbook's first sheet."""
    return CalamineWorkbook.from_filelike(BytesIO(workbook)).get_sheet_by_index(0).to_python()
